package dev.quarry.store.parquet.write;

import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import org.apache.parquet.format.Statistics;

/// The smallest and the greatest integer of a chunk and of the file.
final class NumberBounds {
    private final int width;
    private long chunkMin = Long.MAX_VALUE;
    private long chunkMax = Long.MIN_VALUE;
    private long fileMin = Long.MAX_VALUE;
    private long fileMax = Long.MIN_VALUE;

    /// @param width bytes of a stored integer
    NumberBounds(int width) {
        this.width = width;
    }

    /// Widens the chunk's bounds to those of a page.
    void page(long min, long max) {
        chunkMin = Math.min(chunkMin, min);
        chunkMax = Math.max(chunkMax, max);
    }

    /// Puts the chunk's bounds in, if there are any, and begins with the next chunk.
    void endChunk(Statistics chunk) {
        if (chunkMin <= chunkMax) {
            chunk.setMin_value(stored(chunkMin));
            chunk.setMax_value(stored(chunkMax));
            fileMin = Math.min(fileMin, chunkMin);
            fileMax = Math.max(fileMax, chunkMax);
        }
        chunkMin = Long.MAX_VALUE;
        chunkMax = Long.MIN_VALUE;
    }

    /// The file's bounds; begins with the next file.
    ColumnStatistics endFile(long nulls) {
        boolean none = fileMin > fileMax;
        ColumnStatistics statistics = new ColumnStatistics(none ? null : Long.toString(fileMin),
                none ? null : Long.toString(fileMax), nulls);
        fileMin = Long.MAX_VALUE;
        fileMax = Long.MIN_VALUE;
        return statistics;
    }

    /// The least significant byte first.
    private byte[] stored(long value) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (value >>> i * Byte.SIZE);
        }
        return bytes;
    }
}
