package dev.quarry.syntax.codecs;

import dev.quarry.syntax.Utf8;

/// UTF-8, read as Python reads it.
final class Utf8Codec extends PythonCodec implements PythonCodec.Step {
    /// As messages of errors have it.
    private static final String NAME = "utf-8";

    Utf8Codec(String name) {
        super(name);
    }

    @Override
    Step begin() {
        return this;
    }

    @Override
    String errorName() {
        return NAME;
    }

    @Override
    public int decode(byte[] raw, int at, int end, Decoding out) {
        int length = Utf8.sequenceLength(raw, at, end);
        if (length > 0) {
            out.append(Utf8.codePoint(raw, at));
            return length;
        }
        int bad = length == 0 ? 1 : ~length;
        out.reason(Utf8.errorReason(length, at + bad >= end));
        return ~bad;
    }
}
