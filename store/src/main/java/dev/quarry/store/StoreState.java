package dev.quarry.store;

import dev.quarry.store.delta.LogFile;
import dev.quarry.store.delta.TableState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of a [Snapshot] with all that a run needs to build on them.
///
/// @param runId the newest complete run; null if there is none
/// @param runsVersion version of `runs_v1` with that run's row; -1 if there is none
/// @param tables by dataset name
record StoreState(String runId, long runsVersion, Map<String, Table> tables) {
    static final StoreState EMPTY = new StoreState(null, -1, Map.of());

    /// @param pinned whether `runs_v1` pins the version; tables about runs are read at their newest
    /// @param schemaFingerprint as in `runs_v1.datasets`; null for tables about runs
    /// @param extractorHash as in `runs_v1.datasets`; may be null
    record Table(TableState state, boolean pinned, String schemaFingerprint, String extractorHash) {}

    Snapshot snapshot(Path store) {
        Map<String, TableVersion> versions = new LinkedHashMap<>();
        tables.forEach((dataset, table) -> versions.put(dataset, version(store, dataset, table)));
        return new Snapshot(runId, versions);
    }

    private static TableVersion version(Path store, String dataset, Table table) {
        Path folder = store.resolve(dataset);
        List<DataFile> files = new ArrayList<>();
        for (LogFile file : table.state().files().values()) {
            files.add(new DataFile(folder.resolve(file.path()), file.repoKey(), file.bucket(), file.rows(),
                    file.bytes()));
        }
        return new TableVersion(dataset, folder, table.state().version(), table.schemaFingerprint(),
                table.extractorHash(), table.state().metadata().buckets(), files);
    }
}
