package dev.quarry.syntax.codecs;

/// UTF-7 (RFC 2152), as CPython's `PyUnicode_DecodeUTF7Stateful` reads it: ASCII, and between `+` and `-` UTF-16 in
/// Base64.
final class Utf7Codec extends PythonCodec {
    private static final int BITS = 6;
    private static final int UNIT = 16;

    Utf7Codec(String name) {
        super(name);
    }

    @Override
    String errorName() {
        return "utf7";
    }

    @Override
    Step begin() {
        return new Shifts();
    }

    private static final class Shifts implements Step {
        /// Where the section of Base64 begins that is being read, -1 outside of one.
        private int section = -1;
        /// The last bits that make no unit yet.
        private int buffer;
        private int bits;
        /// The first half of a pair, 0 if there is none.
        private char surrogate;

        @Override
        public int decode(byte[] raw, int at, int end, Decoding out) {
            int c = raw[at] & 0xFF;
            if (section >= 0) {
                return digit(c) < 0 ? leave(raw, at, end, out) : digits(raw, at, end, out);
            }
            if (c != '+') {
                if (c > 0x7F) {
                    out.reason("unexpected special character");
                    return ~1;
                }
                out.append(c);
                return 1;
            }
            if (at + 1 < end && raw[at + 1] == '-') {
                out.append('+');
                return 2;
            }
            if (at + 1 < end && digit(raw[at + 1] & 0xFF) < 0) {
                out.reason("ill-formed sequence");
                return ~2;
            }
            section = at;
            surrogate = 0;
            bits = 0;
            buffer = 0;
            return 1;
        }

        /// Digits up to the one that completes a character, or up to the end of the section.
        private int digits(byte[] raw, int at, int end, Decoding out) {
            int length = 0;
            boolean complete = false;
            while (!complete && at + length < end && digit(raw[at + length] & 0xFF) >= 0) {
                buffer = buffer << BITS | digit(raw[at + length] & 0xFF);
                bits += BITS;
                length++;
                if (bits >= UNIT) {
                    bits -= UNIT;
                    complete = unit((char) (buffer >> bits), out);
                    buffer &= (1 << bits) - 1;
                }
            }
            return at + length == end && (surrogate != 0 || bits >= BITS || buffer != 0)
                    ? reject("unterminated shift sequence", length, out) : length;
        }

        /// Adds what a unit completes; whether there is such a thing.
        private boolean unit(char unit, Decoding out) {
            boolean pair = surrogate != 0 && Character.isLowSurrogate(unit);
            boolean half = surrogate != 0 && !pair;
            if (half) {
                out.append(surrogate);
            }
            int character = pair ? Character.toCodePoint(surrogate, unit) : unit;
            surrogate = Character.isHighSurrogate(unit) ? unit : 0;
            if (surrogate != 0) {
                return half;
            }
            out.append(character);
            return true;
        }

        /// The end of a section, at a byte that is no digit.
        private int leave(byte[] raw, int at, int end, Decoding out) {
            if (bits >= BITS) {
                return reject("partial character in shift sequence", 1, out);
            }
            if (buffer != 0) {
                return reject("non-zero padding bits in shift sequence", 1, out);
            }
            if (surrogate != 0 && raw[at] >= 0) {
                out.append(surrogate);
            }
            section = -1;
            return raw[at] == '-' ? 1 : decode(raw, at, end, out);
        }

        /// The whole section is what can't be decoded, though some of it has been.
        private int reject(String reason, int length, Decoding out) {
            out.reasonFrom(section, reason);
            section = -1;
            return ~length;
        }

        /// The value of a digit of Base64, -1 for other bytes.
        private static int digit(int c) {
            if (c >= 'A' && c <= 'Z') {
                return c - 'A';
            }
            if (c >= 'a' && c <= 'z') {
                return c - 'a' + 26;
            }
            if (c >= '0' && c <= '9') {
                return c - '0' + 52;
            }
            return c == '+' ? 62 : c == '/' ? 63 : -1;
        }
    }
}
