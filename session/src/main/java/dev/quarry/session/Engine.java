package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.ViewFunction;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// One DuckDB database in memory, confined to the files of a snapshot and a work folder.
final class Engine implements AutoCloseable {
    static final String CATALOG = Catalog.NAME;

    private final DuckDBConnection database;

    /// @param readable the only files that may be read
    /// @param workFolder where the engine spills and where results are written before they are moved; nothing else can be
    ///     written
    Engine(RuntimeProfile profile, List<Path> readable, Path workFolder) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", Integer.toString(profile.threads()));
        settings.setProperty("memory_limit", profile.memoryBytes() / 1024 + "KiB");
        settings.setProperty("temp_directory", workFolder.resolve("spill").toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("errors_as_json", "true");
        settings.setProperty("jdbc_stream_results", "true");
        database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = database.createStatement()) {
            statement.execute("ATTACH ':memory:' AS " + CATALOG + "; CREATE SCHEMA " + CATALOG + "." + Catalog.SCHEMA
                    + "; CREATE SCHEMA " + CATALOG + "." + StagingTable.SCHEMA + "; " + useSchema() + "; "
                    + ViewFunction.ALL.stream().map(DuckDbSql::macro).collect(Collectors.joining("; ")));
            // The order matters: nothing can be allowed once access is off, and nothing set once it is locked.
            statement.execute("SET parquet_metadata_cache = true; SET allowed_paths = " + DuckDbSql.paths(readable) + "; SET allowed_directories = "
                    + DuckDbSql.paths(List.of(workFolder)) + "; SET enable_external_access = false; "
                    + "SET lock_configuration = true");
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /// Runs a definition.
    void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A further connection, for one thread and one result at a time.
    DuckDBConnection connect() throws SQLException {
        DuckDBConnection connection = database.duplicate();
        try (Statement statement = connection.createStatement()) {
            statement.execute(useSchema());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String useSchema() {
        return "USE " + CATALOG + "." + Catalog.SCHEMA;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
