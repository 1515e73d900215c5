package dev.quarry.store.delta;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the log says a table is at one version.
///
/// @param version version in the log, from 0
/// @param metadata the table's metadata
/// @param files live files by path
public record TableState(long version, Metadata metadata, SortedMap<String, LogFile> files) {
    public TableState {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
