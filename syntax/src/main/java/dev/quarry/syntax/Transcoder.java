package dev.quarry.syntax;

import dev.quarry.syntax.SourceText.Decoded;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.List;

/// Rewrites a file of another encoding as UTF-8 and keeps the way back.
final class Transcoder {
    private static final int REPLACEMENT = 0xFFFD;

    private final byte[] raw;
    private final OffsetMap offsets = new OffsetMap();
    private byte[] utf8;
    private int size;

    private Transcoder(byte[] raw) {
        this.raw = raw;
        this.utf8 = new byte[raw.length + (raw.length >> 3) + 16];
    }

    static Decoded transcode(byte[] raw, String encodingName, Charset charset, List<Diagnostic> diagnostics) {
        Transcoder transcoder = new Transcoder(raw);
        int errorAt = transcoder.run(charset.newDecoder());
        if (errorAt >= 0) {
            SourceDecoder.report(diagnostics, PythonCodecs.errorMessage(encodingName, raw[errorAt] & 0xff,
                    positionWithoutCarriageReturns(raw, errorAt)));
        }
        byte[] utf8 = Arrays.copyOf(transcoder.utf8, transcoder.size);
        return new Decoded(new SourceText(raw, utf8, 0, encodingName, true, transcoder.offsets), diagnostics);
    }

    /// Decodes character by character, so that each one's raw bytes are known. Such files are rare: no speed needed.
    /// Returns the offset of the first byte that is no character, -1 when there is none.
    private int run(CharsetDecoder decoder) {
        ByteBuffer in = ByteBuffer.wrap(raw);
        CharBuffer out = CharBuffer.allocate(2);
        int errorAt = -1;
        boolean ascii = decoder.charset().newEncoder().canEncode('#')
                && Arrays.equals("#".getBytes(decoder.charset()), new byte[] {'#'}) && !isStateful(decoder.charset());
        while (in.hasRemaining()) {
            if (ascii && raw[in.position()] >= 0) {
                append(raw[in.position()]);
                in.position(in.position() + 1);
                continue;
            }
            out.clear().limit(1);
            CoderResult result = decoder.decode(in, out, true);
            if (out.position() == 0 && result.isOverflow()) {
                out.clear();
                result = decoder.decode(in, out, true);
            }
            if (out.position() > 0) {
                int codePoint = Character.codePointAt(out.array(), 0, out.position());
                append(codePoint);
            } else if (result.isError()) {
                errorAt = errorAt < 0 ? in.position() : errorAt;
                in.position(in.position() + result.length());
                append(REPLACEMENT);
            }
            offsets.add(size, in.position());
        }
        return errorAt;
    }

    private static boolean isStateful(Charset charset) {
        return charset.name().startsWith("ISO-2022") || charset.name().startsWith("x-ISO-2022");
    }

    private void append(int codePoint) {
        if (size + 4 > utf8.length) {
            utf8 = Arrays.copyOf(utf8, utf8.length * 2);
        }
        if (codePoint < 0x80) {
            utf8[size++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            utf8[size++] = (byte) (0xC0 | codePoint >> 6);
            utf8[size++] = (byte) (0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
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

    /// CPython turns `\r\n` into `\n` before it decodes, and counts after that.
    private static int positionWithoutCarriageReturns(byte[] raw, int offset) {
        int position = offset;
        for (int i = 0; i < offset; i++) {
            if (raw[i] == '\r' && i + 1 < raw.length && raw[i + 1] == '\n') {
                position--;
            }
        }
        return position;
    }
}
