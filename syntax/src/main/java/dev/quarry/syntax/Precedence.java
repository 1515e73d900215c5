package dev.quarry.syntax;

/// Binding strength of Python's operators, from `disjunction` to `power` in CPython's grammar; higher binds tighter.
final class Precedence {
    private Precedence() {}

    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int BITWISE_OR = 5;
    static final int BITWISE_XOR = 6;
    static final int BITWISE_AND = 7;
    static final int SHIFT = 8;
    static final int SUM = 9;
    static final int TERM = 10;
    static final int UNARY = 11;
    static final int POWER = 12;

    private static final byte[] BINARY = new byte[128];
    private static final boolean[] STARTS_EXPRESSION = new boolean[128];

    static {
        set(OR, TokenKind.KW_OR);
        set(AND, TokenKind.KW_AND);
        set(COMPARISON, TokenKind.EQEQUAL, TokenKind.NOTEQUAL, TokenKind.LESS, TokenKind.LESSEQUAL, TokenKind.GREATER,
                TokenKind.GREATEREQUAL, TokenKind.KW_IN, TokenKind.KW_IS, TokenKind.KW_NOT);
        set(BITWISE_OR, TokenKind.VBAR);
        set(BITWISE_XOR, TokenKind.CIRCUMFLEX);
        set(BITWISE_AND, TokenKind.AMPER);
        set(SHIFT, TokenKind.LEFTSHIFT, TokenKind.RIGHTSHIFT);
        set(SUM, TokenKind.PLUS, TokenKind.MINUS);
        set(TERM, TokenKind.STAR, TokenKind.SLASH, TokenKind.DOUBLESLASH, TokenKind.PERCENT, TokenKind.AT);
        set(POWER, TokenKind.DOUBLESTAR);
        for (int kind : new int[] {TokenKind.NAME, TokenKind.NUMBER, TokenKind.STRING, TokenKind.FSTRING_START,
                TokenKind.TSTRING_START, TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE, TokenKind.ELLIPSIS,
                TokenKind.PLUS, TokenKind.MINUS, TokenKind.TILDE, TokenKind.KW_NOT, TokenKind.KW_LAMBDA,
                TokenKind.KW_AWAIT, TokenKind.KW_TRUE, TokenKind.KW_FALSE, TokenKind.KW_NONE}) {
            STARTS_EXPRESSION[kind] = true;
        }
    }

    private static void set(int precedence, int... kinds) {
        for (int kind : kinds) {
            BINARY[kind] = (byte) precedence;
        }
    }

    /// Precedence of a token as a binary operator, 0 when it is none. `not` counts, as the start of `not in`.
    static int ofBinary(int tokenKind) {
        return BINARY[tokenKind];
    }

    /// Whether a token can be the first of the rule `expression`.
    static boolean startsExpression(int tokenKind) {
        return STARTS_EXPRESSION[tokenKind];
    }
}
