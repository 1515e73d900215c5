package dev.quarry.store.batch;

/// A column of byte strings.
public final class BinaryColumn extends ColumnBuilder {
    private final ByteRuns values = new ByteRuns();

    BinaryColumn(String name) {
        super(name);
    }

    public void add(byte[] bytes, int offset, int length) {
        values.add(bytes, offset, length);
    }

    /// Adds all bytes, or a null for null.
    public void add(byte[] bytes) {
        if (bytes == null) {
            addNull();
        } else {
            values.add(bytes, 0, bytes.length);
        }
    }

    @Override
    public void addNull() {
        markNull(values.size());
        values.addEmpty();
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    void clear() {
        values.clear();
        clearNulls();
    }

    @Override
    long bufferBytes() {
        return validityBytes() + values.bufferBytes();
    }

    @Override
    ArrowNode write(BufferCursor buffer) {
        return ArrowNode.flat(size(), nullCount(), writeValidity(buffer), values.writeOffsets(buffer),
                values.writeBytes(buffer));
    }

    @Override
    ArrowType type() {
        return ArrowType.flat(name(), "z");
    }
}
