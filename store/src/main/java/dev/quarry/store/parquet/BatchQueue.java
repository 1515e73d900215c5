package dev.quarry.store.parquet;

import dev.quarry.store.batch.ColumnBatch;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;

/// Batches on their way to a writer thread, bounded by their bytes, so that a slow writer slows its producers down.
final class BatchQueue {
    private final long capacityBytes;
    private final ArrayDeque<ColumnBatch> batches = new ArrayDeque<>();
    private long bytes;
    private boolean ended;
    private boolean closed;

    BatchQueue(long capacityBytes) {
        this.capacityBytes = capacityBytes;
    }

    /// Waits for room and takes the batch over.
    ///
    /// @return false, with the batch closed, if the reader is gone
    synchronized boolean put(ColumnBatch batch) throws InterruptedException {
        try {
            // One batch is always let in: it may be larger than the whole capacity.
            while (!closed && !batches.isEmpty() && bytes + batch.bytes() > capacityBytes) {
                wait();
            }
        } catch (InterruptedException e) {
            batch.close();
            throw e;
        }
        if (closed) {
            batch.close();
            return false;
        }
        batches.addLast(batch);
        bytes += batch.bytes();
        notifyAll();
        return true;
    }

    /// The next batch; null after the last.
    ///
    /// @throws CancellationException if the queue was closed: an end of the stream would let the reader complete a file
    ///         of which rows are missing
    synchronized ColumnBatch take() throws InterruptedException {
        while (batches.isEmpty() && !ended && !closed) {
            wait();
        }
        if (closed) {
            throw new CancellationException("writing was stopped");
        }
        ColumnBatch batch = batches.pollFirst();
        if (batch != null) {
            bytes -= batch.bytes();
            notifyAll();
        }
        return batch;
    }

    /// No more batches come.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// The reader takes no more; what is queued is dropped.
    synchronized void close() {
        closed = true;
        batches.forEach(ColumnBatch::close);
        batches.clear();
        bytes = 0;
        notifyAll();
    }
}
