package dev.quarry.syntax;

import java.util.Arrays;

/// The `# type: ignore` comments of one file, in source order; empty unless type comments were asked for.
public final class TypeIgnores {
    /// start, tag start, tag end, whether alone on its line
    private static final int FIELDS = 4;

    private int[] fields = new int[0];
    private int size;

    public int size() {
        return size;
    }

    /// Offset of the `#`.
    public int start(int index) {
        return fields[index * FIELDS];
    }

    /// Offset of the first byte after `ignore`.
    public int tagStart(int index) {
        return fields[index * FIELDS + 1];
    }

    /// Offset of the end of the comment, before the line break.
    public int tagEnd(int index) {
        return fields[index * FIELDS + 2];
    }

    /// Whether nothing else is on the line. CPython 3.12 and later then add a line feed to the tag.
    public boolean aloneOnLine(int index) {
        return fields[index * FIELDS + 3] != 0;
    }

    void add(int start, int tagStart, int tagEnd, boolean aloneOnLine) {
        int at = size++ * FIELDS;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, Math.max(4 * FIELDS, 2 * at));
        }
        fields[at] = start;
        fields[at + 1] = tagStart;
        fields[at + 2] = tagEnd;
        fields[at + 3] = aloneOnLine ? 1 : 0;
    }
}
