package dev.quarry.syntax.cst;

import static dev.quarry.syntax.cst.CstTable.ABSENT;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Rows of expressions, with the parentheses that LibCST keeps in the node that they enclose. Children are pushed last
/// first.
final class ExpressionNodes {
    private final CstRows out;
    private final DisplayNodes displays;
    private final CallNodes calls;
    private final ComprehensionNodes comprehensions;
    private final StringNodes strings;

    ExpressionNodes(CstRows out, DisplayNodes displays, CallNodes calls, ComprehensionNodes comprehensions,
            StringNodes strings) {
        this.out = out;
        this.displays = displays;
        this.calls = calls;
        this.comprehensions = comprehensions;
        this.strings = strings;
    }

    /// The current EXPRESSION item. Parentheses may be those of a pattern around a value.
    void expression() {
        SyntaxTree tree = out.tree;
        int outer = out.work.node;
        int node = outer;
        int parentheses = 0;
        NodeKind kind = tree.kind(node);
        if (kind == NodeKind.NAME) {
            // Every other expression.
            out.row(CstKind.NAME, node, tree.start(node), tree.end(node));
            return;
        }
        while (kind == NodeKind.PAREN || kind == NodeKind.PATTERN_PAREN || kind == NodeKind.PATTERN_VALUE) {
            parentheses += kind == NodeKind.PATTERN_VALUE ? 0 : 1;
            node = tree.slot(node, 0);
            kind = tree.kind(node);
        }
        CstKind rowKind = rowKind(kind, node);
        if (rowKind == null) {
            return;
        }
        boolean own = kind == NodeKind.TUPLE && displays.isParenthesized(node)
                || kind == NodeKind.GENERATOR && out.work.extra == 0;
        int row;
        if (own) {
            row = rowInParentheses(rowKind, outer, node);
        } else if (kind == NodeKind.GENERATOR) {
            row = bareGenerator(node);
        } else {
            row = out.row(rowKind, node, tree.start(node), tree.end(node), tree.start(outer), tree.end(outer));
        }
        if (parentheses > 0 || own) {
            parentheses(outer, node, row, parentheses, own);
        }
        fields(kind, node, row);
    }

    private int rowInParentheses(CstKind kind, int outer, int node) {
        SyntaxTree tree = out.tree;
        int open = tree.firstToken(node);
        int close = tree.endToken(node) - 1;
        int start = out.gapEnd(open);
        int end = close > open && out.is(close, TokenKind.RPAR) ? out.gapStart(close) : tree.end(node);
        return out.row(kind, node, start, Math.max(start, end), tree.start(outer), tree.end(outer));
    }

    /// A generator expression whose parentheses are those of a call.
    private int bareGenerator(int node) {
        SyntaxTree tree = out.tree;
        int close = tree.endToken(node) - 1;
        int start = out.gapEnd(tree.firstToken(node));
        int end = out.is(close, TokenKind.RPAR) ? out.gapStart(close) : tree.end(node);
        return out.row(CstKind.GENERATOR_EXP, node, start, Math.max(start, end));
    }

    /// Adds the opening parentheses and pushes the closing ones: `lpar` from the outermost in, `rpar` from the innermost
    /// out.
    private void parentheses(int outer, int node, int row, int enclosing, boolean own) {
        SyntaxTree tree = out.tree;
        int index = enclosing + (own ? 1 : 0);
        int opened = 0;
        for (int n = outer; n != node; n = tree.slot(n, 0)) {
            if (tree.kind(n) != NodeKind.PATTERN_VALUE) {
                out.parentheses(n, row, opened++, --index);
            }
        }
        if (own) {
            out.parentheses(node, row, opened, 0);
        }
    }

    /// The class of an expression; null for what LibCST has no class for.
    private CstKind rowKind(NodeKind kind, int node) {
        return switch (kind) {
            case NAME, TRUE, FALSE, NONE_LITERAL, PATTERN_SINGLETON -> CstKind.NAME;
            case NUMBER -> number(node);
            case ELLIPSIS -> CstKind.ELLIPSIS;
            case STRINGS -> strings.kind(node);
            case TUPLE -> CstKind.TUPLE;
            case LIST -> CstKind.LIST;
            case SET -> CstKind.SET;
            case DICT -> CstKind.DICT;
            case LIST_COMPREHENSION -> CstKind.LIST_COMP;
            case SET_COMPREHENSION -> CstKind.SET_COMP;
            case DICT_COMPREHENSION -> CstKind.DICT_COMP;
            case GENERATOR -> CstKind.GENERATOR_EXP;
            case ATTRIBUTE -> CstKind.ATTRIBUTE;
            case SUBSCRIPT -> CstKind.SUBSCRIPT;
            case CALL -> CstKind.CALL;
            case STARRED -> CstKind.STARRED_ELEMENT;
            case AWAIT -> CstKind.AWAIT;
            case UNARY -> CstKind.UNARY_OPERATION;
            case BINARY -> CstKind.BINARY_OPERATION;
            case BOOLEAN -> CstKind.BOOLEAN_OPERATION;
            case COMPARISON -> CstKind.COMPARISON;
            case CONDITIONAL -> CstKind.IF_EXP;
            case LAMBDA -> CstKind.LAMBDA;
            case NAMED_EXPRESSION -> CstKind.NAMED_EXPR;
            case YIELD, YIELD_FROM -> CstKind.YIELD;
            default -> null;
        };
    }

    /// The class of a number, by its text.
    private CstKind number(int node) {
        byte[] text = out.text;
        int start = out.tree.start(node);
        int end = out.tree.end(node);
        int last = text[end - 1] | 0x20;
        int second = end - start > 1 && text[start] == '0' ? text[start + 1] | 0x20 : 0;
        if (second == 'b' || second == 'o' || second == 'x') {
            return CstKind.INTEGER;
        }
        if (last == 'j') {
            return CstKind.IMAGINARY;
        }
        for (int i = start; i < end; i++) {
            if (text[i] == '.' || (text[i] | 0x20) == 'e') {
                return CstKind.FLOAT;
            }
        }
        return CstKind.INTEGER;
    }

    private void fields(NodeKind kind, int node, int row) {
        SyntaxTree tree = out.tree;
        switch (kind) {
            case STRINGS -> strings.fields(node, row);
            case TUPLE -> out.pushAll(CstWork.ELEMENT, tree.slot(node, 0), row, CstSlot.ELEMENTS);
            case LIST, SET, DICT, LIST_COMPREHENSION, SET_COMPREHENSION, DICT_COMPREHENSION ->
                    displays.fields(kind, node, row);
            case GENERATOR -> {
                comprehensions.push(tree.slot(node, 1), row);
                out.push(tree.slot(node, 0), row, CstSlot.ELT);
            }
            case ATTRIBUTE -> {
                int name = tree.slot(node, 1);
                out.pushName(name, row, CstSlot.ATTR);
                out.pushLeaf(CstKind.DOT, TokenKind.DOT, out.before(name), CstRows.BEFORE | CstRows.AFTER, row,
                        CstSlot.DOT);
                out.push(tree.slot(node, 0), row, CstSlot.VALUE);
            }
            case SUBSCRIPT -> displays.subscript(node, row);
            case CALL -> calls.fields(node, row);
            case STARRED -> out.push(tree.slot(node, 0), row, CstSlot.VALUE);
            case AWAIT -> out.push(tree.slot(node, 0), row, CstSlot.EXPRESSION);
            case UNARY -> {
                int token = tree.slot(node, 0);
                CstKind operator = Operators.unary(out.tokens.kind(token));
                if (operator != null) {
                    out.leaf(operator, token, CstRows.AFTER | CstRows.WHOLE, row, CstSlot.OPERATOR.ordinal(), ABSENT);
                }
                out.push(tree.slot(node, 1), row, CstSlot.EXPRESSION);
            }
            case BINARY -> {
                out.push(tree.slot(node, 2), row, CstSlot.RIGHT);
                operator(Operators.binary(out.tokens.kind(tree.slot(node, 1))), tree.slot(node, 1), row);
                out.push(tree.slot(node, 0), row, CstSlot.LEFT);
            }
            case BOOLEAN -> booleanFields(node, tree.length(tree.slot(node, 1)), row);
            case COMPARISON -> comparison(tree, node, row);
            case CONDITIONAL -> {
                out.push(tree.slot(node, 2), row, CstSlot.ORELSE);
                out.push(tree.slot(node, 1), row, CstSlot.TEST);
                out.push(tree.slot(node, 0), row, CstSlot.BODY);
            }
            case LAMBDA -> {
                int parameters = tree.slot(node, 0);
                int body = tree.slot(node, 1);
                out.push(body, row, CstSlot.BODY);
                // The white space before the colon is the last parameter's.
                int flags = tree.slot(parameters, 0) == 0 ? CstRows.BEFORE | CstRows.AFTER : CstRows.AFTER;
                out.pushLeaf(CstKind.COLON, TokenKind.COLON, out.beforeNode(body), flags, row, CstSlot.COLON);
                out.push(CstWork.PARAMETERS, parameters, row, CstSlot.PARAMS, tree.firstToken(node));
            }
            case NAMED_EXPRESSION -> {
                out.push(tree.slot(node, 1), row, CstSlot.VALUE);
                out.push(tree.slot(node, 0), row, CstSlot.TARGET);
            }
            case YIELD -> out.push(tree.slot(node, 0), row, CstSlot.VALUE);
            case YIELD_FROM -> out.push(CstWork.FROM, tree.slot(node, 0), row, CstSlot.VALUE, 0);
            default -> { }
        }
    }

    private void operator(CstKind operator, int token, int row) {
        if (operator != null) {
            out.pushLeaf(operator, token, CstRows.BEFORE | CstRows.AFTER, row, CstSlot.OPERATOR, ABSENT);
        }
    }

    /// The current BOOLEAN_OPERATION item: the first operands of a chain, which LibCST nests to the left.
    void booleanOperation() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int count = out.work.extra;
        int last = tree.element(tree.slot(node, 1), count - 1);
        int row = out.row(CstKind.BOOLEAN_OPERATION, node, tree.start(node), tree.end(last));
        booleanFields(node, count, row);
    }

    private void booleanFields(int node, int count, int row) {
        SyntaxTree tree = out.tree;
        int operands = tree.slot(node, 1);
        int last = tree.element(operands, count - 1);
        int token = out.beforeNode(last);
        out.push(last, row, CstSlot.RIGHT);
        operator(token < 0 ? null : Operators.bool(out.tokens.kind(token)), token, row);
        if (count > 2) {
            out.push(CstWork.BOOLEAN_OPERATION, node, row, CstSlot.LEFT, count - 1);
        } else {
            out.push(tree.element(operands, 0), row, CstSlot.LEFT);
        }
    }

    private void comparison(SyntaxTree tree, int node, int row) {
        int operators = tree.slot(node, 1);
        int comparators = tree.slot(node, 2);
        for (int i = tree.length(comparators) - 1; i >= 0; i--) {
            out.work.push(CstWork.COMPARISON_TARGET, tree.element(comparators, i), row, CstSlot.COMPARISONS, i,
                    tree.element(operators, i));
        }
        out.push(tree.slot(node, 0), row, CstSlot.LEFT);
    }

    /// The current COMPARISON_TARGET item. The white space before the operator belongs to the node, in both spans.
    void comparisonTarget() {
        int node = out.work.node;
        int token = out.work.extra;
        int row = out.row(CstKind.COMPARISON_TARGET, node, out.gapStart(token), out.tree.end(node));
        CstKind operator = Operators.comparison(out.tokens.kind(token), out.tokens.kind(out.next(token + 1)));
        if (operator != null) {
            boolean pair = operator == CstKind.IS_NOT || operator == CstKind.NOT_IN;
            out.leaf(operator, token, CstRows.BEFORE | CstRows.AFTER | (pair ? CstRows.PAIR : 0), row,
                    CstSlot.OPERATOR.ordinal(), ABSENT);
        }
        out.push(node, row, CstSlot.COMPARATOR);
    }

    /// The current FROM item: `from` and what follows it, in `yield from` and `raise … from`. The latter has the white
    /// space before it, the former leaves it to `yield`.
    void from() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int token = out.beforeNode(node);
        if (!out.is(token, TokenKind.KW_FROM)) {
            return;
        }
        int start = out.tokens.start(token);
        boolean ofRaise = out.work.slot == CstSlot.CAUSE.ordinal();
        int row = out.row(CstKind.FROM, node, start, tree.end(node), ofRaise ? out.gapStart(token) : start,
                tree.end(node));
        out.push(node, row, CstSlot.ITEM);
    }

    /// The current ANNOTATION item.
    void annotation() {
        SyntaxTree tree = out.tree;
        int node = out.work.node;
        int indicator = Math.max(out.beforeNode(node), 0);
        int row = out.row(CstKind.ANNOTATION, node, tree.start(node), tree.end(node), out.gapStart(indicator),
                tree.end(node));
        out.push(node, row, CstSlot.ANNOTATION);
    }
}
