package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is given up at any moment ends within seconds and leaves nothing behind.
class AbortStressTest {
    private static final int ROUNDS = 60;
    private static final int BUCKETS = 4;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /// Pipes that have everything they were given wait for more, inside the database.
    @Test
    void withEmptyQueues() {
        Random random = new Random(1);
        assertTimeoutPreemptively(LONGEST.multipliedBy(2), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
                    RunWriter run = store.beginRun(RunRequest.of("run-" + round, TestRuns.REPO));
                    TableWriter streamed = run.table(TestDatasets.FACTS, BUCKETS);
                    TableWriter staged = run.table(TestDatasets.OTHER_FACTS, 1);
                    append(streamed, 0, 1 + random.nextInt(50));
                    append(staged, 0, 1 + random.nextInt(50));
                    pause(random.nextInt(30));
                    run.close();
                }
            }
        });
        assertNoFiles();
    }

    /// Producers write as fast as they can and so wait for room in the queues when the run ends under them.
    @Test
    void withFullQueues() {
        Random random = new Random(2);
        assertTimeoutPreemptively(LONGEST.multipliedBy(6), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                try (Store store = Store.openOrCreate(folder, StoreOptions.defaults().withRowGroupBytes(1 << 18))) {
                    RunWriter run = store.beginRun(RunRequest.of("run-" + round, TestRuns.REPO));
                    List<TableWriter> tables = List.of(run.table(TestDatasets.FACTS, BUCKETS),
                            run.table(TestDatasets.OTHER_FACTS, 1));
                    abortWhileWriting(run, tables, random.nextInt(120));
                }
            }
        });
        assertNoFiles();
    }

    private static void abortWhileWriting(RunWriter run, List<TableWriter> tables, int millis) throws Exception {
        CountDownLatch started = new CountDownLatch(tables.size());
        AtomicReference<Throwable> surprise = new AtomicReference<>();
        List<Thread> producers = tables.stream().map(table -> Thread.ofPlatform().daemon(true).start(() -> {
            started.countDown();
            try {
                assertThrows(StoreException.class, () -> {
                    for (int bucket = 0;; bucket = Math.min(bucket + 1, BUCKETS - 1)) {
                        for (int batch = 0; batch < 8; batch++) {
                            append(table, bucket, 20_000);
                        }
                    }
                });
            } catch (Throwable e) {
                surprise.set(e);
            }
        })).toList();
        started.await();
        pause(millis);
        long start = System.nanoTime();
        run.close();
        assertFalse(System.nanoTime() - start > LONGEST.toNanos(), "the abort took too long");
        for (Thread producer : producers) {
            producer.join(LONGEST.toMillis());
            assertFalse(producer.isAlive(), "a producer hangs");
        }
        if (surprise.get() != null) {
            throw new AssertionError("a producer failed otherwise than by the abort", surprise.get());
        }
    }

    private static void append(TableWriter table, int bucket, int rows) {
        Dataset dataset = table.dataset();
        BatchBuilder batch = new BatchBuilder(dataset);
        TestRuns.addFacts(batch, "pkg/a.py", rows, "version");
        table.append(bucket, batch.build());
    }

    private static void pause(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    private void assertNoFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".parquet")).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
