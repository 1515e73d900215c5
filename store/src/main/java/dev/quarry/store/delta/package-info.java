/// The Delta transaction log: reading its commits, writing new ones, checking what an untrusted log says.
///
/// [DeltaLog] is the log of one table. Commits are JSON lines as the Delta protocol describes them (sections "Actions"
/// and "Delta Log Entries").
package dev.quarry.store.delta;
