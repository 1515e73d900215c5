package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;

/// Renders a [SyntaxTree] as indented text for golden files: a line per node with its span in bytes, its tokens and
/// numbers; the children below it, under the name of their slot; diagnostics at the end.
final class TreePrinter {
    private final SyntaxTree tree;
    private final StringBuilder out = new StringBuilder();

    private TreePrinter(SyntaxTree tree) {
        this.tree = tree;
    }

    static String print(SyntaxTree tree) {
        TreePrinter printer = new TreePrinter(tree);
        printer.node(tree.root(), 0);
        for (Diagnostic diagnostic : tree.diagnostics()) {
            printer.out.append("! ").append(diagnostic.stage()).append(' ').append(diagnostic.errorType())
                    .append(" [").append(diagnostic.start()).append(',').append(diagnostic.end()).append(") ")
                    .append(diagnostic.message()).append('\n');
        }
        return printer.out.toString();
    }

    private void node(int node, int depth) {
        NodeKind kind = tree.kind(node);
        out.append(kind).append(" [").append(tree.start(node)).append(',').append(tree.end(node)).append(')');
        if (kind.slots().isEmpty()) {
            out.append(' ').append(text(tree.start(node), tree.end(node)));
        }
        int index = 0;
        for (NodeKind.SlotSpec slot : kind.slots()) {
            int value = tree.slot(node, index++);
            switch (slot.type()) {
                case INT, FLAG -> out.append(' ').append(slot.name()).append('=').append(value);
                case TOKEN -> {
                    if (value != 0 || isAlwaysPresent(kind)) {
                        out.append(' ').append(slot.name()).append('=').append(token(value));
                    }
                }
                case TOKENS -> {
                    out.append(' ').append(slot.name()).append('=');
                    for (int i = 0; i < tree.length(value); i++) {
                        out.append(i == 0 ? "" : " ").append(token(tree.element(value, i)));
                    }
                }
                default -> { }
            }
        }
        out.append('\n');
        children(node, kind, depth + 1);
    }

    private static boolean isAlwaysPresent(NodeKind kind) {
        return kind == NodeKind.NAME || kind == NodeKind.UNARY;
    }

    private void children(int node, NodeKind kind, int depth) {
        int index = 0;
        for (NodeKind.SlotSpec slot : kind.slots()) {
            int value = tree.slot(node, index++);
            if (value == 0) {
                continue;
            }
            if (slot.type() == NodeKind.Slot.NODE) {
                label(slot.name(), depth);
                node(value, depth);
            } else if (slot.type() == NodeKind.Slot.NODES) {
                for (int i = 0; i < tree.length(value); i++) {
                    label(slot.name(), depth);
                    if (tree.element(value, i) == 0) {
                        out.append("-\n");
                    } else {
                        node(tree.element(value, i), depth);
                    }
                }
            }
        }
    }

    private void label(String name, int depth) {
        out.append("  ".repeat(depth)).append(name).append(": ");
    }

    private String token(int token) {
        return text(tree.tokens().start(token), tree.tokens().end(token));
    }

    private String text(int start, int end) {
        return new String(tree.source().utf8(), start, end - start, StandardCharsets.UTF_8).replace("\n", "\\n");
    }
}
