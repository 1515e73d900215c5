package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stores that somebody else made or damaged, and folders that can't be written.
class UntrustedStoreTest {
    @TempDir
    Path folder;

    private void makeStore() {
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults());
                RunWriter run = store.beginRun(RunRequest.of("run-1", TestRuns.REPO))) {
            TestRuns.append(run, run.table(TestDatasets.FACTS, 1), Map.of("a.py", "1"), 10);
            TestRuns.commit(run);
        }
    }

    private Path cache() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("_quarry/runs"))) {
            return files.toList().getFirst();
        }
    }

    private Path log(String dataset) {
        return folder.resolve(dataset).resolve("_delta_log").resolve("00000000000000000000.json");
    }

    private String pathInLog() throws IOException {
        String text = Files.readString(log("test_facts_v1"));
        int start = text.indexOf("repo_key=");
        return text.substring(start, text.indexOf('"', start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../runs_v1/part-run-1.parquet", "a/../../x.parquet", "file:/etc/passwd",
        "s3://bucket/x.parquet", "%2e%2e/x.parquet", "a//b.parquet", "..%2Fx.parquet", "./x.parquet", ""})
    void aFileOutsideOfTheTableIsRefused(String path) throws IOException {
        makeStore();
        String inside = pathInLog();
        Files.writeString(log("test_facts_v1"),
                Files.readString(log("test_facts_v1")).replace('"' + inside + '"', '"' + path + '"'));
        Files.delete(cache());
        StoreException refused = assertThrows(StoreException.class,
                () -> Store.open(folder, StoreOptions.defaults()));
        assertTrue(refused.problem().startsWith("the table's log names a file outside of the table"),
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../runs_v1/part-run-1.parquet"})
    void theCacheIsNotTrustedEither(String path) throws IOException {
        makeStore();
        Files.writeString(cache(), Files.readString(cache()).replace(pathInLog(), path));
        assertThrows(StoreException.class, () -> Store.open(folder, StoreOptions.defaults()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/bucket=0", "/bucket=0/part-run-1.parquet"})
    void aLinkOutOfTheTableIsRefused(String below) throws IOException {
        makeStore();
        String inside = pathInLog();
        Path link = folder.resolve("test_facts_v1").resolve(inside.substring(0, inside.indexOf('/')) + below);
        Path moved = folder.resolve("elsewhere");
        Files.move(link, moved);
        Files.createSymbolicLink(link, moved);
        assertThrows(StoreException.class, () -> Store.open(folder, StoreOptions.defaults()));
        Files.delete(cache());
        assertThrows(StoreException.class, () -> Store.open(folder, StoreOptions.defaults()));
    }

    @Test
    void aLogThatIsALinkIsRefused() throws IOException {
        makeStore();
        Path log = folder.resolve("runs_v1/_delta_log");
        Files.move(log, folder.resolve("elsewhere"));
        Files.createSymbolicLink(log, folder.resolve("elsewhere"));
        assertThrows(StoreException.class, () -> Store.open(folder, StoreOptions.defaults()));
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        makeStore();
        String cached = Files.readString(cache());
        Files.writeString(cache(), cached.replace("{\"formatVersion\":1", "{\"formatVersion\":2"));
        StoreException fromCache = assertThrows(StoreException.class,
                () -> Store.open(folder, StoreOptions.defaults()));
        assertEquals("a newer Quarry wrote this store (format 2, this one knows 1)", fromCache.problem());
        assertEquals("update Quarry, or use another store", fromCache.remedy());
        Files.delete(cache());
        Files.writeString(log("runs_v1"), Files.readString(log("runs_v1"))
                .replace("\"quarry.formatVersion\":\"1\"", "\"quarry.formatVersion\":\"2\""));
        assertThrows(StoreException.class, () -> Store.open(folder, StoreOptions.defaults()));
    }

    @Test
    void aTableWithUnknownFeaturesIsRefused() throws IOException {
        makeStore();
        Files.delete(cache());
        Files.writeString(log("test_facts_v1"), Files.readString(log("test_facts_v1"))
                .replace("\"changeDataFeed\"", "\"columnMapping\""));
        StoreException refused = assertThrows(StoreException.class,
                () -> Store.open(folder, StoreOptions.defaults()));
        assertTrue(refused.problem().contains("table feature columnMapping"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"add\":", "not json", "{\"add\":{\"path\":7}}", "[]"})
    void aDamagedLogIsNamed(String line) throws IOException {
        makeStore();
        Files.delete(cache());
        Files.writeString(log("test_facts_v1"), line + "\n");
        StoreException damaged = assertThrows(StoreException.class,
                () -> Store.open(folder, StoreOptions.defaults()));
        assertTrue(damaged.place().endsWith("00000000000000000000.json"), damaged.place());
    }

    @Test
    void noStoreIsSaidPlainly() {
        StoreException missing = assertThrows(StoreException.class,
                () -> Store.open(folder.resolve("none"), StoreOptions.defaults()));
        assertEquals("there is no store here", missing.problem());
    }

    @Test
    void aNewStoreInARepositoryHidesItself() throws IOException {
        Store.openOrCreate(folder.resolve("plain"), StoreOptions.defaults()).close();
        assertTrue(Files.notExists(folder.resolve("plain/.gitignore")));
        Store.openOrCreate(folder.resolve("hidden"), StoreOptions.defaults().withHideFromGit(true)).close();
        assertEquals(List.of("*"), Files.readAllLines(folder.resolve("hidden/.gitignore")));
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        makeStore();
        Path table = folder.resolve("test_facts_v1");
        Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            Assumptions.assumeFalse(Files.isWritable(table), "this user may write anywhere");
            try (RunWriter run = store.beginRun(RunRequest.of("run-2", "another/repository"))) {
                TableWriter facts = run.table(TestDatasets.FACTS, 1);
                StoreException refused = assertThrows(StoreException.class, () -> {
                    TestRuns.append(run, facts, Map.of("a.py", "2"), 10);
                    TestRuns.commit(run);
                });
                assertEquals("make the folder writable, or put the store elsewhere", refused.remedy());
            }
            assertEquals("run-1", store.snapshot().runId());
        } finally {
            Files.setPosixFilePermissions(table, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// A folder stands where a table's file is to be: DuckDB's own error becomes one with place and remedy.
    @Test
    void aFileThatCannotBeWritten() throws IOException {
        makeStore();
        Path file = folder.resolve("test_facts_v1").resolve(pathInLog().replace("run-1", "run-2"));
        Files.createDirectories(file.resolve("occupied"));
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            try (RunWriter run = store.beginRun(RunRequest.of("run-2", TestRuns.REPO))) {
                TableWriter facts = run.table(TestDatasets.FACTS, 1);
                TestRuns.append(run, facts, Map.of("z.py", "2"), 10);
                StoreException refused = assertThrows(StoreException.class, () -> TestRuns.commit(run));
                assertTrue(refused.place().endsWith("test_facts_v1"), refused.getMessage());
                assertTrue(refused.problem().startsWith("can't be written ("), refused.getMessage());
                Files.delete(file.resolve("occupied"));
            }
            assertEquals("run-1", store.snapshot().runId());
        }
    }
}
