package dev.quarry.catalog;

/// A column of a dataset or view, or a field of a struct.
///
/// @param name unique within its owner
/// @param type what it holds
/// @param nullable whether a row may have no value
/// @param isVolatile whether the value depends on the machine or the run, so that it is outside the determinism rule
/// @param meaning one sentence for people, shown by `quarry describe` and in the documentation
public record Column(String name, ColumnType type, boolean nullable, boolean isVolatile, String meaning) {

    public static Column required(String name, ColumnType type, String meaning) {
        return new Column(name, type, false, false, meaning);
    }

    public static Column optional(String name, ColumnType type, String meaning) {
        return new Column(name, type, true, false, meaning);
    }

    /// The same column, marked as depending on the machine or the run.
    public Column asVolatile() {
        return new Column(name, type, nullable, true, meaning);
    }
}
