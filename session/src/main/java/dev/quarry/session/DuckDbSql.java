package dev.quarry.session;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.ViewFunction;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What the catalog declares, in DuckDB's SQL.
final class DuckDbSql {
    private DuckDbSql() {}

    static String type(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar scalar -> switch (scalar) {
                case STRING -> "VARCHAR";
                case INT32 -> "INTEGER";
                case INT64 -> "BIGINT";
                case FLOAT32 -> "FLOAT";
                case FLOAT64 -> "DOUBLE";
                case BOOL -> "BOOLEAN";
                case BINARY -> "BLOB";
            };
            case ColumnType.ListOf list -> type(list.element()) + "[]";
            case ColumnType.MapOf map -> "MAP(" + type(map.key()) + ", " + type(map.value()) + ")";
            case ColumnType.StructOf struct -> struct.fields().stream()
                    .map(field -> name(field.name()) + " " + type(field.type()))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        };
    }

    /// The columns of a CREATE TABLE statement, without NOT NULL: what a table may hold is the writer's contract.
    static String columns(List<Column> columns) {
        return columns.stream().map(column -> name(column.name()) + " " + type(column.type()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /// A query without rows that has the columns.
    static String noRows(List<Column> columns) {
        return columns.stream().map(column -> "CAST(NULL AS " + type(column.type()) + ") AS " + name(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    static String macro(ViewFunction function) {
        return "CREATE MACRO " + function.name() + "(" + String.join(", ", function.parameters()) + ") AS "
                + function.duckdb();
    }

    /// A quoted identifier.
    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /// A string literal.
    static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /// A list of paths as string literals.
    static String paths(Collection<Path> paths) {
        return paths.stream().map(path -> text(path.toString())).collect(Collectors.joining(", ", "[", "]"));
    }
}
