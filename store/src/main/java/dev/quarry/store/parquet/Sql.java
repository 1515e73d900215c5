package dev.quarry.store.parquet;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/// Spells names and values in SQL.
public final class Sql {
    private Sql() {}

    /// A text literal.
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// A quoted name.
    public static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// Quoted names with commas.
    public static String names(Collection<String> names) {
        return names.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    /// A list literal of files.
    public static String files(Collection<Path> files) {
        return files.stream().map(file -> text(file.toString())).collect(Collectors.joining(", ", "[", "]"));
    }
}
