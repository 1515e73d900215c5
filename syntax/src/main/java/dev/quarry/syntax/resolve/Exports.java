package dev.quarry.syntax.resolve;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a module lists in `__all__`: displays of plain strings that are assigned, added or appended.
final class Exports {
    static final String ALL = "__all__";

    private final Set<String> names = new LinkedHashSet<>();
    private boolean assigned;
    private boolean more;
    private SyntaxTree tree;

    void start(SyntaxTree next) {
        tree = next;
        names.clear();
        assigned = false;
        more = false;
    }

    /// `__all__ = value`
    void assign(int value) {
        assigned = true;
        addItems(value);
    }

    /// `__all__ += value`
    void extend(int value) {
        assigned = true;
        addItems(value);
    }

    /// `__all__.append(value)`, `__all__.extend(value)`, `__all__.remove(value)` and whatever else it has.
    void call(String method, int arguments) {
        if (method.equals("append") && tree.length(arguments) == 1) {
            addItem(tree.element(arguments, 0));
        } else if (method.equals("extend") && tree.length(arguments) == 1) {
            addItems(tree.element(arguments, 0));
        } else {
            more = true;
        }
    }

    private void addItems(int value) {
        int display = unparenthesised(value);
        switch (tree.kind(display)) {
            case LIST, TUPLE, SET -> {
                int items = tree.slot(display, 0);
                for (int i = 0; i < tree.length(items); i++) {
                    addItem(tree.element(items, i));
                }
            }
            default -> more = true;
        }
    }

    private void addItem(int node) {
        String text = plainText(tree, unparenthesised(node));
        if (text == null) {
            more = true;
        } else {
            names.add(text);
        }
    }

    private int unparenthesised(int node) {
        int inner = node;
        while (tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        return inner;
    }

    /// The text of a string literal of one part without escapes and replacement fields; null for anything else.
    static String plainText(SyntaxTree tree, int node) {
        if (tree.kind(node) != NodeKind.STRINGS || tree.length(tree.slot(node, 0)) != 1) {
            return null;
        }
        int token = tree.firstToken(node);
        if (tree.tokens().kind(token) != TokenKind.STRING) {
            return null;
        }
        int flags = tree.tokens().payload(token);
        int excluded = StringFlags.BYTES | StringFlags.BACKSLASH | StringFlags.UNTERMINATED;
        if ((flags & excluded) != 0) {
            return null;
        }
        int start = tree.tokens().start(token) + StringFlags.prefixLength(flags) + StringFlags.quoteLength(flags);
        int end = tree.tokens().end(token) - StringFlags.quoteLength(flags);
        return new String(tree.source().utf8(), start, end - start, StandardCharsets.UTF_8);
    }

    String[] names() {
        return assigned || more ? names.toArray(String[]::new) : null;
    }

    boolean hasMore() {
        return more;
    }
}
