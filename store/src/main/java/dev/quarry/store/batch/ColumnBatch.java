package dev.quarry.store.batch;

import dev.quarry.catalog.Dataset;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/// Rows of a dataset, immutable, outside the heap, in the Arrow columnar format.
///
/// Whoever holds it last closes it; a writer that takes a batch closes it itself.
public final class ColumnBatch implements AutoCloseable {
    private final Dataset dataset;
    private final ArrowType type;
    private final ArrowNode root;
    private final NativeBuffer buffer;
    private final long bytes;
    private final AtomicBoolean closed = new AtomicBoolean();

    ColumnBatch(Dataset dataset, ArrowType type, ArrowNode root, NativeBuffer buffer, long bytes) {
        this.dataset = dataset;
        this.type = type;
        this.root = root;
        this.buffer = buffer;
        this.bytes = bytes;
    }

    public Dataset dataset() {
        return dataset;
    }

    public int rows() {
        return (int) root.length();
    }

    /// The memory that the batch holds, in bytes.
    public long bytes() {
        return bytes;
    }

    /// The type of the batch: a struct of the columns.
    public ArrowType type() {
        return type;
    }

    /// Where the columns lie in [#memory].
    public ArrowNode root() {
        return root;
    }

    /// The memory of all columns.
    ///
    /// @throws IllegalStateException if the batch was closed
    public MemorySegment memory() {
        if (closed.get()) {
            throw new IllegalStateException("batch of " + dataset.name() + " was closed");
        }
        return buffer.segment();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            buffer.giveBack();
        }
    }
}
