package dev.quarry.syntax.compile;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// The types of constant expressions, by the names that CPython's messages use.
///
/// Up to 3.13, operations on constants are folded before the code generator looks for mistakes; since 3.14 they are
/// folded after. Not followed: slices, strings with escapes that are subscripted, and that CPython folds no results
/// beyond a certain size.
final class ConstantTypes {
    /// Operators inside operators: deeper ones are no constants here, which keeps recursion bounded.
    private static final int MOST_DEPTH = 100;

    private final SyntaxTree tree;
    private final boolean folds;

    ConstantTypes(SyntaxTree tree) {
        this.tree = tree;
        folds = !tree.options().version().isAtLeast(PythonVersion.PY314);
    }

    /// The type of an expression that is a constant for the code generator; null for others.
    String of(int expression) {
        return of(expression, 0);
    }

    /// The expression inside parentheses.
    static int unwrap(SyntaxTree tree, int expression) {
        int node = expression;
        while (tree.kind(node) == NodeKind.PAREN) {
            node = tree.slot(node, 0);
        }
        return node;
    }

    private String of(int expression, int depth) {
        int node = unwrap(tree, expression);
        if (depth == MOST_DEPTH) {
            return null;
        }
        return switch (tree.kind(node)) {
            case UNARY -> folds ? unary(tree.tokens().kind(tree.slot(node, 0)), of(tree.slot(node, 1), depth + 1)) : null;
            case BINARY -> folds ? binary(node, depth) : null;
            case SUBSCRIPT -> folds ? item(node, depth) : null;
            case TUPLE -> isConstantTuple(tree.slot(node, 0), depth) ? "tuple" : null;
            default -> ofLiteral(tree, node);
        };
    }

    /// The type of a literal; null for anything else.
    static String ofLiteral(SyntaxTree tree, int expression) {
        int node = unwrap(tree, expression);
        return switch (tree.kind(node)) {
            case NUMBER -> number(tree, node);
            case STRINGS -> strings(tree, node);
            case TRUE, FALSE -> "bool";
            case NONE_LITERAL -> "NoneType";
            case ELLIPSIS -> "ellipsis";
            default -> null;
        };
    }

    private static String number(SyntaxTree tree, int node) {
        byte[] text = tree.source().utf8();
        int end = tree.end(node);
        int last = text[end - 1] | 0x20;
        if (last == 'j') {
            return "complex";
        }
        int start = tree.start(node);
        boolean radix = end - start > 1 && text[start] == '0' && (text[start + 1] | 0x20) >= 'b'
                && (text[start + 1] | 0x20) != 'e';
        for (int i = start; i < end && !radix; i++) {
            if (text[i] == '.' || (text[i] | 0x20) == 'e') {
                return "float";
            }
        }
        return "int";
    }

    private static String strings(SyntaxTree tree, int node) {
        int parts = tree.slot(node, 0);
        for (int i = 0; i < tree.length(parts); i++) {
            if (tree.kind(tree.element(parts, i)) != NodeKind.STRING) {
                return null;
            }
        }
        int flags = tree.tokens().payload(tree.firstToken(node));
        return StringFlags.has(flags, StringFlags.BYTES) ? "bytes" : "str";
    }

    private static String unary(int operator, String operand) {
        if (operand == null || operator == TokenKind.KW_NOT) {
            return operand == null ? null : "bool";
        }
        return switch (operand) {
            case "int", "bool" -> "int";
            case "float", "complex" -> operator == TokenKind.TILDE ? null : operand;
            default -> null;
        };
    }

    private String binary(int node, int depth) {
        String left = of(tree.slot(node, 0), depth + 1);
        String right = left == null ? null : of(tree.slot(node, 2), depth + 1);
        if (right == null) {
            return null;
        }
        int operator = tree.tokens().kind(tree.slot(node, 1));
        if (rank(left) > 0 && rank(right) > 0) {
            return arithmetic(operator, Math.max(rank(left), rank(right)), isZero(tree.slot(node, 2)));
        }
        return switch (operator) {
            case TokenKind.PLUS -> left.equals(right) && isSequence(left) ? left : null;
            case TokenKind.STAR -> isSequence(left) && rank(right) == 1 ? left
                    : rank(left) == 1 && isSequence(right) ? right : null;
            default -> null;
        };
    }

    private static String arithmetic(int operator, int rank, boolean zero) {
        return switch (operator) {
            case TokenKind.SLASH -> zero ? null : rank == 1 ? "float" : name(rank);
            case TokenKind.DOUBLESLASH, TokenKind.PERCENT -> zero || rank == 3 ? null : name(rank);
            case TokenKind.PLUS, TokenKind.MINUS, TokenKind.STAR, TokenKind.DOUBLESTAR -> name(rank);
            case TokenKind.AT -> null;
            default -> rank == 1 ? "int" : null;
        };
    }

    private static int rank(String type) {
        return switch (type) {
            case "int", "bool" -> 1;
            case "float" -> 2;
            case "complex" -> 3;
            default -> 0;
        };
    }

    private static String name(int rank) {
        return rank == 1 ? "int" : rank == 2 ? "float" : "complex";
    }

    private static boolean isSequence(String type) {
        return type.equals("str") || type.equals("bytes") || type.equals("tuple");
    }

    /// A constant's item by a constant index.
    private String item(int subscript, int depth) {
        int value = unwrap(tree, tree.slot(subscript, 0));
        int index = unwrap(tree, tree.slot(subscript, 1));
        boolean negative = tree.kind(index) == NodeKind.UNARY
                && tree.tokens().kind(tree.slot(index, 0)) == TokenKind.MINUS;
        int number = negative ? unwrap(tree, tree.slot(index, 1)) : index;
        if (tree.kind(number) != NodeKind.NUMBER || tree.end(number) - tree.start(number) != 1) {
            return null;
        }
        String type = of(value, depth + 1);
        if (type == null) {
            return null;
        }
        int digit = tree.source().utf8()[tree.start(number)] - '0';
        if (tree.kind(value) == NodeKind.TUPLE) {
            int elements = tree.slot(value, 0);
            int at = negative ? tree.length(elements) - digit : digit;
            return at >= 0 && at < tree.length(elements) ? of(tree.element(elements, at), depth + 1) : null;
        }
        if (tree.kind(value) != NodeKind.STRINGS || (negative ? digit - 1 : digit) >= plainLength(value)) {
            return null;
        }
        return type.equals("bytes") ? "int" : type;
    }

    /// Characters of strings that are what they look like; 0 for others.
    private int plainLength(int strings) {
        int parts = tree.slot(strings, 0);
        int length = 0;
        for (int i = 0; i < tree.length(parts); i++) {
            int part = tree.element(parts, i);
            int flags = tree.tokens().payload(tree.firstToken(part));
            if (StringFlags.has(flags, StringFlags.BACKSLASH | StringFlags.NON_ASCII)) {
                return 0;
            }
            length += tree.end(part) - tree.start(part) - StringFlags.contentStart(flags)
                    - StringFlags.closingLength(flags);
        }
        return length;
    }

    /// Whether a number is written with zeros alone.
    private boolean isZero(int expression) {
        int node = unwrap(tree, expression);
        byte[] text = tree.source().utf8();
        for (int i = tree.start(node); i < tree.end(node); i++) {
            if (text[i] >= '1' && text[i] <= '9') {
                return false;
            }
        }
        return tree.kind(node) == NodeKind.NUMBER || tree.kind(node) == NodeKind.FALSE;
    }

    private boolean isConstantTuple(int elements, int depth) {
        for (int i = 0; i < tree.length(elements); i++) {
            int element = tree.element(elements, i);
            boolean constant = folds ? of(element, depth + 1) != null : ofLiteral(tree, element) != null;
            if (!constant) {
                return false;
            }
        }
        return true;
    }
}
