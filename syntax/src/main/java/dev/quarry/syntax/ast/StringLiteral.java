package dev.quarry.syntax.ast;

import dev.quarry.syntax.CharacterNames;
import dev.quarry.syntax.StringFlags;

/// Reads the content of string literals: escapes, doubled braces, line ends (Language Reference 2.4.1).
///
/// Decoded text is UTF-8 in which surrogates, which `\ud800` may give, have three bytes like any other code point of
/// that size; decoded bytes are bytes. Line ends become LF. Malformed escapes, for which a parse has a diagnostic,
/// stay as they are written.
public final class StringLiteral {
    /// No character has a longer name; CPython's limit, too. Keeps the search for the brace linear.
    private static final int LONGEST_NAME = 256;

    private StringLiteral() {}

    /// Appends what the content of a literal stands for.
    ///
    /// @param flags of [StringFlags], RAW and BYTES count
    /// @param braces whether `{{` and `}}` stand for single braces
    public static void decode(byte[] source, int from, int to, int flags, boolean braces, ByteSink out) {
        boolean raw = StringFlags.has(flags, StringFlags.RAW);
        int run = from;
        int at = from;
        while (at < to) {
            byte b = source[at];
            if (b == '\r') {
                out.put(source, run, at);
                out.put('\n');
                at += at + 1 < to && source[at + 1] == '\n' ? 2 : 1;
                run = at;
            } else if (b == '\\' && !raw) {
                out.put(source, run, at);
                at = StringFlags.has(flags, StringFlags.BYTES) ? bytesEscape(source, at, to, out) : escape(source, at, to, out);
                run = at;
            } else if (braces && (b == '{' || b == '}') && at + 1 < to && source[at + 1] == b) {
                out.put(source, run, at + 1);
                at += 2;
                run = at;
            } else {
                at++;
            }
        }
        out.put(source, run, to);
    }

    /// Reads the escape of a string at `at`; returns where the text goes on.
    private static int escape(byte[] source, int at, int to, ByteSink out) {
        int next = at + 1;
        if (next == to) {
            out.put('\\');
            return next;
        }
        return switch (source[next]) {
            case 'x' -> hexadecimal(source, at, to, 2, out);
            case 'u' -> hexadecimal(source, at, to, 4, out);
            case 'U' -> hexadecimal(source, at, to, 8, out);
            case 'N' -> named(source, at, to, out);
            default -> simpleEscape(source, at, to, false, out);
        };
    }

    private static int bytesEscape(byte[] source, int at, int to, ByteSink out) {
        int next = at + 1;
        if (next < to && source[next] == 'x') {
            int value = next + 2 < to ? hexValue(source, next + 1, 2) : -1;
            out.put(value < 0 ? '\\' : value);
            return value < 0 ? next : next + 3;
        }
        return simpleEscape(source, at, to, true, out);
    }

    /// Escapes that strings and bytes share.
    private static int simpleEscape(byte[] source, int at, int to, boolean bytes, ByteSink out) {
        int next = at + 1;
        if (next == to) {
            out.put('\\');
            return next;
        }
        byte b = source[next];
        if (b >= '0' && b <= '7') {
            int value = 0;
            int digits = next;
            while (digits < to && digits < next + 3 && source[digits] >= '0' && source[digits] <= '7') {
                value = value * 8 + source[digits++] - '0';
            }
            if (bytes) {
                out.put(value);
            } else {
                out.putCodePoint(value);
            }
            return digits;
        }
        switch (b) {
            case '\n' -> { }
            case '\r' -> {
                return next + (next + 1 < to && source[next + 1] == '\n' ? 2 : 1);
            }
            case '\\', '\'', '"' -> out.put(b);
            case 'a' -> out.put(7);
            case 'b' -> out.put('\b');
            case 'f' -> out.put('\f');
            case 'n' -> out.put('\n');
            case 'r' -> out.put('\r');
            case 't' -> out.put('\t');
            case 'v' -> out.put(11);
            default -> {
                // Not an escape: the backslash stays, and what follows is read on its own (`\{{` in an f-string).
                out.put('\\');
                return next;
            }
        }
        return next + 1;
    }

    private static int hexadecimal(byte[] source, int at, int to, int digits, ByteSink out) {
        int first = at + 2;
        int value = first + digits <= to ? hexValue(source, first, digits) : -1;
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            out.put('\\');
            return at + 1;
        }
        out.putCodePoint(value);
        return first + digits;
    }

    private static int named(byte[] source, int at, int to, ByteSink out) {
        int open = at + 2;
        int close = open;
        int last = Math.min(to, open + LONGEST_NAME + 1);
        while (close < last && source[close] != '}') {
            close++;
        }
        int codePoint = open < to && source[open] == '{' && close < last
                ? CharacterNames.codePoint(source, open + 1, close) : -1;
        if (codePoint < 0) {
            out.put('\\');
            return at + 1;
        }
        out.putCodePoint(codePoint);
        return close + 1;
    }

    /// -1 when a byte is no hexadecimal digit or the number exceeds 31 bits.
    private static int hexValue(byte[] source, int from, int digits) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(source[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }
}
