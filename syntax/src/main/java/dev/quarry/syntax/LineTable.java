package dev.quarry.syntax;

import java.util.Arrays;

/// The lines of a text, and the columns of its offsets in three units.
///
/// Lines and columns are 0-based; offsets are those of [SourceText#utf8]. Lines end at `\r\n`, `\n` and `\r`; a line
/// break belongs to the line that it ends, and one at the very end begins another, empty line. A byte order mark is no
/// part of any column. Methods take time in proportion to the logarithm of the number of lines, whatever their length.
public final class LineTable {

    /// What a column counts.
    public enum ColumnUnit {
        /// Bytes, as CPython's `ast` does.
        UTF8,
        /// Characters, as CPython's `tokenize` and its error messages do. A byte that isn't UTF-8 counts as one.
        CODE_POINT,
        /// `char`s, as Java and most editors' protocols do. A byte that isn't UTF-8 counts as one.
        UTF16
    }

    private static final long FEEDS = EightBytes.eight('\n');
    private static final long RETURNS = EightBytes.eight('\r');

    private final byte[] text;
    private final int[] starts;
    private final int count;
    /// Made on first use; racing threads make equal ones.
    private volatile CharacterCounts characters;

    private LineTable(byte[] text, int[] starts, int count) {
        this.text = text;
        this.starts = starts;
        this.count = count;
    }

    static LineTable of(byte[] text, int start) {
        int[] starts = new int[16 + (text.length - start) / 24];
        starts[0] = start;
        int count = 1;
        int i = start;
        while (i < text.length) {
            if (i + EightBytes.LENGTH <= text.length) {
                long bytes = EightBytes.at(text, i);
                if ((EightBytes.equal(bytes, FEEDS) | EightBytes.equal(bytes, RETURNS)) == 0) {
                    i += EightBytes.LENGTH;
                    continue;
                }
            }
            int stop = Math.min(text.length, i + EightBytes.LENGTH);
            for (; i < stop; i++) {
                byte b = text[i];
                if (b == '\n' || b == '\r' && (i + 1 == text.length || text[i + 1] != '\n')) {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, count * 2);
                    }
                    starts[count++] = i + 1;
                }
            }
        }
        return new LineTable(text, starts, count);
    }

    /// The number of lines, at least 1.
    public int count() {
        return count;
    }

    /// Offset of a line's first byte; 3 for line 0 of a file with a byte order mark.
    public int start(int line0) {
        if (line0 >= count) {
            throw new IndexOutOfBoundsException(line0);
        }
        return starts[line0];
    }

    /// Offset after a line's last byte, that of its line break: where the next line begins.
    public int end(int line0) {
        return line0 + 1 < count ? starts[line0 + 1] : Math.max(text.length, start(line0));
    }

    /// The line of an offset.
    public int line0(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /// What there is of a unit from the start of the line to the offset.
    public int column(int offset, ColumnUnit unit) {
        int lineStart = starts[line0(offset)];
        if (offset <= lineStart || unit == ColumnUnit.UTF8) {
            return Math.max(0, offset - lineStart);
        }
        CharacterCounts counts = characters();
        return counts.before(Math.min(offset, text.length), unit) - counts.before(lineStart, unit);
    }

    /// The offset of a column; the end of the line when it has fewer. A column within a character means its start.
    public int offset(int line0, int column, ColumnUnit unit) {
        int start = start(line0);
        int end = end(line0);
        if (unit == ColumnUnit.UTF8) {
            return Math.min(start + Math.max(column, 0), end);
        }
        CharacterCounts counts = characters();
        return Math.min(end, counts.offset(counts.before(start, unit) + Math.max(column, 0), unit));
    }

    private CharacterCounts characters() {
        CharacterCounts counts = characters;
        if (counts == null) {
            counts = CharacterCounts.of(text);
            characters = counts;
        }
        return counts;
    }
}
