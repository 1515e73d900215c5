package dev.quarry.syntax;

/// Finds the end of a number and says what is wrong with it.
final class NumberScanner {
    private final byte[] text;
    private final int limit;
    private final boolean checksEnd;
    private final LexicalErrors errors;

    /// For the text up to `limit`. Before Python 3.10, any word may follow a number: the parser refuses it.
    NumberScanner(byte[] text, int limit, PythonVersion version, LexicalErrors errors) {
        this.text = text;
        this.limit = limit;
        this.checksEnd = version.isAtLeast(PythonVersion.PY310);
        this.errors = errors;
    }

    /// The end of the number that begins at `start` with a digit, or with a dot before a digit.
    int end(int start) {
        int first = text[start];
        if (first == '.') {
            return fraction(start);
        }
        if (first != '0') {
            int at = digits(start + 1);
            return at < 0 ? ~at : decimalRest(at);
        }
        return switch (at(start + 1) | 0x20) {
            case 'x' -> radix(start + 1, 16, "hexadecimal");
            case 'o' -> radix(start + 1, 8, "octal");
            case 'b' -> radix(start + 1, 2, "binary");
            default -> zero(start);
        };
    }

    private int at(int offset) {
        return offset < limit ? text[offset] : 0;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    /// After `0x`, `0o` or `0b`, whose letter is at `letter`.
    private int radix(int letter, int radix, String name) {
        int at = letter + 1;
        while (true) {
            if (at(at) == '_') {
                at++;
            }
            if (!isDigit(at(at), radix)) {
                return badDigit(at, radix, name);
            }
            while (isDigit(at(at), radix)) {
                at++;
            }
            if (at(at) != '_') {
                break;
            }
        }
        return isDigit(at(at)) ? badDigit(at, radix, name) : word(at, name);
    }

    private static boolean isDigit(int b, int radix) {
        return b > 0 && Character.digit(b, radix) >= 0;
    }

    private int badDigit(int at, int radix, String name) {
        int found = at(at);
        if (isDigit(found)) {
            errors.at(at, "invalid digit '" + (char) found + "' in " + name + " literal");
            int end = at;
            while (isDigit(at(end))) {
                end++;
            }
            return end;
        }
        errors.at(at - 1, "invalid " + name + " literal");
        return at;
    }

    /// Zeros may be followed by zeros alone, unless the number turns out to be a float or imaginary.
    private int zero(int start) {
        int at = start + 1;
        while (true) {
            if (at(at) == '_') {
                at++;
                if (!isDigit(at(at))) {
                    return invalidDecimal(at);
                }
            }
            if (at(at) != '0') {
                break;
            }
            at++;
        }
        int zerosEnd = at;
        if (!isDigit(at(at))) {
            return decimalRest(at);
        }
        at = digits(at + 1);
        if (at < 0) {
            return ~at;
        }
        int next = at(at);
        if (next != '.' && (next | 0x20) != 'e' && (next | 0x20) != 'j') {
            errors.overBytes(start, zerosEnd, "leading zeros in decimal integer literals are not permitted; "
                    + "use an 0o prefix for octal integers");
            return at;
        }
        return decimalRest(at);
    }

    /// From after a digit: the end of the digits, or the complement of where an underscore was followed by none.
    private int digits(int from) {
        int at = from;
        while (true) {
            while (isDigit(at(at))) {
                at++;
            }
            if (at(at) != '_') {
                return at;
            }
            at++;
            if (!isDigit(at(at))) {
                return ~invalidDecimal(at);
            }
        }
    }

    private int decimalRest(int at) {
        return at(at) == '.' ? fraction(at) : exponent(at);
    }

    private int fraction(int dot) {
        int at = dot + 1;
        if (isDigit(at(at))) {
            at = digits(at + 1);
            if (at < 0) {
                return ~at;
            }
        }
        return exponent(at);
    }

    private int exponent(int at) {
        int end = at;
        if ((at(at) | 0x20) == 'e') {
            int next = at(at + 1);
            if (next == '+' || next == '-') {
                if (!isDigit(at(at + 2))) {
                    return invalidDecimal(at + 2);
                }
                end = digits(at + 3);
            } else if (isDigit(next)) {
                end = digits(at + 2);
            } else {
                return word(at, "decimal");
            }
            if (end < 0) {
                return ~end;
            }
        }
        return (at(end) | 0x20) == 'j' ? word(end + 1, "imaginary") : word(end, "decimal");
    }

    private int invalidDecimal(int at) {
        errors.at(at - 1, "invalid decimal literal");
        return at;
    }

    /// A number may touch one of the keywords that can follow it (`1if x else 2`), but no other word.
    private int word(int end, String name) {
        int b = at(end);
        if (checksEnd && b > 0 && ByteClass.IN_NAME[b] && !keywordFollows(end)) {
            errors.at(end - 1, "invalid " + name + " literal");
        }
        return end;
    }

    private boolean keywordFollows(int at) {
        return switch (at(at)) {
            case 'a' -> isWord(at, "and");
            case 'e' -> isWord(at, "else");
            case 'f' -> isWord(at, "for");
            // CPython looks no further here: the rest makes another token, which the parser refuses.
            case 'i' -> at(at + 1) == 'f' || at(at + 1) == 'n' || at(at + 1) == 's';
            case 'o' -> isWord(at, "or");
            case 'n' -> isWord(at, "not");
            default -> false;
        };
    }

    private boolean isWord(int at, String word) {
        for (int i = 1; i < word.length(); i++) {
            if (at(at + i) != word.charAt(i)) {
                return false;
            }
        }
        int next = at(at + word.length());
        return next >= 0 && !ByteClass.IN_NAME[next];
    }
}
