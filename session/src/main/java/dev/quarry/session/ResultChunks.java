package dev.quarry.session;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/// The rows of a query, chunk by chunk, as the engine makes them.
///
/// ```
/// while (chunks.next()) {
///     for (int row = 0; row < chunks.rows(); row++) {
///         String path = chunks.getString(0, row);
/// ```
///
/// Columns and rows count from 0. Getters fit the column's type: `getInt` reads INTEGER, `getLong` BIGINT,
/// `getString` VARCHAR; lists, maps and structs have to be cast to text by the query. One thread reads a result; it must
/// be closed.
public final class ResultChunks implements AutoCloseable {
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private final String sql;
    private final List<String> columns;
    private final DuckDBReadableVector[] vectors;
    private DuckDBDataChunkReader chunk;
    private int rows;

    private ResultChunks(DuckDBConnection connection, DuckDBPreparedStatement statement, DuckDBChunkedResult result,
            String sql) {
        this.connection = connection;
        this.statement = statement;
        this.result = result;
        this.sql = sql;
        List<String> names = new ArrayList<>();
        for (long i = 0; i < result.columnCount(); i++) {
            names.add(result.columnName(i));
        }
        this.columns = List.copyOf(names);
        this.vectors = new DuckDBReadableVector[columns.size()];
    }

    /// Runs a statement on a connection of its own, which is closed with the result.
    ///
    /// @param statementText what runs
    /// @param sql the text that errors refer to
    static ResultChunks run(DuckDBConnection connection, String statementText, String sql, Object... parameters) {
        DuckDBPreparedStatement statement = null;
        try {
            statement = connection.prepare(statementText);
            bind(statement, parameters);
            return new ResultChunks(connection, statement, statement.query(), sql);
        } catch (SQLException e) {
            QueryException failure = QueryErrors.of(e, sql);
            closeAll(failure, statement, connection);
            throw failure;
        }
    }

    static void bind(DuckDBPreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /// Names of the columns in order.
    public List<String> columns() {
        return columns;
    }

    /// Moves to the next chunk; false at the end.
    ///
    /// @throws QueryException if the engine fails on the way
    public boolean next() {
        try {
            if (!result.nextChunk()) {
                rows = 0;
                return false;
            }
        } catch (RuntimeException e) {
            throw e.getCause() instanceof SQLException cause ? QueryErrors.of(cause, sql) : e;
        }
        chunk = result.chunk();
        rows = (int) chunk.rowCount();
        Arrays.fill(vectors, null);
        return true;
    }

    /// Rows of the current chunk.
    public int rows() {
        return rows;
    }

    public boolean isNull(int column, int row) {
        return vector(column).isNull(row);
    }

    public int getInt(int column, int row) {
        return vector(column).getInt(row);
    }

    public long getLong(int column, int row) {
        return vector(column).getLong(row);
    }

    public double getDouble(int column, int row) {
        return vector(column).getDouble(row);
    }

    public boolean getBoolean(int column, int row) {
        return vector(column).getBoolean(row);
    }

    /// A text; null for NULL.
    public String getString(int column, int row) {
        DuckDBReadableVector vector = vector(column);
        return vector.isNull(row) ? null : vector.getString(row);
    }

    private DuckDBReadableVector vector(int column) {
        DuckDBReadableVector vector = vectors[column];
        if (vector == null) {
            try {
                vector = chunk.vector(column);
            } catch (DuckDBFunctions.FunctionException e) {
                throw new IllegalArgumentException("column " + columns.get(column)
                        + " has a type that can't be read by chunk; cast it to text in the query", e);
            }
            vectors[column] = vector;
        }
        return vector;
    }

    @Override
    public void close() {
        try (connection; statement) {
            result.close();
        } catch (SQLException e) {
            throw QueryErrors.of(e, sql);
        }
    }

    private static void closeAll(QueryException failure, AutoCloseable... resources) {
        for (AutoCloseable resource : resources) {
            try {
                if (resource != null) {
                    resource.close();
                }
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
    }
}
