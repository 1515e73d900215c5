package dev.quarry.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// A checked query of a user, to be run by asking for its rows in one form or another.
///
/// The text is only ever run inside the engine's `query()` function, which takes a single reading statement.
public final class Query {
    private final Session session;
    private final String sql;
    private final String gated;
    private final List<ResultColumn> columns;

    private Query(Session session, String sql, String gated, List<ResultColumn> columns) {
        this.session = session;
        this.sql = sql;
        this.gated = gated;
        this.columns = columns;
    }

    /// @throws QueryException if the text is not a single reading statement or names what does not exist
    static Query check(Session session, String sql) {
        String gated = gate(sql);
        try (DuckDBConnection connection = session.connect(sql);
                DuckDBPreparedStatement statement = connection.prepare("FROM " + gated)) {
            ResultSetMetaData metadata = statement.getMetaData();
            List<ResultColumn> columns = new ArrayList<>();
            for (int i = 1; i <= metadata.getColumnCount(); i++) {
                columns.add(new ResultColumn(metadata.getColumnName(i), metadata.getColumnTypeName(i)));
            }
            return new Query(session, sql, gated, List.copyOf(columns));
        } catch (SQLException e) {
            throw QueryErrors.of(e, sql);
        }
    }

    /// The call that runs a text only if it is a single reading statement.
    static String gate(String sql) {
        return "query(" + DuckDbSql.text(sql) + ")";
    }

    public List<ResultColumn> columns() {
        return columns;
    }

    /// The rows with every value as text: nested values as JSON, others as the engine writes them. What tables and CSV
    /// files show.
    public ResultChunks asText() {
        return run(columns.stream().map(Query::text).collect(Collectors.joining(", ", "SELECT ", " FROM " + gated)));
    }

    private static String text(ResultColumn column) {
        String name = DuckDbSql.name(column.name());
        String value = column.isNested() ? "CASE WHEN " + name + " IS NOT NULL THEN to_json(" + name + ") END" : name;
        return "CAST(" + value + " AS VARCHAR) AS " + name;
    }

    /// The rows as one text column, each row a JSON object.
    public ResultChunks asJson() {
        return run("SELECT CAST(to_json(r) AS VARCHAR) FROM " + gated + " AS r");
    }

    /// The rows with their own types.
    public ResultChunks chunks() {
        return run("FROM " + gated);
    }

    /// Writes the rows as an Arrow IPC stream and leaves the stream open.
    ///
    /// @return the number of rows
    public long writeArrow(OutputStream out) throws IOException {
        return ArrowExport.write(session, "FROM " + gated, sql, out);
    }

    /// Writes the rows to a Parquet file, which appears when it is complete.
    ///
    /// @return the number of rows
    public long writeParquet(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path written = session.newWorkFile("parquet");
        try (DuckDBConnection connection = session.connect(sql); Statement statement = connection.createStatement()) {
            long rows = statement.executeLargeUpdate("COPY (FROM " + gated + ") TO " + DuckDbSql.text(written.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (SQLException e) {
            throw QueryErrors.of(e, sql);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private ResultChunks run(String statement) {
        return ResultChunks.run(session.connect(sql), statement, sql);
    }
}
