package dev.quarry.store;

import java.nio.file.Path;

/// A Parquet file of a table.
///
/// @param path absolute; below the table's folder
/// @param repoKey the partition's repository; null for tables without partitions
/// @param bucket the partition's bucket; 0 for tables without partitions
/// @param rows number of rows
/// @param bytes size of the file
public record DataFile(Path path, String repoKey, int bucket, long rows, long bytes) {}
