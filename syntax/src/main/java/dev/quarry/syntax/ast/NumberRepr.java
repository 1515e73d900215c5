package dev.quarry.syntax.ast;

import java.math.BigInteger;

/// Python's `repr` of number literals.
final class NumberRepr {
    /// Decimal digits that CPython converts (`sys.int_info.default_max_str_digits`): beyond them its repr raises.
    private static final int MAX_DECIMAL_DIGITS = 4300;
    private static final BigInteger DECIMAL_LIMIT = BigInteger.TEN.pow(MAX_DECIMAL_DIGITS);
    /// 18 digits always fit a long; so do 15 hexadecimal ones.
    private static final int LONG_DIGITS = 15;

    private NumberRepr() {}

    /// Appends the repr of the literal in a range of ASCII bytes, underscores included.
    ///
    /// An int of more than 4300 digits, whose repr CPython refuses to compute, is written as `hex()` would: that is
    /// linear in its length.
    ///
    /// @throws NumberFormatException when the literal is malformed, which a parse has a diagnostic for
    static void write(byte[] source, int from, int to, ByteSink out) {
        if (isPlainDecimal(source, from, to)) {
            out.put(source, from, to);
            return;
        }
        var digits = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            if (source[i] != '_') {
                digits.append((char) (source[i] & 0xFF));
            }
        }
        int radix = radix(digits);
        if (radix != 10) {
            writeInteger(digits.substring(2), radix, out);
            return;
        }
        int last = digits.length() - 1;
        if (digits.charAt(last) == 'j' || digits.charAt(last) == 'J') {
            writeFloat(parse(digits.substring(0, last)), false, out);
            out.put('j');
        } else if (isInteger(digits)) {
            writeInteger(digits.toString(), 10, out);
        } else {
            writeFloat(parse(digits.toString()), true, out);
        }
    }

    /// Digits alone and no leading zero: the literal is its own repr.
    private static boolean isPlainDecimal(byte[] source, int from, int to) {
        if (to - from > MAX_DECIMAL_DIGITS || source[from] == '0' && to - from > 1) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (source[i] < '0' || source[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /// Reads a decimal; the JDK alone would also take suffixes, hexadecimal floats and words.
    private static double parse(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && ".eE+-".indexOf(c) < 0) {
                throw new NumberFormatException(digits);
            }
        }
        return Double.parseDouble(digits);
    }

    private static int radix(CharSequence digits) {
        if (digits.length() < 3 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }

    private static boolean isInteger(CharSequence digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static void writeInteger(String digits, int radix, ByteSink out) {
        if (digits.length() <= LONG_DIGITS) {
            out.put(Long.toString(Long.parseLong(digits, radix)));
            return;
        }
        if (radix == 10 && digits.length() > MAX_DECIMAL_DIGITS) {
            // CPython rejects such a literal: keep what is written.
            out.put(digits);
            return;
        }
        // The JDK's conversions take time that grows with the square of the length.
        if (radix != 10 && leastBits(digits, radix) > DECIMAL_LIMIT.bitLength()) {
            writeHexadecimal(digits, radix, out);
            return;
        }
        var value = new BigInteger(digits, radix);
        boolean representable = value.compareTo(DECIMAL_LIMIT) < 0;
        out.put(representable ? value.toString() : "0x" + value.toString(16));
    }

    private static int bitsPerDigit(int radix) {
        return Integer.numberOfTrailingZeros(radix);
    }

    /// The least number of bits that digits whose radix is a power of two can have.
    private static long leastBits(String digits, int radix) {
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        return (long) (digits.length() - first - 1) * bitsPerDigit(radix) + 1;
    }

    /// Appends digits whose radix is a power of two as hexadecimal ones, in time linear in their number.
    private static void writeHexadecimal(String digits, int radix, ByteSink out) {
        int width = bitsPerDigit(radix);
        byte[] hex = new byte[(int) (((long) digits.length() * width + 3) / 4)];
        int at = hex.length;
        int waiting = 0;
        int waitingBits = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                throw new NumberFormatException("no digit of radix " + radix + " at " + i);
            }
            waiting |= digit << waitingBits;
            waitingBits += width;
            while (waitingBits >= 4 || i == 0 && waitingBits > 0) {
                hex[--at] = (byte) Character.forDigit(waiting & 0xF, 16);
                waiting >>>= 4;
                waitingBits -= 4;
            }
        }
        while (hex[at] == '0') {
            at++;
        }
        out.put("0x");
        out.put(hex, at, hex.length);
    }

    /// Appends the shortest decimal that reads back as the value: without exponent from 1e-4 to below 1e16.
    ///
    /// @param point whether a whole number gets `.0`, as a float does and an imaginary part does not
    static void writeFloat(double value, boolean point, ByteSink out) {
        if (Double.isInfinite(value)) {
            out.put("inf");
            return;
        }
        if (value == 0) {
            out.put(point ? "0.0" : "0");
            return;
        }
        String java = Double.toString(value);
        int e = java.indexOf('E');
        int exponent = e < 0 ? 0 : Integer.parseInt(java, e + 1, java.length(), 10);
        String mantissa = e < 0 ? java : java.substring(0, e);
        int dot = mantissa.indexOf('.');
        String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        // The value is 0.digits times 10 to the power of `decimalPoint`.
        int decimalPoint = dot + exponent;
        int first = 0;
        while (digits.charAt(first) == '0') {
            first++;
        }
        decimalPoint -= first;
        int last = digits.length();
        while (digits.charAt(last - 1) == '0') {
            last--;
        }
        digits = digits.substring(first, last);
        if (digits.length() == 2) {
            // The JDK gives two digits where one does (4.9E-324, 9.9E-324); Python gives 5e-324 and 1e-323.
            int rounded = digits.charAt(0) - '0' + (digits.charAt(1) >= '5' ? 1 : 0);
            if (Double.parseDouble(rounded + "E" + (decimalPoint - 1)) == value) {
                digits = rounded == 10 ? "1" : Integer.toString(rounded);
                decimalPoint += rounded == 10 ? 1 : 0;
            }
        }
        writeDigits(digits, decimalPoint, point, out);
    }

    private static void writeDigits(String digits, int decimalPoint, boolean point, ByteSink out) {
        int length = digits.length();
        if (decimalPoint > -4 && decimalPoint <= 0) {
            out.put("0." + "0".repeat(-decimalPoint) + digits);
        } else if (decimalPoint > 0 && decimalPoint <= 16) {
            if (length <= decimalPoint) {
                out.put(digits + "0".repeat(decimalPoint - length) + (point ? ".0" : ""));
            } else {
                out.put(digits.substring(0, decimalPoint) + "." + digits.substring(decimalPoint));
            }
        } else {
            int exponent = decimalPoint - 1;
            String sign = exponent < 0 ? "-" : "+";
            String magnitude = Integer.toString(Math.abs(exponent));
            out.put(digits.charAt(0) + (length > 1 ? "." + digits.substring(1) : "") + "e" + sign
                    + (magnitude.length() < 2 ? "0" : "") + magnitude);
        }
    }
}
