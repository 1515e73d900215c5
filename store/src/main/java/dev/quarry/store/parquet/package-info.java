/// Parquet files, written by DuckDB from streams of column batches.
///
/// [ParquetEngine] owns the writer database; [BatchPipe] carries batches from the run's thread to a statement that
/// reads them through [ArrowStream], the Arrow C stream interface over memory that [dev.quarry.store.batch] filled.
package dev.quarry.store.parquet;
