package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;

/// Values of a fixed number of bytes as they are, or single bits: floating point numbers and truth values. They have no
/// statistics.
final class PlainLeaf extends LeafWriter {
    private static final int BIT = 0;

    /// [#BIT] for single bits.
    private final int width;
    private byte[] loaded = new byte[0];
    private int base;
    private final ByteSink values = new ByteSink(64);
    private int count;

    private PlainLeaf(ColumnPath path, ChunkPages pages, int width) {
        super(path, pages);
        this.width = width;
    }

    static PlainLeaf ofBits(ColumnPath path, ChunkPages pages) {
        return new PlainLeaf(path, pages, BIT);
    }

    /// @param width bytes of a value
    static PlainLeaf ofBytes(ColumnPath path, ChunkPages pages, int width) {
        return new PlainLeaf(path, pages, width);
    }

    @Override
    void load(MemorySegment memory, ArrowNode node, int from, int to) {
        base = width == BIT ? from & -Byte.SIZE : from;
        int length = width == BIT ? (to - base + 7) / Byte.SIZE : (to - from) * width;
        if (loaded.length < length) {
            loaded = new byte[length];
        }
        long start = node.buffers()[1] + (width == BIT ? base / Byte.SIZE : (long) from * width);
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, start, loaded, 0, length);
    }

    @Override
    int add(int from, int to) {
        if (width == BIT) {
            for (int i = from - base; i < to - base; i++) {
                int bit = loaded[i >> 3] >> (i & 7) & 1;
                if ((count & 7) == 0) {
                    values.write(bit);
                } else {
                    values.bytes()[values.size() - 1] |= (byte) (bit << (count & 7));
                }
                count++;
            }
        } else {
            values.write(loaded, (from - base) * width, (to - from) * width);
            count += to - from;
        }
        return to;
    }

    @Override
    int valueBytes() {
        return values.size();
    }

    @Override
    int retainedBytes() {
        return 0;
    }

    @Override
    Encoding encode(ByteSink out) {
        out.writeAll(values);
        values.clear();
        count = 0;
        return Encoding.PLAIN;
    }

    @Override
    void endChunk(ChunkPages to) {
        // Values that are stored as they are need no dictionary.
    }

    @Override
    void bounds(Statistics chunk) {
        // Nobody skips by them.
    }

    @Override
    ColumnStatistics endFile(long nulls) {
        return new ColumnStatistics(null, null, nulls);
    }
}
