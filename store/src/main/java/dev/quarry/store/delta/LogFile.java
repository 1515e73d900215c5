package dev.quarry.store.delta;

import java.util.Map;

/// A live file of a table, as the log names it.
///
/// @param path relative to the table's folder, `/` separated, decoded
/// @param partition values of the partition columns
/// @param rows number of rows, -1 if the log does not say
/// @param bytes size of the file
public record LogFile(String path, Map<String, String> partition, long rows, long bytes) {
    public LogFile {
        partition = Map.copyOf(partition);
    }

    /// The value of `repo_key`; null for tables without partitions.
    public String repoKey() {
        return partition.get("repo_key");
    }

    /// The value of `bucket`; 0 for tables without partitions.
    public int bucket() {
        String bucket = partition.get("bucket");
        return bucket == null ? 0 : Integer.parseInt(bucket);
    }
}
