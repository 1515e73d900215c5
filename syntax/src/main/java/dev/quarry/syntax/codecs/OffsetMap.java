package dev.quarry.syntax.codecs;

import java.util.Arrays;

/// The way from offsets in a transcoded text back to the raw file: one entry per character after
/// which the two have drifted apart.
public final class OffsetMap {
    private int[] utf8Ends = new int[16];
    private int[] rawEnds = new int[16];
    private int size;

    /// Says that a character that ends at `utf8End` ends at `rawEnd` in the raw file; in rising order.
    void add(int utf8End, int rawEnd) {
        // Raw bytes that are no character of their own, as those that switch the state of an encoding.
        if (size > 0 && utf8Ends[size - 1] == utf8End) {
            rawEnds[size - 1] = rawEnd;
            return;
        }
        if (size == utf8Ends.length) {
            utf8Ends = Arrays.copyOf(utf8Ends, size * 2);
            rawEnds = Arrays.copyOf(rawEnds, size * 2);
        }
        utf8Ends[size] = utf8End;
        rawEnds[size++] = rawEnd;
    }

    /// Between entries, bytes correspond one to one.
    public int raw(int utf8Offset) {
        int found = Arrays.binarySearch(utf8Ends, 0, size, utf8Offset);
        if (found >= 0) {
            return rawEnds[found];
        }
        int next = -found - 1;
        int raw = next == 0 ? utf8Offset : rawEnds[next - 1] + utf8Offset - utf8Ends[next - 1];
        return next < size ? Math.min(raw, rawEnds[next]) : raw;
    }
}
