package dev.quarry.extract;

import java.nio.file.Path;
import java.util.List;

/// What a run did.
///
/// @param runId id of the run's row in `runs_v1`
/// @param repo id of the repository
/// @param store folder of the store
/// @param files files in the manifest
/// @param bytes their size in all
/// @param hashed files that were read to hash them
/// @param extracted files that were read to extract them
/// @param removed files that were there in the previous run and are gone
/// @param filesWithErrors files of the repository that do not parse, whether this run extracted them or an earlier one
/// @param errors rows of `extract_errors_v1` of this run
/// @param millis wall time
/// @param tables one entry for each table of the store that the run pins, in the catalog's order
public record ExtractionSummary(String runId, String repo, Path store, long files, long bytes, long hashed,
        long extracted, long removed, long filesWithErrors, long errors, long millis, List<Table> tables) {

    public ExtractionSummary {
        tables = List.copyOf(tables);
    }

    /// A table after the run.
    ///
    /// @param name dataset
    /// @param rows rows in the current version, over all repositories of the store
    /// @param version Delta version
    /// @param changed whether this run wrote it
    /// @param bytesWritten Parquet bytes that this run wrote, 0 when unchanged
    public record Table(String name, long rows, long version, boolean changed, long bytesWritten) {}
}
