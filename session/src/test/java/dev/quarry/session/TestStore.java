package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import dev.quarry.store.DataFile;
import dev.quarry.store.Snapshot;
import dev.quarry.store.TableVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A folder of Parquet files laid out as a store has them, filled with SQL.
final class TestStore {
    static final String REPO_KEY = StableId.repoKey("demo");

    private final Path folder;
    private final Map<String, TableVersion> tables = new HashMap<>();

    TestStore(Path folder) {
        this.folder = folder;
    }

    /// Writes a dataset's rows as one file.
    ///
    /// @param rows a query that returns the values of the stored columns, by name; missing ones are NULL or empty
    TestStore with(Dataset dataset, String rows) throws IOException, SQLException {
        Path table = folder.resolve(dataset.name());
        Path partition = dataset.partition().isEmpty() ? table : table.resolve("repo_key=" + REPO_KEY).resolve("bucket=0");
        Files.createDirectories(partition);
        Path file = partition.resolve("part-0.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t" + DuckDbSql.columns(dataset.storedColumns()));
            statement.execute("INSERT INTO t BY NAME " + rows);
            for (Column column : dataset.storedColumns()) {
                String empty = switch (column.type()) {
                    case ColumnType.ListOf _ -> "[]";
                    case ColumnType.MapOf _ -> "MAP {}";
                    default -> null;
                };
                if (empty != null) {
                    statement.execute("UPDATE t SET " + column.name() + " = " + empty + " WHERE " + column.name()
                            + " IS NULL");
                }
            }
            long count = statement.executeLargeUpdate(
                    "COPY t TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
            tables.put(dataset.name(), new TableVersion(dataset.name(), table, 3, dataset.schemaFingerprint(), null,
                    dataset.partition().isEmpty() ? Map.of() : Map.of(REPO_KEY, 1),
                    List.of(new DataFile(file, dataset.partition().isEmpty() ? null : REPO_KEY, 0, count,
                            Files.size(file)))));
        }
        return this;
    }

    /// Writes a row with a value in every column to every dataset.
    TestStore withEverything() throws IOException, SQLException {
        for (Dataset dataset : Catalog.standard().datasets()) {
            with(dataset, dataset.storedColumns().stream().map(column -> value(column.type()) + " AS " + column.name())
                    .collect(Collectors.joining(", ", "SELECT ", "")));
        }
        return this;
    }

    private static String value(ColumnType type) {
        return switch (type) {
            case ColumnType.Scalar scalar -> switch (scalar) {
                case STRING -> "'text'";
                case BOOL -> "true";
                case BINARY -> "'x'::BLOB";
                default -> "1";
            };
            case ColumnType.ListOf list -> "[" + value(list.element()) + "]";
            case ColumnType.MapOf map -> "MAP {" + value(map.key()) + ": " + value(map.value()) + "}";
            case ColumnType.StructOf struct -> struct.fields().stream()
                    .map(field -> "'" + field.name() + "': " + value(field.type()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    Snapshot snapshot() {
        return new Snapshot("run-1", tables);
    }

    Session open() {
        return Session.open(snapshot(), RuntimeProfile.dev(), folder.resolve("tmp"));
    }
}
