package dev.quarry.store.batch;

import java.util.Arrays;

/// A column of truth values, one bit each.
public final class BoolColumn extends ColumnBuilder {
    private long[] bits = new long[16];
    private int size;

    BoolColumn(String name) {
        super(name);
    }

    public void add(boolean value) {
        int word = size >>> 6;
        if (word == bits.length) {
            bits = Arrays.copyOf(bits, word * 2);
        }
        if (value) {
            bits[word] |= 1L << size;
        }
        size++;
    }

    @Override
    public void addNull() {
        markNull(size);
        add(false);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    void clear() {
        Arrays.fill(bits, 0, (size + 63) >>> 6, 0);
        size = 0;
        clearNulls();
    }

    @Override
    long bufferBytes() {
        return validityBytes() + BufferCursor.padded((size + 7L) / 8);
    }

    @Override
    ArrowNode write(BufferCursor buffer) {
        return ArrowNode.flat(size, nullCount(), writeValidity(buffer), buffer.bits(bits, size));
    }

    @Override
    ArrowType type() {
        return ArrowType.flat(name(), "b");
    }
}
