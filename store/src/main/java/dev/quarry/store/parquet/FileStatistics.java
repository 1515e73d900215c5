package dev.quarry.store.parquet;

import java.util.Map;

/// What the writer knows about a file that it wrote.
///
/// @param rows number of rows
/// @param bytes size of the file
/// @param columns statistics by column name; parts of nested columns are left out
public record FileStatistics(long rows, long bytes, Map<String, ColumnStatistics> columns) {

    /// @param min smallest value as text; null if unknown
    /// @param max greatest value as text; null if unknown
    /// @param nullCount number of nulls; -1 if unknown
    public record ColumnStatistics(String min, String max, long nullCount) {}
}
