package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;

/// Finds escapes that CPython's decoders reject, and words the error as they do.
///
/// Their positions count in a copy of the literal's content in which a character beyond ASCII takes ten bytes
/// (`\U000000e9`), since that is what CPython hands to the `unicodeescape` codec.
final class StringEscapes {
    private static final int SPELLED_OUT = 10;

    private StringEscapes() {}

    /// The message for the first bad escape of a string; null when there is none.
    ///
    /// @param from the first byte of the content, behind the quotes
    /// @param to the byte after the content
    static String stringError(byte[] text, int from, int to) {
        int position = 0;
        int at = from;
        while (at < to) {
            byte b = text[at];
            if (b < 0) {
                at = nextCharacter(text, at, to);
                position += SPELLED_OUT;
            } else if (b == '\r' && at + 1 < to && text[at + 1] == '\n') {
                at++;
            } else if (b != '\\') {
                at++;
                position++;
            } else if (at + 1 == to || text[at + 1] < 0) {
                // The backslash is no escape and is spelled out as \u005c.
                at++;
                position += 6;
            } else {
                String error = switch (text[at + 1]) {
                    case 'x' -> hexadecimalError(text, at, to, 2, "truncated \\xXX escape", position);
                    case 'u' -> hexadecimalError(text, at, to, 4, "truncated \\uXXXX escape", position);
                    case 'U' -> hexadecimalError(text, at, to, 8, "truncated \\UXXXXXXXX escape", position);
                    case 'N' -> nameError(text, at, to, position);
                    default -> null;
                };
                if (error != null) {
                    return error;
                }
                at += 2;
                position += 2;
            }
        }
        return null;
    }

    /// The message for the first bad escape of a bytes literal; null when there is none.
    static String bytesError(byte[] text, int from, int to) {
        int at = from;
        while (at < to) {
            if (text[at] != '\\') {
                at++;
                continue;
            }
            if (at + 1 < to && text[at + 1] == 'x' && hexadecimalDigits(text, at + 2, to, 2) < 2) {
                return "(value error) invalid \\x escape at position " + (at - from);
            }
            at += 2;
        }
        return null;
    }

    private static String hexadecimalError(byte[] text, int at, int to, int digits, String truncated, int position) {
        int found = hexadecimalDigits(text, at + 2, to, digits);
        if (found < digits) {
            return message(position, position + 2 + found, truncated);
        }
        // Only eight digits can name more than the last code point, U+10FFFF.
        boolean tooLarge = digits == 8
                && Long.parseLong(new String(text, at + 2, digits, StandardCharsets.US_ASCII), 16)
                > Character.MAX_CODE_POINT;
        return tooLarge ? message(position, position + 2 + digits, "illegal Unicode character") : null;
    }

    private static int hexadecimalDigits(byte[] text, int from, int to, int limit) {
        int count = 0;
        while (count < limit && from + count < to && Character.digit(text[from + count], 16) >= 0) {
            count++;
        }
        return count;
    }

    private static String nameError(byte[] text, int at, int to, int position) {
        String malformed = "malformed \\N character escape";
        int open = at + 2;
        if (open >= to || text[open] != '{') {
            return message(position, position + 2, malformed);
        }
        int close = open + 1;
        int length = 3;
        while (close < to && text[close] != '}') {
            length += text[close] < 0 ? SPELLED_OUT : 1;
            close = nextCharacter(text, close, to);
        }
        if (close == to || close == open + 1) {
            return message(position, position + length, malformed);
        }
        return CharacterNames.codePoint(text, open + 1, close) < 0
                ? message(position, position + length + 1, "unknown Unicode character name") : null;
    }

    private static int nextCharacter(byte[] text, int at, int to) {
        int next = at + 1;
        while (next < to && (text[next] & 0xC0) == 0x80) {
            next++;
        }
        return next;
    }

    private static String message(int start, int end, String problem) {
        return "(unicode error) 'unicodeescape' codec can't decode bytes in position " + start + "-" + (end - 1) + ": "
                + problem;
    }
}
