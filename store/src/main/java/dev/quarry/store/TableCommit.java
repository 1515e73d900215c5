package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import java.nio.file.Path;

/// What a run did to a table.
///
/// @param dataset the table's dataset
/// @param folder the table's folder, absolute
/// @param changed whether the run committed a version; false if the table was left as it was
/// @param version the version that the run pins
/// @param rows rows that the run wrote: those of changed files
/// @param bytes size of the files that the run wrote, copied rows included
/// @param files how many files it wrote
/// @param totalRows rows of the table at that version
public record TableCommit(Dataset dataset, Path folder, boolean changed, long version, long rows, long bytes, int files,
        long totalRows) {}
