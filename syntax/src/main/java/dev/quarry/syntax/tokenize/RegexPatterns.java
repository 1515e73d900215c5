package dev.quarry.syntax.tokenize;

import dev.quarry.syntax.Printable;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.Utf8;

/// What the regular expressions of Python's `tokenize` up to 3.11 match, found by hand. None of them crosses a line.
final class RegexPatterns {
    /// The alternatives of the expression for one token, in the order in which they are tried.
    enum Match {
        CONTINUATION, COMMENT, TRIPLE, NUMBER, LINE_BREAK, OPERATOR, STRING,
        /// A string that a backslash at the end of the line continues.
        OPEN_STRING, WORD
    }

    private final byte[] text;
    private final PythonVersion version;
    private Match matched;
    private byte quote;

    RegexPatterns(byte[] text, PythonVersion version) {
        this.text = text;
        this.version = version;
    }

    /// What the last successful [#match] found.
    Match matched() {
        return matched;
    }

    /// The quote of the string that was found last.
    byte quote() {
        return quote;
    }

    int afterBlanks(int from, int end) {
        int p = from;
        while (p < end && (text[p] == ' ' || text[p] == '\t' || text[p] == '\f')) {
            p++;
        }
        return p;
    }

    /// Matches a token at `p`, in a line that ends at `end`. Returns where it ends, -1 when there is none.
    int match(int p, int end) {
        byte b = text[p];
        switch (b) {
            case '\\' -> {
                int next = afterLineBreak(p + 1, end);
                return next < 0 ? -1 : found(Match.CONTINUATION, next);
            }
            case '\n', '\r' -> {
                int next = afterLineBreak(p, end);
                return next < 0 ? -1 : found(Match.LINE_BREAK, next);
            }
            case '#' -> {
                int next = p;
                while (next < end && text[next] != '\n' && text[next] != '\r') {
                    next++;
                }
                return found(Match.COMMENT, next);
            }
            default -> { }
        }
        if (isDigit(p, end) || b == '.' && isDigit(p + 1, end)) {
            return found(Match.NUMBER, number(p, end));
        }
        int quoteAt = p + prefixLength(p, end);
        if (quoteAt < end && (text[quoteAt] == '"' || text[quoteAt] == '\'')) {
            int next = string(quoteAt, end);
            if (next >= 0) {
                return next;
            }
        }
        int operator = operatorLength(p, end);
        if (operator > 0) {
            return found(Match.OPERATOR, p + operator);
        }
        int word = afterWord(p, end);
        return word == p ? -1 : found(Match.WORD, word);
    }

    private int found(Match what, int end) {
        matched = what;
        return end;
    }

    private int afterLineBreak(int p, int end) {
        int feed = p < end && text[p] == '\r' ? p + 1 : p;
        return feed < end && text[feed] == '\n' ? feed + 1 : -1;
    }

    // Strings.

    /// The length of the letters at `p` if they can stand before quotes; 0 for anything else.
    private int prefixLength(int p, int end) {
        int length = 0;
        boolean kind = false;
        boolean raw = false;
        while (length < 2 && p + length < end) {
            switch (text[p + length] | 0x20) {
                case 'r' -> {
                    if (raw) {
                        return 0;
                    }
                    raw = true;
                }
                case 'b', 'f' -> {
                    if (kind) {
                        return 0;
                    }
                    kind = true;
                }
                case 'u' -> {
                    return length == 0 ? 1 : 0;
                }
                default -> {
                    return length;
                }
            }
            length++;
        }
        return length;
    }

    private int string(int quoteAt, int end) {
        quote = text[quoteAt];
        if (quoteAt + 2 < end && text[quoteAt + 1] == quote && text[quoteAt + 2] == quote) {
            return found(Match.TRIPLE, quoteAt + 3);
        }
        for (int p = quoteAt + 1; p < end; p++) {
            byte b = text[p];
            if (b == quote) {
                return found(Match.STRING, p + 1);
            }
            if (b == '\n') {
                return -1;
            }
            if (b == '\\') {
                int next = afterLineBreak(p + 1, end);
                if (next >= 0) {
                    return found(Match.OPEN_STRING, next);
                }
                p++;
            }
        }
        return -1;
    }

    /// The place after the quotes that end a string whose content goes on at `from`; -1 when it doesn't end on the line.
    int endOfString(int from, int end, byte closing, boolean triple) {
        for (int p = from; p < end; p++) {
            byte b = text[p];
            if (b == '\\') {
                if (p + 1 < end && text[p + 1] == '\n') {
                    return -1;
                }
                p++;
            } else if (b == closing) {
                if (!triple) {
                    return p + 1;
                }
                if (p + 2 < end && text[p + 1] == closing && text[p + 2] == closing) {
                    return p + 3;
                }
            }
        }
        return -1;
    }

    boolean endsWithBackslash(int from, int end) {
        int p = end - 1;
        if (p < from || text[p] != '\n') {
            return false;
        }
        p--;
        if (p > from && text[p] == '\r') {
            p--;
        }
        return p >= from && text[p] == '\\';
    }

    // Numbers.

    private boolean isDigit(int p, int end) {
        return p < end && text[p] >= '0' && text[p] <= '9';
    }

    private boolean isLetter(int p, int end, char lower) {
        return p < end && (text[p] | 0x20) == lower;
    }

    /// Digits with single underscores between them.
    private int digits(int from, int end, int base) {
        int p = from;
        while (p < end) {
            if (isDigit(text[p], base)) {
                p++;
            } else if (text[p] == '_' && p + 1 < end && isDigit(text[p + 1], base)) {
                p += 2;
            } else {
                break;
            }
        }
        return p;
    }

    /// In base 1, the only digit is 0.
    private static boolean isDigit(byte b, int base) {
        return base == 1 ? b == '0' : b >= 0 && Character.digit(b, base) >= 0;
    }

    private int number(int p, int end) {
        int whole = text[p] == '.' ? p : digits(p, end, 10);
        if (isLetter(whole, end, 'j')) {
            return whole + 1;
        }
        int real = whole;
        if (whole < end && text[whole] == '.') {
            real = whole + 1;
            if (isDigit(real, end)) {
                real = digits(real, end, 10);
            }
        }
        int exponent = exponent(real, end);
        if (exponent > real || real > whole) {
            return isLetter(exponent, end, 'j') ? exponent + 1 : exponent;
        }
        if (text[p] != '0') {
            return whole;
        }
        int base = isLetter(p + 1, end, 'x') ? 16 : isLetter(p + 1, end, 'o') ? 8 : isLetter(p + 1, end, 'b') ? 2 : 0;
        if (base > 0) {
            int next = digits(p + 2, end, base);
            return next > p + 2 ? next : p + 1;
        }
        return digits(p, end, 1);
    }

    private int exponent(int p, int end) {
        if (!isLetter(p, end, 'e')) {
            return p;
        }
        int sign = p + 1;
        if (sign < end && (text[sign] == '+' || text[sign] == '-')) {
            sign++;
        }
        return isDigit(sign, end) ? digits(sign, end, 10) : p;
    }

    // Operators and words.

    private int operatorLength(int p, int end) {
        byte b = text[p];
        byte next = p + 1 < end ? text[p + 1] : 0;
        byte third = p + 2 < end ? text[p + 2] : 0;
        return switch (b) {
            case '(', ')', '[', ']', '{', '}', ',', ';', '~' -> 1;
            case '.' -> next == '.' && third == '.' ? 3 : 1;
            case '*', '/', '<', '>' -> next == b ? third == '=' ? 3 : 2 : next == '=' ? 2 : 1;
            case '-' -> next == '=' || next == '>' ? 2 : 1;
            case '+', '%', '&', '|', '^', '@', '=', ':' -> next == '=' ? 2 : 1;
            case '!' -> next == '=' ? 2 : 0;
            default -> 0;
        };
    }

    /// The place after `\w+`: letters, anything numeric, and underscores.
    private int afterWord(int from, int end) {
        int p = from;
        while (p < end) {
            byte b = text[p];
            if (b >= 0) {
                if (b != '_' && !Character.isLetterOrDigit(b)) {
                    break;
                }
                p++;
            } else {
                if (!isAlphanumeric(Utf8.codePoint(text, p))) {
                    break;
                }
                p += Utf8.sequenceLength(text, p, end);
            }
        }
        return p;
    }

    private boolean isAlphanumeric(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER, Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER, Character.OTHER_NUMBER -> Printable.isPrintable(codePoint, version);
            default -> false;
        };
    }

    /// Whether a line's first character that is no white space is `#`.
    boolean isComment(int from, int end) {
        int p = from;
        while (p < end) {
            int codePoint = Utf8.codePoint(text, p);
            if (!isSpace(codePoint)) {
                return codePoint == '#';
            }
            p += Utf8.sequenceLength(text, p, end);
        }
        return false;
    }

    /// `str.isspace`.
    private static boolean isSpace(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.CONTROL -> codePoint >= '\t' && codePoint <= '\r' || codePoint >= 0x1C && codePoint <= 0x1F
                    || codePoint == 0x85;
            default -> false;
        };
    }
}
