package dev.quarry.syntax.tokenize;

/// Columns in characters. Remembers the last place, so that asking for a line's places in order takes linear time.
final class Columns {
    private final byte[] text;
    private int lineStart = -1;
    private int last;
    private int column;

    Columns(byte[] text) {
        this.text = text;
    }

    /// The number of characters from the start of a line to a place at or after it.
    int at(int newLineStart, int offset) {
        if (newLineStart != lineStart || offset < last) {
            lineStart = newLineStart;
            last = newLineStart;
            column = 0;
        }
        column += characters(last, offset);
        last = offset;
        return column;
    }

    /// The number of characters that begin in a range.
    int characters(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += (text[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
