package dev.quarry.syntax.ast;

import static dev.quarry.syntax.ast.AstTable.ABSENT;
import static dev.quarry.syntax.ast.Projection.STORE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of expressions, except strings, and of what only expressions hold. Children are pushed last field first.
///
/// The context of a target comes down with the work item; parentheses, stars, tuples and lists hand it on.
final class ExpressionProjection {
    private final Projection out;
    private final Literals literals;

    ExpressionProjection(Projection out, Literals literals) {
        this.out = out;
        this.literals = literals;
    }

    void project(NodeKind kind) {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int context = out.work.extra;
        switch (kind) {
            case NAME -> {
                int row = out.row(AstKind.NAME);
                // Not optional, and the only name that may be token 0 of its file.
                out.table.setName(row, out.name(tree.slot(node, 0)));
                out.contextLeaf(row, context);
            }
            case NUMBER -> {
                int row = out.row(AstKind.CONSTANT);
                literals.number(row, tree.start(node), tree.end(node));
            }
            case TRUE -> literals.word(out.row(AstKind.CONSTANT), "True");
            case FALSE -> literals.word(out.row(AstKind.CONSTANT), "False");
            case NONE_LITERAL -> literals.word(out.row(AstKind.CONSTANT), "None");
            case ELLIPSIS -> literals.word(out.row(AstKind.CONSTANT), "Ellipsis");
            case TUPLE -> elements(tree, node, AstKind.TUPLE, context);
            case LIST -> elements(tree, node, AstKind.LIST, context);
            case SET -> out.pushAll(tree.slot(node, 0), out.row(AstKind.SET), AstField.ELTS);
            case DICT -> dictionary(tree, node);
            case LIST_COMPREHENSION -> comprehension(tree, node, AstKind.LIST_COMP);
            case SET_COMPREHENSION -> comprehension(tree, node, AstKind.SET_COMP);
            case GENERATOR -> comprehension(tree, node, AstKind.GENERATOR_EXP);
            case DICT_COMPREHENSION -> {
                int row = out.row(AstKind.DICT_COMP);
                out.pushAll(tree.slot(node, 2), row, AstField.GENERATORS);
                if (tree.slot(node, 0) == 0) {
                    // PEP 798: `{**m for …}` has the mapping as its key.
                    out.push(tree.slot(node, 1), row, AstField.KEY);
                } else {
                    out.push(tree.slot(node, 1), row, AstField.VALUE);
                    out.push(tree.slot(node, 0), row, AstField.KEY);
                }
            }
            case COMPREHENSION_CLAUSE -> {
                int row = out.row(AstKind.COMPREHENSION);
                out.addNumber(row, AstField.IS_ASYNC, tree.slot(node, 0) == 0 ? 0 : 1);
                out.pushAll(tree.slot(node, 3), row, AstField.IFS);
                out.push(tree.slot(node, 2), row, AstField.ITER);
                out.push(tree.slot(node, 1), row, AstField.TARGET, STORE);
            }
            case ATTRIBUTE -> {
                int row = out.row(AstKind.ATTRIBUTE);
                out.setName(row, tree.slot(node, 1));
                out.pushContext(row, context);
                out.push(tree.slot(node, 0), row, AstField.VALUE);
            }
            case SUBSCRIPT -> {
                int row = out.row(AstKind.SUBSCRIPT);
                out.pushContext(row, context);
                out.push(tree.slot(node, 1), row, AstField.SLICE);
                out.push(tree.slot(node, 0), row, AstField.VALUE);
            }
            case SLICE -> {
                int row = out.row(AstKind.SLICE);
                out.push(tree.slot(node, 2), row, AstField.STEP);
                out.push(tree.slot(node, 1), row, AstField.UPPER);
                out.push(tree.slot(node, 0), row, AstField.LOWER);
            }
            case CALL -> {
                int row = out.row(AstKind.CALL);
                out.pushArguments(tree.slot(node, 1), row, AstField.ARGS);
                out.push(tree.slot(node, 0), row, AstField.FUNC);
            }
            case KEYWORD_ARGUMENT -> {
                int row = out.row(AstKind.KEYWORD);
                out.setName(row, tree.slot(node, 0));
                out.push(tree.slot(node, 1), row, AstField.VALUE);
            }
            case STARRED -> {
                int row = out.isPython38 && isArgument(out.work.field)
                        ? out.row(AstKind.STARRED, tree.start(node), endWithoutParentheses(tree, tree.slot(node, 0)))
                        : out.row(AstKind.STARRED);
                out.pushContext(row, context);
                out.push(tree.slot(node, 0), row, AstField.VALUE, context);
            }
            case AWAIT -> out.push(tree.slot(node, 0), out.row(AstKind.AWAIT), AstField.VALUE);
            case UNARY -> {
                int row = out.row(AstKind.UNARY_OP);
                out.leaf(Operators.unary(out.tokens.kind(tree.slot(node, 0))), row, AstField.OP);
                out.push(tree.slot(node, 1), row, AstField.OPERAND);
            }
            case BINARY -> {
                int row = out.row(AstKind.BIN_OP);
                out.push(tree.slot(node, 2), row, AstField.RIGHT);
                out.pushLeaf(Operators.binary(out.tokens.kind(tree.slot(node, 1))), row, AstField.OP, ABSENT);
                out.push(tree.slot(node, 0), row, AstField.LEFT);
            }
            case BOOLEAN -> {
                int row = out.row(AstKind.BOOL_OP);
                boolean and = out.tokens.kind(tree.slot(node, 0)) == TokenKind.KW_AND;
                out.leaf(and ? AstKind.AND : AstKind.OR, row, AstField.OP);
                out.pushAll(tree.slot(node, 1), row, AstField.VALUES);
            }
            case COMPARISON -> comparison(tree, node);
            case CONDITIONAL -> {
                int row = out.row(AstKind.IF_EXP);
                out.push(tree.slot(node, 2), row, AstField.ORELSE);
                out.push(tree.slot(node, 0), row, AstField.BODY);
                out.push(tree.slot(node, 1), row, AstField.TEST);
            }
            case LAMBDA -> {
                int row = out.row(AstKind.LAMBDA);
                out.push(tree.slot(node, 1), row, AstField.BODY);
                out.work.push(Worklist.ARGUMENTS, tree.slot(node, 0), row, AstField.ARGS, ABSENT, 0);
            }
            case NAMED_EXPRESSION -> {
                int row = out.row(AstKind.NAMED_EXPR);
                out.push(tree.slot(node, 1), row, AstField.VALUE);
                out.push(tree.slot(node, 0), row, AstField.TARGET, STORE);
            }
            case YIELD -> out.push(tree.slot(node, 0), out.row(AstKind.YIELD), AstField.VALUE);
            case YIELD_FROM -> out.push(tree.slot(node, 0), out.row(AstKind.YIELD_FROM), AstField.VALUE);
            default -> throw new IllegalStateException("not an expression: " + kind);
        }
    }

    private static boolean isArgument(int field) {
        return field == AstField.ARGS.ordinal() || field == AstField.BASES.ordinal();
    }

    /// Where the node ends that CPython has for an expression: a starred argument of 3.8 has no more than that.
    private static int endWithoutParentheses(SyntaxTree tree, int expression) {
        int inner = expression;
        while (tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        return tree.end(inner);
    }

    private void elements(SyntaxTree tree, int node, AstKind kind, int context) {
        int row = out.row(kind);
        out.pushContext(row, context);
        out.pushAll(tree.slot(node, 0), row, AstField.ELTS, context);
    }

    private void comprehension(SyntaxTree tree, int node, AstKind kind) {
        int row = out.row(kind);
        out.pushAll(tree.slot(node, 1), row, AstField.GENERATORS);
        out.push(tree.slot(node, 0), row, AstField.ELT);
    }

    private void dictionary(SyntaxTree tree, int node) {
        int row = out.row(AstKind.DICT);
        int entries = tree.slot(node, 0);
        int last = tree.length(entries) - 1;
        for (int i = last; i > 0; i -= 2) {
            out.push(tree.element(entries, i), row, AstField.VALUES, i >> 1, Projection.LOAD);
        }
        for (int i = last - 1; i >= 0; i -= 2) {
            out.push(tree.element(entries, i), row, AstField.KEYS, i >> 1, Projection.LOAD);
        }
    }

    private void comparison(SyntaxTree tree, int node) {
        int row = out.row(AstKind.COMPARE);
        out.pushAll(tree.slot(node, 2), row, AstField.COMPARATORS);
        int operators = tree.slot(node, 1);
        for (int i = tree.length(operators) - 1; i >= 0; i--) {
            out.pushLeaf(Operators.comparison(out.tokens, tree.element(operators, i)), row, AstField.OPS, i);
        }
        out.push(tree.slot(node, 0), row, AstField.LEFT);
    }
}
