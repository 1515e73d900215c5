package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of string literals. Adjacent literals nest to the right: `"a" "b" "c"` is `"a"` and the rest.
final class StringNodes {
    private final CstRows out;

    StringNodes(CstRows out) {
        this.out = out;
    }

    /// The class of a STRINGS node.
    CstKind kind(int node) {
        int parts = out.tree.slot(node, 0);
        return out.tree.length(parts) == 1 ? partKind(out.tree.element(parts, 0)) : CstKind.CONCATENATED_STRING;
    }

    /// The fields of a STRINGS node whose row was added.
    void fields(int node, int row) {
        int parts = out.tree.slot(node, 0);
        if (out.tree.length(parts) == 1) {
            partFields(out.tree.element(parts, 0), row);
        } else {
            concatenatedFields(node, 0, row);
        }
    }

    /// The current CONCATENATED_STRING item.
    void concatenated() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int from = out.work.extra;
        int parts = tree.slot(node, 0);
        int row = out.row(CstKind.CONCATENATED_STRING, node, tree.start(tree.element(parts, from)), tree.end(node));
        concatenatedFields(node, from, row);
    }

    private void concatenatedFields(int node, int from, int row) {
        int parts = out.tree.slot(node, 0);
        if (from + 2 == out.tree.length(parts)) {
            out.push(CstWork.STRING, out.tree.element(parts, from + 1), row, CstSlot.RIGHT, 0);
        } else {
            out.push(CstWork.CONCATENATED_STRING, node, row, CstSlot.RIGHT, from + 1);
        }
        out.push(CstWork.STRING, out.tree.element(parts, from), row, CstSlot.LEFT, 0);
    }

    /// The current STRING item.
    void part() {
        int node = out.work.node;
        partFields(node, out.row(partKind(node), node, out.tree.start(node), out.tree.end(node)));
    }

    private CstKind partKind(int part) {
        return switch (out.tree.kind(part)) {
            case FSTRING -> CstKind.FORMATTED_STRING;
            case TSTRING -> CstKind.TEMPLATED_STRING;
            default -> CstKind.SIMPLE_STRING;
        };
    }

    private void partFields(int part, int row) {
        NodeKind kind = out.tree.kind(part);
        if (kind == NodeKind.FSTRING || kind == NodeKind.TSTRING) {
            pushParts(out.tree.slot(part, 0), row, CstSlot.PARTS, kind == NodeKind.TSTRING ? 1 : 0);
        }
    }

    private void pushParts(int list, int row, CstSlot slot, int template) {
        for (int i = out.tree.length(list) - 1; i >= 0; i--) {
            out.work.push(CstWork.FORMAT_PART, out.tree.element(list, i), row, slot, i, template);
        }
    }

    /// The current FORMAT_PART item.
    void formatPart() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int template = out.work.extra;
        if (tree.kind(node) == NodeKind.FSTRING_TEXT) {
            out.row(template != 0 ? CstKind.TEMPLATED_STRING_TEXT : CstKind.FORMATTED_STRING_TEXT, node,
                    tree.start(node), tree.end(node));
            return;
        }
        int row = out.row(template != 0 ? CstKind.TEMPLATED_STRING_EXPRESSION : CstKind.FORMATTED_STRING_EXPRESSION,
                node, tree.start(node), tree.end(node));
        pushParts(tree.slot(node, 4), row, CstSlot.FORMAT_SPEC, template);
        int equal = tree.slot(node, 1);
        if (equal != 0) {
            out.pushLeaf(CstKind.ASSIGN_EQUAL, TokenKind.EQUAL, equal, CstRows.BEFORE | CstRows.AFTER, row,
                    CstSlot.EQUAL);
        }
        out.work.push(CstWork.EXPRESSION, tree.slot(node, 0), row, CstSlot.EXPRESSION, ABSENT, 0);
    }
}
