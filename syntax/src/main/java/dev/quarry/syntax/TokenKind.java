package dev.quarry.syntax;

import java.lang.reflect.Field;

/// Kinds of tokens, as small integers so that they fit a byte and switch fast.
///
/// Names are those of CPython's `token` module; keywords, which CPython's tokenizer calls `NAME`, have a kind each
/// (`KW_IF`). Soft keywords (`match`, `case`, `type`, `_`, from 3.15 `lazy`) are `NAME`: the parser decides.
///
/// Payloads ([TokenBuffer#payload]):
/// - `NAME`: index into the file's [NameTable].
/// - `STRING`, `FSTRING_START`, `TSTRING_START`: [StringFlags] bits.
/// - opening brackets whose nesting level is a multiple of [Lexer#DEFERRAL_INTERVAL], and `INDENT` likewise: index of
///   the token that closes them, or of the token after which the lexer gave up looking; 0 on all other levels.
/// - others: 0.
///
/// Levels of brackets count `(`, `[`, `{` and the `{` of replacement fields.
public final class TokenKind {
    private TokenKind() {}

    public static final int ENDMARKER = 0;
    public static final int NAME = 1;
    public static final int NUMBER = 2;
    public static final int STRING = 3;
    public static final int NEWLINE = 4;
    public static final int INDENT = 5;
    public static final int DEDENT = 6;
    /// Opens an f-string: prefix and opening quotes. Also used for versions before 3.12, where CPython has one STRING.
    public static final int FSTRING_START = 7;
    /// Literal text of an f-string or of its format specifications, braces still doubled. Never empty, never two in a
    /// row.
    public static final int FSTRING_MIDDLE = 8;
    /// The closing quotes; of width 0 where they are missing.
    public static final int FSTRING_END = 9;
    public static final int TSTRING_START = 10;
    public static final int TSTRING_MIDDLE = 11;
    public static final int TSTRING_END = 12;
    /// The text after `# type: ` up to the end of the line, only where type comments are asked for. On a line of its
    /// own, outside of brackets, it is followed by a NEWLINE. `# type: ignore…` is no token, see [TypeIgnores].
    public static final int TYPE_COMMENT = 13;
    /// A character that starts no token (`$`, `?`, a stray backslash), or `<>`, a token of CPython's that is valid
    /// nowhere.
    public static final int ERRORTOKEN = 14;

    // Operators and delimiters.
    public static final int LPAR = 16;
    public static final int RPAR = 17;
    public static final int LSQB = 18;
    public static final int RSQB = 19;
    public static final int LBRACE = 20;
    public static final int RBRACE = 21;
    public static final int COLON = 22;
    public static final int COMMA = 23;
    public static final int SEMI = 24;
    public static final int DOT = 25;
    public static final int ELLIPSIS = 26;
    public static final int EQUAL = 27;
    public static final int RARROW = 28;
    public static final int COLONEQUAL = 29;
    public static final int AT = 30;
    public static final int EXCLAMATION = 31;
    public static final int PLUS = 32;
    public static final int MINUS = 33;
    public static final int STAR = 34;
    public static final int SLASH = 35;
    public static final int DOUBLESLASH = 36;
    public static final int PERCENT = 37;
    public static final int DOUBLESTAR = 38;
    public static final int LEFTSHIFT = 39;
    public static final int RIGHTSHIFT = 40;
    public static final int AMPER = 41;
    public static final int VBAR = 42;
    public static final int CIRCUMFLEX = 43;
    public static final int TILDE = 44;
    public static final int LESS = 45;
    public static final int GREATER = 46;
    public static final int EQEQUAL = 47;
    public static final int NOTEQUAL = 48;
    public static final int LESSEQUAL = 49;
    public static final int GREATEREQUAL = 50;
    public static final int PLUSEQUAL = 51;
    public static final int MINEQUAL = 52;
    public static final int STAREQUAL = 53;
    public static final int SLASHEQUAL = 54;
    public static final int DOUBLESLASHEQUAL = 55;
    public static final int PERCENTEQUAL = 56;
    public static final int ATEQUAL = 57;
    public static final int AMPEREQUAL = 58;
    public static final int VBAREQUAL = 59;
    public static final int CIRCUMFLEXEQUAL = 60;
    public static final int LEFTSHIFTEQUAL = 61;
    public static final int RIGHTSHIFTEQUAL = 62;
    public static final int DOUBLESTAREQUAL = 63;

    // Keywords of every supported version, in alphabetical order.
    public static final int KW_FALSE = 64;
    public static final int KW_NONE = 65;
    public static final int KW_TRUE = 66;
    public static final int KW_AND = 67;
    public static final int KW_AS = 68;
    public static final int KW_ASSERT = 69;
    public static final int KW_ASYNC = 70;
    public static final int KW_AWAIT = 71;
    public static final int KW_BREAK = 72;
    public static final int KW_CLASS = 73;
    public static final int KW_CONTINUE = 74;
    public static final int KW_DEF = 75;
    public static final int KW_DEL = 76;
    public static final int KW_ELIF = 77;
    public static final int KW_ELSE = 78;
    public static final int KW_EXCEPT = 79;
    public static final int KW_FINALLY = 80;
    public static final int KW_FOR = 81;
    public static final int KW_FROM = 82;
    public static final int KW_GLOBAL = 83;
    public static final int KW_IF = 84;
    public static final int KW_IMPORT = 85;
    public static final int KW_IN = 86;
    public static final int KW_IS = 87;
    public static final int KW_LAMBDA = 88;
    public static final int KW_NONLOCAL = 89;
    public static final int KW_NOT = 90;
    public static final int KW_OR = 91;
    public static final int KW_PASS = 92;
    public static final int KW_RAISE = 93;
    public static final int KW_RETURN = 94;
    public static final int KW_TRY = 95;
    public static final int KW_WHILE = 96;
    public static final int KW_WITH = 97;
    public static final int KW_YIELD = 98;

    private static final String[] NAMES = names();

    private static String[] names() {
        String[] names = new String[KW_YIELD + 1];
        for (Field field : TokenKind.class.getDeclaredFields()) {
            if (field.getType() == int.class) {
                try {
                    int kind = field.getInt(null);
                    names[kind] = isKeyword(kind) ? "NAME" : field.getName();
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("a constant of this class can be read", e);
                }
            }
        }
        return names;
    }

    /// The kind's name in CPython's `token` module, where keywords are NAME.
    public static String name(int kind) {
        return NAMES[kind];
    }

    public static boolean isKeyword(int kind) {
        return kind >= KW_FALSE && kind <= KW_YIELD;
    }

    /// `+=` to `**=`.
    public static boolean isAugmentedAssignment(int kind) {
        return kind >= PLUSEQUAL && kind <= DOUBLESTAREQUAL;
    }
}
