package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;

/// 32-bit integers: as differences or, where few different ones come, by number. The first page of each row group is
/// encoded both ways and decides.
final class IntLeaf extends LeafWriter {
    private static final int MOST_ENTRIES = 1 << 12;

    private enum Mode {
        UNDECIDED, DELTA, DICTIONARY
    }

    private final DeltaEncoding delta = new DeltaEncoding();
    private final IntDictionary dictionary = new IntDictionary(MOST_ENTRIES);
    private final Scratch scratch;
    private int[] loaded;
    private int base;
    private int[] values = new int[64];
    private int count;
    private Mode mode = Mode.UNDECIDED;
    private boolean refersToDictionary;
    private final NumberBounds bounds = new NumberBounds(Integer.BYTES);

    /// @param scratch the leaf's own, or shared with leaves whose values are not loaded at the same time
    IntLeaf(ColumnPath path, ChunkPages pages, Scratch scratch) {
        super(path, pages);
        this.scratch = scratch;
    }

    @Override
    void load(MemorySegment memory, ArrowNode node, int from, int to) {
        loaded = scratch.loaded(to - from);
        base = from;
        MemorySegment.copy(memory, ValueLayout.JAVA_INT, node.buffers()[1] + from * 4L, loaded, 0, to - from);
    }

    @Override
    int add(int from, int to) {
        int more = to - from;
        if (count + more > values.length) {
            values = Arrays.copyOf(values, Math.max(count + more, values.length * 2));
        }
        if (more == 1) {
            values[count] = loaded[from - base];
        } else {
            System.arraycopy(loaded, from - base, values, count, more);
        }
        count += more;
        return to;
    }

    @Override
    int valueBytes() {
        return count * Integer.BYTES;
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
        int min = values[0];
        int max = min;
        for (int i = 0; i < count; i++) {
            int value = values[i];
            if (value < min) {
                min = value;
            }
            if (value > max) {
                max = value;
            }
        }
        bounds.page(min, max);
        int start = out.size();
        boolean numbered = mode != Mode.DELTA && number();
        if (numbered && mode == Mode.UNDECIDED) {
            ByteSink differences = scratch.bytes();
            delta.encode(values, count, differences);
            writeIndices(out);
            numbered = out.size() - start + dictionary.size() * Integer.BYTES <= differences.size();
            if (!numbered) {
                out.truncate(start);
                out.writeAll(differences);
            }
        } else if (numbered) {
            writeIndices(out);
        } else {
            delta.encode(values, count, out);
        }
        mode = numbered ? Mode.DICTIONARY : Mode.DELTA;
        refersToDictionary |= numbered;
        count = 0;
        return numbered ? Encoding.RLE_DICTIONARY : Encoding.DELTA_BINARY_PACKED;
    }

    /// Numbers the values; false if they are too many different ones.
    private boolean number() {
        int[] indices = scratch.indices(count);
        int known = dictionary.size();
        for (int i = 0; i < count; i++) {
            int index = i > 0 && values[i] == values[i - 1] ? indices[i - 1] : dictionary.index(values[i]);
            if (index < 0) {
                dictionary.truncate(known);
                return false;
            }
            indices[i] = index;
        }
        return true;
    }

    private void writeIndices(ByteSink out) {
        int width = Math.max(1, BitPacking.width(dictionary.size() - 1));
        out.write(width);
        RunEncoding.encode(scratch.indices(count), count, width, out);
    }

    @Override
    void endChunk(ChunkPages to) {
        if (refersToDictionary) {
            ByteSink entries = scratch.bytes();
            for (int i = 0; i < dictionary.size(); i++) {
                entries.writeInt(dictionary.value(i));
            }
            to.dictionary(entries, dictionary.size());
        }
        dictionary.truncate(0);
        refersToDictionary = false;
        mode = Mode.UNDECIDED;
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
