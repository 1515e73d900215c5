package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that end badly leave the store as the last complete run left it.
class CrashTest {
    private static final Map<String, String> FIRST = Map.of("a.py", "1", "b.py", "1", "c.py", "1");

    @TempDir
    Path folder;

    private Store open() {
        return Store.openOrCreate(folder.resolve("store"), StoreOptions.defaults());
    }

    private static void firstRun(Store store) {
        try (RunWriter run = store.beginRun(RunRequest.of("run-1", TestRuns.REPO))) {
            TestRuns.append(run, run.table(TestDatasets.FACTS, 2), FIRST, 10);
            TestRuns.commit(run);
        }
    }

    private static List<String> facts(Store store) {
        return TestRuns.rows(store.snapshot().table("test_facts_v1").orElseThrow());
    }

    private List<Path> filesOfStore() {
        try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A row of `runs_v1` that fails: everything before it was committed.
    private static final class Crash extends RuntimeException implements RunRow {
        private static final long serialVersionUID = 1L;

        @Override
        public void fill(BatchBuilder row, List<TableCommit> tables) {
            throw this;
        }

        @Override
        public String extractorHash(Dataset dataset) {
            return null;
        }
    }

    @Test
    void abortDeletesWhatWasWritten() {
        try (Store store = open()) {
            firstRun(store);
            List<Path> before = filesOfStore();
            RunWriter run = store.beginRun(RunRequest.of("run-2", TestRuns.REPO));
            TableWriter table = run.table(TestDatasets.FACTS, 2);
            TableWriter other = run.table(TestDatasets.OTHER_FACTS, 2);
            table.replace("a.py");
            TestRuns.append(run, table, Map.of("a.py", "2", "z.py", "2"), 10);
            TestRuns.append(run, other, Map.of("a.py", "2", "z.py", "2"), 10);
            run.abort();
            run.close();
            assertEquals(before, filesOfStore());
            BatchBuilder batch = new BatchBuilder(TestDatasets.FACTS);
            TestRuns.addFacts(batch, "q.py", 3, "2");
            StoreException stopped = assertThrows(StoreException.class, () -> table.append(1, batch.build()));
            assertEquals("the run was stopped", stopped.problem());
        }
    }

    /// Ctrl-C: another thread aborts while the run appends, many times at different moments.
    @Test
    void abortFromAnotherThread() throws InterruptedException {
        try (Store store = open()) {
            firstRun(store);
            List<Path> before = filesOfStore();
            for (int delay = 0; delay < 40; delay += 4) {
                RunWriter run = store.beginRun(RunRequest.of("run-x" + delay, TestRuns.REPO));
                TableWriter table = run.table(TestDatasets.OTHER_FACTS, 1);
                TableWriter staged = run.table(TestDatasets.FACTS, 2);
                List<Throwable> failures = new ArrayList<>();
                Thread writer = new Thread(() -> {
                    try {
                        BatchBuilder batch = new BatchBuilder(TestDatasets.OTHER_FACTS);
                        for (int i = 0; i < 500; i++) {
                            TestRuns.addFacts(batch, String.format("f%05d.py", i), 1000, "2");
                            table.append(0, batch.build());
                        }
                        staged.replace("a.py");
                        TestRuns.commit(run);
                    } catch (StoreException e) {
                        // What an append or commit of a stopped run is to say.
                        if (!e.problem().equals("the run was stopped")) {
                            failures.add(e);
                        }
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                });
                writer.start();
                Thread.sleep(delay);
                run.abort();
                writer.join();
                assertEquals(List.of(), failures);
                assertEquals(before, filesOfStore());
                assertEquals("run-1", store.snapshot().runId());
            }
        }
    }

    /// The tables were committed, the run was not: readers see the run before, and the next run builds on it.
    @Test
    void crashBetweenTheCommits() {
        try (Store store = open()) {
            firstRun(store);
            List<String> before = facts(store);
            try (RunWriter run = store.beginRun(RunRequest.of("run-2", TestRuns.REPO))) {
                TableWriter table = run.table(TestDatasets.FACTS, 2);
                TableWriter fresh = run.table(TestDatasets.OTHER_FACTS, 1);
                table.replace("a.py");
                table.replace("b.py");
                TestRuns.append(run, table, Map.of("a.py", "2"), 10);
                TestRuns.append(run, fresh, Map.of("a.py", "2"), 10);
                assertThrows(Crash.class, () -> run.commit(TestDatasets.RUNS, new Crash()));
            }
            assertEquals("run-1", store.snapshot().runId());
            assertEquals(before, facts(store));
            assertFalse(store.snapshot().table("test_other_facts_v1").isPresent());
        }
        try (Store store = open(); RunWriter run = store.beginRun(RunRequest.of("run-3", TestRuns.REPO))) {
            TableWriter table = run.table(TestDatasets.FACTS, 2);
            TableWriter fresh = run.table(TestDatasets.OTHER_FACTS, 1);
            table.replace("c.py");
            TestRuns.append(run, table, Map.of("c.py", "3"), 10);
            TestRuns.append(run, fresh, Map.of("c.py", "3"), 10);
            RunCommit commit = TestRuns.commit(run);
            assertEquals(2, commit.tables().getFirst().version());
            Map<String, String> model = new TreeMap<>(FIRST);
            model.put("c.py", "3");
            assertEquals(RunWriterTest.expected(model, 2), facts(store));
            TableVersion other = store.snapshot().table("test_other_facts_v1").orElseThrow();
            assertEquals(RunWriterTest.expected(Map.of("c.py", "3"), 1), TestRuns.rows(other));
            KernelReading.assertSame(store.snapshot());
        }
    }

    @Test
    void aCacheThatIsGoneOrTornIsRebuilt() throws IOException {
        List<String> before;
        Snapshot snapshot;
        try (Store store = open()) {
            firstRun(store);
            try (RunWriter run = store.beginRun(RunRequest.of("run-2", TestRuns.REPO))) {
                TableWriter table = run.table(TestDatasets.FACTS, 2);
                table.replace("a.py");
                RowAppender events = run.appendTable(TestDatasets.EVENTS);
                BatchBuilder event = new BatchBuilder(TestDatasets.EVENTS);
                event.strings("run_id").add("run-2");
                event.longs("seq").add(1);
                events.append(event.build());
                TestRuns.commit(run);
            }
            before = facts(store);
            snapshot = store.snapshot();
        }
        Path runs = folder.resolve("store/_quarry/runs");
        List<Path> caches;
        try (Stream<Path> files = Files.list(runs)) {
            caches = files.toList();
        }
        assertEquals(2, caches.size());
        for (String content : List.of("", "{", "{\"formatVersion\":1}", "[]", "{\"formatVersion\":1,\"runsVersion\":1,"
                + "\"runId\":\"x\",\"tables\":[{\"dataset\":\"test_facts_v1\",\"files\":[[]]}]}")) {
            for (Path cache : caches) {
                Files.writeString(cache, content);
            }
            try (Store store = open()) {
                assertEquals(snapshot, store.snapshot());
            }
        }
        for (Path cache : caches) {
            Files.delete(cache);
        }
        try (Store store = open()) {
            assertEquals(snapshot, store.snapshot());
            assertEquals(before, facts(store));
            assertEquals(1, store.snapshot().table("test_events_v1").orElseThrow().rows());
        }
    }

    @Test
    void theLockIsTakenByOneAtATime() {
        try (Store store = open(); Store same = open()) {
            RunWriter run = store.beginRun(RunRequest.of("run-1", TestRuns.REPO));
            List<String> messages = new ArrayList<>();
            StoreException locked = assertThrows(StoreException.class, () -> same.beginRun(
                    new RunRequest("run-2", TestRuns.REPO, Duration.ofMillis(120), messages::add)));
            assertTrue(locked.getMessage().contains("run run-1 of process " + ProcessHandle.current().pid()),
                    locked.getMessage());
            assertEquals(1, messages.size());
            run.close();
            same.beginRun(RunRequest.of("run-3", TestRuns.REPO)).close();
        }
    }

    /// Another process holds the lock; when it dies, the lock is free.
    @Test
    void anotherProcessHoldsTheLock() throws IOException, InterruptedException {
        open().close();
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), LockHolder.class.getName(), folder.resolve("store").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (Store store = open()) {
            assertEquals('!', other.getInputStream().read());
            StoreException locked = assertThrows(StoreException.class, () -> store.beginRun(
                    new RunRequest("run-2", TestRuns.REPO, Duration.ofMillis(100), message -> {})));
            assertTrue(locked.getMessage().contains("process " + other.pid()), locked.getMessage());
            other.destroyForcibly().waitFor();
            store.beginRun(RunRequest.of("run-3", TestRuns.REPO)).close();
        } finally {
            other.destroyForcibly();
        }
    }

    /// Takes a store's lock and keeps it until it is killed.
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws InterruptedException {
            Store store = Store.openOrCreate(Path.of(arguments[0]), StoreOptions.defaults());
            RunWriter run = store.beginRun(RunRequest.of("held", TestRuns.REPO));
            System.out.print('!');
            System.out.flush();
            Thread.sleep(60_000);
            run.close();
        }
    }
}
