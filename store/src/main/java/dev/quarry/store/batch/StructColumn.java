package dev.quarry.store.batch;

import java.util.List;

/// A column of records: add one value to each field, then call [#endStruct].
public final class StructColumn extends ColumnBuilder {
    private final List<ColumnBuilder> fields;
    private int size;

    StructColumn(String name, List<ColumnBuilder> fields) {
        super(name);
        this.fields = List.copyOf(fields);
    }

    /// The values of a field of the given type.
    ///
    /// @throws IllegalArgumentException if there is no such field or it has another type
    public <C extends ColumnBuilder> C field(String name, Class<C> type) {
        return BatchBuilder.find(fields, name, type);
    }

    /// Adds a record of the values that were added to the fields.
    public void endStruct() {
        size++;
        for (ColumnBuilder field : fields) {
            if (field.size() != size) {
                throw new IllegalStateException("field " + field.name() + " of " + name() + " has " + field.size()
                        + " values, expected " + size);
            }
        }
    }

    @Override
    public void addNull() {
        markNull(size);
        size++;
        for (ColumnBuilder field : fields) {
            field.addNull();
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    void clear() {
        size = 0;
        fields.forEach(ColumnBuilder::clear);
        clearNulls();
    }

    @Override
    long bufferBytes() {
        return validityBytes() + fields.stream().mapToLong(ColumnBuilder::bufferBytes).sum();
    }

    @Override
    ArrowNode write(BufferCursor buffer) {
        long validity = writeValidity(buffer);
        return ArrowNode.nested(size, nullCount(), fields.stream().map(field -> field.write(buffer)).toList(), validity);
    }

    @Override
    ArrowType type() {
        return new ArrowType(name(), "+s", true, fields.stream().map(ColumnBuilder::type).toList(), null);
    }
}
