package dev.quarry.store.parquet;

import dev.quarry.store.batch.ArrowType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;

/// A statement of the writer database that reads the batches.
///
/// @param <T> what the statement results in
public final class StatementPipe<T> extends BatchPipe<T> {
    /// Runs a statement over a view of the batches.
    @FunctionalInterface
    public interface Reader<T> {
        T read(Statement statement, String view) throws SQLException;
    }

    private final ParquetEngine engine;
    private final ArrowType type;
    private final Reader<T> reader;
    private final Object statementLock = new Object();
    private Statement running;

    private StatementPipe(ParquetEngine engine, ArrowType type, Reader<T> reader) {
        this.engine = engine;
        this.type = type;
        this.reader = reader;
    }

    /// Starts the statement.
    ///
    /// @param name e.g. the table's
    public static <T> StatementPipe<T> start(ParquetEngine engine, ArrowType type, String name, Reader<T> reader) {
        StatementPipe<T> pipe = new StatementPipe<>(engine, type, reader);
        pipe.start("quarry-stage-" + name);
        return pipe;
    }

    @Override
    T work(BatchQueue batches) throws SQLException {
        try (ArrowStream stream = new ArrowStream(type, batches);
                Connection connection = engine.connect();
                Statement statement = connection.createStatement()) {
            String view = ParquetEngine.register(connection, stream);
            synchronized (statementLock) {
                if (hasCancelled()) {
                    throw new CancellationException("writing was stopped");
                }
                running = statement;
            }
            return reader.read(statement, view);
        } finally {
            synchronized (statementLock) {
                running = null;
            }
        }
    }

    /// DuckDB's driver ignores this silently while the statement does not execute yet, so that once is not enough.
    @Override
    void interrupt() {
        synchronized (statementLock) {
            if (running != null) {
                try {
                    running.cancel();
                } catch (SQLException e) {
                    // It ended in the meantime, which is what was wanted.
                }
            }
        }
    }
}
