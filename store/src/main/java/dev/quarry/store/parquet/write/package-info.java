/// Writes Parquet files from column batches.
///
/// A batch is in columns, in order, and its repeating texts are numbered already: a file needs little more than the
/// numbers packed and the pages compressed. A general engine copies the rows twice, hashes every value and gathers a row
/// group of each open file in memory first; extraction spent two thirds of its processor time there.
///
/// Written after the Parquet format's specification (`Encodings.md`, `README.md`, `parquet.thrift`); the structs of the
/// format come from `parquet-format-structures`, the compression from `zstd-jni`. What is written here is read by DuckDB,
/// Delta Kernel and Spark in the tests.
package dev.quarry.store.parquet.write;
