package dev.quarry.syntax;

/// What a byte can begin or continue.
final class ByteClass {
    static final byte OTHER = 0;
    static final byte NAME = 1;
    static final byte DIGIT = 2;
    static final byte BLANK = 3;
    static final byte LINE_BREAK = 4;
    static final byte COMMENT = 5;
    static final byte QUOTE = 6;
    static final byte BACKSLASH = 7;
    static final byte OPENING = 8;
    static final byte CLOSING = 9;
    static final byte DOT = 10;
    static final byte COLON = 11;
    static final byte OPERATOR = 12;
    static final byte NON_ASCII = 13;

    /// The class of the token that a byte begins, by unsigned byte.
    static final byte[] OF = new byte[256];
    /// Letters, digits and underscore of ASCII.
    static final boolean[] IN_NAME = new boolean[256];
    /// What may follow a word that is neither the prefix of a string nor goes on beyond ASCII.
    static final boolean[] AFTER_WORD = new boolean[256];
    /// What begins a line that has tokens, after its indentation.
    static final boolean[] BEGINS_STATEMENT = new boolean[256];
    /// What operators of more than one byte have after their first.
    static final boolean[] IN_OPERATOR = new boolean[256];
    /// The kind of an operator of one byte; of the brackets, too.
    static final byte[] KIND = new byte[128];
    /// The kind of an operator of one byte followed by `=`, 0 when there is none.
    static final byte[] KIND_WITH_EQUAL = new byte[128];

    static {
        for (int c = 0; c < 256; c++) {
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            boolean digit = c >= '0' && c <= '9';
            IN_NAME[c] = letter || digit;
            OF[c] = c >= 128 ? NON_ASCII : letter ? NAME : digit ? DIGIT : OTHER;
        }
        classify(" \t\f", BLANK);
        classify("\r\n", LINE_BREAK);
        classify("#", COMMENT);
        classify("\"'", QUOTE);
        classify("\\", BACKSLASH);
        classify("([{", OPENING);
        classify(")]}", CLOSING);
        classify(".", DOT);
        classify(":", COLON);
        classify(",;+-*/|&<>=%~^@!", OPERATOR);

        for (int c = 0; c < 256; c++) {
            AFTER_WORD[c] = !IN_NAME[c] && OF[c] != QUOTE && OF[c] != NON_ASCII;
            BEGINS_STATEMENT[c] = OF[c] != BLANK && OF[c] != BACKSLASH && OF[c] != COMMENT && OF[c] != LINE_BREAK;
            IN_OPERATOR[c] = c == '=' || c == '>' || c == '<' || c == '*' || c == '/';
        }

        kinds("([{", TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE);
        kinds(")]}", TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE);
        kinds(".:,;", TokenKind.DOT, TokenKind.COLON, TokenKind.COMMA, TokenKind.SEMI);
        kinds("+-*/%@", TokenKind.PLUS, TokenKind.MINUS, TokenKind.STAR, TokenKind.SLASH, TokenKind.PERCENT,
                TokenKind.AT);
        kinds("&|^~", TokenKind.AMPER, TokenKind.VBAR, TokenKind.CIRCUMFLEX, TokenKind.TILDE);
        kinds("<>=!", TokenKind.LESS, TokenKind.GREATER, TokenKind.EQUAL, TokenKind.EXCLAMATION);
        kindsWithEqual("+-*/%@", TokenKind.PLUSEQUAL, TokenKind.MINEQUAL, TokenKind.STAREQUAL, TokenKind.SLASHEQUAL,
                TokenKind.PERCENTEQUAL, TokenKind.ATEQUAL);
        kindsWithEqual("&|^", TokenKind.AMPEREQUAL, TokenKind.VBAREQUAL, TokenKind.CIRCUMFLEXEQUAL);
        kindsWithEqual("<>=!", TokenKind.LESSEQUAL, TokenKind.GREATEREQUAL, TokenKind.EQEQUAL, TokenKind.NOTEQUAL);
        kindsWithEqual(":", TokenKind.COLONEQUAL);
    }

    private ByteClass() {}

    private static void classify(String bytes, byte byteClass) {
        for (int i = 0; i < bytes.length(); i++) {
            OF[bytes.charAt(i)] = byteClass;
        }
    }

    private static void kinds(String bytes, int... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            KIND[bytes.charAt(i)] = (byte) kinds[i];
        }
    }

    private static void kindsWithEqual(String bytes, int... kinds) {
        for (int i = 0; i < kinds.length; i++) {
            KIND_WITH_EQUAL[bytes.charAt(i)] = (byte) kinds[i];
        }
    }
}
