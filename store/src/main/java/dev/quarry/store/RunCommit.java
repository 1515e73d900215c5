package dev.quarry.store;

import java.util.List;

/// A complete run.
///
/// @param snapshot what readers see from now on
/// @param tables what the run did to each table that it opened, those without changes included
public record RunCommit(Snapshot snapshot, List<TableCommit> tables) {
    public RunCommit {
        tables = List.copyOf(tables);
    }
}
