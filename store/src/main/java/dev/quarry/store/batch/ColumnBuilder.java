package dev.quarry.store.batch;

import java.util.Arrays;

/// Collects the values of one column, or of one part of a nested column.
///
/// Not safe for use by several threads. After a batch is built the column is empty again and keeps its arrays.
public abstract sealed class ColumnBuilder
        permits IntColumn, LongColumn, FloatColumn, DoubleColumn, BoolColumn, StringColumn, BinaryColumn, ListColumn,
        MapColumn, StructColumn {
    private static final int FIRST_WORDS = 16;

    private final String name;
    private int nullCount;
    /// Bit i is set when value i is null; empty words at the end are left out.
    private long[] nulls = new long[0];

    ColumnBuilder(String name) {
        this.name = name;
    }

    /// The column's or the field's name.
    public final String name() {
        return name;
    }

    /// How many values were added, nulls included.
    public abstract int size();

    /// Adds a null.
    public abstract void addNull();

    /// Adds `count` nulls.
    public final void addNulls(int count) {
        for (int i = 0; i < count; i++) {
            addNull();
        }
    }

    /// Forgets all values and keeps the arrays.
    abstract void clear();

    /// The bytes that [#write] takes from the buffer, padding included.
    abstract long bufferBytes();

    /// Copies the values into the buffer and describes where they lie.
    abstract ArrowNode write(BufferCursor buffer);

    /// The Arrow type of the column, as the C data interface spells it.
    abstract ArrowType type();

    final void markNull(int index) {
        int word = index >>> 6;
        if (word >= nulls.length) {
            nulls = Arrays.copyOf(nulls, Math.max(FIRST_WORDS, Math.max(word + 1, nulls.length * 2)));
        }
        nulls[word] |= 1L << index;
        nullCount++;
    }

    final void clearNulls() {
        if (nullCount > 0) {
            Arrays.fill(nulls, 0);
            nullCount = 0;
        }
    }

    final int nullCount() {
        return nullCount;
    }

    final long validityBytes() {
        return nullCount == 0 ? 0 : BufferCursor.padded((size() + 7L) / 8);
    }

    /// Writes the validity bitmap; [ArrowNode#ABSENT] when nothing is null.
    final long writeValidity(BufferCursor buffer) {
        return nullCount == 0 ? ArrowNode.ABSENT : buffer.invertedBits(nulls, size());
    }
}
