/// From a repository to tables: scan, worklist, extraction, run record.
///
/// Start with [dev.quarry.extract.Extraction], which goes through the stages in reading order. Data moves one way:
/// the scan fills a staged manifest, SQL over it and the previous run says what is to be done, workers read and parse
/// each file once, and their column batches reach the store in a fixed order.
package dev.quarry.extract;
