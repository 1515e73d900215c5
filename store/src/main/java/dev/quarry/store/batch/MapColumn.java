package dev.quarry.store.batch;

import java.util.Arrays;
import java.util.List;

/// A column of maps from text to text: [#put] a row's entries, then call [#endMap].
public final class MapColumn extends ColumnBuilder {
    private final TextColumn keys = new TextColumn("key");
    private final TextColumn values = new TextColumn("value");
    private int[] offsets = new int[64];
    private int size;

    MapColumn(String name) {
        super(name);
    }

    /// Adds an entry to the current map. Keys must be unique in it.
    ///
    /// @param value may be null
    public void put(String key, String value) {
        keys.add(key);
        values.add(value);
    }

    /// Adds a map of all entries that were put since the last one ended.
    public void endMap() {
        size++;
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size] = keys.size();
    }

    /// Adds an empty map.
    public void addEmpty() {
        endMap();
    }

    /// Adds `count` empty maps.
    public void addEmpty(int count) {
        if (size + count >= offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(size + count + 1, offsets.length * 2));
        }
        Arrays.fill(offsets, size + 1, size + count + 1, keys.size());
        size += count;
    }

    @Override
    public void addNull() {
        markNull(size);
        endMap();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    void clear() {
        size = 0;
        keys.clear();
        values.clear();
        clearNulls();
    }

    @Override
    long bufferBytes() {
        return validityBytes() + BufferCursor.padded((size + 1) * 4L) + keys.bufferBytes() + values.bufferBytes();
    }

    @Override
    ArrowNode write(BufferCursor buffer) {
        if (keys.size() != offsets[size]) {
            throw new IllegalStateException("entries of " + name() + " lie behind the end of its last map");
        }
        long validity = writeValidity(buffer);
        long starts = buffer.ints(offsets, size + 1);
        ArrowNode entries = ArrowNode.nested(keys.size(), 0, List.of(keys.write(buffer), values.write(buffer)),
                ArrowNode.ABSENT);
        return ArrowNode.nested(size, nullCount(), List.of(entries), validity, starts);
    }

    @Override
    ArrowType type() {
        ArrowType key = new ArrowType("key", "u", false, List.of(), null);
        ArrowType entries = new ArrowType("entries", "+s", false, List.of(key, values.type()), null);
        return new ArrowType(name(), "+m", true, List.of(entries), null);
    }
}
