package dev.quarry.store;

/// How a store writes.
///
/// @param memoryBytes memory of the engine that merges new rows with those of earlier versions; what exceeds it is spilled
///        to the store's folder
/// @param rowGroupBytes size before compression of a Parquet row group that this engine writes
/// @param retentionDays how long old versions are kept
/// @param hideFromGit whether a new store gets a `.gitignore` that hides all of it: for a store inside a repository
public record StoreOptions(long memoryBytes, long rowGroupBytes, int retentionDays, boolean hideFromGit) {

    public static StoreOptions defaults() {
        return new StoreOptions(384L << 20, 16L << 20, 30, false);
    }

    public StoreOptions withMemoryBytes(long bytes) {
        return new StoreOptions(bytes, rowGroupBytes, retentionDays, hideFromGit);
    }

    public StoreOptions withRowGroupBytes(long bytes) {
        return new StoreOptions(memoryBytes, bytes, retentionDays, hideFromGit);
    }

    public StoreOptions withRetentionDays(int days) {
        return new StoreOptions(memoryBytes, rowGroupBytes, days, hideFromGit);
    }

    public StoreOptions withHideFromGit(boolean hide) {
        return new StoreOptions(memoryBytes, rowGroupBytes, retentionDays, hide);
    }
}
