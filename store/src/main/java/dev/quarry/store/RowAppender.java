package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.ColumnBatch;

/// Appends a run's rows to a table about runs.
public interface RowAppender {

    Dataset dataset();

    /// Adds rows in their final order and takes the batch over. Methods may be called by one thread at a time.
    void append(ColumnBatch batch);
}
