package dev.quarry.catalog;

import java.util.List;

/// The type of a column or of a part of one.
public sealed interface ColumnType {

    /// A type without parts.
    enum Scalar implements ColumnType {
        /// UTF-8 text.
        STRING,
        INT32,
        INT64,
        FLOAT32,
        FLOAT64,
        BOOL,
        BINARY
    }

    /// A list; the column is never null (an empty list stands for nothing) and elements are never null.
    record ListOf(ColumnType element) implements ColumnType {}

    /// A map; never null as a column, keys never null.
    record MapOf(ColumnType key, ColumnType value) implements ColumnType {}

    /// A record with named fields.
    record StructOf(List<Column> fields) implements ColumnType {
        public StructOf {
            fields = List.copyOf(fields);
        }
    }
}
