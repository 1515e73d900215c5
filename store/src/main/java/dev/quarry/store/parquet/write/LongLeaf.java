package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;

/// 64-bit integers, as differences.
final class LongLeaf extends LeafWriter {
    private final DeltaEncoding delta = new DeltaEncoding();
    private long[] loaded = new long[0];
    private int base;
    private long[] values = new long[64];
    private int count;
    private final NumberBounds bounds = new NumberBounds(Long.BYTES);

    LongLeaf(ColumnPath path, ChunkPages pages) {
        super(path, pages);
    }

    @Override
    void load(MemorySegment memory, ArrowNode node, int from, int to) {
        if (loaded.length < to - from) {
            loaded = new long[Math.max(to - from, loaded.length * 2)];
        }
        base = from;
        MemorySegment.copy(memory, ValueLayout.JAVA_LONG, node.buffers()[1] + from * 8L, loaded, 0, to - from);
    }

    @Override
    int add(int from, int to) {
        int more = to - from;
        if (count + more > values.length) {
            values = Arrays.copyOf(values, Math.max(count + more, values.length * 2));
        }
        System.arraycopy(loaded, from - base, values, count, more);
        count += more;
        return to;
    }

    @Override
    int valueBytes() {
        return count * Long.BYTES;
    }

    @Override
    int retainedBytes() {
        return 0;
    }

    @Override
    Encoding encode(ByteSink out) {
        if (count == 0) {
            return Encoding.PLAIN;
        }
        long min = values[0];
        long max = min;
        for (int i = 1; i < count; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        bounds.page(min, max);
        delta.encode(values, count, out);
        count = 0;
        return Encoding.DELTA_BINARY_PACKED;
    }

    @Override
    void endChunk(ChunkPages to) {
        // Differences need no dictionary.
    }

    @Override
    void bounds(Statistics chunk) {
        bounds.endChunk(chunk);
    }

    @Override
    ColumnStatistics endFile(long nulls) {
        return bounds.endFile(nulls);
    }
}
