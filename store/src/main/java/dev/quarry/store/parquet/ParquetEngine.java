package dev.quarry.store.parquet;

import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;

/// The database that merges rows of earlier versions with new ones into Parquet files.
///
/// It runs each statement on the thread that executes it and nowhere else (`threads=1`): rows then keep their order
/// and row groups their size, and several files are written side by side from several threads.
public final class ParquetEngine implements AutoCloseable {
    private static final AtomicLong VIEWS = new AtomicLong();

    private final DuckDBConnection database;
    private final long rowGroupBytes;

    /// @param spillFolder where rows go that exceed the memory
    /// @param memoryBytes limit of the database's own memory
    /// @param rowGroupBytes size of a row group before compression
    public ParquetEngine(Path spillFolder, long memoryBytes, long rowGroupBytes) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", memoryBytes / 1024 + "KiB");
        settings.setProperty("temp_directory", spillFolder.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        this.database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        this.rowGroupBytes = rowGroupBytes;
        ArrowStream.warmUp();
    }

    /// A connection for one thread.
    public Connection connect() throws SQLException {
        return database.duplicate();
    }

    /// The name of a view over the stream, valid on this connection; it can be scanned once.
    static String register(Connection connection, ArrowStream stream) {
        String view = "batches_" + VIEWS.incrementAndGet();
        ((DuckDBConnection) connection).registerArrowStream(view, stream.struct());
        return view;
    }

    /// Writes the rows of a query to a new file, in the query's order.
    public FileStatistics copy(Statement statement, String query, Path file) throws SQLException {
        String sql = "COPY (" + query + ") TO " + Sql.text(file.toString())
                + " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION V2, ROW_GROUP_SIZE_BYTES " + rowGroupBytes
                + ", RETURN_STATS true)";
        try (ResultSet result = statement.executeQuery(sql)) {
            if (!result.next()) {
                throw new SQLException("no statistics for " + file);
            }
            return new FileStatistics(result.getLong("count"), result.getLong("file_size_bytes"),
                    columns(result.getObject("column_statistics")));
        }
    }

    private static Map<String, ColumnStatistics> columns(Object statistics) {
        Map<String, ColumnStatistics> columns = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) statistics).entrySet()) {
            String quoted = (String) entry.getKey();
            if (quoted.indexOf("\".\"") < 0) {
                Map<?, ?> values = (Map<?, ?>) entry.getValue();
                Object nulls = values.get("null_count");
                columns.put(quoted.substring(1, quoted.length() - 1), new ColumnStatistics((String) values.get("min"),
                        (String) values.get("max"), nulls == null ? -1 : Long.parseLong((String) nulls)));
            }
        }
        return columns;
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
