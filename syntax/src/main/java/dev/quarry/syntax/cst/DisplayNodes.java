package dev.quarry.syntax.cst;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of what stands in brackets: elements of displays and tuples, and subscripts.
final class DisplayNodes {
    private final CstRows out;
    private final ComprehensionNodes comprehensions;

    DisplayNodes(CstRows out, ComprehensionNodes comprehensions) {
        this.out = out;
        this.comprehensions = comprehensions;
    }

    /// Whether a TUPLE has parentheses of its own, not only around its first element.
    boolean isParenthesized(int tuple) {
        SyntaxTree tree = out.tree;
        int elements = tree.slot(tuple, 0);
        return out.tokens.kind(tree.firstToken(tuple)) == TokenKind.LPAR && (elements == 0
                || tree.firstToken(tree.element(elements, 0)) != tree.firstToken(tuple));
    }

    /// The fields of a display in brackets or braces whose row was added.
    void fields(NodeKind kind, int node, int row) {
        SyntaxTree tree = out.tree;
        boolean list = kind == NodeKind.LIST || kind == NodeKind.LIST_COMPREHENSION;
        brackets(node, row, list);
        switch (kind) {
            case LIST, SET -> out.pushAll(CstWork.ELEMENT, tree.slot(node, 0), row, CstSlot.ELEMENTS);
            case DICT -> {
                int entries = tree.slot(node, 0);
                for (int i = tree.length(entries) - 2; i >= 0; i -= 2) {
                    out.work.push(CstWork.DICT_ELEMENT, tree.element(entries, i + 1), row, CstSlot.ELEMENTS, i / 2,
                            tree.element(entries, i));
                }
            }
            case DICT_COMPREHENSION -> {
                comprehensions.push(tree.slot(node, 2), row);
                out.push(tree.slot(node, 1), row, CstSlot.VALUE);
                out.push(tree.slot(node, 0), row, CstSlot.KEY);
            }
            default -> {
                comprehensions.push(tree.slot(node, 1), row);
                out.push(tree.slot(node, 0), row, CstSlot.ELT);
            }
        }
    }

    private void brackets(int node, int row, boolean square) {
        int open = out.tree.firstToken(node);
        int close = out.tree.endToken(node) - 1;
        if (square) {
            out.leaf(CstKind.LEFT_SQUARE_BRACKET, TokenKind.LSQB, open, CstRows.AFTER | CstRows.WHOLE, row,
                    CstSlot.LBRACKET);
            out.pushLeaf(CstKind.RIGHT_SQUARE_BRACKET, TokenKind.RSQB, close, CstRows.BEFORE | CstRows.WHOLE, row,
                    CstSlot.RBRACKET);
        } else {
            out.leaf(CstKind.LEFT_CURLY_BRACE, TokenKind.LBRACE, open, CstRows.AFTER | CstRows.WHOLE, row,
                    CstSlot.LBRACE);
            out.pushLeaf(CstKind.RIGHT_CURLY_BRACE, TokenKind.RBRACE, close, CstRows.BEFORE | CstRows.WHOLE, row,
                    CstSlot.RBRACE);
        }
    }

    /// The current ELEMENT item. The comma behind the last element leaves the white space behind it to the bracket.
    void element() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        NodeKind kind = tree.kind(node);
        if (kind == NodeKind.ERROR_EXPRESSION) {
            return;
        }
        boolean starred = kind == NodeKind.STARRED;
        int row = separated(starred ? CstKind.STARRED_ELEMENT : CstKind.ELEMENT, node, tree.start(node));
        out.push(starred ? tree.slot(node, 0) : node, row, CstSlot.VALUE);
    }

    /// The current DICT_ELEMENT item.
    void dictElement() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int key = out.work.extra;
        int before = out.beforeNode(node);
        int start = key != 0 ? tree.start(key)
                : out.is(before, TokenKind.DOUBLESTAR) ? out.tokens.start(before) : tree.start(node);
        // A dict is not told which element is the last: what follows the comma does.
        int behind = out.behindNode(node);
        out.work.extra = out.is(behind, TokenKind.COMMA) && out.is(out.next(behind + 1), TokenKind.RBRACE) ? 1 : 0;
        int row = separated(key != 0 ? CstKind.DICT_ELEMENT : CstKind.STARRED_DICT_ELEMENT, node, start);
        out.push(node, row, CstSlot.VALUE);
        out.push(key, row, CstSlot.KEY);
    }

    /// Adds the row of an element that ends with the node and pushes its comma; the current item's extra tells the last.
    private int separated(CstKind kind, int node, int start) {
        SyntaxTree tree = out.tree;
        int end = tree.end(node);
        int comma = out.behindNode(node);
        if (!out.is(comma, TokenKind.COMMA)) {
            return out.row(kind, node, start, end);
        }
        boolean last = out.work.extra != 0;
        int row = out.row(kind, node, start, end, start, last ? out.tokens.end(comma) : out.gapEnd(comma));
        out.pushComma(comma, last ? CstRows.BEFORE : CstRows.BEFORE | CstRows.AFTER, row);
        return row;
    }

    /// The current DELETE_TUPLE item: the targets of a `del` statement, which are a tuple for LibCST.
    void deleteTuple() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int targets = tree.slot(node, 0);
        int row = out.row(CstKind.TUPLE, node, tree.start(tree.element(targets, 0)), out.endOf(node));
        out.pushAll(CstWork.ELEMENT, targets, row, CstSlot.ELEMENTS);
    }

    /// The fields of a SUBSCRIPT whose row was added. A tuple without parentheses is a list of subscripts.
    void subscript(int node, int row) {
        SyntaxTree tree = out.tree;
        int value = tree.slot(node, 0);
        int index = tree.slot(node, 1);
        int close = tree.endToken(node) - 1;
        out.pushLeaf(CstKind.RIGHT_SQUARE_BRACKET, TokenKind.RSQB, close, CstRows.BEFORE | CstRows.WHOLE, row,
                CstSlot.RBRACKET);
        if (tree.kind(index) == NodeKind.TUPLE && !isParenthesized(index)) {
            out.pushAll(CstWork.SUBSCRIPT_ELEMENT, tree.slot(index, 0), row, CstSlot.SLICE);
        } else {
            out.work.push(CstWork.SUBSCRIPT_ELEMENT, index, row, CstSlot.SLICE, 0, 1);
        }
        out.pushLeaf(CstKind.LEFT_SQUARE_BRACKET, TokenKind.LSQB, out.behindNode(value),
                CstRows.AFTER | CstRows.WHOLE, row, CstSlot.LBRACKET);
        out.push(value, row, CstSlot.VALUE);
    }

    /// The current SUBSCRIPT_ELEMENT item.
    void subscriptElement() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        NodeKind kind = tree.kind(node);
        if (kind == NodeKind.ERROR_EXPRESSION) {
            return;
        }
        int start = tree.start(node);
        int end = kind == NodeKind.SLICE ? sliceEnd(node) : tree.end(node);
        int comma = out.behindNode(node);
        int row;
        if (out.is(comma, TokenKind.COMMA)) {
            row = out.row(CstKind.SUBSCRIPT_ELEMENT, node, start, end, start, out.gapEnd(comma));
            out.pushComma(comma, CstRows.BEFORE | CstRows.AFTER, row);
        } else {
            row = out.row(CstKind.SUBSCRIPT_ELEMENT, node, start, end);
        }
        int slice = out.table.add(kind == NodeKind.SLICE ? CstKind.SLICE : CstKind.INDEX, row, CstSlot.SLICE.ordinal(),
                CstTable.ABSENT, node, start, end, start, end);
        if (kind == NodeKind.SLICE) {
            slice(node, slice);
        } else {
            out.push(kind == NodeKind.STARRED ? tree.slot(node, 0) : node, slice, CstSlot.VALUE);
        }
    }

    private void slice(int node, int row) {
        SyntaxTree tree = out.tree;
        int first = firstColon(node);
        int second = secondColon(node, first);
        out.push(tree.slot(node, 2), row, CstSlot.STEP);
        if (second >= 0) {
            out.pushLeaf(CstKind.COLON, second, CstRows.BEFORE | CstRows.AFTER, row, CstSlot.SECOND_COLON,
                    CstTable.ABSENT);
        }
        out.push(tree.slot(node, 1), row, CstSlot.UPPER);
        out.pushLeaf(CstKind.COLON, TokenKind.COLON, first, CstRows.BEFORE | CstRows.AFTER, row, CstSlot.FIRST_COLON);
        out.push(tree.slot(node, 0), row, CstSlot.LOWER);
    }

    /// A slice ends with the white space behind its last colon if nothing else follows that.
    private int sliceEnd(int node) {
        SyntaxTree tree = out.tree;
        if (tree.slot(node, 2) != 0) {
            return tree.end(node);
        }
        int first = firstColon(node);
        int second = secondColon(node, first);
        return second >= 0 ? out.gapEnd(second)
                : tree.slot(node, 1) == 0 && out.is(first, TokenKind.COLON) ? out.gapEnd(first) : tree.end(node);
    }

    private int firstColon(int node) {
        int lower = out.tree.slot(node, 0);
        return lower != 0 ? out.behindNode(lower) : out.tree.firstToken(node);
    }

    /// -1 when there is none.
    private int secondColon(int node, int first) {
        int upper = out.tree.slot(node, 1);
        int token = upper != 0 ? out.behindNode(upper) : out.next(first + 1);
        return token < out.tree.endToken(node) && out.is(token, TokenKind.COLON) ? token : -1;
    }
}
