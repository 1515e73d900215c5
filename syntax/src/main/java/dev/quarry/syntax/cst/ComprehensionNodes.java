package dev.quarry.syntax.cst;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of the clauses of comprehensions: a `for` holds its conditions and the `for` that follows.
final class ComprehensionNodes {
    private final CstRows out;

    ComprehensionNodes(CstRows out) {
        this.out = out;
    }

    /// Has a list of clauses projected.
    void push(int clauses, int row) {
        if (out.tree.length(clauses) > 0) {
            out.push(CstWork.COMP_FOR, clauses, row, CstSlot.FOR_IN, 0);
        }
    }

    /// The current COMP_FOR item. The white space before `for` belongs to the node, in both spans.
    void clause() {
        SyntaxTree tree = out.tree;
        int clauses = out.work.node;
        int number = out.work.extra;
        int last = tree.length(clauses) - 1;
        int node = tree.element(clauses, number);
        int row = out.row(CstKind.COMP_FOR, node, out.gapStart(tree.firstToken(node)),
                tree.end(tree.element(clauses, last)));
        if (number < last) {
            out.push(CstWork.COMP_FOR, clauses, row, CstSlot.INNER_FOR_IN, number + 1);
        }
        out.pushAll(CstWork.COMP_IF, tree.slot(node, 3), row, CstSlot.IFS);
        out.push(tree.slot(node, 2), row, CstSlot.ITER);
        out.push(tree.slot(node, 1), row, CstSlot.TARGET);
        if (tree.slot(node, 0) != 0) {
            out.leaf(CstKind.ASYNCHRONOUS, TokenKind.KW_ASYNC, tree.firstToken(node), CstRows.AFTER, row,
                    CstSlot.ASYNCHRONOUS);
        }
    }

    /// The current COMP_IF item.
    void condition() {
        int node = out.work.node;
        int row = out.row(CstKind.COMP_IF, node, out.gapStart(Math.max(out.beforeNode(node), 0)), out.tree.end(node));
        out.push(node, row, CstSlot.TEST);
    }
}
