package dev.quarry.syntax.ast;

import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;

/// The operator classes that tokens stand for.
final class Operators {
    private Operators() {}

    static AstKind binary(int tokenKind) {
        return switch (tokenKind) {
            case TokenKind.PLUS -> AstKind.ADD;
            case TokenKind.MINUS -> AstKind.SUB;
            case TokenKind.STAR -> AstKind.MULT;
            case TokenKind.AT -> AstKind.MAT_MULT;
            case TokenKind.SLASH -> AstKind.DIV;
            case TokenKind.PERCENT -> AstKind.MOD;
            case TokenKind.DOUBLESTAR -> AstKind.POW;
            case TokenKind.LEFTSHIFT -> AstKind.L_SHIFT;
            case TokenKind.RIGHTSHIFT -> AstKind.R_SHIFT;
            case TokenKind.VBAR -> AstKind.BIT_OR;
            case TokenKind.CIRCUMFLEX -> AstKind.BIT_XOR;
            case TokenKind.AMPER -> AstKind.BIT_AND;
            case TokenKind.DOUBLESLASH -> AstKind.FLOOR_DIV;
            default -> throw new IllegalStateException("not a binary operator: token kind " + tokenKind);
        };
    }

    static AstKind augmented(int tokenKind) {
        return switch (tokenKind) {
            case TokenKind.PLUSEQUAL -> AstKind.ADD;
            case TokenKind.MINEQUAL -> AstKind.SUB;
            case TokenKind.STAREQUAL -> AstKind.MULT;
            case TokenKind.ATEQUAL -> AstKind.MAT_MULT;
            case TokenKind.SLASHEQUAL -> AstKind.DIV;
            case TokenKind.PERCENTEQUAL -> AstKind.MOD;
            case TokenKind.DOUBLESTAREQUAL -> AstKind.POW;
            case TokenKind.LEFTSHIFTEQUAL -> AstKind.L_SHIFT;
            case TokenKind.RIGHTSHIFTEQUAL -> AstKind.R_SHIFT;
            case TokenKind.VBAREQUAL -> AstKind.BIT_OR;
            case TokenKind.CIRCUMFLEXEQUAL -> AstKind.BIT_XOR;
            case TokenKind.AMPEREQUAL -> AstKind.BIT_AND;
            case TokenKind.DOUBLESLASHEQUAL -> AstKind.FLOOR_DIV;
            default -> throw new IllegalStateException("not an augmented assignment: token kind " + tokenKind);
        };
    }

    static AstKind unary(int tokenKind) {
        return switch (tokenKind) {
            case TokenKind.PLUS -> AstKind.U_ADD;
            case TokenKind.MINUS -> AstKind.U_SUB;
            case TokenKind.TILDE -> AstKind.INVERT;
            case TokenKind.KW_NOT -> AstKind.NOT;
            default -> throw new IllegalStateException("not a unary operator: token kind " + tokenKind);
        };
    }

    /// `token` is the operator's first token: `is` may go on with `not`, and `not` goes on with `in`.
    static AstKind comparison(TokenBuffer tokens, int token) {
        return switch (tokens.kind(token)) {
            case TokenKind.EQEQUAL -> AstKind.EQ;
            case TokenKind.NOTEQUAL -> AstKind.NOT_EQ;
            case TokenKind.LESS -> AstKind.LT;
            case TokenKind.LESSEQUAL -> AstKind.LT_E;
            case TokenKind.GREATER -> AstKind.GT;
            case TokenKind.GREATEREQUAL -> AstKind.GT_E;
            case TokenKind.KW_IN -> AstKind.IN;
            case TokenKind.KW_NOT -> AstKind.NOT_IN;
            case TokenKind.KW_IS -> tokens.kind(token + 1) == TokenKind.KW_NOT ? AstKind.IS_NOT : AstKind.IS;
            default -> throw new IllegalStateException("not a comparison: token kind " + tokens.kind(token));
        };
    }
}
