package dev.quarry.session;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.sql.SQLException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBResultSet;

/// Writes a result in Arrow's IPC format; apart, so that other results need no Arrow classes.
final class ArrowExport {
    private static final long BATCH_ROWS = 65_536;

    private ArrowExport() {}

    static long write(Session session, String statementText, String sql, OutputStream out) throws IOException {
        long rows = 0;
        try (DuckDBConnection connection = session.connect(sql);
                DuckDBPreparedStatement statement = connection.prepare(statementText);
                DuckDBResultSet result = (DuckDBResultSet) statement.executeQuery();
                BufferAllocator allocator = new RootAllocator();
                ArrowReader batches = (ArrowReader) result.arrowExportStream(allocator, BATCH_ROWS);
                ArrowStreamWriter writer = new ArrowStreamWriter(batches.getVectorSchemaRoot(), batches,
                        Channels.newChannel(new UnclosedStream(out)))) {
            writer.start();
            while (batches.loadNextBatch()) {
                rows += batches.getVectorSchemaRoot().getRowCount();
                writer.writeBatch();
            }
            writer.end();
            return rows;
        } catch (SQLException e) {
            throw QueryErrors.of(e, sql);
        }
    }

    /// The stream is the caller's: closing the writer must not close it.
    private static final class UnclosedStream extends FilterOutputStream {
        UnclosedStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
