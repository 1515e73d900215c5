package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of functions and classes with their decorators. A definition's plain span begins behind these.
final class DefinitionNodes {
    private final CstRows out;
    private final SuiteNodes suites;
    private final CallNodes calls;

    DefinitionNodes(CstRows out, SuiteNodes suites, CallNodes calls) {
        this.out = out;
        this.suites = suites;
        this.calls = calls;
    }

    void function(int node) {
        SyntaxTree tree = out.tree;
        int row = suites.statement(CstKind.FUNCTION_DEF, node);
        int name = tree.slot(node, 2);
        int typeParameters = tree.slot(node, 3);
        int parameters = tree.slot(node, 4);
        suites.push(tree.slot(node, 6), row);
        out.push(CstWork.ANNOTATION, tree.slot(node, 5), row, CstSlot.RETURNS, 0);
        out.push(CstWork.PARAMETERS, parameters, row, CstSlot.PARAMS, Math.max(out.beforeNode(parameters), 0));
        out.push(CstWork.TYPE_PARAMETERS, typeParameters, row, CstSlot.TYPE_PARAMETERS, out.next(name + 1));
        out.pushName(name, row, CstSlot.NAME);
        if (tree.slot(node, 1) != 0) {
            out.pushLeaf(CstKind.ASYNCHRONOUS, TokenKind.KW_ASYNC, tree.firstToken(node), CstRows.AFTER, row,
                    CstSlot.ASYNCHRONOUS);
        }
        pushDecorators(tree.slot(node, 0), row);
    }

    void classDefinition(int node) {
        SyntaxTree tree = out.tree;
        int row = suites.statement(CstKind.CLASS_DEF, node);
        int name = tree.slot(node, 1);
        int typeParameters = tree.slot(node, 2);
        int arguments = tree.slot(node, 3);
        suites.push(tree.slot(node, 4), row);
        int open = out.next(name + 1);
        if (tree.length(typeParameters) > 0) {
            open = out.behindNode(tree.element(typeParameters, tree.length(typeParameters) - 1));
            while (out.is(open, TokenKind.COMMA) || out.is(open, TokenKind.RSQB)) {
                open = out.next(open + 1);
            }
        }
        if (out.is(open, TokenKind.LPAR)) {
            int close = out.next(open + 1);
            if (tree.length(arguments) > 0) {
                close = out.behindNode(tree.element(arguments, tree.length(arguments) - 1));
                if (out.is(close, TokenKind.COMMA)) {
                    close = out.next(close + 1);
                }
            }
            out.pushLeaf(CstKind.RIGHT_PAREN, TokenKind.RPAR, close, CstRows.BEFORE | CstRows.WHOLE, row,
                    CstSlot.RPAR);
            calls.pushBases(arguments, row);
            out.pushLeaf(CstKind.LEFT_PAREN, open, CstRows.AFTER | CstRows.WHOLE, row, CstSlot.LPAR, ABSENT);
        }
        out.push(CstWork.TYPE_PARAMETERS, typeParameters, row, CstSlot.TYPE_PARAMETERS, out.next(name + 1));
        out.pushName(name, row, CstSlot.NAME);
        pushDecorators(tree.slot(node, 0), row);
    }

    private void pushDecorators(int decorators, int row) {
        for (int i = out.tree.length(decorators) - 1; i >= 0; i--) {
            out.work.push(CstWork.DECORATOR, out.tree.element(decorators, i), row, CstSlot.DECORATORS, i, 0);
        }
    }

    /// The current DECORATOR item. The lines above the first belong to the definition.
    void decorator() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int at = Math.max(out.beforeNode(node), 0);
        int start = out.tokens.start(at);
        int end = tree.end(node);
        int outerStart = out.work.index == 0 ? out.lines.emptyLinesEnd(out.flow) : out.flow;
        out.flowBehind(end);
        int row = out.row(CstKind.DECORATOR, node, start, Math.max(start, end), Math.min(outerStart, start), out.flow);
        out.push(node, row, CstSlot.DECORATOR);
    }
}
