package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;

/// Writes the values of a column, or of one part of a nested column, page by page.
abstract class LeafWriter {
    /// A page ends after so many values, or when its values are larger than [#PAGE_BYTES].
    static final int PAGE_VALUES = 30_720;
    static final int PAGE_BYTES = 1 << 20;

    private final ColumnPath path;
    private final ChunkPages pages;
    private final ByteSink page = new ByteSink(1 << 10);

    /// Levels of the page's values. They are only there when some value is null or the column lies in a list.
    private int[] definitions = new int[0];
    private int[] repetitions = new int[0];
    private int levels;
    private boolean hasNulls;

    private byte[] validity = new byte[0];
    private long nullsInChunk;
    private long nullsInFile;

    LeafWriter(ColumnPath path, ChunkPages pages) {
        this.path = path;
        this.pages = pages;
    }

    final ColumnPath path() {
        return path;
    }

    /// Copies the values `from` to `to - 1` of a batch's column out of the batch; the next calls are about them.
    abstract void load(MemorySegment memory, ArrowNode node, int from, int to);

    /// Adds loaded values from a position on to the page.
    ///
    /// @param to the position to end before, at most a page's values behind `from`
    /// @return the position reached, at least one behind `from`
    abstract int add(int from, int to);

    /// Bytes that the values of the page take.
    abstract int valueBytes();

    /// Bytes that values of earlier pages take still.
    abstract int retainedBytes();

    /// Encodes the page's values and forgets them.
    abstract Encoding encode(ByteSink out);

    /// Adds the dictionary that the chunk's pages refer to, if there is one, and forgets it.
    abstract void endChunk(ChunkPages to);

    /// Puts the smallest and the greatest value of the chunk in, if they are known, and begins with the next chunk.
    abstract void bounds(Statistics chunk);

    /// The smallest and the greatest value of the file; begins with the next file.
    abstract ColumnStatistics endFile(long nulls);

    final int bytesWaiting() {
        return pages.size() + valueBytes() + retainedBytes();
    }

    /// Adds the values `from` to `to - 1` of a column that lies in no other.
    final void append(MemorySegment memory, ArrowNode node, int from, int to) {
        load(memory, node, from, to);
        boolean complete = node.nullCount() == 0 || node.buffers()[0] == ArrowNode.ABSENT;
        int base = from & -Byte.SIZE;
        if (!complete) {
            validity = validity(memory, node, base, to);
        }
        int at = from;
        while (at < to) {
            int end = Math.min(to, at + PAGE_VALUES - levels);
            if (complete) {
                int start = at;
                at = add(at, end);
                addPresent(at - start);
            } else {
                at = isValid(at - base) ? addValidRun(at, end, base) : addNullRun(at, end, base);
            }
            if (isFull()) {
                endPage();
            }
        }
    }

    /// Reads the bits for the values from `base`, a multiple of 8, to `to - 1`.
    static byte[] validity(MemorySegment memory, ArrowNode node, int base, int to) {
        byte[] bits = new byte[(to - base + 7) / 8];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, node.buffers()[0] + base / 8, bits, 0, bits.length);
        return bits;
    }

    private boolean isValid(int bit) {
        return (validity[bit >> 3] >> (bit & 7) & 1) != 0;
    }

    private int addValidRun(int from, int end, int base) {
        int to = from + 1;
        while (to < end && isValid(to - base)) {
            to++;
        }
        int reached = add(from, to);
        addPresent(reached - from);
        return reached;
    }

    private int addNullRun(int from, int end, int base) {
        int to = from + 1;
        while (to < end && !isValid(to - base)) {
            to++;
        }
        int count = to - from;
        noteNulls();
        definitions = room(definitions, count);
        Arrays.fill(definitions, levels, levels + count, 0);
        levels += count;
        nullsInChunk += count;
        return to;
    }

    private void addPresent(int count) {
        if (hasNulls) {
            definitions = room(definitions, count);
            Arrays.fill(definitions, levels, levels + count, 1);
        }
        levels += count;
    }

    private void noteNulls() {
        if (!hasNulls) {
            hasNulls = true;
            definitions = room(definitions, 0);
            Arrays.fill(definitions, 0, levels, 1);
        }
    }

    private int[] room(int[] array, int more) {
        int needed = levels + more + Long.SIZE;
        return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, array.length * 2));
    }

    /// Adds the levels of a value, or of nothing, in a nested column.
    final void addLevels(int repetition, int definition) {
        definitions = room(definitions, 1);
        definitions[levels] = definition;
        if (path.repetitions() > 0) {
            repetitions = room(repetitions, 1);
            repetitions[levels] = repetition;
        }
        hasNulls = true;
        levels++;
        if (definition < path.definitions()) {
            nullsInChunk++;
        }
    }

    final boolean isFull() {
        return levels >= PAGE_VALUES || valueBytes() >= PAGE_BYTES;
    }

    /// Writes the values so far as a page.
    final void endPage() {
        if (levels == 0) {
            return;
        }
        page.clear();
        if (path.repetitions() > 0) {
            writeLevels(repetitions, path.repetitions());
        }
        if (hasNulls) {
            writeLevels(definitions, path.definitions());
        } else {
            int start = page.size();
            page.writeInt(0);
            RunEncoding.constant(path.definitions(), levels, BitPacking.width(path.definitions()), page);
            page.setInt(start, page.size() - start - Integer.BYTES);
        }
        Encoding encoding = encode(page);
        pages.data(page, levels, encoding);
        levels = 0;
        hasNulls = false;
    }

    private void writeLevels(int[] values, int most) {
        int start = page.size();
        page.writeInt(0);
        RunEncoding.encode(values, levels, BitPacking.width(most), page);
        page.setInt(start, page.size() - start - Integer.BYTES);
    }

    /// Ends the row group's part of the column and writes it.
    ///
    /// @param offset of the file's end
    final ColumnChunk writeChunk(OutputStream file, long offset) throws IOException {
        endPage();
        endChunk(pages);
        Statistics statistics = new Statistics();
        statistics.setNull_count(nullsInChunk);
        bounds(statistics);
        nullsInFile += nullsInChunk;
        nullsInChunk = 0;
        return pages.writeTo(file, offset, statistics);
    }

    /// What is known of the column; the next values are another file's.
    final ColumnStatistics endFile() {
        long nulls = nullsInFile;
        nullsInFile = 0;
        return endFile(nulls);
    }
}
