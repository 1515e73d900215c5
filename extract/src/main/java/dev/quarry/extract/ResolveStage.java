package dev.quarry.extract;

import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.NameDatasets;
import dev.quarry.extract.names.FileResolver;
import dev.quarry.extract.names.Import;
import dev.quarry.extract.names.NameFamily;
import dev.quarry.extract.names.NameResolution;
import dev.quarry.extract.names.RepositoryFile;
import dev.quarry.extract.scan.FileMode;
import dev.quarry.extract.scan.PathText;
import dev.quarry.session.Session;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.names.ModuleName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Resolves names across files when all files that changed have been parsed: those of these files, and of the files that
/// can see them, as their imports say that the last run stored.
final class ResolveStage {
    /// Files of one task.
    private static final int TASK_FILES = 16;
    private static final List<Dataset> TABLES =
            List.of(NameDatasets.RESOLVED_IMPORTS, NameDatasets.REFERENCES, NameDatasets.CALLS);

    private final Session session;
    private final Plan plan;
    private final NameFamily family;
    private final Path root;

    ResolveStage(Session session, Plan plan, NameFamily family, Path root) {
        this.session = session;
        this.plan = plan;
        this.family = family;
        this.root = root;
    }

    /// Files of one order bucket, by number.
    private record Task(int orderBucket, List<Integer> files) {}

    private record Resolved(Task task, List<ColumnBatch> batches) implements AutoCloseable {
        @Override
        public void close() {
            batches.forEach(ColumnBatch::close);
        }
    }

    /// Writes the rows of all files that have to be resolved.
    ///
    /// @param gone whether files have disappeared that had names
    void run(String runId, int jobs, int orderBuckets, int maxFileBytes, boolean gone, ProgressListener progress)
            throws Exception {
        Set<String> changed = family.changedPaths();
        if (changed.isEmpty() && !gone) {
            return;
        }
        List<RepositoryFile> files = files();
        NameResolution resolution = new NameResolution(family, files, changed);
        BitSet wanted = wanted(resolution, files, changed);
        for (int file = wanted.nextSetBit(0); file >= 0; file = wanted.nextSetBit(file + 1)) {
            if (!changed.contains(files.get(file).path())) {
                for (Dataset table : TABLES) {
                    plan.writer(table).replace(files.get(file).path());
                }
            }
        }
        progress.stage("resolve", wanted.cardinality(), "files");
        long[] done = {0};
        new OrderedPipeline<Task, Resolved>(jobs, jobs * 2 + 2).run(
                tasks(wanted, files, orderBuckets).iterator(),
                () -> {
                    FileResolver resolver = resolution.newResolver(plan.repo(), runId, maxFileBytes);
                    return task -> {
                        task.files().forEach(resolver::add);
                        return new Resolved(task, resolver.build());
                    };
                },
                resolved -> {
                    for (ColumnBatch batch : resolved.batches()) {
                        plan.writer(batch.dataset()).append(resolved.task().orderBucket(), batch);
                    }
                    done[0] += resolved.task().files().size();
                    progress.advanced(done[0]);
                });
    }

    private List<RepositoryFile> files() {
        List<RepositoryFile> files = new ArrayList<>();
        try (Rows rows = Rows.of(session, "SELECT path, abs_path, file_id, mode, path_hash FROM staging."
                + Worklist.MANIFEST + " WHERE parsed ORDER BY path")) {
            while (rows.next()) {
                String path = rows.getString(0);
                files.add(new RepositoryFile(path, rows.getString(2), PathText.locate(root, rows.getString(1)),
                        FileMode.ofLabel(rows.getString(3)), rows.getLong(4),
                        family.modules().of(path).map(ModuleName::name).orElse(null),
                        family.modules().topFolder(path)));
            }
        }
        return files;
    }

    private BitSet wanted(NameResolution resolution, List<RepositoryFile> files, Set<String> changed) {
        Map<String, Integer> unchanged = new HashMap<>();
        for (int file = 0; file < files.size(); file++) {
            if (!changed.contains(files.get(file).path())) {
                unchanged.put(files.get(file).path(), file);
            }
        }
        Set<String> before = new HashSet<>();
        Set<String> changedBefore = new HashSet<>();
        try (Rows rows = Rows.of(session, "SELECT path, module_fqn FROM py_module_index_v1 WHERE repo = ?", plan.repo())) {
            while (rows.next()) {
                before.add(rows.getString(1));
                if (!unchanged.containsKey(rows.getString(0))) {
                    changedBefore.add(rows.getString(1));
                }
            }
        }
        if (!unchanged.isEmpty()) {
            try (Rows rows = Rows.of(session, "SELECT path, kind, module, level, name, is_star, asname FROM"
                    + " python_imports_v1"
                    + " WHERE repo = ? ORDER BY path", plan.repo())) {
                while (rows.next()) {
                    Integer file = unchanged.get(rows.getString(0));
                    if (file != null) {
                        addImport(resolution, file, rows);
                    }
                }
            }
        }
        return resolution.toResolve(before, changedBefore);
    }

    private static void addImport(NameResolution resolution, int file, Rows row) {
        boolean from = row.getString(1).equals("importfrom");
        String name = row.getString(4);
        resolution.addImport(file, new Import(from, from ? row.getString(2) : name, row.getInt(3),
                from && !row.getBoolean(5) ? name : null, !row.isNull(6)));
    }

    /// The files in (order bucket, path) order.
    private static List<Task> tasks(BitSet wanted, List<RepositoryFile> files, int orderBuckets) {
        List<Integer> order = new ArrayList<>(wanted.stream().boxed().toList());
        order.sort(Comparator.comparingLong((Integer file) -> files.get(file).pathHash() % orderBuckets)
                .thenComparing(Comparator.naturalOrder()));
        List<Task> tasks = new ArrayList<>();
        for (int file : order) {
            int bucket = (int) (files.get(file).pathHash() % orderBuckets);
            if (tasks.isEmpty() || tasks.getLast().orderBucket() != bucket
                    || tasks.getLast().files().size() == TASK_FILES) {
                tasks.add(new Task(bucket, new ArrayList<>()));
            }
            tasks.getLast().files().add(file);
        }
        return tasks;
    }
}
