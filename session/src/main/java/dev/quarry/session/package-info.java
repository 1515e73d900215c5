/// The SQL session over a store: datasets and views under `codeintel.public`, read-only queries of users, streams and
/// staging tables for the extraction.
///
/// Start at [dev.quarry.session.Session].
package dev.quarry.session;
