package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.StableId;
import dev.quarry.store.batch.BatchBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunWriterTest {
    @TempDir
    Path folder;

    @Test
    void aFirstRunIsReadBack() {
        Map<String, String> files = Map.of("a.py", "1", "pkg/b.py", "1", "pkg/c.py", "1");
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            assertFalse(store.snapshot().hasRun());
            try (RunWriter run = store.beginRun(RunRequest.of("run-1", TestRuns.REPO))) {
                TableWriter table = run.table(TestDatasets.FACTS, 1);
                TestRuns.append(run, table, files, 5);
                RunCommit commit = TestRuns.commit(run);
                assertTrue(commit.tables().getFirst().changed());
                assertEquals(0, commit.tables().getFirst().version());
            }
            Snapshot snapshot = store.snapshot();
            assertEquals("run-1", snapshot.runId());
            assertEquals(expected(files, 1), TestRuns.rows(snapshot.table("test_facts_v1").orElseThrow()));
        }
    }

    /// Random edits: the table equals a plain model after each run, and untouched buckets keep their files.
    @ParameterizedTest
    @CsvSource({"1,1,1", "2,2,7", "8,8,3", "2,8,5", "1,8,100"})
    void editsMatchAModel(int buckets, int otherBuckets, int batchRows) {
        Random random = new Random(buckets * 31L + otherBuckets);
        Map<String, String> model = new TreeMap<>();
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            for (int number = 0; number < 8; number++) {
                Snapshot before = store.snapshot();
                Map<String, String> changed = new TreeMap<>();
                Set<String> replaced = new HashSet<>();
                int edits = number == 0 ? 40 : random.nextInt(6);
                for (int i = 0; i < edits; i++) {
                    String path = "pkg" + random.nextInt(4) + "/módulo_" + random.nextInt(30) + ".py";
                    if (model.containsKey(path)) {
                        replaced.add(path);
                    }
                    if (random.nextInt(4) == 0) {
                        model.remove(path);
                        changed.remove(path);
                    } else {
                        model.put(path, "run" + number);
                        changed.put(path, "run" + number);
                    }
                }
                try (RunWriter run = store.beginRun(RunRequest.of("run-" + number, TestRuns.REPO))) {
                    TableWriter table = run.table(TestDatasets.FACTS, buckets);
                    TableWriter other = run.table(TestDatasets.OTHER_FACTS, otherBuckets);
                    replaced.forEach(table::replace);
                    replaced.forEach(other::replace);
                    TestRuns.append(run, table, changed, batchRows);
                    TestRuns.append(run, other, changed, batchRows);
                    TestRuns.commit(run);
                }
                Snapshot after = store.snapshot();
                for (String dataset : List.of("test_facts_v1", "test_other_facts_v1")) {
                    int count = dataset.equals("test_facts_v1") ? buckets : otherBuckets;
                    assertEquals(expected(model, count), TestRuns.rows(after.table(dataset).orElseThrow()));
                    Set<Integer> touched = new HashSet<>();
                    replaced.forEach(path -> touched.add(StableId.bucket(path, count)));
                    changed.keySet().forEach(path -> touched.add(StableId.bucket(path, count)));
                    assertUntouchedFilesStay(before, after, dataset, touched);
                }
            }
            KernelReading.assertSame(store.snapshot());
        }
    }

    private static void assertUntouchedFilesStay(Snapshot before, Snapshot after, String dataset,
            Set<Integer> touched) {
        before.table(dataset).ifPresent(table -> {
            for (DataFile file : table.files()) {
                if (!touched.contains(file.bucket())) {
                    assertTrue(after.table(dataset).orElseThrow().files().contains(file), file.toString());
                }
            }
        });
    }

    /// The rows of the files' facts as text, in bucket and path order.
    static List<String> expected(Map<String, String> files, int buckets) {
        List<String> rows = new ArrayList<>();
        List<String> paths = new ArrayList<>(files.keySet());
        paths.sort(Comparator.<String>comparingInt(path -> StableId.bucket(path, buckets))
                .thenComparing(Comparator.naturalOrder()));
        for (String path : paths) {
            for (int i = 0; i < TestRuns.rowsOf(path); i++) {
                rows.add("{'path': " + path + ", 'ordinal': " + i + ", 'kind': kind" + i % 3 + ", 'value': "
                        + (i % 4 == 3 ? "NULL" : files.get(path) + "-" + i) + "}");
            }
        }
        return rows;
    }
}
