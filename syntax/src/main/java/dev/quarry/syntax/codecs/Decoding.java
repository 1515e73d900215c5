package dev.quarry.syntax.codecs;

import java.util.Arrays;

/// Decoded bytes: the text in UTF-8, the way back, and the first error.
public final class Decoding {
    private static final int REPLACEMENT = 0xFFFD;

    private final OffsetMap offsets = new OffsetMap();
    private final byte[] raw;
    private byte[] utf8;
    private int size;
    /// Raw offset less UTF-8 offset at the last entry of `offsets`.
    private int drift;
    private int rawAt;
    private String reason;
    /// Whose words the reason is; null for the codec that decodes.
    private String reasonCodec;
    private int reasonAt;
    private String error;
    private String errorCodec;
    private int errorAt = -1;
    private int errorLength;
    private int errorUtf8At;
    private int surrogateAt = -1;

    Decoding(byte[] raw, int from, int to) {
        this.raw = raw;
        utf8 = new byte[to - from + (to - from >> 3) + 16];
        drift = from;
        rawAt = from;
    }

    /// The text. Not a copy.
    public byte[] utf8() {
        return utf8;
    }

    /// From offsets in the text to offsets in the raw bytes.
    public OffsetMap offsets() {
        return offsets;
    }

    /// Whether some bytes were no characters.
    public boolean hasError() {
        return errorAt >= 0;
    }

    /// Where the first bytes that are no character begin in the raw bytes.
    public int errorAt() {
        return errorAt;
    }

    /// Where the replacement of the first error begins in the text.
    public int errorUtf8At() {
        return errorUtf8At;
    }

    /// Where the text has the first half of a surrogate pair that lacks the other half, as three bytes; -1 if nowhere.
    /// Only UTF-7 has such characters.
    public int surrogateAt() {
        return surrogateAt;
    }

    /// What Python's `UnicodeDecodeError` says about the first error.
    ///
    /// @param position of [#errorAt] in the text that Python decodes
    /// @param followed whether Python's text goes on after the last byte here
    public String errorMessage(int position, boolean followed) {
        String why = followed && error.equals(MultibyteCodec.INCOMPLETE) ? MultibyteCodec.ILLEGAL : error;
        return errorLength == 1
                ? String.format("'%s' codec can't decode byte 0x%02x in position %d: %s", errorCodec,
                        raw[errorAt] & 0xFF, position, why)
                : String.format("'%s' codec can't decode bytes in position %d-%d: %s", errorCodec, position,
                        position + errorLength - 1, why);
    }

    /// Says what is wrong with the bytes that the step rejects.
    void reason(String newReason) {
        reason(newReason, null);
    }

    /// The same in the name of another codec.
    void reason(String newReason, String codec) {
        reason = newReason;
        reasonCodec = codec;
        reasonAt = rawAt;
    }

    /// The same of bytes that begin before those of the step.
    void reasonFrom(int at, String newReason) {
        reason(newReason, null);
        reasonAt = at;
    }

    /// Begins the next step.
    void advance(int at) {
        if (at - size != drift) {
            drift = at - size;
            offsets.add(size, at);
        }
        rawAt = at;
    }

    void fail(String codec, int length) {
        if (errorAt < 0) {
            errorAt = reasonAt;
            errorUtf8At = size;
            errorLength = rawAt + length - reasonAt;
            errorCodec = reasonCodec == null ? codec : reasonCodec;
            error = reason;
        }
        append(REPLACEMENT);
    }

    void finish(int rawEnd) {
        advance(rawEnd);
        utf8 = Arrays.copyOf(utf8, size);
    }

    void append(int codePoint) {
        if (size + 4 > utf8.length) {
            utf8 = Arrays.copyOf(utf8, utf8.length * 2);
        }
        if (codePoint < 0x80) {
            utf8[size++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            utf8[size++] = (byte) (0xC0 | codePoint >> 6);
            utf8[size++] = (byte) (0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            if (surrogateAt < 0 && Character.isSurrogate((char) codePoint)) {
                surrogateAt = size;
            }
            utf8[size++] = (byte) (0xE0 | codePoint >> 12);
            utf8[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
            utf8[size++] = (byte) (0x80 | codePoint & 0x3F);
        } else {
            utf8[size++] = (byte) (0xF0 | codePoint >> 18);
            utf8[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
            utf8[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
            utf8[size++] = (byte) (0x80 | codePoint & 0x3F);
        }
    }
}
