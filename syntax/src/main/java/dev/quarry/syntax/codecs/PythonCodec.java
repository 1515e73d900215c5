package dev.quarry.syntax.codecs;

import java.util.Optional;

/// One of Python's codecs. Instances are immutable but for caches, and safe for use by several threads.
public abstract sealed class PythonCodec permits HzCodec, Iso2022Codec, MultibyteCodec, SingleByteCodec,
        UnsupportedCodec, Utf7Codec, Utf8Codec, WideCodec {
    private final String name;

    PythonCodec(String name) {
        this.name = name;
    }

    /// Looks a codec up as Python's `codecs.lookup` does: case and punctuation don't matter.
    ///
    /// @return empty when Python has no such codec
    public static Optional<PythonCodec> find(String name) {
        return Optional.ofNullable(CodecTable.find(name));
    }

    /// The codec's own name, that of its module in Python.
    public final String name() {
        return name;
    }

    /// What keeps the codec from decoding a file: nothing, that it decodes to no text, or that Quarry doesn't have it.
    public Support support() {
        return Support.TEXT;
    }

    /// Why a file that declares a codec can't be decoded.
    ///
    /// @param declared the codec's name in the declaration
    /// @throws IllegalStateException when it can
    public String refusal(String declared) {
        throw new IllegalStateException(name);
    }

    /// Whether this is UTF-8, with or without a byte order mark.
    public final boolean isUtf8() {
        return this instanceof Utf8Codec;
    }

    /// What can be done with a codec.
    public enum Support { TEXT, NO_TEXT, MISSING }

    /// Decodes bytes, with U+FFFD for those that are no characters.
    public final Decoding decode(byte[] raw, int from, int to) {
        Decoding decoding = new Decoding(raw, from, to);
        decode(raw, from, to, decoding);
        decoding.finish(to);
        return decoding;
    }

    /// The same for each line by itself, as Python's `tokenize` does it: lines end at the byte `\n`, and what a line has
    /// shifted or designated means nothing in the next.
    public final Decoding decodeLines(byte[] raw, int from, int to) {
        Decoding decoding = new Decoding(raw, from, to);
        int line = from;
        for (int at = from; at < to; at++) {
            if (raw[at] == '\n' || at + 1 == to) {
                decode(raw, line, at + 1, decoding);
                line = at + 1;
            }
        }
        decoding.finish(to);
        return decoding;
    }

    private void decode(byte[] raw, int from, int to, Decoding decoding) {
        Step step = begin();
        int at = from;
        while (at < to) {
            decoding.advance(at);
            int length = step.decode(raw, at, to, decoding);
            if (length > 0) {
                at += length;
            } else {
                at += ~length;
                decoding.fail(errorName(), ~length);
            }
        }
    }

    /// Decoding of one text.
    interface Step {
        /// Decodes the next character, or a sequence that is none but changes how others are read.
        ///
        /// @return the number of its bytes; else the complement of the number of bytes to skip, after
        /// [Decoding#reason] has been told what is wrong
        int decode(byte[] raw, int at, int end, Decoding out);
    }

    abstract Step begin();

    /// The name that messages of errors begin with.
    String errorName() {
        return name;
    }
}
