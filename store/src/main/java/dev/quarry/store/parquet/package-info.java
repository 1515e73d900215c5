/// Parquet files from column batches.
///
/// A [FilePipe] writes batches that come in their final order with [dev.quarry.store.parquet.write]. Where rows of an
/// earlier version are to be merged with new ones, [ParquetEngine], a DuckDB, does it: a [StatementPipe] carries the
/// batches to it through [ArrowStream], the Arrow C stream interface over the memory that [dev.quarry.store.batch] filled.
package dev.quarry.store.parquet;
