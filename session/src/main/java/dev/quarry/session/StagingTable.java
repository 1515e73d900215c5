package dev.quarry.session;

import dev.quarry.catalog.Column;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// A table in memory that a caller fills row by row and then queries as `staging.<name>`.
///
/// Values are appended in the order of the columns; [#endRow] ends a row. One thread appends. Rows can be queried after
/// [#close], which ends appending and keeps the table for as long as the session lives.
public final class StagingTable implements AutoCloseable {
    /// Schema of all staging tables.
    static final String SCHEMA = "staging";

    private final String name;
    private final List<Column> columns;
    private final DuckDBConnection connection;
    /// Made by the first append: the engine's appender belongs to the thread that makes it.
    private DuckDBAppender appender;
    private int filled;
    private long rows;

    StagingTable(String name, List<Column> columns, DuckDBConnection connection) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.connection = connection;
    }

    /// The name to use in queries.
    public String name() {
        return SCHEMA + "." + name;
    }

    public List<Column> columns() {
        return columns;
    }

    /// Rows ended so far.
    public long rows() {
        return rows;
    }

    /// Appends a text; null appends NULL.
    public StagingTable append(String value) {
        return next(value == null ? DuckDBAppender::appendNull : row -> row.append(value));
    }

    public StagingTable append(int value) {
        return next(row -> row.append(value));
    }

    public StagingTable append(long value) {
        return next(row -> row.append(value));
    }

    public StagingTable append(boolean value) {
        return next(row -> row.append(value));
    }

    public StagingTable append(double value) {
        return next(row -> row.append(value));
    }

    public StagingTable appendNull() {
        return next(DuckDBAppender::appendNull);
    }

    /// Ends a row.
    ///
    /// @throws IllegalStateException if it has more or fewer values than the table has columns
    public void endRow() {
        if (filled != columns.size()) {
            throw new IllegalStateException(name() + ": a row of " + filled + " values for " + columns.size() + " columns");
        }
        try {
            appender.endRow();
        } catch (SQLException e) {
            throw QueryErrors.of(e, name());
        }
        filled = 0;
        rows++;
    }

    private interface Value {
        void appendTo(DuckDBAppender row) throws SQLException;
    }

    private StagingTable next(Value value) {
        try {
            if (appender == null) {
                appender = connection.createAppender(Engine.CATALOG, SCHEMA, name);
            }
            if (filled == 0) {
                appender.beginRow();
            }
            value.appendTo(appender);
            filled++;
            return this;
        } catch (SQLException e) {
            throw QueryErrors.of(e, name());
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (appender != null) {
                appender.close();
            }
        } catch (SQLException e) {
            throw QueryErrors.of(e, name());
        }
    }
}
