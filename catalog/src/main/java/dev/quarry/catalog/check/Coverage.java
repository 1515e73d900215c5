package dev.quarry.catalog.check;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.Dataset.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Invariants about which files a dataset has rows of.
final class Coverage {
    /// What is said of files that can't be read: why not, their bytes as trivia, and the module that their path makes
    /// them.
    private static final Set<String> WITHOUT_SYNTAX = Set.of("ast_errors_v1", "cst_parse_errors_v1",
            "symtable_errors_v1",
            "cst_trivia_v1", "py_module_index_v1");

    private Coverage() {}

    static List<Invariant> of(Catalog catalog) {
        List<Invariant> all = new ArrayList<>();
        for (Dataset dataset : catalog.datasets()) {
            List<String> columns = dataset.columns().stream().map(Column::name).toList();
            boolean isManifest = dataset.name().equals("repo_files_v1");
            if (!isManifest && columns.contains("file_sha256")) {
                all.add(current(dataset));
            }
            if (dataset.role() == Role.FILE) {
                all.add(complete(dataset));
            }
            if (dataset.role() == Role.FACT) {
                all.add(file(dataset));
            }
            if (!isManifest && dataset.role() == Role.SCAN && Files.idColumn(dataset) == null
                    && dataset.pathColumn() != null) {
                all.add(scope(dataset));
            }
        }
        return all;
    }

    private static Invariant current(Dataset dataset) {
        String name = dataset.name();
        return new Invariant("current", name, "Files are in repo_files_v1 with the content that the rows are of; of"
                + " repositories whose newest run wrote the dataset.",
                "SELECT DISTINCT f.repo, f.path, f.file_sha256, r.file_sha256 AS newer_sha256 FROM " + name
                        + " AS f LEFT JOIN repo_files_v1 AS r ON r.file_id = f.file_id AND r.path = f.path WHERE"
                        + " f.repo IN "
                        + Files.coveredRepositories(name) + " AND r.file_sha256 IS DISTINCT FROM f.file_sha256");
    }

    private static Invariant complete(Dataset dataset) {
        String name = dataset.name();
        return new Invariant("complete", name, "Every file has a row, notebooks excepted; of repositories whose newest"
                + " run"
                + " wrote the dataset.",
                "SELECT r.repo, r.path FROM repo_files_v1 AS r ANTI JOIN " + name + " AS f USING (file_id)"
                        + " WHERE r.kind <> 'ipynb' AND r.repo IN " + Files.coveredRepositories(name));
    }

    private static Invariant file(Dataset dataset) {
        String id = Files.idColumn(dataset);
        String path = dataset.pathColumn();
        String columns = String.join(", ", Stream.of("repo_key", path, id).toList());
        boolean mayFail = WITHOUT_SYNTAX.contains(dataset.name());
        return new Invariant("file", dataset.name(), "Facts are of files that the family's file table has"
                + (mayFail ? "." : ", and not of failed ones."),
                "SELECT n.* FROM (SELECT DISTINCT " + columns + " FROM " + dataset.name() + ") AS n ANTI JOIN "
                        + dataset.family() + " AS f ON f.file_id = n." + id + " AND f.path = n." + path
                        + " AND f.repo_key = n.repo_key" + (mayFail ? "" : " AND f.parse_status <> 'failed'"));
    }

    private static Invariant scope(Dataset dataset) {
        return new Invariant("scope", dataset.name(), "Paths are included exactly when repo_files_v1 has them; of"
                + " repositories whose newest run wrote the dataset.",
                "SELECT coalesce(s.repo, r.repo) AS repo, coalesce(s.path, r.path) AS path FROM " + dataset.name()
                        + " AS s FULL JOIN repo_files_v1 AS r ON r.repo = s.repo AND r.path = s.path WHERE"
                        + " coalesce(s.repo, r.repo) IN " + Files.coveredRepositories(dataset.name())
                        + " AND coalesce(s.included, false) <> (r.path IS NOT NULL)");
    }
}
