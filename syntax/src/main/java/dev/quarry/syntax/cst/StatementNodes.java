package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of small statements. Their plain span has no semicolon; the inclusive one has it with the white space around.
final class StatementNodes {
    private final CstRows out;
    private final ImportNodes imports;

    StatementNodes(CstRows out, ImportNodes imports) {
        this.out = out;
        this.imports = imports;
    }

    /// The current SMALL_STATEMENT item.
    void statement() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        NodeKind kind = tree.kind(node);
        CstKind rowKind = rowKind(kind);
        if (rowKind == null) {
            return;
        }
        int end = kind == NodeKind.IMPORT_FROM ? imports.end(node) : out.endOf(node);
        int semicolon = out.behindNode(node);
        boolean separated = out.is(semicolon, TokenKind.SEMI);
        int start = tree.start(node);
        int row = out.row(rowKind, node, start, end, start, separated ? out.gapEnd(semicolon) : end);
        if (separated) {
            out.pushLeaf(CstKind.SEMICOLON, semicolon, CstRows.BEFORE | CstRows.AFTER, row, CstSlot.SEMICOLON, ABSENT);
        }
        fields(tree, kind, node, row);
    }

    private static CstKind rowKind(NodeKind kind) {
        return switch (kind) {
            case EXPRESSION_STATEMENT -> CstKind.EXPR;
            case ASSIGN -> CstKind.ASSIGN;
            case AUGMENTED_ASSIGN -> CstKind.AUG_ASSIGN;
            case ANNOTATED_ASSIGN -> CstKind.ANN_ASSIGN;
            case RETURN -> CstKind.RETURN;
            case DELETE -> CstKind.DEL;
            case TYPE_ALIAS -> CstKind.TYPE_ALIAS;
            case RAISE -> CstKind.RAISE;
            case ASSERT -> CstKind.ASSERT;
            case IMPORT -> CstKind.IMPORT;
            case IMPORT_FROM -> CstKind.IMPORT_FROM;
            case GLOBAL -> CstKind.GLOBAL;
            case NONLOCAL -> CstKind.NONLOCAL;
            case PASS -> CstKind.PASS;
            case BREAK -> CstKind.BREAK;
            case CONTINUE -> CstKind.CONTINUE;
            default -> null;
        };
    }

    private void fields(SyntaxTree tree, NodeKind kind, int node, int row) {
        switch (kind) {
            case EXPRESSION_STATEMENT, RETURN -> out.push(tree.slot(node, 0), row, CstSlot.VALUE);
            case ASSIGN -> {
                out.push(tree.slot(node, 1), row, CstSlot.VALUE);
                out.pushAll(CstWork.ASSIGN_TARGET, tree.slot(node, 0), row, CstSlot.TARGETS);
            }
            case AUGMENTED_ASSIGN -> {
                int token = tree.slot(node, 1);
                CstKind operator = Operators.augmented(out.tokens.kind(token));
                out.push(tree.slot(node, 2), row, CstSlot.VALUE);
                if (operator != null) {
                    out.pushLeaf(operator, token, CstRows.BEFORE | CstRows.AFTER, row, CstSlot.OPERATOR, ABSENT);
                }
                out.push(tree.slot(node, 0), row, CstSlot.TARGET);
            }
            case ANNOTATED_ASSIGN -> {
                int value = tree.slot(node, 2);
                if (value != 0) {
                    out.push(value, row, CstSlot.VALUE);
                    out.pushLeaf(CstKind.ASSIGN_EQUAL, TokenKind.EQUAL, out.beforeNode(value),
                            CstRows.BEFORE | CstRows.AFTER, row, CstSlot.EQUAL);
                }
                out.push(CstWork.ANNOTATION, tree.slot(node, 1), row, CstSlot.ANNOTATION, 0);
                out.push(tree.slot(node, 0), row, CstSlot.TARGET);
            }
            case DELETE -> delete(tree, node, row);
            case TYPE_ALIAS -> {
                int name = tree.slot(node, 0);
                out.push(tree.slot(node, 2), row, CstSlot.VALUE);
                out.push(CstWork.TYPE_PARAMETERS, tree.slot(node, 1), row, CstSlot.TYPE_PARAMETERS,
                        out.behindNode(name));
                out.push(name, row, CstSlot.NAME);
            }
            case RAISE -> {
                out.push(CstWork.FROM, tree.slot(node, 1), row, CstSlot.CAUSE, 0);
                out.push(tree.slot(node, 0), row, CstSlot.EXC);
            }
            case ASSERT -> {
                int message = tree.slot(node, 1);
                if (message != 0) {
                    out.push(message, row, CstSlot.MSG);
                    out.pushComma(out.beforeNode(message), CstRows.BEFORE | CstRows.AFTER, row);
                }
                out.push(tree.slot(node, 0), row, CstSlot.TEST);
            }
            case IMPORT -> imports.imports(node, row);
            case IMPORT_FROM -> imports.importFrom(node, row);
            case GLOBAL, NONLOCAL -> out.pushAll(CstWork.NAME_ITEM, tree.slot(node, 0), row, CstSlot.NAMES);
            default -> { }
        }
    }

    /// Several targets, or one with a comma behind it, are a tuple.
    private void delete(SyntaxTree tree, int node, int row) {
        int targets = tree.slot(node, 0);
        int length = tree.length(targets);
        if (length > 1 || length == 1 && out.is(out.behindNode(tree.element(targets, 0)), TokenKind.COMMA)) {
            out.push(CstWork.DELETE_TUPLE, node, row, CstSlot.TARGET, 0);
        } else if (length == 1) {
            out.push(tree.element(targets, 0), row, CstSlot.TARGET);
        }
    }

    /// The current ASSIGN_TARGET item, which has the `=` behind it in its inclusive span.
    void assignTarget() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int equal = out.behindNode(node);
        int end = tree.end(node);
        int row = out.row(CstKind.ASSIGN_TARGET, node, tree.start(node), end, tree.start(node),
                out.is(equal, TokenKind.EQUAL) ? out.gapEnd(equal) : end);
        out.push(node, row, CstSlot.TARGET);
    }

    /// The current NAME_ITEM item.
    void nameItem() {
        int token = out.work.node;
        int comma = out.next(token + 1);
        int start = out.tokens.start(token);
        int end = out.tokens.end(token);
        int row = out.row(CstKind.NAME_ITEM, 0, start, end, start,
                out.is(comma, TokenKind.COMMA) ? out.gapEnd(comma) : end);
        out.pushComma(comma, CstRows.BEFORE | CstRows.AFTER, row);
        out.name(token, row, CstSlot.NAME);
    }
}
