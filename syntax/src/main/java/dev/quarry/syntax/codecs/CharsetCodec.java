package dev.quarry.syntax.codecs;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// A codec in which escape sequences change what the bytes after them mean, as the JDK decodes it.
final class CharsetCodec extends PythonCodec {
    private final Charset charset;

    CharsetCodec(String name, Charset charset) {
        super(name);
        this.charset = charset;
    }

    @Override
    Step begin() {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(2);
        ByteBuffer[] in = new ByteBuffer[1];
        return (raw, at, end, out) -> {
            if (in[0] == null) {
                in[0] = ByteBuffer.wrap(raw, at, end - at);
            }
            in[0].position(at);
            // The least room for which the decoder gives a character is a char, or two for a surrogate pair.
            CoderResult result = decoder.decode(in[0], decoded.clear().limit(1), true);
            if (decoded.position() == 0 && result.isOverflow()) {
                result = decoder.decode(in[0], decoded.clear(), true);
            }
            if (decoded.position() > 0) {
                out.append(Character.codePointAt(decoded.array(), 0, decoded.position()));
                return in[0].position() - at;
            }
            int consumed = in[0].position() - at;
            if (!result.isError()) {
                return Math.max(1, consumed);
            }
            if (consumed > 0) {
                return consumed;
            }
            out.reason(result.isMalformed() && at + result.length() >= end ? MultibyteCodec.INCOMPLETE
                    : MultibyteCodec.ILLEGAL);
            return ~result.length();
        };
    }
}
