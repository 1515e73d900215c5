package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import java.util.List;

/// The row of `runs_v1` that completes a run.
public interface RunRow {

    /// Fills every column but `datasets`, which the store fills with the versions that the run pins.
    void fill(BatchBuilder row, List<TableCommit> tables);

    /// The hash of extractor and options that stands in `datasets` for a dataset that this run wrote; null for none.
    String extractorHash(Dataset dataset);
}
