package dev.quarry.syntax;

/// A file's bytes, decoded: the UTF-8 text that is parsed and the way back to raw offsets and lines.
///
/// The text is the raw array itself for UTF-8 files (with a byte order mark, [#start] is 3) and a transcoded copy for
/// others. Columns are UTF-8 bytes from the start of the line, as CPython counts them; a byte order mark counts in
/// offsets and never in columns.
public final class SourceText {
    private final byte[] raw;
    private final byte[] utf8;
    private final int start;
    private final int end;

    private SourceText(byte[] raw, byte[] utf8, int start, int end) {
        this.raw = raw;
        this.utf8 = utf8;
        this.start = start;
        this.end = end;
    }

    /// The bytes of the file.
    public byte[] raw() {
        return raw;
    }

    /// The text that is parsed; valid from [#start] to [#end].
    public byte[] utf8() {
        return utf8;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
