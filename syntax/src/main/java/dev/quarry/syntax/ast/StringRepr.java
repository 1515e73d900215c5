package dev.quarry.syntax.ast;

import dev.quarry.syntax.Printable;
import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;

/// Python's `repr` of `str` and `bytes`, written and read back.
public final class StringRepr {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /// Bytes that a repr may hold as they are whatever the quotes: printable ASCII but quotes and backslash.
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int b = ' '; b < 0x7F; b++) {
            PLAIN[b] = b != '\'' && b != '"' && b != '\\';
        }
    }

    private StringRepr() {}

    /// The first byte of a range that is not plain; `to` when there is none.
    static int firstSpecial(byte[] text, int from, int to) {
        int at = from;
        while (at < to && PLAIN[text[at] & 0xFF]) {
            at++;
        }
        return at;
    }

    /// Appends the repr of a text whose bytes are all plain.
    static void writePlain(byte[] text, int from, int to, ByteSink out) {
        out.reserve(to - from + 2);
        out.put('\'');
        out.put(text, from, to);
        out.put('\'');
    }

    /// Appends the repr of a string.
    ///
    /// @param text decoded, see [StringLiteral]
    /// @param version decides which characters are printable
    public static void writeString(byte[] text, int from, int to, PythonVersion version, ByteSink out) {
        byte quote = quote(text, from, to);
        out.reserve(to - from + 2);
        out.put(quote);
        int at = from;
        while (at < to) {
            int run = firstSpecial(text, at, to);
            out.put(text, at, run);
            at = run;
            if (at == to) {
                break;
            }
            byte b = text[at];
            if (b >= 0) {
                writeAscii(b, quote, out);
                at++;
            } else {
                at = writeBeyondAscii(text, at, to, version, out);
            }
        }
        out.put(quote);
    }

    /// Appends the repr of bytes.
    static void writeBytes(byte[] bytes, int from, int to, ByteSink out) {
        byte quote = quote(bytes, from, to);
        out.put('b');
        out.put(quote);
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (PLAIN[b & 0xFF]) {
                out.put(b);
            } else {
                writeAscii(b, quote, out);
            }
        }
        out.put(quote);
    }

    private static byte quote(byte[] text, int from, int to) {
        boolean single = false;
        for (int at = from; at < to; at++) {
            if (text[at] == '"') {
                return '\'';
            }
            single |= text[at] == '\'';
        }
        return (byte) (single ? '"' : '\'');
    }

    private static void writeAscii(byte b, byte quote, ByteSink out) {
        switch (b) {
            case '\n' -> writeEscape('n', out);
            case '\r' -> writeEscape('r', out);
            case '\t' -> writeEscape('t', out);
            case '\\' -> writeEscape('\\', out);
            case '\'', '"' -> {
                if (b == quote) {
                    out.put('\\');
                }
                out.put(b);
            }
            default -> writeHex('x', b & 0xFF, 2, out);
        }
    }

    private static void writeEscape(int letter, ByteSink out) {
        out.put('\\');
        out.put(letter);
    }

    private static void writeHex(int letter, int value, int digits, ByteSink out) {
        writeEscape(letter, out);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.put(HEX[value >> shift & 0xF]);
        }
    }

    /// Writes the code point at `at`, whose length its first byte tells; returns where the next one starts. A byte that
    /// begins none, in a file that doesn't decode, is written by its number.
    private static int writeBeyondAscii(byte[] text, int at, int to, PythonVersion version, ByteSink out) {
        int first = text[at] & 0xFF;
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        int codePoint = first & 0xFF >> length + 1;
        boolean wellFormed = first >= 0xC2 && at + length <= to;
        for (int i = at + 1; wellFormed && i < at + length; i++) {
            wellFormed = (text[i] & 0xC0) == 0x80;
            codePoint = codePoint << 6 | text[i] & 0x3F;
        }
        if (!wellFormed || codePoint > Character.MAX_CODE_POINT) {
            writeHex('x', first, 2, out);
            return at + 1;
        }
        if (Printable.isPrintable(codePoint, version)) {
            out.put(text, at, at + length);
        } else if (codePoint < 0x100) {
            writeHex('x', codePoint, 2, out);
        } else if (codePoint < 0x10000) {
            writeHex('u', codePoint, 4, out);
        } else {
            writeHex('U', codePoint, 8, out);
        }
        return at + length;
    }

    /// The string whose repr lies in `repr`, quotes included. Surrogates stay lone `char`s.
    static String decode(byte[] repr, int start, int length) {
        int end = start + length - 1;
        String text = new String(repr, start + 1, length - 2, StandardCharsets.UTF_8);
        for (int i = start + 1; i < end; i++) {
            if (repr[i] == '\\') {
                return unescape(text);
            }
        }
        return text;
    }

    private static String unescape(String text) {
        var result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            char escape = text.charAt(i++);
            int digits = switch (escape) {
                case 'x' -> 2;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            if (digits > 0) {
                result.appendCodePoint(Integer.parseInt(text, i, i + digits, 16));
                i += digits;
            } else {
                result.append(switch (escape) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> escape;
                });
            }
        }
        return result.toString();
    }
}
