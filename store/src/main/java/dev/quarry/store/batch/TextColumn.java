package dev.quarry.store.batch;

/// A column of text that is stored value by value.
public final class TextColumn extends StringColumn {
    private final ByteRuns values = new ByteRuns();

    TextColumn(String name) {
        super(name);
    }

    @Override
    public void add(String text) {
        if (text == null) {
            addNull();
        } else {
            values.add(text);
        }
    }

    @Override
    public void add(byte[] utf8, int offset, int length) {
        values.add(utf8, offset, length);
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
        return ArrowType.flat(name(), "u");
    }
}
