package dev.quarry.syntax.names;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.ByteSink;
import dev.quarry.syntax.ast.StringLiteral;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Visits strings. Those that are types are Python modules for LibCST, in the scope where the string stands.
///
/// What such a module reads is no business of the tree's nodes. What it assigns is, and what it counts as an assignment:
/// only strings that may do so are parsed.
final class StringAnnotations {
    /// What is suspended while a string is visited.
    private record Around(SyntaxTree tree, int[] facts, int[] places, int flags) {}

    private static final String[] ASSIGNING = {"=", ":", "import", "global", "nonlocal"};

    private final NameCollector out;
    private final Parser parser = new Parser();
    private final ByteSink text = new ByteSink();
    private final List<SyntaxTree> trees = new ArrayList<>();
    private final Deque<Around> around = new ArrayDeque<>();

    StringAnnotations(NameCollector out) {
        this.out = out;
    }

    void reset() {
        trees.clear();
        around.clear();
    }

    /// Whether the current tree is that of a string.
    boolean isInside() {
        return !around.isEmpty();
    }

    /// @param node of kind STRINGS
    void visit(int node) {
        SyntaxTree tree = out.tree;
        int parts = tree.slot(node, 0);
        int types = NameCollector.TYPE_HINT | NameCollector.IN_ANNOTATION;
        if ((out.flags & types) == 0 || (out.flags & NameCollector.LITERAL) != 0) {
            out.pushAll(NameCollector.LOAD, parts);
            return;
        }
        // LibCST nests adjacent literals to the right, and takes them together unless one is formatted.
        int count = tree.length(parts);
        int from = 0;
        while (from < count && !areSimple(parts, from)) {
            from++;
        }
        if (from < count) {
            pushModule(parts, from, count);
        }
        for (int i = from - 1; i >= 0; i--) {
            if (tree.kind(tree.element(parts, i)) == NodeKind.STRING) {
                pushModule(parts, i, i + 1);
            } else {
                out.push(NameCollector.LOAD, tree.element(parts, i));
            }
        }
    }

    /// Whether all literals from one on are of the same type and not formatted.
    private boolean areSimple(int parts, int from) {
        SyntaxTree tree = out.tree;
        boolean bytes = isBytes(tree.element(parts, from));
        for (int i = from; i < tree.length(parts); i++) {
            int part = tree.element(parts, i);
            if (tree.kind(part) != NodeKind.STRING || isBytes(part) != bytes) {
                return false;
            }
        }
        return true;
    }

    private boolean isBytes(int part) {
        return StringFlags.has(flags(part), StringFlags.BYTES);
    }

    private int flags(int part) {
        return out.tokens.payload(out.tree.firstToken(part));
    }

    private void pushModule(int parts, int from, int to) {
        text.clear();
        for (int i = from; i < to; i++) {
            appendContent(out.tree.element(parts, i));
        }
        String module = new String(text.array(), 0, text.size(), StandardCharsets.UTF_8);
        for (String sign : ASSIGNING) {
            if (module.contains(sign)) {
                SyntaxTree tree = parser.parse(module,
                        new ParseOptions(out.tree.options().version(), ParseMode.EXEC, false));
                if (tree.diagnostics().isEmpty()) {
                    out.pushNumber(NameCollector.ENTER_TREE, trees.size());
                    trees.add(tree);
                }
                return;
            }
        }
    }

    private void appendContent(int part) {
        int flags = flags(part);
        int from = out.tree.start(part) + StringFlags.contentStart(flags);
        int to = out.tree.end(part) - StringFlags.closingLength(flags);
        StringLiteral.decode(out.tree.source().utf8(), from, Math.max(from, to), flags, false, text);
    }

    void enter(int tree) {
        around.push(new Around(out.tree, out.facts, out.places, out.flags));
        out.pushNumber(NameCollector.LEAVE_TREE, 0);
        out.flags |= NameCollector.NO_CONTEXT;
        out.tree = trees.get(tree);
        out.tokens = out.tree.tokens();
        out.facts = new int[out.tokens.size()];
        out.places = new int[out.tokens.size()];
        out.pushRoot();
    }

    void leave() {
        Around outer = around.pop();
        out.tree = outer.tree;
        out.tokens = out.tree.tokens();
        out.facts = outer.facts;
        out.places = outer.places;
        out.flags = outer.flags;
    }
}
