package dev.quarry.syntax.codecs;

/// UTF-16 and UTF-32, as CPython's `PyUnicode_DecodeUTF16Stateful` and `PyUnicode_DecodeUTF32Stateful` read them: in one
/// order of bytes, or in that of the byte order mark, little endian without one.
final class WideCodec extends PythonCodec {
    private static final int MARK = 0xFEFF;

    /// What decides on the order of bytes.
    enum Order { MARK, LITTLE, BIG }

    /// Bytes of a unit, 2 or 4.
    private final int width;
    private final Order order;

    WideCodec(String name, int width, Order order) {
        super(name);
        this.width = width;
        this.order = order;
    }

    @Override
    Step begin() {
        return new Units();
    }

    private final class Units implements Step {
        private boolean bigEndian = order == Order.BIG;
        private boolean first = order == Order.MARK;

        @Override
        public int decode(byte[] raw, int at, int end, Decoding out) {
            if (end - at < width) {
                return reject("truncated data", end - at, out);
            }
            int unit = unit(raw, at);
            if (first) {
                first = false;
                if (unit == MARK) {
                    return width;
                }
                if (unit == Integer.reverseBytes(MARK) >>> 8 * (Integer.BYTES - width)) {
                    bigEndian = true;
                    return width;
                }
            }
            return width == Integer.BYTES ? codePoint(unit, out) : codeUnit(unit, raw, at, end, out);
        }

        private int unit(byte[] raw, int at) {
            int unit = 0;
            for (int i = 0; i < width; i++) {
                unit = unit << 8 | raw[bigEndian ? at + i : at + width - 1 - i] & 0xFF;
            }
            return unit;
        }

        private int codePoint(int unit, Decoding out) {
            if (Integer.compareUnsigned(unit, Character.MAX_CODE_POINT) > 0) {
                return reject("code point not in range(0x110000)", width, out);
            }
            if (unit <= Character.MAX_VALUE && Character.isSurrogate((char) unit)) {
                return reject("code point in surrogate code point range(0xd800, 0xe000)", width, out);
            }
            out.append(unit);
            return width;
        }

        private int codeUnit(int unit, byte[] raw, int at, int end, Decoding out) {
            if (!Character.isSurrogate((char) unit)) {
                out.append(unit);
                return width;
            }
            if (Character.isLowSurrogate((char) unit)) {
                return reject("illegal encoding", width, out);
            }
            if (end - at < 2 * width) {
                return reject("unexpected end of data", end - at, out);
            }
            int second = unit(raw, at + width);
            if (!Character.isLowSurrogate((char) second)) {
                return reject("illegal UTF-16 surrogate", width, out);
            }
            out.append(Character.toCodePoint((char) unit, (char) second));
            return 2 * width;
        }

        /// CPython's messages name the order that it has read.
        private int reject(String reason, int length, Decoding out) {
            out.reason(reason, "utf-" + 8 * width + (bigEndian ? "-be" : "-le"));
            return ~length;
        }
    }
}
