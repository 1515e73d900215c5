package dev.quarry.syntax.ast;

import static dev.quarry.syntax.ast.AstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// Rows of `arguments` and `arg`: the tree has parameters as they are written, CPython sorts them by kind.
final class ParameterProjection {
    private final Projection out;

    ParameterProjection(Projection out) {
        this.out = out;
    }

    /// Adds the `arguments` row of the current item, whose node may be 0: a lambda without parameters.
    void arguments() {
        SyntaxTree tree = out.tree;
        int items = out.work.node == 0 ? 0 : tree.slot(out.work.node, 0);
        int row = out.row(AstKind.ARGUMENTS, ABSENT, ABSENT);
        int length = tree.length(items);
        int positionalOnlyEnd = 0;
        int star = length;
        int defaults = 0;
        for (int i = 0; i < length; i++) {
            NodeKind kind = tree.kind(tree.element(items, i));
            if (kind == NodeKind.POSITIONAL_ONLY_MARKER) {
                positionalOnlyEnd = i;
            } else if (star == length && (kind == NodeKind.STAR_PARAMETER || kind == NodeKind.KEYWORD_ONLY_MARKER)) {
                star = i;
            } else if (kind == NodeKind.PARAMETER && star == length && defaultValue(tree, items, i) != 0) {
                defaults++;
            }
        }
        pushDefaults(tree, items, star, defaults, row);
        pushDoubleStar(tree, items, length, row);
        pushKeywordOnly(tree, items, star, length, row);
        if (star < length && tree.kind(tree.element(items, star)) == NodeKind.STAR_PARAMETER) {
            out.push(tree.element(items, star), row, AstField.VARARG);
        }
        pushParameters(tree, items, positionalOnlyEnd, star, row, AstField.ARGS);
        pushParameters(tree, items, 0, positionalOnlyEnd, row, AstField.POSONLYARGS);
    }

    /// Adds the `arg` row of a parameter. Its span ends before a default value, in 3.8 that of a keyword-only parameter
    /// before the annotation.
    void parameter(boolean starred) {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int name = tree.slot(node, 0);
        int annotation = tree.slot(node, 1);
        boolean nameOnly = out.isPython38 && out.work.field == AstField.KWONLYARGS.ordinal();
        int row = out.row(AstKind.ARG, out.tokens.start(name),
                annotation == 0 || nameOnly ? out.tokens.end(name) : tree.end(annotation));
        out.setName(row, name);
        out.addTypeComment(row, tree.slot(node, starred ? 2 : 3));
        out.push(annotation, row, AstField.ANNOTATION);
    }

    private void pushDefaults(SyntaxTree tree, int items, int star, int defaults, int row) {
        int index = defaults;
        for (int i = star - 1; i >= 0 && index > 0; i--) {
            int value = defaultValue(tree, items, i);
            if (value != 0) {
                out.push(value, row, AstField.DEFAULTS, --index, Projection.LOAD);
            }
        }
    }

    private void pushDoubleStar(SyntaxTree tree, int items, int length, int row) {
        if (length > 0 && tree.kind(tree.element(items, length - 1)) == NodeKind.DOUBLE_STAR_PARAMETER) {
            out.push(tree.element(items, length - 1), row, AstField.KWARG);
        }
    }

    private void pushKeywordOnly(SyntaxTree tree, int items, int star, int length, int row) {
        int count = count(tree, items, star, length);
        int index = count;
        for (int i = length - 1; i > star; i--) {
            if (tree.kind(tree.element(items, i)) == NodeKind.PARAMETER) {
                out.push(defaultValue(tree, items, i), row, AstField.KW_DEFAULTS, --index, Projection.LOAD);
            }
        }
        pushParameters(tree, items, star, length, row, AstField.KWONLYARGS);
    }

    private void pushParameters(SyntaxTree tree, int items, int from, int to, int row, AstField field) {
        int index = count(tree, items, from, to);
        for (int i = to - 1; i >= from; i--) {
            if (tree.kind(tree.element(items, i)) == NodeKind.PARAMETER) {
                out.push(tree.element(items, i), row, field, --index, Projection.LOAD);
            }
        }
    }

    private static int count(SyntaxTree tree, int items, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (tree.kind(tree.element(items, i)) == NodeKind.PARAMETER) {
                count++;
            }
        }
        return count;
    }

    /// 0 for markers and parameters without one.
    private static int defaultValue(SyntaxTree tree, int items, int index) {
        int item = tree.element(items, index);
        return tree.kind(item) == NodeKind.PARAMETER ? tree.slot(item, 2) : 0;
    }
}
