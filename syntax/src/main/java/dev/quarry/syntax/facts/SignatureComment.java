package dev.quarry.syntax.facts;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.facts.TypeExpressions.Role;

/// Reads a function's type comment (PEP 484): `(int, *str) -> bool`.
final class SignatureComment {
    private final byte[] text;
    private final int end;
    private int at;

    private SignatureComment(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /// Notes the types of parameters and of the returned value; nothing when the comment is no signature.
    ///
    /// As the first parameter of a method may be left out, types belong to the last parameters. With more types than
    /// parameters, or `...` in their place, there is only the returned value's.
    static void read(SyntaxTree tree, int comment, int items, int owner, TypeExpressions types) {
        TokenBuffer tokens = tree.tokens();
        var signature = new SignatureComment(tree.source().utf8(), tokens.start(comment), tokens.end(comment));
        signature.read(tree, items, owner, types);
    }

    private void read(SyntaxTree tree, int items, int owner, TypeExpressions types) {
        skipBlanks();
        if (at == end || text[at] != '(') {
            return;
        }
        int open = at++;
        int count = 0;
        for (int from = at; nextType(from); from = at) {
            count += isEmpty(from, at) ? 0 : 1;
            if (text[at++] == ')') {
                break;
            }
        }
        skipBlanks();
        if (at + 1 >= end || text[at] != '-' || text[at + 1] != '>') {
            return;
        }
        at += 2;
        int returned = trimmedStart(at, end);
        int last = trimmedEnd(returned, end);
        if (returned < last) {
            types.add(returned, last, owner, Role.RETURN, FactTable.NONE, FactTable.NONE);
        }
        parameters(tree, items, owner, types, open + 1, count);
    }

    private void parameters(SyntaxTree tree, int items, int owner, TypeExpressions types, int from, int count) {
        int named = 0;
        for (int i = 0; i < tree.length(items); i++) {
            named += isParameter(tree.kind(tree.element(items, i))) ? 1 : 0;
        }
        int skipped = named - count;
        int start = trimmedStart(from, end);
        if (skipped < 0 || skipped > 1 || count == 0 || start + 2 < end && text[start] == '.' && text[start + 1] == '.') {
            return;
        }
        at = from;
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            if (!isParameter(tree.kind(item)) || skipped-- > 0) {
                continue;
            }
            int typeStart = at;
            nextType(at);
            int first = trimmedStart(typeStart, at);
            while (first < at && text[first] == '*') {
                first++;
            }
            int name = tree.slot(item, 0);
            int last = trimmedEnd(first, at);
            if (first < last) {
                types.add(first, last, owner, Role.PARAM, tree.tokens().start(name), tree.tokens().end(name));
            }
            at++;
        }
    }

    private static boolean isParameter(NodeKind kind) {
        return kind == NodeKind.PARAMETER || kind == NodeKind.STAR_PARAMETER || kind == NodeKind.DOUBLE_STAR_PARAMETER;
    }

    /// Moves to the comma or closing parenthesis behind the type that begins at `from`; false when there is none.
    private boolean nextType(int from) {
        int depth = 0;
        byte quote = 0;
        for (at = from; at < end; at++) {
            byte b = text[at];
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '\'' || b == '"') {
                quote = b;
            } else if (b == '(' || b == '[' || b == '{') {
                depth++;
            } else if (depth == 0 && (b == ',' || b == ')')) {
                return true;
            } else if (b == ')' || b == ']' || b == '}') {
                depth--;
            }
        }
        return false;
    }

    private boolean isEmpty(int from, int to) {
        return trimmedStart(from, to) == to;
    }

    private void skipBlanks() {
        at = trimmedStart(at, end);
    }

    private int trimmedStart(int from, int to) {
        int start = from;
        while (start < to && (text[start] == ' ' || text[start] == '\t')) {
            start++;
        }
        return start;
    }

    private int trimmedEnd(int from, int to) {
        int last = to;
        while (last > from && (text[last - 1] == ' ' || text[last - 1] == '\t')) {
            last--;
        }
        return last;
    }
}
