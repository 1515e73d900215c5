package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import dev.quarry.store.batch.TextDictionary;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Statistics;

/// Texts and byte strings: by number where they repeat, else their lengths as differences and then their bytes.
///
/// The first page of a row group decides; once the dictionary is larger than a page should be, further pages do without.
/// Where a batch has numbered the texts already, each different one is looked at once for a batch.
final class TextLeaf extends LeafWriter {
    private static final int MOST_DICTIONARY_BYTES = 1 << 20;
    private static final int LONGEST_BOUND = 256;
    private static final int UNKNOWN = -1;

    private enum Mode {
        UNDECIDED, PLAIN, DICTIONARY
    }

    private final boolean numberedInBatch;
    private final boolean hasBounds;
    private final DeltaEncoding delta = new DeltaEncoding();
    private final TextDictionary texts = new TextDictionary();
    private final Scratch scratch;

    /// Loaded: starts of texts in `bytes`, or numbers in the batch's dictionary.
    private int[] loaded;
    private byte[] bytes = new byte[0];
    private int base;
    private MemorySegment memory;
    private ArrowNode entries;
    /// The text of each entry of the batch's dictionary; [#UNKNOWN] for those that have not come yet.
    private int[] known = new int[0];

    /// The page's values by number in `texts`.
    private int[] indices = new int[64];
    private int count;
    private int pageBytes;
    private Mode mode = Mode.UNDECIDED;
    /// Texts that pages of this row group refer to.
    private int dictionarySize;

    private byte[] chunkMin;
    private byte[] chunkMax;
    private byte[] fileMin;
    private byte[] fileMax;

    /// @param scratch the leaf's own, or shared with leaves whose values are not loaded at the same time
    /// @param hasBounds whether statistics have the smallest and the greatest text
    TextLeaf(ColumnPath path, ChunkPages pages, Scratch scratch, boolean numberedInBatch, boolean hasBounds) {
        super(path, pages);
        this.scratch = scratch;
        this.numberedInBatch = numberedInBatch;
        this.hasBounds = hasBounds;
    }

    @Override
    void load(MemorySegment memory, ArrowNode node, int from, int to) {
        this.memory = memory;
        base = from;
        int length = to - from + (numberedInBatch ? 0 : 1);
        loaded = scratch.loaded(length);
        MemorySegment.copy(memory, ValueLayout.JAVA_INT, node.buffers()[1] + from * 4L, loaded, 0, length);
        if (numberedInBatch) {
            entries = node.dictionary();
            int entryCount = (int) entries.length();
            if (known.length < entryCount) {
                known = new int[Math.max(entryCount, known.length * 2)];
            }
            Arrays.fill(known, 0, entryCount, UNKNOWN);
        } else {
            int byteCount = loaded[length - 1] - loaded[0];
            if (bytes.length < byteCount) {
                bytes = new byte[Math.max(byteCount, bytes.length)];
            }
            MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, node.buffers()[2] + loaded[0], bytes, 0, byteCount);
        }
    }

    @Override
    int add(int from, int to) {
        if (count + to - from > indices.length - Byte.SIZE) {
            indices = Arrays.copyOf(indices, Math.max(count + to - from + Byte.SIZE, indices.length * 2));
        }
        int at = from;
        do {
            int index = numberedInBatch ? numbered(loaded[at - base]) : text(at - base);
            indices[count++] = index;
            if (mode != Mode.DICTIONARY) {
                pageBytes += texts.length(index);
            }
            at++;
        } while (at < to && pageBytes < PAGE_BYTES);
        return at;
    }

    private int numbered(int entry) {
        int index = known[entry];
        if (index == UNKNOWN) {
            long offsets = entries.buffers()[1];
            int start = memory.get(ValueLayout.JAVA_INT, offsets + entry * 4L);
            int length = memory.get(ValueLayout.JAVA_INT, offsets + entry * 4L + 4) - start;
            index = texts.intern(memory, entries.buffers()[2] + start, length);
            known[entry] = index;
        }
        return index;
    }

    private int text(int position) {
        int start = loaded[position] - loaded[0];
        int length = loaded[position + 1] - loaded[position];
        return mode == Mode.PLAIN ? texts.append(bytes, start, length) : texts.intern(bytes, start, length);
    }

    @Override
    int valueBytes() {
        return pageBytes;
    }

    @Override
    int retainedBytes() {
        return texts.byteCount();
    }

    @Override
    Encoding encode(ByteSink out) {
        if (count == 0) {
            return Encoding.PLAIN;
        }
        int start = out.size();
        boolean byNumber = mode != Mode.PLAIN && texts.byteCount() <= MOST_DICTIONARY_BYTES;
        if (byNumber) {
            int width = Math.max(1, BitPacking.width(texts.size() - 1));
            out.write(width);
            RunEncoding.encode(indices, count, width, out);
            int cost = out.size() - start + texts.byteCount() + texts.size() * Integer.BYTES;
            if (mode == Mode.UNDECIDED && cost > pageBytes + count) {
                out.truncate(start);
                byNumber = false;
            }
        }
        if (byNumber) {
            dictionarySize = texts.size();
        } else {
            plain(out);
        }
        mode = byNumber ? Mode.DICTIONARY : Mode.PLAIN;
        count = 0;
        pageBytes = 0;
        // The batch's numbers stay valid within a batch; texts that come one by one are not needed any more.
        if (!byNumber && !numberedInBatch && dictionarySize == 0) {
            noteBounds();
            texts.clear();
        }
        return byNumber ? Encoding.RLE_DICTIONARY : Encoding.DELTA_LENGTH_BYTE_ARRAY;
    }

    private void plain(ByteSink out) {
        int[] lengths = scratch.indices(count);
        for (int i = 0; i < count; i++) {
            lengths[i] = texts.length(indices[i]);
        }
        delta.encode(lengths, count, out);
        for (int i = 0; i < count; i++) {
            out.write(texts.bytes(), texts.start(indices[i]), lengths[i]);
        }
    }

    @Override
    void endChunk(ChunkPages to) {
        if (dictionarySize > 0) {
            ByteSink values = scratch.bytes();
            for (int i = 0; i < dictionarySize; i++) {
                int length = texts.length(i);
                values.writeInt(length);
                values.write(texts.bytes(), texts.start(i), length);
            }
            to.dictionary(values, dictionarySize);
        }
        noteBounds();
        texts.clear();
        // Texts that did not repeat in the first row group are not looked up in the next ones.
        if (numberedInBatch || dictionarySize > 0) {
            mode = Mode.UNDECIDED;
        }
        dictionarySize = 0;
    }

    private void noteBounds() {
        if (!hasBounds || texts.size() == 0) {
            return;
        }
        int min = 0;
        int max = 0;
        for (int i = 1; i < texts.size(); i++) {
            if (compare(i, min) < 0) {
                min = i;
            } else if (compare(i, max) > 0) {
                max = i;
            }
        }
        byte[] least = text(texts, min);
        byte[] greatest = text(texts, max);
        chunkMin = chunkMin == null || Arrays.compareUnsigned(least, chunkMin) < 0 ? least : chunkMin;
        chunkMax = chunkMax == null || Arrays.compareUnsigned(greatest, chunkMax) > 0 ? greatest : chunkMax;
    }

    private int compare(int a, int b) {
        return Arrays.compareUnsigned(texts.bytes(), texts.start(a), texts.start(a) + texts.length(a),
                texts.bytes(), texts.start(b), texts.start(b) + texts.length(b));
    }

    private static byte[] text(TextDictionary texts, int index) {
        return Arrays.copyOfRange(texts.bytes(), texts.start(index), texts.start(index) + texts.length(index));
    }

    @Override
    void bounds(Statistics chunk) {
        if (chunkMin == null) {
            return;
        }
        if (chunkMin.length <= LONGEST_BOUND && chunkMax.length <= LONGEST_BOUND) {
            chunk.setMin_value(chunkMin);
            chunk.setMax_value(chunkMax);
        }
        fileMin = fileMin == null || Arrays.compareUnsigned(chunkMin, fileMin) < 0 ? chunkMin : fileMin;
        fileMax = fileMax == null || Arrays.compareUnsigned(chunkMax, fileMax) > 0 ? chunkMax : fileMax;
        chunkMin = null;
        chunkMax = null;
    }

    @Override
    ColumnStatistics endFile(long nulls) {
        ColumnStatistics statistics = new ColumnStatistics(
                fileMin == null ? null : new String(fileMin, StandardCharsets.UTF_8),
                fileMax == null ? null : new String(fileMax, StandardCharsets.UTF_8), nulls);
        fileMin = null;
        fileMax = null;
        mode = Mode.UNDECIDED;
        return statistics;
    }
}
