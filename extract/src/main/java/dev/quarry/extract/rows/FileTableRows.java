package dev.quarry.extract.rows;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import java.util.List;

/// Collects the rows of a family's file table: identity and the extractor's hash are filled here, how the file was
/// parsed by subclasses.
public abstract class FileTableRows {
    protected final BatchBuilder rows;
    private final String extractorHash;

    protected FileTableRows(Dataset dataset, String extractorHash) {
        this.rows = new BatchBuilder(dataset);
        this.extractorHash = extractorHash;
    }

    /// The columns that all file tables have.
    protected final void identity(FileRow file) {
        rows.strings("repo").add(file.repo());
        rows.strings("path").add(file.path());
        rows.strings("file_id").add(file.fileId());
        rows.strings("file_sha256").add(file.sha256());
        rows.strings("run_id").add(file.runId());
        rows.strings("extractor_hash").add(extractorHash);
    }

    /// Takes the rows added since the last call into a list of batches, unless there are none.
    public final void buildInto(List<ColumnBatch> batches) {
        if (rows.rows() > 0) {
            batches.add(rows.build());
        }
    }
}
