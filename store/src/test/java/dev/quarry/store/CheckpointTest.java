package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.store.delta.DeltaLog;
import dev.quarry.store.delta.KernelLog;
import dev.quarry.store.delta.LogFile;
import dev.quarry.store.delta.Metadata;
import dev.quarry.store.delta.SchemaJson;
import dev.quarry.store.delta.TableState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of the adapter to Delta Kernel, whose internal classes may change with every version.
class CheckpointTest {
    @TempDir
    Path folder;

    /// A log whose first commits were cleaned up is read from its checkpoint, to the same result.
    @Test
    void aLogIsReadFromItsCheckpoint() throws IOException {
        Path table = folder.resolve("test_facts_v1");
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
            for (int number = 0; number < 4; number++) {
                try (RunWriter run = store.beginRun(RunRequest.of("run-" + number, TestRuns.REPO))) {
                    TableWriter facts = run.table(TestDatasets.FACTS, 2);
                    if (number > 0) {
                        facts.replace("a.py");
                    }
                    TestRuns.append(run, facts, Map.of("a.py", "v" + number, "b" + number + ".py", "v"), 10);
                    TestRuns.commit(run);
                }
            }
        }
        TableState replayed = new DeltaLog(table).read(null, 3);
        new KernelLog(table).checkpoint(2);
        Path log = table.resolve("_delta_log");
        assertTrue(Files.exists(log.resolve("_last_checkpoint")));
        for (int version = 0; version < 2; version++) {
            Files.delete(log.resolve(DeltaLog.fileName(version)));
        }
        TableState fromCheckpoint = new DeltaLog(table).read(null, 3);
        assertEquals(replayed.files(), fromCheckpoint.files());
        assertEquals(replayed.metadata().configuration(), fromCheckpoint.metadata().configuration());
        assertEquals(replayed.metadata().id(), fromCheckpoint.metadata().id());
        assertEquals(replayed.metadata().partitionColumns(), fromCheckpoint.metadata().partitionColumns());
        Files.delete(folder.resolve("_quarry/runs").resolve(DeltaLog.fileName(3)));
        try (Store store = Store.open(folder, StoreOptions.defaults())) {
            assertEquals(fromCheckpoint.files().size(),
                    store.snapshot().table("test_facts_v1").orElseThrow().files().size());
        }
    }

    /// Names that need escaping mean the same file to Kernel and to our own reading.
    @Test
    void escapedNamesAgree() {
        Path table = folder.resolve("test_facts_v1");
        DeltaLog log = new DeltaLog(table);
        Metadata metadata = new Metadata("id", "test_facts_v1", SchemaJson.of(TestDatasets.FACTS),
                List.of("repo_key", "bucket"), Map.of("delta.enableInCommitTimestamps", "true"), 1);
        LogFile odd = new LogFile("repo_key=a b/bucket=0/100% é#?.parquet", Map.of("repo_key", "a b", "bucket", "0"), 3, 4);
        log.commit(0, new DeltaLog.Commit(metadata, Map.of(odd, "{\"numRecords\":3}"), List.of(), List.of(), "WRITE", "run-1", 0),
                folder.resolve("tmp"));
        assertEquals(Map.of(odd.path(), odd), log.read(null, 0).files());
        assertEquals(log.read(null, 0).files(), new KernelLog(table).read(0).files());
    }

    /// Two writers of one version: the second is told, and nothing is overwritten.
    @Test
    void aVersionIsWrittenOnce() throws IOException {
        Path table = folder.resolve("test_facts_v1");
        DeltaLog log = new DeltaLog(table);
        Metadata metadata = new Metadata("id", "test_facts_v1", SchemaJson.of(TestDatasets.FACTS),
                List.of("repo_key", "bucket"), Map.of(), 1);
        DeltaLog.Commit commit = new DeltaLog.Commit(metadata, Map.of(), List.of(), List.of(), "WRITE", "run-1", 0);
        log.commit(0, commit, folder.resolve("tmp"));
        String written = Files.readString(table.resolve("_delta_log").resolve(DeltaLog.fileName(0)));
        StoreException conflict = assertThrows(StoreException.class,
                () -> log.commit(0, commit, folder.resolve("tmp")));
        assertEquals("another program committed version 0 at the same time", conflict.problem());
        assertEquals(written, Files.readString(table.resolve("_delta_log").resolve(DeltaLog.fileName(0))));
        assertEquals(0, folder.resolve("tmp").toFile().list().length);
    }
}
