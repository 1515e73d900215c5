package dev.quarry.syntax.tokenize;

/// Reads a number for [CTokenizer]. Whatever follows it is the next token, so that `1if` and `0777` are no errors here.
final class NumberReader {
    /// Instead of what follows digits.
    private static final int FAILED = -2;

    private final CTokenizer in;

    NumberReader(CTokenizer in) {
        this.in = in;
    }

    /// Reads on after a number's first digit. Returns false after an error.
    boolean number(int first) {
        if (first != '0') {
            return decimal(in.next());
        }
        int c = in.next();
        return switch (c) {
            case 'x', 'X' -> based(16, "hexadecimal");
            case 'o', 'O' -> based(8, "octal");
            case 'b', 'B' -> based(2, "binary");
            default -> decimal(c);
        };
    }

    /// Reads on after a point that a digit follows.
    boolean fraction(int firstDigit) {
        int c = digits(firstDigit);
        return c != FAILED && exponent(c);
    }

    /// `c` follows one or more digits.
    private boolean decimal(int first) {
        int c = digits(first);
        if (c == FAILED) {
            return false;
        }
        if (c == '.') {
            c = in.next();
            if (CTokenizer.isDigit(c)) {
                c = digits(c);
                if (c == FAILED) {
                    return false;
                }
            }
        }
        return exponent(c);
    }

    /// Reads digits with single underscores between them and returns what follows.
    private int digits(int first) {
        int c = first;
        while (true) {
            while (CTokenizer.isDigit(c)) {
                c = in.next();
            }
            if (c != '_') {
                return c;
            }
            c = in.next();
            if (!CTokenizer.isDigit(c)) {
                in.back(c);
                in.fail("invalid decimal literal");
                return FAILED;
            }
        }
    }

    private boolean exponent(int first) {
        int c = first;
        if (c == 'e' || c == 'E') {
            int sign = in.next();
            boolean signed = sign == '+' || sign == '-';
            int digit = signed ? in.next() : sign;
            if (!CTokenizer.isDigit(digit)) {
                in.back(digit);
                if (signed) {
                    in.fail("invalid decimal literal");
                    return false;
                }
                in.back(c);
                return true;
            }
            c = digits(digit);
            if (c == FAILED) {
                return false;
            }
        }
        if (c == 'j' || c == 'J') {
            c = in.next();
        }
        in.back(c);
        return true;
    }

    private boolean based(int base, String name) {
        int c = in.next();
        do {
            if (c == '_') {
                c = in.next();
            }
            if (!isDigit(c, base)) {
                if (CTokenizer.isDigit(c)) {
                    in.fail("invalid digit '" + (char) c + "' in " + name + " literal");
                } else {
                    in.back(c);
                    in.fail("invalid " + name + " literal");
                }
                return false;
            }
            do {
                c = in.next();
            } while (isDigit(c, base));
        } while (c == '_');
        if (CTokenizer.isDigit(c)) {
            in.fail("invalid digit '" + (char) c + "' in " + name + " literal");
            return false;
        }
        in.back(c);
        return true;
    }

    private static boolean isDigit(int c, int base) {
        return c >= 0 && c < 0x80 && Character.digit(c, base) >= 0;
    }
}
