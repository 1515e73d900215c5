package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.extract.scan.ScanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Incremental runs over real code: packages of CPython's own library, edited at random.
///
/// `-Dquarry.steps=100` makes many steps over more packages and the modules beside them, `-Dquarry.seed=7` other edits,
/// `-Dquarry.every=5` compares after each fifth step only.
class RealRepositoryTest {
    private static final List<String> FEW = List.of("collections", "concurrent", "importlib", "json", "logging",
            "tomllib");
    private static final List<String> MANY = List.of(".", "asyncio", "collections", "concurrent", "email", "html",
            "http", "importlib", "json", "logging", "multiprocessing", "re", "test/test_email", "test/test_importlib",
            "tomllib", "unittest", "urllib", "wsgiref", "xml", "xmlrpc");
    private static final int FEW_STEPS = 4;
    private static final int MOST_EDITS = 5;

    @TempDir
    Path folder;

    /// Each run resolves nothing but files that changed and those that can see them, and leaves the tables that a run
    /// from scratch makes.
    @Test
    void incrementalRunsEqualRunsFromScratch() throws Exception {
        int steps = Integer.getInteger("quarry.steps", FEW_STEPS);
        int every = Integer.getInteger("quarry.every", 1);
        long seed = Long.getLong("quarry.seed", 1);
        Path root = Files.createDirectory(folder.resolve("library"));
        int files = StandardLibrary.require().copy(steps > FEW_STEPS ? MANY : FEW, root);
        RepositoryEdits edits = new RepositoryEdits(root, new Random(seed));
        Path store = folder.resolve("store");
        extract(root, store);
        long resolved = 0;
        List<String> done = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            for (int edit = new Random(seed * 1000 + step).nextInt(MOST_EDITS); edit >= 0; edit--) {
                done.add("step " + step + ": " + edits.edit());
            }
            String story = "seed " + seed + ", " + String.join("\n", done);
            resolved += incrementalRun(root, store, story);
            if (step % every == 0) {
                Path fresh = folder.resolve("fresh");
                extract(root, fresh);
                try (Reading whole = new Reading(fresh); Reading incremental = new Reading(store)) {
                    assertEquals(List.of(), TableComparison.differences(whole, incremental), story);
                }
                delete(fresh);
                done.clear();
            }
        }
        System.out.println(files + " files, seed " + seed + ": " + steps + " steps resolved " + resolved + " files");
    }

    /// @return number of files that the run resolved
    private static long incrementalRun(Path root, Path store, String story) throws Exception {
        Visibility before;
        try (Reading reading = new Reading(store)) {
            before = new Visibility(reading);
        }
        long[] resolving = {0};
        ExtractionSummary run = extract(root, store, (stage, total) -> {
            if (stage.equals("resolve")) {
                resolving[0] = total;
            }
        });
        try (Reading reading = new Reading(store)) {
            Set<String> changed = new TreeSet<>(reading.texts("SELECT path FROM name_files_v1 WHERE run_id = '"
                    + run.runId() + "'"));
            Set<String> expected = mayBeResolved(before, new Visibility(reading), changed);
            Set<String> found = new TreeSet<>(reading.texts("SELECT DISTINCT importer_path FROM py_imports_resolved_v1"
                    + " WHERE run_id = '" + run.runId() + "'"));
            found.removeAll(expected);
            assertEquals(Set.of(), found, () -> "resolved without need, " + story);
            assertTrue(resolving[0] <= expected.size(), () -> resolving[0] + " files were resolved, " + expected.size()
                    + " see what changed, " + story);
        }
        return resolving[0];
    }

    private static Set<String> mayBeResolved(Visibility before, Visibility after, Set<String> changed) {
        Set<String> modules = new TreeSet<>();
        for (Visibility state : List.of(before, after)) {
            changed.stream().map(state::module).filter(module -> module != null).forEach(modules::add);
            Visibility other = state == before ? after : before;
            state.paths().stream().filter(path -> !other.paths().contains(path)).map(state::module)
                    .forEach(modules::add);
            state.names().stream().filter(name -> !other.names().contains(name)).forEach(modules::add);
        }
        Set<String> files = new TreeSet<>(after.files(modules));
        files.addAll(changed);
        return files;
    }

    /// Hears of the stages of a run.
    private interface Stages {
        void begins(String stage, long total);
    }

    private static void extract(Path root, Path store) throws Exception {
        extract(root, store, (stage, total) -> {});
    }

    private static ExtractionSummary extract(Path root, Path store, Stages stages) throws Exception {
        return Extraction.run(
                new ExtractionRequest(root, store, List.of(), null, ScanOptions.defaults(), 2, null, "test"),
                new ProgressListener() {
                    @Override
                    public void stage(String name, long total, String unit) {
                        stages.begins(name, total);
                    }

                    @Override
                    public void advanced(long done) {}

                    @Override
                    public void message(String text) {}
                });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
