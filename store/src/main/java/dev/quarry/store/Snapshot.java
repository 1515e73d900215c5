package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// All tables as the newest complete run left them, at the versions that its `runs_v1` row pins, and the tables about
/// runs at their newest versions.
///
/// @param runId the run; null when the store has none yet
/// @param tables by dataset name; a dataset that was never written is absent
public record Snapshot(String runId, Map<String, TableVersion> tables) {

    public Snapshot {
        tables = Map.copyOf(tables);
    }

    /// Whether the store has a complete run.
    public boolean hasRun() {
        return runId != null;
    }

    public Optional<TableVersion> table(String dataset) {
        return Optional.ofNullable(tables.get(dataset));
    }

    /// How many buckets a repository's rows have in a table; empty when it has none yet.
    public OptionalInt buckets(Dataset dataset, String repoKey) {
        TableVersion table = tables.get(dataset.name());
        Integer buckets = table == null ? null : table.buckets().get(repoKey);
        return buckets == null ? OptionalInt.empty() : OptionalInt.of(buckets);
    }
}
