package dev.quarry.store.batch;

import java.util.Arrays;
import java.util.List;

/// A column of lists: add a list's elements to [#elements], then call [#endList].
public final class ListColumn extends ColumnBuilder {
    private final ColumnBuilder elements;
    private int[] offsets = new int[64];
    private int size;

    ListColumn(String name, ColumnBuilder elements) {
        super(name);
        this.elements = elements;
    }

    /// The elements of all lists, one list behind the other.
    public ColumnBuilder elements() {
        return elements;
    }

    /// The elements of a list of texts.
    public StringColumn texts() {
        return (StringColumn) elements;
    }

    /// The elements of a list of 32-bit integers.
    public IntColumn ints() {
        return (IntColumn) elements;
    }

    /// The elements of a list of structs.
    public StructColumn structs() {
        return (StructColumn) elements;
    }

    /// Adds a list of all elements that were added since the last one ended.
    public void endList() {
        size++;
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size] = elements.size();
    }

    /// Adds an empty list.
    public void addEmpty() {
        endList();
    }

    @Override
    public void addNull() {
        markNull(size);
        endList();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    void clear() {
        size = 0;
        elements.clear();
        clearNulls();
    }

    @Override
    long bufferBytes() {
        return validityBytes() + BufferCursor.padded((size + 1) * 4L) + elements.bufferBytes();
    }

    @Override
    ArrowNode write(BufferCursor buffer) {
        if (elements.size() != offsets[size]) {
            throw new IllegalStateException("elements of " + name() + " lie behind the end of its last list");
        }
        long validity = writeValidity(buffer);
        long starts = buffer.ints(offsets, size + 1);
        return ArrowNode.nested(size, nullCount(), List.of(elements.write(buffer)), validity, starts);
    }

    @Override
    ArrowType type() {
        return new ArrowType(name(), "+l", true, List.of(elements.type()), null);
    }
}
