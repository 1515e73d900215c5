package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The distinct identifiers of one file, numbered from 0 in order of first appearance.
public final class NameTable {
    private final byte[] bytes;
    private final int[] ends;
    /// Made and filled on demand; racing threads store equal strings.
    private String[] texts;

    /// Name `i` is `bytes` from `ends[i - 1]` (0 for the first) to `ends[i]`.
    NameTable(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    public int size() {
        return ends.length;
    }

    /// The identifier, NFKC-normalised as CPython does. The same instance at each call.
    public String text(int name) {
        String[] all = texts;
        if (all == null) {
            all = new String[ends.length];
            texts = all;
        }
        String text = all[name];
        if (text == null) {
            text = new String(bytes, start(name), ends[name] - start(name), StandardCharsets.UTF_8);
            all[name] = text;
        }
        return text;
    }

    /// The number of an ASCII identifier, -1 when the file has no such name. Looks at all names.
    public int find(String identifier) {
        byte[] wanted = identifier.getBytes(StandardCharsets.US_ASCII);
        for (int name = 0; name < ends.length; name++) {
            if (Arrays.equals(bytes, start(name), ends[name], wanted, 0, wanted.length)) {
                return name;
            }
        }
        return -1;
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
