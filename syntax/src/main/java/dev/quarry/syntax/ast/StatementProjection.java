package dev.quarry.syntax.ast;

import static dev.quarry.syntax.ast.AstTable.ABSENT;
import static dev.quarry.syntax.ast.Projection.DELETE;
import static dev.quarry.syntax.ast.Projection.STORE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TypeIgnores;

/// Rows of statements and of what only statements hold. Children are pushed last field first.
final class StatementProjection {
    private final Projection out;

    StatementProjection(Projection out) {
        this.out = out;
    }

    void project(NodeKind kind) {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        switch (kind) {
            case FUNCTION_DEF -> functionDefinition(tree, node);
            case CLASS_DEF -> classDefinition(tree, node);
            case EXPRESSION_STATEMENT -> out.push(tree.slot(node, 0), out.row(AstKind.EXPR), AstField.VALUE);
            case ASSIGN -> {
                int row = out.row(AstKind.ASSIGN);
                out.addTypeComment(row, tree.slot(node, 2));
                out.push(tree.slot(node, 1), row, AstField.VALUE);
                out.pushAll(tree.slot(node, 0), row, AstField.TARGETS, STORE);
            }
            case AUGMENTED_ASSIGN -> {
                int row = out.row(AstKind.AUG_ASSIGN);
                out.push(tree.slot(node, 2), row, AstField.VALUE);
                out.pushLeaf(Operators.augmented(out.tokens.kind(tree.slot(node, 1))), row, AstField.OP, ABSENT);
                out.push(tree.slot(node, 0), row, AstField.TARGET, STORE);
            }
            case ANNOTATED_ASSIGN -> {
                int row = out.row(AstKind.ANN_ASSIGN);
                int target = tree.slot(node, 0);
                out.addNumber(row, AstField.SIMPLE, tree.kind(target) == NodeKind.NAME ? 1 : 0);
                out.push(tree.slot(node, 2), row, AstField.VALUE);
                out.push(tree.slot(node, 1), row, AstField.ANNOTATION);
                out.push(target, row, AstField.TARGET, STORE);
            }
            case RETURN -> out.push(tree.slot(node, 0), out.row(AstKind.RETURN), AstField.VALUE);
            case DELETE -> out.pushAll(tree.slot(node, 0), out.row(AstKind.DELETE), AstField.TARGETS, DELETE);
            case TYPE_ALIAS -> {
                int row = out.row(AstKind.TYPE_ALIAS);
                out.push(tree.slot(node, 2), row, AstField.VALUE);
                out.pushAll(tree.slot(node, 1), row, AstField.TYPE_PARAMS);
                out.push(tree.slot(node, 0), row, AstField.NAME, STORE);
            }
            case FOR -> {
                int row = out.row(tree.slot(node, 0) == 0 ? AstKind.FOR : AstKind.ASYNC_FOR);
                out.addTypeComment(row, tree.slot(node, 5));
                out.pushAll(tree.slot(node, 4), row, AstField.ORELSE);
                out.pushAll(tree.slot(node, 3), row, AstField.BODY);
                out.push(tree.slot(node, 2), row, AstField.ITER);
                out.push(tree.slot(node, 1), row, AstField.TARGET, STORE);
            }
            case WHILE -> test(tree, node, AstKind.WHILE);
            case IF -> test(tree, node, AstKind.IF);
            case WITH -> {
                int row = out.row(tree.slot(node, 0) == 0 ? AstKind.WITH : AstKind.ASYNC_WITH);
                out.addTypeComment(row, tree.slot(node, 3));
                out.pushAll(tree.slot(node, 2), row, AstField.BODY);
                out.pushAll(tree.slot(node, 1), row, AstField.ITEMS);
            }
            case WITH_ITEM -> {
                int row = out.row(AstKind.WITHITEM);
                out.push(tree.slot(node, 1), row, AstField.OPTIONAL_VARS, STORE);
                out.push(tree.slot(node, 0), row, AstField.CONTEXT_EXPR);
            }
            case MATCH -> {
                int row = out.row(AstKind.MATCH);
                out.pushAll(tree.slot(node, 1), row, AstField.CASES);
                out.push(tree.slot(node, 0), row, AstField.SUBJECT);
            }
            case MATCH_CASE -> {
                int row = out.row(AstKind.MATCH_CASE);
                out.pushAll(tree.slot(node, 2), row, AstField.BODY);
                out.push(tree.slot(node, 1), row, AstField.GUARD);
                out.push(tree.slot(node, 0), row, AstField.PATTERN);
            }
            case RAISE -> {
                int row = out.row(AstKind.RAISE);
                out.push(tree.slot(node, 1), row, AstField.CAUSE);
                out.push(tree.slot(node, 0), row, AstField.EXC);
            }
            case TRY -> {
                int row = out.row(tree.slot(node, 4) == 0 ? AstKind.TRY : AstKind.TRY_STAR);
                out.pushAll(tree.slot(node, 3), row, AstField.FINALBODY);
                out.pushAll(tree.slot(node, 2), row, AstField.ORELSE);
                out.pushAll(tree.slot(node, 1), row, AstField.HANDLERS);
                out.pushAll(tree.slot(node, 0), row, AstField.BODY);
            }
            case EXCEPT_HANDLER -> {
                int row = out.row(AstKind.EXCEPT_HANDLER);
                out.setName(row, tree.slot(node, 1));
                out.pushAll(tree.slot(node, 2), row, AstField.BODY);
                out.push(tree.slot(node, 0), row, AstField.TYPE);
            }
            case ASSERT -> {
                int row = out.row(AstKind.ASSERT);
                out.push(tree.slot(node, 1), row, AstField.MSG);
                out.push(tree.slot(node, 0), row, AstField.TEST);
            }
            case IMPORT -> {
                int row = out.row(AstKind.IMPORT);
                lazy(row, tree.slot(node, 1));
                out.pushAll(tree.slot(node, 0), row, AstField.NAMES);
            }
            case IMPORT_FROM -> {
                int row = out.row(AstKind.IMPORT_FROM);
                out.addNumber(row, AstField.LEVEL, tree.slot(node, 0));
                lazy(row, tree.slot(node, 4));
                out.setDottedName(row, tree.slot(node, 1), tree.slot(node, 2));
                out.pushAll(tree.slot(node, 3), row, AstField.NAMES);
            }
            case ALIAS -> {
                int row = out.row(AstKind.ALIAS);
                out.setDottedName(row, tree.slot(node, 0), tree.slot(node, 1));
                out.addName(row, AstField.ASNAME, tree.slot(node, 2));
            }
            case GLOBAL -> names(tree, node, AstKind.GLOBAL);
            case NONLOCAL -> names(tree, node, AstKind.NONLOCAL);
            case PASS -> out.row(AstKind.PASS);
            case BREAK -> out.row(AstKind.BREAK);
            case CONTINUE -> out.row(AstKind.CONTINUE);
            case TYPE_VAR -> {
                int row = out.row(AstKind.TYPE_VAR);
                out.setName(row, tree.slot(node, 0));
                out.push(tree.slot(node, 2), row, AstField.DEFAULT_VALUE);
                out.push(tree.slot(node, 1), row, AstField.BOUND);
            }
            case TYPE_VAR_TUPLE -> defaultedTypeParameter(tree, node, AstKind.TYPE_VAR_TUPLE);
            case PARAM_SPEC -> defaultedTypeParameter(tree, node, AstKind.PARAM_SPEC);
            default -> throw new IllegalStateException("not a statement: " + kind);
        }
    }

    /// The `TypeIgnore` row of the current item. Its node has the number of the comment for a moment only.
    void typeIgnore() {
        TypeIgnores comments = out.tokens.typeIgnores();
        int comment = out.work.node;
        out.work.node = 0;
        int row = out.row(AstKind.TYPE_IGNORE);
        out.addNumber(row, AstField.LINENO, out.tree.source().line0(comments.start(comment)) + 1);
        boolean lineFeed = comments.aloneOnLine(comment) && out.version.isAtLeast(PythonVersion.PY312);
        out.addText(row, AstField.TAG, comments.tagStart(comment), comments.tagEnd(comment), lineFeed);
    }

    private void functionDefinition(SyntaxTree tree, int node) {
        int row = out.row(tree.slot(node, 1) == 0 ? AstKind.FUNCTION_DEF : AstKind.ASYNC_FUNCTION_DEF);
        out.setName(row, tree.slot(node, 2));
        out.addTypeComment(row, tree.slot(node, 7));
        out.pushAll(tree.slot(node, 3), row, AstField.TYPE_PARAMS);
        out.push(tree.slot(node, 5), row, AstField.RETURNS);
        out.pushAll(tree.slot(node, 0), row, AstField.DECORATOR_LIST);
        out.pushAll(tree.slot(node, 6), row, AstField.BODY);
        out.work.push(Worklist.ARGUMENTS, tree.slot(node, 4), row, AstField.ARGS, ABSENT, 0);
    }

    private void classDefinition(SyntaxTree tree, int node) {
        int row = out.row(AstKind.CLASS_DEF);
        out.setName(row, tree.slot(node, 1));
        out.pushAll(tree.slot(node, 2), row, AstField.TYPE_PARAMS);
        out.pushAll(tree.slot(node, 0), row, AstField.DECORATOR_LIST);
        out.pushAll(tree.slot(node, 4), row, AstField.BODY);
        out.pushArguments(tree.slot(node, 3), row, AstField.BASES);
    }

    private void test(SyntaxTree tree, int node, AstKind kind) {
        int row = out.row(kind);
        out.pushAll(tree.slot(node, 2), row, AstField.ORELSE);
        out.pushAll(tree.slot(node, 1), row, AstField.BODY);
        out.push(tree.slot(node, 0), row, AstField.TEST);
    }

    private void names(SyntaxTree tree, int node, AstKind kind) {
        int row = out.row(kind);
        int list = tree.slot(node, 0);
        int start = out.openNames();
        for (int i = 0; i < tree.length(list); i++) {
            out.putListedName(start, tree.element(list, i));
        }
        out.closeNames(row, AstField.NAMES, start);
    }

    private void lazy(int row, int lazy) {
        if (out.version.isAtLeast(PythonVersion.PY315)) {
            out.addNumber(row, AstField.IS_LAZY, lazy);
        }
    }

    private void defaultedTypeParameter(SyntaxTree tree, int node, AstKind kind) {
        int row = out.row(kind);
        out.setName(row, tree.slot(node, 0));
        out.push(tree.slot(node, 1), row, AstField.DEFAULT_VALUE);
    }
}
