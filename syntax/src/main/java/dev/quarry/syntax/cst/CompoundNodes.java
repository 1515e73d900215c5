package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of compound statements, definitions apart.
final class CompoundNodes {
    private final CstRows out;
    private final SuiteNodes suites;
    private final DefinitionNodes definitions;

    CompoundNodes(CstRows out, SuiteNodes suites, DefinitionNodes definitions) {
        this.out = out;
        this.suites = suites;
        this.definitions = definitions;
    }

    /// The current COMPOUND_STATEMENT item; also an `elif`.
    void statement() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        NodeKind kind = tree.kind(node);
        switch (kind) {
            case FUNCTION_DEF -> definitions.function(node);
            case CLASS_DEF -> definitions.classDefinition(node);
            case IF -> ifStatement(tree, node);
            case WHILE -> {
                int row = suites.statement(CstKind.WHILE, node);
                pushElse(tree.slot(node, 2), row);
                suites.push(tree.slot(node, 1), row);
                out.push(tree.slot(node, 0), row, CstSlot.TEST);
            }
            case FOR -> {
                int row = suites.statement(CstKind.FOR, node);
                pushElse(tree.slot(node, 4), row);
                suites.push(tree.slot(node, 3), row);
                out.push(tree.slot(node, 2), row, CstSlot.ITER);
                out.push(tree.slot(node, 1), row, CstSlot.TARGET);
                asynchronous(node, tree.slot(node, 0), row);
            }
            case WITH -> withStatement(tree, node);
            case TRY -> tryStatement(tree, node);
            case MATCH -> matchStatement(tree, node);
            default -> throw new IllegalStateException("not a compound statement: " + kind);
        }
    }

    private void pushElse(int list, int row) {
        if (out.tree.length(list) > 0) {
            out.push(CstWork.ELSE, list, row, CstSlot.ORELSE, 0);
        }
    }

    private void asynchronous(int node, int async, int row) {
        if (async != 0) {
            out.leaf(CstKind.ASYNCHRONOUS, TokenKind.KW_ASYNC, out.tree.firstToken(node), CstRows.AFTER, row,
                    CstSlot.ASYNCHRONOUS);
        }
    }

    private void ifStatement(SyntaxTree tree, int node) {
        int row = suites.statement(CstKind.IF, node);
        int orElse = tree.slot(node, 2);
        if (isElif(orElse)) {
            out.work.push(CstWork.COMPOUND_STATEMENT, tree.element(orElse, 0), row, CstSlot.ORELSE, ABSENT, 0);
        } else {
            pushElse(orElse, row);
        }
        suites.push(tree.slot(node, 1), row);
        out.push(tree.slot(node, 0), row, CstSlot.TEST);
    }

    private boolean isElif(int list) {
        return out.tree.length(list) == 1
                && out.is(out.tree.firstToken(out.tree.element(list, 0)), TokenKind.KW_ELIF);
    }

    /// The current ELSE item.
    void elseClause() {
        clause(CstKind.ELSE);
    }

    /// The current FINALLY item.
    void finallyClause() {
        clause(CstKind.FINALLY);
    }

    private void clause(CstKind kind) {
        SyntaxTree tree = out.tree;
        int list = out.work.node;
        int colon = suites.colonBefore(list);
        int keyword = colon < 0 ? ABSENT : out.before(colon);
        if (keyword < 0) {
            return;
        }
        int start = out.tokens.start(keyword);
        int end = out.endOf(tree.element(list, tree.length(list) - 1));
        int row = out.row(kind, 0, start, Math.max(start, end), Math.min(out.flow, start), 0);
        out.work.push(CstWork.END, 0, row, CstSlot.BODY, ABSENT, 0);
        suites.push(list, row);
    }

    private void tryStatement(SyntaxTree tree, int node) {
        boolean star = tree.slot(node, 4) != 0;
        int row = suites.statement(star ? CstKind.TRY_STAR : CstKind.TRY, node);
        if (tree.length(tree.slot(node, 3)) > 0) {
            out.push(CstWork.FINALLY, tree.slot(node, 3), row, CstSlot.FINALBODY, 0);
        }
        pushElse(tree.slot(node, 2), row);
        int handlers = tree.slot(node, 1);
        for (int i = tree.length(handlers) - 1; i >= 0; i--) {
            out.work.push(CstWork.HANDLER, tree.element(handlers, i), row, CstSlot.HANDLERS, i, star ? 1 : 0);
        }
        suites.push(tree.slot(node, 0), row);
    }

    /// The current HANDLER item.
    void handler() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int row = suites.statement(out.work.extra != 0 ? CstKind.EXCEPT_STAR_HANDLER : CstKind.EXCEPT_HANDLER, node);
        suites.push(tree.slot(node, 2), row);
        out.push(CstWork.AS_NAME_TOKEN, tree.slot(node, 1), row, CstSlot.NAME, 0);
        out.push(tree.slot(node, 0), row, CstSlot.TYPE);
    }

    private void withStatement(SyntaxTree tree, int node) {
        int row = suites.statement(CstKind.WITH, node);
        int async = tree.slot(node, 0);
        int items = tree.slot(node, 1);
        int length = tree.length(items);
        suites.push(tree.slot(node, 2), row);
        int open = out.next(tree.firstToken(node) + (async != 0 ? 2 : 1));
        boolean parenthesized = length > 0 && out.is(open, TokenKind.LPAR)
                && tree.firstToken(tree.element(items, 0)) > open;
        if (parenthesized) {
            int close = out.behindNode(tree.element(items, length - 1));
            if (out.is(close, TokenKind.COMMA)) {
                close = out.next(close + 1);
            }
            out.pushLeaf(CstKind.RIGHT_PAREN, TokenKind.RPAR, close, CstRows.BEFORE | CstRows.WHOLE, row,
                    CstSlot.RPAR);
        }
        out.pushAll(CstWork.WITH_ITEM, items, row, CstSlot.ITEMS);
        asynchronous(node, async, row);
        if (parenthesized) {
            out.leaf(CstKind.LEFT_PAREN, TokenKind.LPAR, open, CstRows.AFTER | CstRows.WHOLE, row, CstSlot.LPAR);
        }
    }

    /// The current WITH_ITEM item. The comma behind the last leaves the white space to the parenthesis.
    void withItem() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        boolean last = out.work.extra != 0;
        int start = tree.start(node);
        int end = tree.end(node);
        int comma = out.behindNode(node);
        int outerEnd = !out.is(comma, TokenKind.COMMA) ? end : last ? out.tokens.end(comma) : out.gapEnd(comma);
        int row = out.row(CstKind.WITH_ITEM, node, start, end, start, outerEnd);
        out.pushComma(comma, last ? CstRows.BEFORE : CstRows.BEFORE | CstRows.AFTER, row);
        out.push(CstWork.AS_NAME, tree.slot(node, 1), row, CstSlot.ASNAME, 0);
        out.push(tree.slot(node, 0), row, CstSlot.ITEM);
    }

    private void matchStatement(SyntaxTree tree, int node) {
        int row = suites.row(CstKind.MATCH, node);
        int cases = tree.slot(node, 1);
        int subject = tree.slot(node, 0);
        int length = tree.length(cases);
        if (length > 0) {
            int indent = tree.firstToken(tree.element(cases, 0)) - 1;
            while (out.is(indent, TokenKind.TYPE_COMMENT) || out.is(indent, TokenKind.NEWLINE)) {
                indent--;
            }
            boolean indented = out.is(indent, TokenKind.INDENT);
            out.work.push(indented ? CstWork.END_BLOCK : CstWork.END, indent, row, CstSlot.BODY, ABSENT, 0);
        } else {
            out.work.push(CstWork.END, 0, row, CstSlot.BODY, ABSENT, 0);
        }
        out.pushAll(CstWork.MATCH_CASE, cases, row, CstSlot.CASES);
        out.push(subject, row, CstSlot.SUBJECT);
        int colon = out.behindNode(subject);
        out.flowBehind(out.is(colon, TokenKind.COLON) ? out.tokens.end(colon) : tree.end(subject));
    }

    /// The current MATCH_CASE item.
    void matchCase() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int row = suites.statement(CstKind.MATCH_CASE, node);
        suites.push(tree.slot(node, 2), row);
        out.push(tree.slot(node, 1), row, CstSlot.GUARD);
        out.push(CstWork.PATTERN, tree.slot(node, 0), row, CstSlot.PATTERN, 0);
    }
}
