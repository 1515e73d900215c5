package dev.quarry.syntax.names;

import dev.quarry.syntax.SyntaxTree;

/// Visits the patterns of `match` statements. For LibCST a capture is a name that is read.
final class PatternVisitor {
    private final NameCollector out;

    PatternVisitor(NameCollector out) {
        this.out = out;
    }

    void visit(int node) {
        SyntaxTree tree = out.tree;
        switch (tree.kind(node)) {
            case PATTERN_VALUE -> out.push(NameCollector.LOAD, tree.slot(node, 0));
            case PATTERN_SINGLETON -> out.access(tree.firstToken(node), NameCollector.LOAD);
            case PATTERN_SEQUENCE, PATTERN_OR -> out.pushAll(NameCollector.PATTERN, tree.slot(node, 0));
            case PATTERN_PAREN -> out.push(NameCollector.PATTERN, tree.slot(node, 0));
            case PATTERN_STAR -> out.push(NameCollector.PATTERN_NAME, tree.slot(node, 0));
            case PATTERN_AS -> {
                out.push(NameCollector.PATTERN_NAME, tree.slot(node, 1));
                out.push(NameCollector.PATTERN, tree.slot(node, 0));
            }
            case PATTERN_MAPPING -> mapping(tree, node);
            case PATTERN_CLASS -> {
                out.pushAll(NameCollector.PATTERN, tree.slot(node, 1));
                out.push(NameCollector.LOAD, tree.slot(node, 0));
            }
            case PATTERN_KEYWORD -> {
                out.push(NameCollector.PATTERN, tree.slot(node, 1));
                out.push(NameCollector.PATTERN_NAME, tree.slot(node, 0));
            }
            default -> { }
        }
    }

    private void mapping(SyntaxTree tree, int node) {
        int entries = tree.slot(node, 0);
        out.push(NameCollector.PATTERN_NAME, tree.slot(node, 1));
        for (int i = tree.length(entries) - 2; i >= 0; i -= 2) {
            out.push(NameCollector.PATTERN, tree.element(entries, i + 1));
            out.push(NameCollector.LOAD, tree.element(entries, i));
        }
    }
}
