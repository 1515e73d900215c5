/// Where tables live: Delta tables of Parquet files, their snapshots and their history.
///
/// Start with [Store]: it opens a folder, gives the [Snapshot] of the newest complete run, and begins a [RunWriter],
/// which writes a run's rows and commits them.
package dev.quarry.store;
