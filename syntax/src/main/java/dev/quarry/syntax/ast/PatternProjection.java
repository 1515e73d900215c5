package dev.quarry.syntax.ast;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of `match` patterns. Children are pushed last field first.
final class PatternProjection {
    private final Projection out;
    private final Literals literals;

    PatternProjection(Projection out, Literals literals) {
        this.out = out;
        this.literals = literals;
    }

    void project(NodeKind kind) {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        switch (kind) {
            case PATTERN_VALUE -> out.push(tree.slot(node, 0), out.row(AstKind.MATCH_VALUE), AstField.VALUE);
            case PATTERN_SINGLETON -> literals.word(out.row(AstKind.MATCH_SINGLETON),
                    switch (out.tokens.kind(tree.firstToken(node))) {
                        case TokenKind.KW_TRUE -> "True";
                        case TokenKind.KW_FALSE -> "False";
                        default -> "None";
                    });
            case PATTERN_SEQUENCE ->
                    out.pushAll(tree.slot(node, 0), out.row(AstKind.MATCH_SEQUENCE), AstField.PATTERNS);
            case PATTERN_OR -> out.pushAll(tree.slot(node, 0), out.row(AstKind.MATCH_OR), AstField.PATTERNS);
            case PATTERN_STAR -> out.setName(out.row(AstKind.MATCH_STAR), tree.slot(node, 0));
            case PATTERN_AS -> {
                int row = out.row(AstKind.MATCH_AS);
                out.setName(row, tree.slot(node, 1));
                out.push(tree.slot(node, 0), row, AstField.PATTERN);
            }
            case PATTERN_MAPPING -> mapping(tree, node);
            case PATTERN_CLASS -> classPattern(tree, node);
            default -> throw new IllegalStateException("not a pattern: " + kind);
        }
    }

    private void mapping(SyntaxTree tree, int node) {
        int row = out.row(AstKind.MATCH_MAPPING);
        out.setName(row, tree.slot(node, 1));
        int entries = tree.slot(node, 0);
        int last = tree.length(entries) - 1;
        for (int i = last; i > 0; i -= 2) {
            out.push(tree.element(entries, i), row, AstField.PATTERNS, i >> 1, Projection.LOAD);
        }
        for (int i = last - 1; i >= 0; i -= 2) {
            out.push(tree.element(entries, i), row, AstField.KEYS, i >> 1, Projection.LOAD);
        }
    }

    private void classPattern(SyntaxTree tree, int node) {
        int row = out.row(AstKind.MATCH_CLASS);
        int arguments = tree.slot(node, 1);
        int length = tree.length(arguments);
        int keywords = 0;
        int names = out.openNames();
        for (int i = 0; i < length; i++) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) == NodeKind.PATTERN_KEYWORD) {
                out.putListedName(names, tree.slot(argument, 0));
                keywords++;
            }
        }
        out.closeNames(row, AstField.KWD_ATTRS, names);
        int positional = length - keywords;
        for (int i = length - 1; i >= 0; i--) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) == NodeKind.PATTERN_KEYWORD) {
                out.push(tree.slot(argument, 1), row, AstField.KWD_PATTERNS, --keywords, Projection.LOAD);
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            int argument = tree.element(arguments, i);
            if (tree.kind(argument) != NodeKind.PATTERN_KEYWORD) {
                out.push(argument, row, AstField.PATTERNS, --positional, Projection.LOAD);
            }
        }
        out.push(tree.slot(node, 0), row, AstField.CLS);
    }
}
