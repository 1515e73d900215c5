package dev.quarry.syntax.ast;

import java.nio.charset.StandardCharsets;

/// The repr of Python strings: reading it back.
final class StringRepr {
    private StringRepr() {}

    /// The string whose repr lies in `repr`, quotes included.
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
