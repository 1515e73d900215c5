package dev.quarry.catalog;

import java.util.ArrayList;
import java.util.List;

/// The views over what the scan stores.
final class RepoViews {
    static final List<View> ALL = all();

    private RepoViews() {}

    private static List<View> all() {
        List<View> views = new ArrayList<>();
        RepoDatasets.ALL.forEach(dataset -> views.add(ViewBuilder.alias(dataset)));
        views.add(ViewBuilder.view("repo_snapshot_v1", "What identifies the content of each file in scope.",
                RepoDatasets.REPO_FILES).columns("file_id", "path", "file_sha256", "size_bytes", "mtime_ns").build());
        return List.copyOf(views);
    }
}
