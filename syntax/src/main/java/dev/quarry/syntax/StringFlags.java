package dev.quarry.syntax;

/// The payload of string tokens ([TokenKind]): prefix and quotes, as bits.
public final class StringFlags {
    public static final int RAW = 1;
    public static final int BYTES = 1 << 1;
    /// The prefix `u` or `U`.
    public static final int UNICODE = 1 << 2;
    /// `f` for FSTRING_START, set beside RAW.
    public static final int FORMAT = 1 << 3;
    /// `t` for TSTRING_START (3.14).
    public static final int TEMPLATE = 1 << 4;
    /// Three quotes on either side.
    public static final int TRIPLE = 1 << 5;
    /// Quoted by `"`; by `'` without this bit.
    public static final int DOUBLE_QUOTED = 1 << 6;
    /// The content has at least one byte of 0x80 or more. STRING alone.
    public static final int NON_ASCII = 1 << 7;
    /// The content has at least one backslash. STRING alone.
    public static final int BACKSLASH = 1 << 8;
    /// The closing quotes are missing; the token ends with the line or the file.
    public static final int UNTERMINATED = 1 << 9;

    /// How many letters there are that a prefix may have.
    static final int LETTERS = 5;

    /// Pairs of letters that exclude each other, in the order in which CPython looks for them.
    private static final String CLASHES = "uburufutbfbtft";
    private static final int PREFIX_LENGTH_SHIFT = 12;

    private StringFlags() {}

    /// Bytes of the prefix, 0 to 2.
    public static int prefixLength(int flags) {
        return flags >>> PREFIX_LENGTH_SHIFT;
    }

    /// Bytes of the quotes on one side, 1 or 3.
    public static int quoteLength(int flags) {
        return (flags & TRIPLE) != 0 ? 3 : 1;
    }

    /// Bytes from the token's start to the first one of the content.
    public static int contentStart(int flags) {
        return prefixLength(flags) + quoteLength(flags);
    }

    /// Bytes from the end of the content to the token's end: the closing quotes, 0 when they are missing.
    public static int closingLength(int flags) {
        return (flags & UNTERMINATED) != 0 ? 0 : quoteLength(flags);
    }

    public static boolean has(int flags, int bit) {
        return (flags & bit) != 0;
    }

    /// Bits of a prefix of one or two bytes at `start`, including its length; -1 when there is no such prefix in any
    /// version. `f` and `t` mean FORMAT and TEMPLATE.
    static int prefix(byte[] text, int start, int length) {
        int flags = letter(text[start]);
        if (length == 2) {
            int second = letter(text[start + 1]);
            int both = flags | second;
            // One of the two is r, the other b, f or t: PEP 3112, 414, 498 and 750 allow no other pair.
            boolean pair = flags > 0 && second > 0 && flags != second && (both & RAW) != 0 && (both & UNICODE) == 0;
            flags = pair ? both : -1;
        }
        return flags < 0 ? -1 : flags | length << PREFIX_LENGTH_SHIFT;
    }

    /// CPython's message (3.14) for letters before quotes that each may be a prefix, but not together; null when there
    /// is none.
    static String incompatible(byte[] text, int start, int end) {
        int seen = 0;
        for (int i = start; i < end; i++) {
            int flag = letter(text[i]);
            if (flag < 0 || (seen & flag) != 0) {
                return null;
            }
            seen |= flag;
        }
        for (int i = 0; i < CLASHES.length(); i += 2) {
            char first = CLASHES.charAt(i);
            char second = CLASHES.charAt(i + 1);
            if ((seen & letter(first)) != 0 && (seen & letter(second)) != 0) {
                return "'" + first + "' and '" + second + "' prefixes are incompatible";
            }
        }
        return null;
    }

    private static int letter(int letter) {
        return switch (letter | 0x20) {
            case 'r' -> RAW;
            case 'b' -> BYTES;
            case 'u' -> UNICODE;
            case 'f' -> FORMAT;
            case 't' -> TEMPLATE;
            default -> -1;
        };
    }
}
