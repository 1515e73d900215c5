package dev.quarry.store.parquet.write;

/// Arrays that the columns of a file use one after the other, for as long as a call lasts.
final class Scratch {
    private int[] loaded = new int[0];
    private int[] indices = new int[0];
    private final ByteSink bytes = new ByteSink(1 << 12);

    /// Room for values that were copied out of a batch.
    int[] loaded(int length) {
        if (loaded.length < length) {
            loaded = new int[Math.max(length, loaded.length * 2)];
        }
        return loaded;
    }

    /// Room for numbers of values, and for those that an encoding adds.
    int[] indices(int length) {
        if (indices.length < length + Byte.SIZE) {
            indices = new int[Math.max(length + Byte.SIZE, indices.length * 2)];
        }
        return indices;
    }

    /// Bytes that nobody needs any more.
    ByteSink bytes() {
        bytes.clear();
        return bytes;
    }
}
