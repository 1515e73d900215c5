package dev.quarry.syntax;

import dev.quarry.syntax.codecs.OffsetMap;
import java.util.List;

/// A file's bytes, decoded: the UTF-8 text that is parsed and the way back to raw offsets and lines.
///
/// The text is the raw array itself for UTF-8 files (with a byte order mark, [#start] is 3) and a transcoded copy for
/// others. Columns are UTF-8 bytes from the start of the line, as CPython counts them; a byte order mark counts in
/// offsets and never in columns.
///
/// Lines end at `\r\n`, `\n` and `\r` and at nothing else. All offsets and lines are 0-based.
public final class SourceText {
    private final byte[] raw;
    private final byte[] utf8;
    private final int start;
    private final String encodingName;
    private final boolean wellFormed;
    private final OffsetMap offsets;
    /// Made on first use; racing threads make equal tables.
    private LineTable lines;

    SourceText(byte[] raw, byte[] utf8, int start, String encodingName, boolean wellFormed, OffsetMap offsets) {
        this.raw = raw;
        this.utf8 = utf8;
        this.start = start;
        this.encodingName = encodingName;
        this.wellFormed = wellFormed;
        this.offsets = offsets;
    }

    /// A text and what is wrong with its encoding.
    ///
    /// @param text never null: bytes that can't be decoded are kept (UTF-8) or replaced by U+FFFD (others)
    /// @param diagnostics of stage DECODE; empty when the file decodes
    public record Decoded(SourceText text, List<Diagnostic> diagnostics) {}

    /// Decodes a file as CPython's compiler does: byte order mark, then PEP 263 declaration, then UTF-8.
    ///
    /// The array is kept, not copied: it must not change afterwards.
    public static Decoded decode(byte[] raw) {
        return SourceDecoder.decode(raw);
    }

    /// Reads a text that has been decoded already, as CPython's `compile` reads a `str`: a declared encoding means
    /// nothing, and neither does a byte order mark. Offsets in the "file" are those of the text's UTF-8 form.
    public static Decoded of(String text) {
        return SourceDecoder.ofString(text);
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
        return utf8.length;
    }

    /// The encoding as Python's `tokenize.detect_encoding` names it: `utf-8`, `utf-8-sig`, `iso-8859-1`, or the
    /// declaration's own words. Null when the declaration is unknown or contradicts the byte order mark.
    public String encodingName() {
        return encodingName;
    }

    /// Whether [#utf8] is UTF-8 throughout. CPython minds only where text matters: not in comments.
    public boolean isWellFormed() {
        return wellFormed;
    }

    /// The offset in [#raw] that belongs to an offset in [#utf8]; identity for UTF-8 files.
    public int rawOffset(int utf8Offset) {
        return offsets == null ? utf8Offset : offsets.raw(utf8Offset);
    }

    /// [#rawOffset], but with the ends of the text at those of the file, so that no byte lies outside. What precedes
    /// [#start] is a byte order mark, which is the same in both.
    public int rawBoundary(int utf8Offset) {
        if (offsets == null) {
            return utf8Offset;
        }
        return utf8Offset == 0 ? 0 : utf8Offset == utf8.length ? raw.length : rawOffset(utf8Offset);
    }

    /// Lines of the file; a line break at the very end begins another, empty line, and an empty file has one line.
    public int lineCount() {
        return lines().count();
    }

    /// Offset of a line's first byte; 3 for line 0 of a file with a byte order mark.
    public int lineStart(int line0) {
        return lines().start(line0);
    }

    /// The line of an offset; a line break belongs to the line that it ends.
    public int line0(int utf8Offset) {
        return lines().line0(utf8Offset);
    }

    /// Whether a line ends in a backslash behind more than white space.
    boolean isContinued(int line0) {
        int end = lineStart(line0 + 1) - 1;
        if (end > start && utf8[end] == '\n' && utf8[end - 1] == '\r') {
            end--;
        }
        if (end <= start || utf8[end - 1] != '\\') {
            return false;
        }
        for (int i = lineStart(line0); i < end - 1; i++) {
            if (utf8[i] != ' ' && utf8[i] != '\t' && utf8[i] != '\f') {
                return true;
            }
        }
        return line0 > 0 && utf8[lineStart(line0) - 1] == '\n' && isContinuedBefore(line0);
    }

    private boolean isContinuedBefore(int line0) {
        int end = lineStart(line0) - 1;
        return end > start && utf8[utf8[end - 1] == '\r' ? end - 2 : end - 1] == '\\';
    }

    /// The line in which a reader stands that has read everything before the offset: where that ends with a line
    /// break, the line before.
    int lastLine0(int utf8Offset) {
        int line = line0(utf8Offset);
        return line > 0 && lineStart(line) == utf8Offset ? line - 1 : line;
    }

    /// UTF-8 bytes from the start of the line to the offset.
    public int column(int utf8Offset) {
        LineTable table = lines();
        return utf8Offset - table.start(table.line0(utf8Offset));
    }

    /// A faster [#line0] for offsets that mostly rise.
    public LineCursor lineCursor() {
        return new LineCursor(lines());
    }

    /// The lines, and columns in bytes, characters and UTF-16.
    public LineTable lines() {
        LineTable table = lines;
        if (table == null) {
            table = LineTable.of(utf8, start);
            lines = table;
        }
        return table;
    }
}
