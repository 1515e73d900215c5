package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.ColumnBatch;

/// Writes a repository's rows of one table within a run.
///
/// Batches come in the order of (order bucket, path), where a path's order bucket is `pathHash(path)` modulo
/// [RunWriter#orderBuckets] and paths are in the order of their UTF-8 bytes, and within a path in the dataset's order.
/// Methods may be called by one thread at a time.
///
/// A table with as many buckets as the order has streams its rows to their files; the rows of one with fewer wait in a
/// temporary file until the run commits.
public interface TableWriter {

    Dataset dataset();

    /// How many buckets the repository's rows have in this table.
    int buckets();

    /// Drops the rows that the base version has for a path: for changed and for deleted files alike, at any time before
    /// the commit.
    void replace(String path);

    /// Drops all rows that the base version has for the repository; to be called before the first append. Datasets
    /// without a path know no other way. Rows then go straight to their files, which is much cheaper than replacing
    /// all paths one by one.
    void replaceAll();

    /// Adds rows, all of one order bucket, and takes the batch over.
    ///
    /// @param orderBucket 0 for datasets without a path
    /// @throws StoreException if this or an earlier batch could not be written
    void append(int orderBucket, ColumnBatch batch);

    /// Rows appended so far.
    long rows();
}
