package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of lines and blocks.
///
/// Lines of comments and blank lines belong to the statement below them, or at the end of a block to the block, up to the
/// last that is indented like it. A row's inclusive span ends when all that is in it has been projected: the items
/// END, END_LINE and END_BLOCK set it.
final class SuiteNodes {
    private final CstRows out;

    SuiteNodes(CstRows out) {
        this.out = out;
    }

    /// Adds the row of a compound statement or a clause and has its inclusive span ended when all in it is done.
    int statement(CstKind kind, int node) {
        int row = row(kind, node);
        out.work.push(CstWork.END, 0, row, CstSlot.BODY, ABSENT, 0);
        return row;
    }

    /// The same, but its inclusive span remains to be ended.
    int row(CstKind kind, int node) {
        int start = out.tree.start(node);
        return out.row(kind, node, start, Math.max(start, out.endOf(node)), Math.min(out.flow, start), 0);
    }

    /// Has a list of statements behind a colon projected; nothing when it is empty.
    void push(int list, int row) {
        if (out.tree.length(list) > 0) {
            out.push(CstWork.SUITE, list, row, CstSlot.BODY, 0);
        }
    }

    /// Has a list of statements projected, small statements in one line together.
    void pushBody(int list, int row) {
        SyntaxTree tree = out.tree;
        int length = tree.length(list);
        int line = 0;
        for (int i = 0; i < length; i++) {
            line += isFirstInLine(list, i) ? 1 : 0;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (isFirstInLine(list, i)) {
                line--;
                int statement = tree.element(list, i);
                if (isCompound(tree.kind(statement))) {
                    out.work.push(CstWork.COMPOUND_STATEMENT, statement, row, CstSlot.BODY, line, 0);
                } else {
                    out.work.push(CstWork.LINE, list, row, CstSlot.BODY, line, i);
                }
            }
        }
    }

    private boolean isFirstInLine(int list, int index) {
        SyntaxTree tree = out.tree;
        if (index == 0 || isCompound(tree.kind(tree.element(list, index)))) {
            return true;
        }
        int before = tree.element(list, index - 1);
        return isCompound(tree.kind(before)) || !out.is(tree.endToken(before), TokenKind.SEMI)
                || tree.firstToken(tree.element(list, index)) != tree.endToken(before) + 1;
    }

    static boolean isCompound(NodeKind kind) {
        return switch (kind) {
            case FUNCTION_DEF, CLASS_DEF, FOR, WHILE, IF, WITH, MATCH, TRY -> true;
            default -> false;
        };
    }

    /// The current LINE item.
    void line() {
        SyntaxTree tree = out.tree;
        int list = out.work.node;
        int first = out.work.extra;
        int last = lastInLine(list, first);
        int statement = tree.element(list, first);
        int start = tree.start(statement);
        int row = ABSENT;
        if (hasRow(list, first, last)) {
            row = out.row(CstKind.SIMPLE_STATEMENT_LINE, 0, start, out.endOf(tree.element(list, last)),
                    Math.min(out.flow, start), 0);
        }
        pushSmallStatements(list, first, last, row);
    }

    private int lastInLine(int list, int first) {
        int last = first;
        while (last + 1 < out.tree.length(list) && !isFirstInLine(list, last + 1)) {
            last++;
        }
        return last;
    }

    private boolean hasRow(int list, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (out.tree.kind(out.tree.element(list, i)) != NodeKind.ERROR_STATEMENT) {
                return true;
            }
        }
        return false;
    }

    private void pushSmallStatements(int list, int first, int last, int row) {
        SyntaxTree tree = out.tree;
        int end = tree.element(list, last);
        int semicolon = out.behindNode(end);
        out.work.push(CstWork.END_LINE, 0, row, CstSlot.BODY, 0,
                out.is(semicolon, TokenKind.SEMI) ? out.tokens.end(semicolon) : tree.end(end));
        for (int i = last; i >= first && row >= 0; i--) {
            out.work.push(CstWork.SMALL_STATEMENT, tree.element(list, i), row, CstSlot.BODY, i - first, 0);
        }
    }

    /// The current SUITE item: what stands behind a colon.
    void suite() {
        SyntaxTree tree = out.tree;
        int list = out.work.node;
        int length = tree.length(list);
        int colon = colonBefore(list);
        if (colon < 0) {
            return;
        }
        int indent = indentBefore(list);
        int outerStart = out.tokens.end(colon);
        int start = tree.start(tree.element(list, 0));
        int end = Math.max(start, out.endOf(tree.element(list, length - 1)));
        if (indent < 0) {
            int last = lastInLine(list, 0);
            int row = out.row(CstKind.SIMPLE_STATEMENT_SUITE, 0, start, end, outerStart, 0);
            pushSmallStatements(list, 0, last, row);
            return;
        }
        int row = out.row(CstKind.INDENTED_BLOCK, 0, start, end, outerStart, 0);
        out.flowBehind(outerStart);
        out.work.push(CstWork.END_BLOCK, indent, row, CstSlot.BODY, 0, 0);
        pushBody(list, row);
    }

    /// The colon before a list of statements; -1 in a broken file that has none.
    int colonBefore(int list) {
        int token = headerEnd(list);
        return out.is(token, TokenKind.COLON) ? token : -1;
    }

    private int headerEnd(int list) {
        int token = firstToken(list) - 1;
        while (token >= 0) {
            switch (out.tokens.kind(token)) {
                case TokenKind.TYPE_COMMENT, TokenKind.NEWLINE, TokenKind.INDENT -> token--;
                default -> {
                    return token;
                }
            }
        }
        return token;
    }

    /// The INDENT before a list of statements; -1 when there is none.
    private int indentBefore(int list) {
        int token = firstToken(list) - 1;
        while (out.is(token, TokenKind.TYPE_COMMENT) || out.is(token, TokenKind.NEWLINE)) {
            token--;
        }
        return out.is(token, TokenKind.INDENT) ? token : -1;
    }

    /// The first token of a list of statements, decorators included.
    private int firstToken(int list) {
        SyntaxTree tree = out.tree;
        int first = tree.element(list, 0);
        NodeKind kind = tree.kind(first);
        if (kind == NodeKind.FUNCTION_DEF || kind == NodeKind.CLASS_DEF) {
            int decorators = tree.slot(first, 0);
            if (tree.length(decorators) > 0) {
                return out.beforeNode(tree.element(decorators, 0));
            }
        }
        return tree.firstToken(first);
    }

    /// The current END item.
    void end() {
        int row = out.work.parent;
        if (out.flow < out.table.end(row)) {
            // A block is missing.
            out.flowBehind(out.table.end(row));
        }
        out.table.setOuterEnd(row, out.flow);
    }

    /// The current END_LINE item; the parent is -1 for a line without a row.
    void endLine() {
        out.flowBehind(out.work.extra);
        if (out.work.parent >= 0) {
            end();
        }
    }

    /// The current END_BLOCK item.
    void endBlock() {
        out.flow = out.footers.end(out.flow, out.tokens.start(out.work.node));
        end();
    }
}
