package dev.quarry.catalog;

import java.util.List;
import java.util.stream.Collectors;

/// The type of a column or of a part of one.
public sealed interface ColumnType {

    /// The type as the documentation writes it, e.g. `i32`, `list<str>`, `struct{name str!, source str!}`.
    String notation();

    /// A type without parts.
    enum Scalar implements ColumnType {
        /// UTF-8 text.
        STRING("str"),
        INT32("i32"),
        INT64("i64"),
        FLOAT32("f32"),
        FLOAT64("f64"),
        BOOL("bool"),
        BINARY("bin");

        private final String notation;

        Scalar(String notation) {
            this.notation = notation;
        }

        @Override
        public String notation() {
            return notation;
        }
    }

    /// A list; the column is never null (an empty list stands for nothing) and elements are never null.
    record ListOf(ColumnType element) implements ColumnType {
        @Override
        public String notation() {
            return "list<" + element.notation() + ">";
        }
    }

    /// A map; never null as a column, keys never null.
    record MapOf(ColumnType key, ColumnType value) implements ColumnType {
        @Override
        public String notation() {
            return "map<" + key.notation() + "," + value.notation() + ">";
        }
    }

    /// A record with named fields.
    record StructOf(List<Column> fields) implements ColumnType {
        public StructOf {
            fields = List.copyOf(fields);
        }

        @Override
        public String notation() {
            return fields.stream().map(field -> field.name() + " " + field.notation())
                    .collect(Collectors.joining(", ", "struct{", "}"));
        }
    }
}
