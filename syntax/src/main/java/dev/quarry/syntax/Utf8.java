package dev.quarry.syntax;

import java.io.ByteArrayOutputStream;

/// UTF-8 as CPython's codec reads it: no surrogates, no overlong forms, nothing above U+10FFFF.
public final class Utf8 {
    private Utf8() {}

    public static boolean hasNull(byte[] text) {
        int i = EightBytes.plain(text, 0, text.length);
        for (; i + EightBytes.LENGTH <= text.length; i += EightBytes.LENGTH) {
            if (EightBytes.equal(EightBytes.at(text, i), 0) != 0) {
                return true;
            }
        }
        for (; i < text.length; i++) {
            if (text[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /// Offset of the first byte that isn't UTF-8, -1 when all are.
    public static int errorAt(byte[] text, int start, int end) {
        int i = start + EightBytes.plain(text, start, end);
        while (i < end) {
            if (i + EightBytes.LENGTH <= end && (EightBytes.at(text, i) & EightBytes.HIGHS) == 0) {
                i += EightBytes.LENGTH;
            } else if (text[i] >= 0) {
                i++;
            } else {
                int length = sequenceLength(text, i, end);
                if (length <= 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /// Bytes of the well-formed sequence at `at`; else 0 for a byte that can't begin one, or the complement of the
    /// number of bytes that begin one but don't complete it.
    public static int sequenceLength(byte[] text, int at, int end) {
        int lead = text[at] & 0xff;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        for (int i = 1; i < length; i++) {
            if (at + i >= end) {
                return ~i;
            }
            int b = text[at + i] & 0xff;
            // The second byte of E0, ED, F0 and F4 is restricted further (Unicode, table 3-7).
            int low = i > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int high = i > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (b < low || b > high) {
                return ~i;
            }
        }
        return length;
    }

    /// The code point of the well-formed sequence at `at`.
    public static int codePoint(byte[] text, int at) {
        int lead = text[at] & 0xff;
        if (lead < 0x80) {
            return lead;
        }
        if (lead < 0xE0) {
            return (lead & 0x1F) << 6 | text[at + 1] & 0x3F;
        }
        if (lead < 0xF0) {
            return (lead & 0x0F) << 12 | (text[at + 1] & 0x3F) << 6 | text[at + 2] & 0x3F;
        }
        return (lead & 0x07) << 18 | (text[at + 1] & 0x3F) << 12 | (text[at + 2] & 0x3F) << 6 | text[at + 3] & 0x3F;
    }

    /// A string's bytes, with three for an unpaired surrogate, as Python's error handler `surrogatepass` has it.
    static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (codePoint < 0x80) {
                out.write(codePoint);
                return;
            }
            if (codePoint < 0x800) {
                out.write(0xC0 | codePoint >> 6);
            } else {
                if (codePoint < 0x10000) {
                    out.write(0xE0 | codePoint >> 12);
                } else {
                    out.write(0xF0 | codePoint >> 18);
                    out.write(0x80 | codePoint >> 12 & 0x3F);
                }
                out.write(0x80 | codePoint >> 6 & 0x3F);
            }
            out.write(0x80 | codePoint & 0x3F);
        });
        return out.toByteArray();
    }

    /// What CPython's codec says about the first malformed byte in a range; positions count from `origin`.
    public static String errorMessage(byte[] text, int start, int end, int origin) {
        int at = errorAt(text, start, end);
        int length = sequenceLength(text, at, end);
        int bad = length == 0 ? 1 : ~length;
        String reason = errorReason(length, at + bad >= end);
        int position = at - origin;
        return bad == 1
                ? String.format("'utf-8' codec can't decode byte 0x%02x in position %d: %s", text[at] & 0xff, position,
                        reason)
                : String.format("'utf-8' codec can't decode bytes in position %d-%d: %s", position, position + bad - 1,
                        reason);
    }

    /// What CPython's codec says about bytes that are no character.
    ///
    /// @param length what [#sequenceLength] says about them
    /// @param cut whether the text ends after them
    public static String errorReason(int length, boolean cut) {
        return length == 0 ? "invalid start byte" : cut ? "unexpected end of data" : "invalid continuation byte";
    }
}
