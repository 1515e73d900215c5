package dev.quarry.extract;

import dev.quarry.session.ResultChunks;
import dev.quarry.session.Session;

/// The rows of a statement one by one, as they stream out of the engine. Columns count from 0.
final class Rows implements AutoCloseable {
    private final ResultChunks chunks;
    private int row = -1;

    private Rows(ResultChunks chunks) {
        this.chunks = chunks;
    }

    static Rows of(Session session, String sql, Object... parameters) {
        return new Rows(session.stream(sql, parameters));
    }

    /// The only value, a BIGINT, of a statement that gives one.
    static long single(Session session, String sql, Object... parameters) {
        try (Rows rows = of(session, sql, parameters)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            return rows.getLong(0);
        }
    }

    /// Moves to the next row; false at the end.
    boolean next() {
        row++;
        while (row >= chunks.rows()) {
            if (!chunks.next()) {
                return false;
            }
            row = 0;
        }
        return true;
    }

    boolean isNull(int column) {
        return chunks.isNull(column, row);
    }

    /// A text; null for NULL.
    String getString(int column) {
        return chunks.getString(column, row);
    }

    /// A BIGINT.
    long getLong(int column) {
        return chunks.getLong(column, row);
    }

    /// An INTEGER.
    int getInt(int column) {
        return chunks.getInt(column, row);
    }

    boolean getBoolean(int column) {
        return chunks.getBoolean(column, row);
    }

    @Override
    public void close() {
        chunks.close();
    }
}
