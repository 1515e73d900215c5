package dev.quarry.store.parquet;

import dev.quarry.store.batch.ColumnBatch;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Work that runs on a thread of its own and reads the batches that are put into the pipe.
///
/// @param <T> what the work results in
public abstract class BatchPipe<T> {
    private static final long QUEUE_BYTES = 4L << 20;
    private static final long CANCEL_INTERVAL_MILLIS = 20;

    private final BatchQueue queue = new BatchQueue(QUEUE_BYTES);
    /// Opens when the work is over, or when nobody waits for that any more.
    private final CountDownLatch over = new CountDownLatch(1);
    private T result;
    private volatile boolean cancelled;
    private volatile Throwable failure;

    BatchPipe() {}

    /// Starts the work.
    ///
    /// @param name of the thread
    final void start(String name) {
        Thread.ofPlatform().name(name).daemon(true).start(() -> {
            try {
                result = work(queue);
            } catch (Throwable e) {
                failure = e;
            } finally {
                queue.close();
                over.countDown();
            }
        });
    }

    /// The work: takes batches until there are no more.
    ///
    /// @throws java.util.concurrent.CancellationException if it was asked to stop
    abstract T work(BatchQueue batches) throws Exception;

    /// Interrupts work that does not look at the queue.
    abstract void interrupt();

    final boolean hasCancelled() {
        return cancelled;
    }

    /// Hands a batch over; waits while the work is behind.
    ///
    /// @throws IOException if the work failed
    public final void put(ColumnBatch batch) throws IOException, InterruptedException {
        if (!queue.put(batch)) {
            over.await();
            throw failed();
        }
    }

    /// No more batches come.
    public final void end() {
        queue.end();
    }

    /// Whether the work is over.
    public final boolean hasEnded() {
        return over.getCount() == 0;
    }

    /// No more batches come: waits for the result.
    ///
    /// @throws IOException if the work failed
    public final T finish() throws IOException, InterruptedException {
        queue.end();
        over.await();
        if (failure != null || cancelled) {
            throw failed();
        }
        return result;
    }

    /// Asks the work to stop and returns at once: its next look at the queue fails.
    ///
    /// Who stops several pipes asks all of them before waiting for any, because one may wait for what another holds.
    public final void cancel() {
        cancelled = true;
        queue.close();
        interrupt();
    }

    /// Waits until the work that was asked to stop has ended, and gives it up if it does not end in time: its thread,
    /// which keeps no process alive, is then left to itself, and whoever waits for its result is told.
    ///
    /// @param nanos how long to wait at most
    /// @return whether the work ended
    public final boolean awaitCancelled(long nanos) throws InterruptedException {
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

    private IOException failed() {
        return failure instanceof IOException io ? io
                : new IOException(failure == null ? "the writer ended early" : failure.toString(), failure);
    }
}
