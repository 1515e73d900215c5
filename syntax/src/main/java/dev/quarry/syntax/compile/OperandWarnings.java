package dev.quarry.syntax.compile;

import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// Warnings about operations that can't mean what is written: calls of literals, identity of literals, indices of the
/// wrong type, assertions of tuples.
final class OperandWarnings {
    private static final String MISSED_COMMA = "; perhaps you missed a comma?";

    private final SyntaxTree tree;
    private final ConstantTypes constants;
    private final Findings findings;
    private final boolean folds;

    OperandWarnings(SyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        constants = new ConstantTypes(tree);
        folds = !tree.options().version().isAtLeast(PythonVersion.PY314);
    }

    /// A comparison, negated or not: up to 3.13, `not a is b` is `a is not b` for the code generator.
    void comparison(int node, boolean negated) {
        int operators = tree.slot(node, 1);
        int comparators = tree.slot(node, 2);
        int left = tree.slot(node, 0);
        for (int i = 0; i < tree.length(operators); i++) {
            int right = tree.element(comparators, i);
            int operator = tree.element(operators, i);
            if (tree.tokens().kind(operator) == TokenKind.KW_IS) {
                String type = literal(left);
                type = type == null ? literal(right) : type;
                if (type != null) {
                    boolean flipped = negated && folds && tree.length(operators) == 1;
                    boolean not = tree.tokens().kind(operator + 1) == TokenKind.KW_NOT;
                    warn(node, not != flipped ? "\"is not\" with '" + type + "' literal. Did you mean \"!=\"?"
                            : "\"is\" with '" + type + "' literal. Did you mean \"==\"?");
                    return;
                }
            }
            left = right;
        }
    }

    /// The type of a constant that is no singleton.
    private String literal(int expression) {
        String type = constants.of(expression);
        return type == null || type.equals("bool") || type.equals("NoneType") || type.equals("ellipsis") ? null : type;
    }

    void call(int callee) {
        switch (tree.kind(callee)) {
            case NAME, ATTRIBUTE, CALL -> { }
            default -> {
                int node = ConstantTypes.unwrap(tree, callee);
                String type = typeOf(node);
                if (type != null && !type.equals("function")) {
                    warn(node, "'" + type + "' object is not callable" + MISSED_COMMA);
                }
            }
        }
    }

    /// A subscript whose value is read.
    void subscript(int value, int index) {
        switch (tree.kind(value)) {
            case NAME, ATTRIBUTE, CALL -> { }
            default -> subscriptOf(ConstantTypes.unwrap(tree, value), index);
        }
    }

    private void subscriptOf(int node, int index) {
        String type = typeOf(node);
        if (type == null) {
            return;
        }
        switch (type) {
            case "str", "bytes", "tuple", "list" -> {
                String indexType = tree.kind(index) == NodeKind.STARRED ? "tuple"
                        : typeOf(ConstantTypes.unwrap(tree, index));
                if (indexType != null && !indexType.equals("int") && !indexType.equals("bool")) {
                    warn(node, type + " indices must be integers or slices, not " + indexType + MISSED_COMMA);
                }
            }
            case "dict" -> { }
            default -> warn(node, "'" + type + "' object is not subscriptable" + MISSED_COMMA);
        }
    }

    void assertion(int statement) {
        int test = ConstantTypes.unwrap(tree, tree.slot(statement, 0));
        if (tree.kind(test) == NodeKind.TUPLE && tree.length(tree.slot(test, 0)) > 0) {
            warn(statement, "assertion is always true, perhaps remove parentheses?");
        }
    }

    /// The type that an expression has whatever its parts are; null when it depends on them.
    private String typeOf(int node) {
        return switch (tree.kind(node)) {
            case TUPLE -> "tuple";
            case LIST, LIST_COMPREHENSION -> "list";
            case DICT, DICT_COMPREHENSION -> "dict";
            case SET, SET_COMPREHENSION -> "set";
            case GENERATOR -> "generator";
            case LAMBDA -> "function";
            case STRINGS -> {
                String type = constants.of(node);
                yield type == null ? "str" : type;
            }
            default -> constants.of(node);
        };
    }

    private void warn(int node, String message) {
        findings.warning("SyntaxWarning", Stage.COMPILE, message, tree.start(node), tree.end(node));
    }
}
