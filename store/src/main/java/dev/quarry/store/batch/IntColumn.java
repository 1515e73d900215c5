package dev.quarry.store.batch;

import java.util.Arrays;

/// A column of 32-bit integers.
public final class IntColumn extends ColumnBuilder {
    private int[] values = new int[64];
    private int size;

    IntColumn(String name) {
        super(name);
    }

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /// The value that was added last.
    public int last() {
        return values[size - 1];
    }

    /// Adds `values[from]` to `values[to - 1]`.
    public void addAll(int[] source, int from, int to) {
        ensure(to - from);
        System.arraycopy(source, from, values, size, to - from);
        size += to - from;
    }

    @Override
    public void addNull() {
        markNull(size);
        add(0);
    }

    @Override
    public int size() {
        return size;
    }

    private void ensure(int more) {
        if (size + more > values.length) {
            values = Arrays.copyOf(values, Math.max(size + more, values.length * 2));
        }
    }

    @Override
    void clear() {
        size = 0;
        clearNulls();
    }

    @Override
    long bufferBytes() {
        return validityBytes() + BufferCursor.padded(size * 4L);
    }

    @Override
    ArrowNode write(BufferCursor buffer) {
        return ArrowNode.flat(size, nullCount(), writeValidity(buffer), buffer.ints(values, size));
    }

    @Override
    ArrowType type() {
        return ArrowType.flat(name(), "i");
    }
}
