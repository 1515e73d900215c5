package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import java.util.List;

/// A run that writes to a store; it holds the store's write lock until it is committed or closed.
///
/// Open every table that the run may change, then append; then [#commitTables], rows of tables about runs that need the
/// versions, and [#commit]. Closing without a commit leaves the store as it was.
public interface RunWriter extends AutoCloseable {

    String runId();

    /// What the run builds on: the newest complete run.
    Snapshot base();

    String repoKey();

    /// Opens a table for writing; all tables are opened before the first row is appended to any.
    ///
    /// @param buckets a power of two; if the base version has another number, the repository's part of the table is
    ///     written anew. Must be 1 for datasets without a path
    TableWriter table(Dataset dataset, int buckets);

    /// Opens a table about runs.
    RowAppender appendTable(Dataset dataset);

    /// The greatest number of buckets of the run's tables, which orders the rows of all of them. Fixed by the first
    /// call: no table with more buckets can be opened afterwards.
    int orderBuckets();

    /// Commits the tables that were opened with [#table], one version each; those without changes stay as they are.
    List<TableCommit> commitTables();

    /// Commits the tables (if that was not done), then the tables about runs, then the row of `runs_v1`: from then on
    /// readers see the run. Frees the lock.
    RunCommit commit(Dataset runs, RunRow row);

    /// Stops writing and deletes what was not committed. May be called at any time by any thread, a shutdown hook
    /// included, and more than once.
    void abort();

    /// Aborts unless the run was committed; frees the lock.
    @Override
    void close();
}
