package dev.quarry.syntax.compile;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.ast.ConstantRepr;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/// Finds keys of a mapping pattern that are equal as Python's constants are: `1`, `1.0` and `True` are one key.
final class MappingKeys {
    private final SyntaxTree tree;

    MappingKeys(SyntaxTree tree) {
        this.tree = tree;
    }

    /// Python's repr of the first key that is equal to one before it; null when all differ.
    ///
    /// @param entries keys and patterns in turn
    String duplicate(int entries) {
        if (tree.length(entries) < 4) {
            return null;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < tree.length(entries); i += 2) {
            Key key = key(tree.element(entries, i));
            if (key != null && !seen.add(key.value)) {
                return key.repr;
            }
        }
        return null;
    }

    /// @param value equal for equal keys
    private record Key(Object value, String repr) {}

    private record Complex(Object real, Object imaginary) {}

    /// Null for a key that is looked up.
    private Key key(int node) {
        return switch (tree.kind(node)) {
            case TRUE -> new Key(new Complex(BigDecimal.ONE, BigDecimal.ZERO), "True");
            case FALSE -> new Key(new Complex(BigDecimal.ZERO, BigDecimal.ZERO), "False");
            case NONE_LITERAL -> new Key("None", "None");
            case STRINGS -> {
                String repr = ConstantRepr.of(tree, node);
                yield new Key(repr, repr);
            }
            case NUMBER, UNARY, BINARY -> number(node);
            default -> null;
        };
    }

    /// `signed_number` or `complex_number` of the grammar.
    private Key number(int node) {
        if (tree.kind(node) == NodeKind.BINARY) {
            String real = signed(tree.slot(node, 0));
            String imaginary = ConstantRepr.of(tree, tree.slot(node, 2));
            String sign = tree.tokens().kind(tree.slot(node, 1)) == TokenKind.MINUS ? "-" : "+";
            String whole = real.endsWith(".0") ? real.substring(0, real.length() - 2) : real;
            Object realValue = value(real);
            String repr = realValue.equals(BigDecimal.ZERO) && !whole.startsWith("-")
                    ? (sign.equals("-") ? "-" : "") + imaginary : "(" + whole + sign + imaginary + ")";
            return new Key(new Complex(realValue, value((sign.equals("-") ? "-" : "") + withoutUnit(imaginary))), repr);
        }
        String repr = signed(node);
        boolean imaginary = repr.endsWith("j");
        if (!imaginary) {
            return new Key(new Complex(value(repr), BigDecimal.ZERO), repr);
        }
        return new Key(new Complex(BigDecimal.ZERO, value(withoutUnit(repr))),
                repr.startsWith("-") ? "(-0" + repr + ")" : repr);
    }

    private String signed(int node) {
        if (tree.kind(node) != NodeKind.UNARY) {
            return ConstantRepr.of(tree, node);
        }
        String operand = ConstantRepr.of(tree, tree.slot(node, 1));
        boolean negative = tree.tokens().kind(tree.slot(node, 0)) == TokenKind.MINUS && !operand.equals("0");
        return negative ? "-" + operand : operand;
    }

    private static String withoutUnit(String imaginary) {
        return imaginary.substring(0, imaginary.length() - 1);
    }

    /// A number that is equal for ints and floats of one value, whatever the sign of zero.
    private static Object value(String repr) {
        if (repr.endsWith("inf") || repr.contains("x")) {
            return repr;
        }
        // A float stands for its exact binary value, an int for itself.
        boolean isFloat = repr.indexOf('.') >= 0 || repr.indexOf('e') >= 0;
        BigDecimal exact = isFloat ? new BigDecimal(Double.parseDouble(repr)) : new BigDecimal(repr);
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }
}
