/// Column batches: rows on their way from an extractor to a table.
///
/// A worker fills the typed columns of a [BatchBuilder] (plain Java arrays, no object per value) and turns them with
/// [BatchBuilder#build] into a [ColumnBatch]: memory outside the heap in the layout of the Arrow columnar format, which
/// readers of the Arrow C data interface take as it is.
package dev.quarry.store.batch;
