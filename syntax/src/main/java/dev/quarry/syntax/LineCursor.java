package dev.quarry.syntax;

/// Finds the lines of offsets that mostly rise, without a search each time. For one thread.
public final class LineCursor {
    /// How far to walk before searching.
    private static final int REACH = 8;

    private final LineTable lines;
    private int line0;

    LineCursor(LineTable lines) {
        this.lines = lines;
    }

    /// The 0-based line of an offset.
    public int line0(int utf8Offset) {
        int last = lines.count() - 1;
        if (utf8Offset < lines.start(line0)) {
            line0 = lines.line0(utf8Offset);
        } else {
            for (int steps = 0; line0 < last && lines.start(line0 + 1) <= utf8Offset; steps++) {
                if (steps == REACH) {
                    line0 = lines.line0(utf8Offset);
                    break;
                }
                line0++;
            }
        }
        return line0;
    }

    /// UTF-8 bytes from the start of the line to the offset.
    public int column(int utf8Offset) {
        return utf8Offset - lines.start(line0(utf8Offset));
    }
}
