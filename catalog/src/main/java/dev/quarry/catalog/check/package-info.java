/// What must be true of every store, as SQL: [dev.quarry.catalog.check.Invariants] has all of it.
///
/// Most invariants follow from what the catalog declares (keys, NULLs, positions); the others are in the classes by
/// area.
package dev.quarry.catalog.check;
