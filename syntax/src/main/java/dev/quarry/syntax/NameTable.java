package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The distinct identifiers of one file, numbered from 0 in order of first appearance.
public final class NameTable {
    private final byte[] bytes;
    private final int[] ends;
    /// Filled on demand; racing threads store equal strings.
    private final String[] texts;

    /// Name `i` is `bytes` from `ends[i - 1]` (0 for the first) to `ends[i]`.
    NameTable(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
        this.texts = new String[ends.length];
    }

    public int size() {
        return ends.length;
    }

    /// The identifier, NFKC-normalised as CPython does. The same instance at each call.
    public String text(int name) {
        String text = texts[name];
        if (text == null) {
            text = new String(bytes, start(name), ends[name] - start(name), StandardCharsets.UTF_8);
            texts[name] = text;
        }
        return text;
    }

    /// The identifier's UTF-8 bytes: a copy.
    public byte[] utf8(int name) {
        return Arrays.copyOfRange(bytes, start(name), ends[name]);
    }

    /// All identifiers' UTF-8 bytes, one after another, for writers that copy ranges. Not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// Offset into [#bytes] of the identifier's first byte.
    public int start(int name) {
        return name == 0 ? 0 : ends[name - 1];
    }

    /// Offset into [#bytes] after the identifier's last byte.
    public int end(int name) {
        return ends[name];
    }
}
