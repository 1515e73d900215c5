package dev.quarry.store.batch;

/// A column of text. Whether it is dictionary-encoded is decided in [Encodings].
public abstract sealed class StringColumn extends ColumnBuilder permits TextColumn, DictionaryColumn {

    StringColumn(String name) {
        super(name);
    }

    /// Adds a text, or a null for null.
    public abstract void add(String text);

    /// Adds `length` bytes of valid UTF-8 from `offset`.
    public abstract void add(byte[] utf8, int offset, int length);
}
