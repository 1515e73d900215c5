package dev.quarry.catalog;

import java.util.Map;

/// A column of a dataset or view, or a field of a struct.
///
/// @param name unique within its owner
/// @param type what it holds
/// @param nullable whether a row may have no value; never true for lists and maps
/// @param isVolatile whether the value depends on the machine or the run, so that it is outside the determinism rule
/// @param meaning one sentence for people, shown by `quarry describe` and in the documentation
/// @param metadata what is the same for every row and therefore not stored in rows, e.g. `col_unit` of positions
public record Column(String name, ColumnType type, boolean nullable, boolean isVolatile, String meaning,
        Map<String, String> metadata) {

    public Column {
        if (nullable && (type instanceof ColumnType.ListOf || type instanceof ColumnType.MapOf)) {
            throw new IllegalArgumentException(name + ": lists and maps are empty when there is nothing, never null");
        }
        metadata = Map.copyOf(metadata);
    }

    public static Column required(String name, ColumnType type, String meaning) {
        return new Column(name, type, false, false, meaning, Map.of());
    }

    public static Column optional(String name, ColumnType type, String meaning) {
        return new Column(name, type, true, false, meaning, Map.of());
    }

    /// The same column, marked as depending on the machine or the run.
    public Column asVolatile() {
        return new Column(name, type, nullable, true, meaning, metadata);
    }

    /// The same column under another name.
    public Column named(String other) {
        return new Column(other, type, nullable, isVolatile, meaning, metadata);
    }

    /// The same column, which may be null; lists and maps stay as they are.
    public Column asOptional() {
        boolean never = type instanceof ColumnType.ListOf || type instanceof ColumnType.MapOf;
        return new Column(name, type, !never, isVolatile, meaning, metadata);
    }

    Column withMetadata(Map<String, String> entries) {
        return new Column(name, type, nullable, isVolatile, meaning, entries);
    }

    /// The type as the documentation writes it: `!` for a value in every row, `~` for volatile; lists and maps are
    /// never null and have no mark for it.
    public String notation() {
        boolean marked = !nullable && !(type instanceof ColumnType.ListOf) && !(type instanceof ColumnType.MapOf);
        return type.notation() + (marked ? "!" : "") + (isVolatile ? "~" : "");
    }
}
