package dev.quarry.store.parquet;

import dev.quarry.store.batch.ArrowType;
import dev.quarry.store.batch.ColumnBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;

/// A statement that runs on a thread of its own and reads the batches that are put into the pipe.
///
/// @param <T> what the statement results in
public final class BatchPipe<T> {
    /// Runs a statement over a view of the batches.
    @FunctionalInterface
    public interface Reader<T> {
        T read(Statement statement, String view) throws SQLException;
    }

    private static final long QUEUE_BYTES = 4L << 20;

    private final BatchQueue queue = new BatchQueue(QUEUE_BYTES);
    private final Thread thread;
    private final Object statementLock = new Object();
    private Statement running;
    private boolean cancelled;
    private T result;
    private volatile Throwable failure;

    /// Starts the statement.
    ///
    /// @param name of the thread, e.g. the table
    public BatchPipe(ParquetEngine engine, ArrowType type, String name, Reader<T> reader) {
        thread = Thread.ofPlatform().name("quarry-write-" + name).daemon(true).start(() -> run(engine, type, reader));
    }

    private void run(ParquetEngine engine, ArrowType type, Reader<T> reader) {
        try (ArrowStream stream = new ArrowStream(type, queue);
                Connection connection = engine.connect();
                Statement statement = connection.createStatement()) {
            String view = ParquetEngine.register(connection, stream);
            synchronized (statementLock) {
                if (cancelled) {
                    throw new CancellationException("writing was stopped");
                }
                running = statement;
            }
            result = reader.read(statement, view);
        } catch (Throwable e) {
            failure = e;
        } finally {
            synchronized (statementLock) {
                running = null;
            }
            queue.close();
        }
    }

    /// Hands a batch over; waits while the statement is behind.
    ///
    /// @throws SQLException if the statement failed
    public void put(ColumnBatch batch) throws SQLException, InterruptedException {
        if (!queue.put(batch)) {
            thread.join();
            throw failed();
        }
    }

    /// No more batches come.
    public void end() {
        queue.end();
    }

    /// Whether the statement is over.
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    /// No more batches come: waits for the statement's result.
    ///
    /// @throws SQLException if the statement failed
    public T finish() throws SQLException, InterruptedException {
        queue.end();
        thread.join();
        if (failure != null) {
            throw failed();
        }
        return result;
    }

    /// Stops the statement and waits until its thread has ended.
    public void cancel() throws InterruptedException {
        synchronized (statementLock) {
            cancelled = true;
            if (running != null) {
                try {
                    running.cancel();
                } catch (SQLException e) {
                    // It ended in the meantime, which is what was wanted.
                }
            }
        }
        queue.close();
        thread.join();
    }

    private SQLException failed() {
        return failure instanceof SQLException sql ? sql
                : new SQLException(failure == null ? "the writer ended early" : failure.toString(), failure);
    }
}
