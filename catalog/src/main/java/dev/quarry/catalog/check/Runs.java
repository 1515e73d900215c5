package dev.quarry.catalog.check;

import java.util.List;

/// Invariants of the scan and of runs.
final class Runs {
    private Runs() {}

    static List<Invariant> all() {
        return List.of(
                new Invariant("id", "repo_files_v1", "file_id follows its formula from repo and path.",
                        "SELECT repo, path, file_id FROM repo_files_v1 WHERE file_id <> stable_id('file', [repo,"
                                + " path])"),
                new Invariant("pinned", "runs_v1", "What a run changed, it wrote, at the version that it pins.",
                        "SELECT r.run_id, r.d.dataset AS dataset, r.d.delta_version AS delta_version FROM (SELECT"
                                + " run_id,"
                                + " unnest(datasets) AS d FROM runs_v1) AS r ANTI JOIN extract_output_writes_v1 AS w"
                                + " ON w.run_id = r.run_id AND w.dataset = r.d.dataset AND w.delta_version ="
                                + " r.d.delta_version"
                                + " WHERE r.d.changed"));
    }
}
