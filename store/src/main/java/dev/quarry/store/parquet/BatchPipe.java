package dev.quarry.store.parquet;

import dev.quarry.store.batch.ArrowType;
import dev.quarry.store.batch.ColumnBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
    private static final long CANCEL_INTERVAL_MILLIS = 20;

    private final BatchQueue queue = new BatchQueue(QUEUE_BYTES);
    /// Opens when the thread is done with the database, or when nobody waits for that any more.
    private final CountDownLatch over = new CountDownLatch(1);
    private final Object statementLock = new Object();
    private Statement running;
    private boolean cancelled;
    private T result;
    private volatile Throwable failure;

    /// Starts the statement.
    ///
    /// @param name of the thread, e.g. the table
    public BatchPipe(ParquetEngine engine, ArrowType type, String name, Reader<T> reader) {
        Thread.ofPlatform().name("quarry-write-" + name).daemon(true).start(() -> run(engine, type, reader));
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
            over.countDown();
        }
    }

    /// Hands a batch over; waits while the statement is behind.
    ///
    /// @throws SQLException if the statement failed
    public void put(ColumnBatch batch) throws SQLException, InterruptedException {
        if (!queue.put(batch)) {
            over.await();
            throw failed();
        }
    }

    /// No more batches come.
    public void end() {
        queue.end();
    }

    /// Whether the statement is over.
    public boolean hasEnded() {
        return over.getCount() == 0;
    }

    /// No more batches come: waits for the statement's result.
    ///
    /// @throws SQLException if the statement failed
    public T finish() throws SQLException, InterruptedException {
        queue.end();
        over.await();
        if (failure != null || hasCancelled()) {
            throw failed();
        }
        return result;
    }

    /// Asks the statement to stop and returns at once: the statement's next look at the pipe fails.
    ///
    /// Who stops several pipes asks all of them before waiting for any, because one statement may wait for what
    /// another holds inside the database.
    public void cancel() {
        queue.close();
        interrupt();
    }

    /// Waits until the statement that was asked to stop has ended, and gives it up if it does not end in time: its
    /// thread, which keeps no process alive, is then left to itself, and whoever waits for its result is told.
    ///
    /// @param nanos how long to wait at most
    /// @return whether the statement ended
    public boolean awaitCancelled(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (!over.await(CANCEL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - deadline >= 0) {
                over.countDown();
                return false;
            }
            interrupt();
        }
        return true;
    }

    /// DuckDB's driver ignores this silently while the statement does not execute yet, so that once is not enough.
    private void interrupt() {
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
    }

    private boolean hasCancelled() {
        synchronized (statementLock) {
            return cancelled;
        }
    }

    private SQLException failed() {
        return failure instanceof SQLException sql ? sql
                : new SQLException(failure == null ? "the writer ended early" : failure.toString(), failure);
    }
}
