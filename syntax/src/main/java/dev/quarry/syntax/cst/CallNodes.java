package dev.quarry.syntax.cst;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of the arguments of calls and classes.
final class CallNodes {
    /// An argument of a class, which leaves the white space behind it to the parenthesis.
    private static final int OF_CLASS = 1;
    /// A generator expression in the parentheses of the call.
    private static final int BARE = 2;

    private final CstRows out;

    CallNodes(CstRows out) {
        this.out = out;
    }

    /// The fields of a CALL whose row was added.
    void fields(int node, int row) {
        SyntaxTree tree = out.tree;
        int callee = tree.slot(node, 0);
        int arguments = tree.slot(node, 1);
        int open = out.behindNode(callee);
        for (int i = tree.length(arguments) - 1; i >= 0; i--) {
            int argument = tree.element(arguments, i);
            boolean bare = tree.kind(argument) == NodeKind.GENERATOR && tree.firstToken(argument) == open;
            out.work.push(CstWork.ARGUMENT, argument, row, CstSlot.ARGS, i, bare ? BARE : 0);
        }
        out.push(callee, row, CstSlot.FUNC);
    }

    /// Has the arguments of a class projected: from the first keyword on under `keywords`, others under `bases`.
    void pushBases(int arguments, int row) {
        SyntaxTree tree = out.tree;
        int length = tree.length(arguments);
        int bases = 0;
        while (bases < length && tree.kind(tree.element(arguments, bases)) != NodeKind.KEYWORD_ARGUMENT) {
            bases++;
        }
        for (int i = length - 1; i >= 0; i--) {
            boolean base = i < bases;
            out.work.push(CstWork.ARGUMENT, tree.element(arguments, i), row, base ? CstSlot.BASES : CstSlot.KEYWORDS,
                    base ? i : i - bases, OF_CLASS);
        }
    }

    /// The current ARGUMENT item.
    void argument() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int flags = out.work.extra;
        NodeKind kind = tree.kind(node);
        if ((flags & BARE) != 0) {
            bareGenerator(node);
            return;
        }
        if (kind == NodeKind.ERROR_EXPRESSION) {
            return;
        }
        int end = tree.end(node);
        int behind = out.behindNode(node);
        boolean comma = out.is(behind, TokenKind.COMMA);
        int outerEnd = comma ? out.gapEnd(behind)
                : (flags & OF_CLASS) == 0 && out.is(behind, TokenKind.RPAR) ? out.tokens.start(behind) : end;
        int row = out.row(CstKind.ARG, node, tree.start(node), end, tree.start(node), outerEnd);
        if (comma) {
            out.pushComma(behind, CstRows.BEFORE | CstRows.AFTER, row);
        }
        switch (kind) {
            case KEYWORD_ARGUMENT -> {
                int value = tree.slot(node, 1);
                // A name may be token 0 of nothing: arguments have a callee before them.
                int name = tree.slot(node, 0);
                if (name != 0) {
                    out.name(name, row, CstSlot.KEYWORD);
                    out.leaf(CstKind.ASSIGN_EQUAL, TokenKind.EQUAL, out.next(name + 1),
                            CstRows.BEFORE | CstRows.AFTER, row, CstSlot.EQUAL);
                }
                out.push(value, row, CstSlot.VALUE);
            }
            case STARRED -> out.push(tree.slot(node, 0), row, CstSlot.VALUE);
            default -> out.push(node, row, CstSlot.VALUE);
        }
    }

    private void bareGenerator(int node) {
        int open = out.tree.firstToken(node);
        int close = out.tree.endToken(node) - 1;
        boolean closed = close > open && out.is(close, TokenKind.RPAR);
        int start = out.gapEnd(open);
        int end = closed ? Math.max(start, out.gapStart(close)) : Math.max(start, out.tree.end(node));
        int row = out.row(CstKind.ARG, node, start, end, start, closed ? out.tokens.start(close) : end);
        out.work.push(CstWork.EXPRESSION, node, row, CstSlot.VALUE, CstTable.ABSENT, 1);
    }
}
