package dev.quarry.extract.rows;

import dev.quarry.catalog.RunDatasets;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;

/// Collects rows of `extract_errors_v1`.
public final class ErrorLog {
    private final BatchBuilder rows = new BatchBuilder(RunDatasets.EXTRACT_ERRORS);
    private final String runId;

    public ErrorLog(String runId) {
        this.runId = runId;
    }

    /// Adds an error.
    ///
    /// @param path file, null for a whole dataset or repository
    /// @param dataset dataset that lacks something because of it
    /// @param stage part of the work in which it was noticed
    /// @param errorType stable name of the kind of error
    /// @param message for people
    /// @param context where in the file, or null
    public void add(String path, String dataset, String stage, String errorType, String message, String context) {
        rows.strings("run_id").add(runId);
        rows.strings("path").add(path);
        rows.strings("dataset").add(dataset);
        rows.strings("stage").add(stage);
        rows.strings("error_type").add(errorType);
        rows.strings("message").add(message);
        rows.strings("context").add(context);
        rows.longs("event_time_unix_ms").add(System.currentTimeMillis());
    }

    public int size() {
        return rows.rows();
    }

    /// Takes the errors added since the last call; null when there are none.
    public ColumnBatch build() {
        return rows.rows() == 0 ? null : rows.build();
    }
}
