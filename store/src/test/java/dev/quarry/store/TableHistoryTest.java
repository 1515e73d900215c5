package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType.Scalar;
import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.delta.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What runs leave in a table's log: versions, change data, statistics, bucket counts.
class TableHistoryTest {
    private static final String OTHER_REPO = "example.org/owner/other";

    @TempDir
    Path folder;

    private List<Map<String, Object>> actions(String dataset, long version) throws IOException {
        List<Map<String, Object>> actions = new ArrayList<>();
        Path commit = folder.resolve(dataset).resolve("_delta_log").resolve(String.format("%020d.json", version));
        for (String line : Files.readAllLines(commit)) {
            actions.add(Json.readObject(line));
        }
        return actions;
    }

    private List<Map<String, Object>> actions(String dataset, long version, String kind) throws IOException {
        return actions(dataset, version).stream().filter(action -> action.containsKey(kind))
                .map(action -> Json.asObject(action.get(kind))).toList();
    }

    private RunCommit run(Store store, String runId, String repo, int buckets, Map<String, String> files,
            List<String> replaced) {
        try (RunWriter run = store.beginRun(RunRequest.of(runId, repo))) {
            TableWriter table = run.table(TestDatasets.FACTS, buckets);
            replaced.forEach(table::replace);
            TestRuns.append(run, table, files, 10);
            return TestRuns.commit(run);
        }
    }

    private static List<String> rows(Store store, String repo) {
        TableVersion table = store.snapshot().table("test_facts_v1").orElseThrow();
        return TestRuns.rows(new TableVersion(table.dataset(), table.folder(), table.version(),
                table.schemaFingerprint(), table.extractorHash(), table.buckets(),
                table.files(dev.quarry.catalog.StableId.repoKey(repo))));
    }

    @Test
    void theChangeFeedHoldsRealChangesAlone() throws IOException {
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            run(store, "run-1", TestRuns.REPO, 1, Map.of("a.py", "1", "b.py", "1"), List.of());
            assertEquals(List.of(), actions("test_facts_v1", 0, "cdc"));
            run(store, "run-2", TestRuns.REPO, 1, Map.of("a.py", "2", "c.py", "2"), List.of("a.py"));
            List<Map<String, Object>> changes = actions("test_facts_v1", 1, "cdc");
            assertEquals(1, changes.size());
            Path file = folder.resolve("test_facts_v1").resolve((String) changes.getFirst().get("path"));
            assertEquals(Files.size(file), changes.getFirst().get("size"));
            List<String> expected = new ArrayList<>();
            expected.add("delete a.py 1 " + TestRuns.rowsOf("a.py"));
            expected.add("insert a.py 2 " + TestRuns.rowsOf("a.py"));
            expected.add("insert c.py 2 " + TestRuns.rowsOf("c.py"));
            assertEquals(expected, TestRuns.query("SELECT _change_type || ' ' || path || ' ' || min(value)[1] || ' ' "
                    + "|| count(*) FROM read_parquet('" + file + "') GROUP BY _change_type, path ORDER BY ALL"));
            run(store, "run-3", TestRuns.REPO, 1, Map.of(), List.of("a.py", "b.py", "c.py"));
            assertEquals(List.of(), actions("test_facts_v1", 2, "cdc"));
            assertEquals(1, actions("test_facts_v1", 2, "remove").size());
            assertEquals(List.of(), rows(store, TestRuns.REPO));
        }
    }

    @Test
    void aRunWithoutChangesCommitsNothing() throws IOException {
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            RunCommit first = run(store, "run-1", TestRuns.REPO, 2, Map.of("a.py", "1", "b.py", "1"), List.of());
            RunCommit second = run(store, "run-2", TestRuns.REPO, 2, Map.of(), List.of("gone.py", "never.py"));
            assertFalse(second.tables().getFirst().changed());
            assertEquals(first.snapshot().table("test_facts_v1"), second.snapshot().table("test_facts_v1"));
            assertEquals("run-2", store.snapshot().runId());
            assertEquals("hash-of-test_facts_v1",
                    store.snapshot().table("test_facts_v1").orElseThrow().extractorHash());
        }
    }

    @Test
    void anEmptyTableIsCreatedWithItsSchema() throws IOException {
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            RunCommit commit = run(store, "run-1", TestRuns.REPO, 1, Map.of(), List.of());
            assertTrue(commit.tables().getFirst().changed());
            assertEquals(0, store.snapshot().table("test_facts_v1").orElseThrow().rows());
            Map<String, Object> protocol = actions("test_facts_v1", 0, "protocol").getFirst();
            assertEquals(1L, protocol.get("minReaderVersion"));
            assertEquals(7L, protocol.get("minWriterVersion"));
            assertEquals(List.of("appendOnly", "invariants", "changeDataFeed", "inCommitTimestamp"),
                    protocol.get("writerFeatures"));
            KernelReading.assertSame(store.snapshot());
        }
    }

    @Test
    void otherRepositoriesAreLeftAlone() {
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            run(store, "run-1", TestRuns.REPO, 2, Map.of("a.py", "1", "b.py", "1"), List.of());
            run(store, "run-2", OTHER_REPO, 4, Map.of("a.py", "other"), List.of());
            run(store, "run-3", TestRuns.REPO, 2, Map.of("a.py", "3"), List.of("a.py"));
            assertEquals(RunWriterTest.expected(Map.of("a.py", "3", "b.py", "1"), 2), rows(store, TestRuns.REPO));
            assertEquals(RunWriterTest.expected(Map.of("a.py", "other"), 4), rows(store, OTHER_REPO));
            try (RunWriter run = store.beginRun(RunRequest.of("run-4", OTHER_REPO))) {
                run.table(TestDatasets.FACTS, 4).replaceAll();
                TestRuns.commit(run);
            }
            assertEquals(List.of(), rows(store, OTHER_REPO));
            assertEquals(RunWriterTest.expected(Map.of("a.py", "3", "b.py", "1"), 2), rows(store, TestRuns.REPO));
            KernelReading.assertSame(store.snapshot());
        }
    }

    @Test
    void anotherBucketCountRewritesTheRepositorysPart() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            files.put("m" + i + ".py", "1");
        }
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            run(store, "run-1", TestRuns.REPO, 1, files, List.of());
            run(store, "run-2", TestRuns.REPO, 4, Map.of("m3.py", "2", "new.py", "2"), List.of("m3.py", "m4.py"));
            files.put("m3.py", "2");
            files.put("new.py", "2");
            files.remove("m4.py");
            assertEquals(RunWriterTest.expected(files, 4), rows(store, TestRuns.REPO));
            assertEquals(4, store.snapshot().buckets(TestDatasets.FACTS,
                    dev.quarry.catalog.StableId.repoKey(TestRuns.REPO)).orElseThrow());
            List<Path> changes = actions("test_facts_v1", 1, "cdc").stream()
                    .map(change -> folder.resolve("test_facts_v1").resolve((String) change.get("path"))).toList();
            long expected = TestRuns.rowsOf("m3.py") * 2L + TestRuns.rowsOf("m4.py") + TestRuns.rowsOf("new.py");
            assertEquals(List.of(Long.toString(expected)), TestRuns.query("SELECT count(*) FROM read_parquet(["
                    + String.join(",", changes.stream().map(file -> "'" + file + "'").toList()) + "])"));
            run(store, "run-3", TestRuns.REPO, 2, Map.of(), List.of());
            assertEquals(RunWriterTest.expected(files, 2), rows(store, TestRuns.REPO));
            KernelReading.assertSame(store.snapshot());
        }
    }

    @Test
    void datasetsWithoutAPathAreReplacedAsAWhole() {
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            for (int number = 1; number <= 2; number++) {
                try (RunWriter run = store.beginRun(RunRequest.of("run-" + number, TestRuns.REPO))) {
                    TableWriter table = run.table(TestDatasets.EXTENSIONS, 1);
                    run.table(TestDatasets.FACTS, 8);
                    assertThrows(IllegalStateException.class, () -> table.replace("a.py"));
                    table.replaceAll();
                    BatchBuilder batch = new BatchBuilder(TestDatasets.EXTENSIONS);
                    batch.strings("extension").add(".py" + number);
                    batch.strings("extension").add(".a");
                    table.append(0, batch.build());
                    TestRuns.commit(run);
                }
            }
            assertEquals(List.of("{'extension': .py2}", "{'extension': .a}"),
                    TestRuns.rows(store.snapshot().table("test_extensions_v1").orElseThrow()));
        }
    }

    /// A column that a newer Quarry appended is null in rows that an older one wrote.
    @Test
    void anAppendedColumnIsNullInOldRows() {
        List<Column> columns = new ArrayList<>(TestDatasets.FACTS.columns());
        columns.add(Column.optional("added", Scalar.INT64, ""));
        Dataset newer = new Dataset("test_facts_v1", Dataset.Stage.CORE, Dataset.Role.FACT, "test_files_v1", "test",
                "facts", columns, List.of("path"), List.of("path"), List.of("path", "ordinal"));
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            run(store, "run-1", TestRuns.REPO, 1, Map.of("b.py", "1"), List.of());
            try (RunWriter run = store.beginRun(RunRequest.of("run-2", TestRuns.REPO))) {
                TableWriter table = run.table(newer, 1);
                BatchBuilder batch = new BatchBuilder(newer);
                batch.strings("path").add("a.py");
                batch.ints("ordinal").add(0);
                batch.strings("kind").add("k");
                batch.strings("value").add("v");
                batch.longs("added").add(7);
                table.append(0, batch.build());
                TestRuns.commit(run);
            }
            List<String> rows = TestRuns.rows(store.snapshot().table("test_facts_v1").orElseThrow());
            assertEquals("{'path': a.py, 'ordinal': 0, 'kind': k, 'value': v, 'added': 7}", rows.getFirst());
            assertTrue(rows.get(1).endsWith("'added': NULL}"), rows.get(1));
            assertEquals(1 + TestRuns.rowsOf("b.py"), rows.size());
        }
    }

    @Test
    void statisticsBoundTheValues() throws IOException {
        String longPath = "x".repeat(63) + "𝄞" + "y".repeat(100);
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults());
                RunWriter run = store.beginRun(RunRequest.of("run-1", TestRuns.REPO))) {
            TableWriter table = run.table(TestDatasets.FACTS, 1);
            BatchBuilder batch = new BatchBuilder(TestDatasets.FACTS);
            TestRuns.addFacts(batch, "a\"b.py", 10, "1");
            TestRuns.addFacts(batch, longPath, 2, "1");
            table.append(0, batch.build());
            TestRuns.commit(run);
        }
        Map<String, Object> stats = Json.readObject(
                (String) actions("test_facts_v1", 0, "add").getFirst().get("stats"));
        assertEquals(12L, stats.get("numRecords"));
        assertEquals(Map.of("path", "a\"b.py", "ordinal", 0L, "kind", "kind0", "value", "1-0"),
                stats.get("minValues"));
        assertEquals(Map.of("path", "x".repeat(63) + "\udbff\udfff", "ordinal", 9L, "kind", "kind2", "value", "1-9"),
                stats.get("maxValues"));
        assertEquals(Map.of("path", 0L, "ordinal", 0L, "kind", 0L, "value", 2L), stats.get("nullCount"));
    }

    /// Batches of other sizes give the same rows in the same files.
    @Test
    void batchSizesDoNotShow() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            files.put("pkg/m" + i + ".py", "v");
        }
        List<List<String>> results = new ArrayList<>();
        for (int batchRows : new int[] {1, 100, 100_000}) {
            try (Store store = Store.openOrCreate(folder.resolve("s" + batchRows), StoreOptions.defaults());
                    RunWriter run = store.beginRun(RunRequest.of("run-1", TestRuns.REPO))) {
                TestRuns.append(run, run.table(TestDatasets.FACTS, 2), files, batchRows);
                results.add(TestRuns.rows(TestRuns.commit(run).snapshot().table("test_facts_v1").orElseThrow()));
            }
        }
        assertEquals(RunWriterTest.expected(files, 2), results.getFirst());
        assertEquals(results.get(0), results.get(1));
        assertEquals(results.get(0), results.get(2));
    }
}
