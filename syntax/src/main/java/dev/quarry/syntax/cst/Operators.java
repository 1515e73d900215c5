package dev.quarry.syntax.cst;

import dev.quarry.syntax.TokenKind;

/// LibCST's classes of operators by the kinds of their (first) tokens; null for a token that is none.
final class Operators {
    private Operators() {}

    static CstKind unary(int token) {
        return switch (token) {
            case TokenKind.PLUS -> CstKind.PLUS;
            case TokenKind.MINUS -> CstKind.MINUS;
            case TokenKind.TILDE -> CstKind.BIT_INVERT;
            case TokenKind.KW_NOT -> CstKind.NOT;
            default -> null;
        };
    }

    static CstKind binary(int token) {
        return switch (token) {
            case TokenKind.PLUS -> CstKind.ADD;
            case TokenKind.MINUS -> CstKind.SUBTRACT;
            case TokenKind.STAR -> CstKind.MULTIPLY;
            case TokenKind.SLASH -> CstKind.DIVIDE;
            case TokenKind.DOUBLESLASH -> CstKind.FLOOR_DIVIDE;
            case TokenKind.PERCENT -> CstKind.MODULO;
            case TokenKind.DOUBLESTAR -> CstKind.POWER;
            case TokenKind.LEFTSHIFT -> CstKind.LEFT_SHIFT;
            case TokenKind.RIGHTSHIFT -> CstKind.RIGHT_SHIFT;
            case TokenKind.VBAR -> CstKind.BIT_OR;
            case TokenKind.AMPER -> CstKind.BIT_AND;
            case TokenKind.CIRCUMFLEX -> CstKind.BIT_XOR;
            case TokenKind.AT -> CstKind.MATRIX_MULTIPLY;
            default -> null;
        };
    }

    static CstKind bool(int token) {
        return switch (token) {
            case TokenKind.KW_AND -> CstKind.AND;
            case TokenKind.KW_OR -> CstKind.OR;
            default -> null;
        };
    }

    /// @param second kind of the token behind, which makes `is` to `is not`
    static CstKind comparison(int token, int second) {
        return switch (token) {
            case TokenKind.LESS -> CstKind.LESS_THAN;
            case TokenKind.GREATER -> CstKind.GREATER_THAN;
            case TokenKind.EQEQUAL -> CstKind.EQUAL;
            case TokenKind.LESSEQUAL -> CstKind.LESS_THAN_EQUAL;
            case TokenKind.GREATEREQUAL -> CstKind.GREATER_THAN_EQUAL;
            case TokenKind.NOTEQUAL -> CstKind.NOT_EQUAL;
            case TokenKind.KW_IN -> CstKind.IN;
            case TokenKind.KW_NOT -> CstKind.NOT_IN;
            case TokenKind.KW_IS -> second == TokenKind.KW_NOT ? CstKind.IS_NOT : CstKind.IS;
            default -> null;
        };
    }

    static CstKind augmented(int token) {
        return switch (token) {
            case TokenKind.PLUSEQUAL -> CstKind.ADD_ASSIGN;
            case TokenKind.MINEQUAL -> CstKind.SUBTRACT_ASSIGN;
            case TokenKind.STAREQUAL -> CstKind.MULTIPLY_ASSIGN;
            case TokenKind.SLASHEQUAL -> CstKind.DIVIDE_ASSIGN;
            case TokenKind.DOUBLESLASHEQUAL -> CstKind.FLOOR_DIVIDE_ASSIGN;
            case TokenKind.PERCENTEQUAL -> CstKind.MODULO_ASSIGN;
            case TokenKind.ATEQUAL -> CstKind.MATRIX_MULTIPLY_ASSIGN;
            case TokenKind.AMPEREQUAL -> CstKind.BIT_AND_ASSIGN;
            case TokenKind.VBAREQUAL -> CstKind.BIT_OR_ASSIGN;
            case TokenKind.CIRCUMFLEXEQUAL -> CstKind.BIT_XOR_ASSIGN;
            case TokenKind.LEFTSHIFTEQUAL -> CstKind.LEFT_SHIFT_ASSIGN;
            case TokenKind.RIGHTSHIFTEQUAL -> CstKind.RIGHT_SHIFT_ASSIGN;
            case TokenKind.DOUBLESTAREQUAL -> CstKind.POWER_ASSIGN;
            default -> null;
        };
    }
}
