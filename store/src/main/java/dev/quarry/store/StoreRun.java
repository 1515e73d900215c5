package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.BatchSpool;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.LongColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.store.batch.StructColumn;
import dev.quarry.store.delta.DeltaLog;
import dev.quarry.store.delta.KernelLog;
import dev.quarry.store.delta.LogFile;
import dev.quarry.store.delta.Metadata;
import dev.quarry.store.delta.SchemaJson;
import dev.quarry.store.delta.TableState;
import dev.quarry.store.parquet.BatchPipe;
import dev.quarry.store.parquet.FilePipe;
import dev.quarry.store.parquet.FileStatistics;
import dev.quarry.store.parquet.ParquetEngine;
import dev.quarry.store.parquet.Sql;
import dev.quarry.store.parquet.StatementPipe;
import dev.quarry.store.parquet.write.ParquetWriters;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A run that writes: opens the tables, collects what they change, and commits them in the order that makes the run
/// visible as a whole or not at all.
final class StoreRun implements RunWriter {
    private enum Phase {
        WRITING, TABLES_COMMITTED, COMPLETE, ABORTED
    }

    private static final int COMMITS_PER_CHECKPOINT = 50;
    /// Flushing a row group under load takes about a second, and nothing interrupts it.
    private static final long LONGEST_STOP_SECONDS = 5;
    private static final long CANCEL_INTERVAL_MILLIS = 20;

    /// Work with a statement of its own.
    @FunctionalInterface
    interface Work<T> {
        T run(Statement statement) throws SQLException;
    }

    private final Store store;
    private final RunRequest request;
    private final StoreLock lock;
    private final StoreState base;
    private final WrittenFiles written = new WrittenFiles();
    private final Map<String, BucketedTable> tables = new LinkedHashMap<>();
    private final Map<String, RunTable> runTables = new LinkedHashMap<>();
    private final Set<Statement> running = new HashSet<>();
    /// Files that are written without a pipe.
    private int writing;
    private final List<BatchPipe<?>> pipes = new ArrayList<>();
    private final Map<String, StoreState.Table> committed;
    private final List<TableCommit> commits = new ArrayList<>();
    /// Starts when rows of the base version are to be merged with new ones.
    private final FutureTask<ParquetEngine> engine;
    private boolean merging;
    private final BatchSpool spool;
    private final ParquetWriters writers = new ParquetWriters();
    private int orderBuckets;
    private boolean orderFixed;
    private Phase phase = Phase.WRITING;
    private boolean ended;

    StoreRun(Store store, RunRequest request, StoreLock lock, StoreState base) {
        this.store = store;
        this.request = request;
        this.lock = lock;
        this.base = base;
        this.committed = new TreeMap<>(base.tables());
        StoreOptions options = store.options();
        this.engine = new FutureTask<>(() -> new ParquetEngine(store.temporaryFolder(), options.memoryBytes(),
                options.rowGroupBytes()));
        this.spool = new BatchSpool(store.temporaryFolder());
    }

    @Override
    public String runId() {
        return request.runId();
    }

    @Override
    public Snapshot base() {
        return base.snapshot(store.folder());
    }

    @Override
    public String repoKey() {
        return request.repoKey();
    }

    Path folder(Dataset dataset) {
        return store.folder().resolve(dataset.name());
    }

    WrittenFiles written() {
        return written;
    }

    @Override
    public synchronized TableWriter table(Dataset dataset, int buckets) {
        checkOpen();
        if (dataset.role() == Dataset.Role.RUN) {
            throw new IllegalArgumentException(dataset.name() + " is a table about runs: use appendTable");
        }
        if (buckets < 1 || Integer.bitCount(buckets) != 1 || buckets > 1 && !BucketedTable.hasPath(dataset)) {
            throw new IllegalArgumentException(dataset.name() + " can't have " + buckets + " buckets");
        }
        if (orderFixed && buckets > orderBuckets) {
            throw new IllegalStateException("the order of rows is fixed to " + orderBuckets + " buckets already");
        }
        if (tables.containsKey(dataset.name())) {
            throw new IllegalStateException(dataset.name() + " is open already");
        }
        orderBuckets = Math.max(orderBuckets, buckets);
        BucketedTable table = new BucketedTable(this, dataset, buckets, base.tables().get(dataset.name()));
        tables.put(dataset.name(), table);
        return table;
    }

    @Override
    public synchronized RowAppender appendTable(Dataset dataset) {
        checkOpen();
        if (dataset.role() != Dataset.Role.RUN || dataset.name().equals(StateReader.RUNS)) {
            throw new IllegalArgumentException(dataset.name() + " is not a table to append to");
        }
        return runTables.computeIfAbsent(dataset.name(), name -> new RunTable(this, dataset));
    }

    @Override
    public synchronized int orderBuckets() {
        orderFixed = true;
        return Math.max(1, orderBuckets);
    }

    synchronized void checkOpen() {
        if (phase == Phase.ABORTED) {
            throw StoreErrors.aborted(store.folder());
        }
        if (phase == Phase.COMPLETE) {
            throw new IllegalStateException("run " + runId() + " is complete");
        }
    }

    /// Closes the batch if the run takes no more rows.
    synchronized void checkOpen(ColumnBatch batch) {
        try {
            checkOpen();
        } catch (RuntimeException e) {
            batch.close();
            throw e;
        }
    }

    /// The writer database.
    ParquetEngine engine() throws SQLException {
        synchronized (this) {
            checkOpen();
        }
        engine.run();
        try {
            return engine.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /// Starts the writer database, which takes some tenths of a second, beside whatever the caller does next.
    void expectMerge() {
        synchronized (this) {
            if (merging) {
                return;
            }
            merging = true;
        }
        Thread.ofPlatform().name("quarry-engine").daemon(true).start(engine);
    }

    /// Where rows wait that are not in their final order.
    BatchSpool spool() {
        return spool;
    }

    ParquetWriters writers() {
        return writers;
    }

    /// Starts to write a file from batches.
    BatchPipe<FileStatistics> write(Dataset dataset, Path file) {
        return start(() -> FilePipe.start(writers, dataset, file));
    }

    /// Starts to fill a table of the writer database, which is named after the dataset, with batches.
    BatchPipe<Void> stage(Dataset dataset) throws SQLException {
        ParquetEngine writer = engine();
        return start(() -> StatementPipe.start(writer, BatchBuilder.typeOf(dataset), dataset.name(),
                (statement, view) -> {
                    statement.execute("CREATE TABLE " + Sql.name(dataset.name()) + " AS FROM " + view);
                    return null;
                }));
    }

    /// Starts a pipe, unless the run has ended; [#abort] then stops it.
    private synchronized <T> BatchPipe<T> start(Supplier<BatchPipe<T>> starter) {
        checkOpen();
        pipes.removeIf(BatchPipe::hasEnded);
        BatchPipe<T> pipe = starter.get();
        pipes.add(pipe);
        return pipe;
    }

    /// Work that writes a file and looks at [#checkOpen] now and then.
    @FunctionalInterface
    interface FileWork<T> {
        T run() throws IOException;
    }

    /// Runs work whose end [#abort] waits for.
    <T> T writing(FileWork<T> work) throws IOException {
        synchronized (this) {
            checkOpen();
            writing++;
        }
        try {
            return work.run();
        } finally {
            synchronized (this) {
                writing--;
                notifyAll();
            }
        }
    }

    /// Runs work that [#abort] can cancel.
    <T> T query(Work<T> work) throws SQLException {
        try (Connection connection = engine().connect(); Statement statement = connection.createStatement()) {
            synchronized (this) {
                checkOpen();
                running.add(statement);
            }
            try {
                return work.run(statement);
            } finally {
                synchronized (this) {
                    running.remove(statement);
                    notifyAll();
                }
            }
        }
    }

    @Override
    public List<TableCommit> commitTables() {
        synchronized (this) {
            checkOpen();
            if (phase == Phase.TABLES_COMMITTED) {
                return List.copyOf(commits);
            }
        }
        List<TableChange> changes = finishTables();
        for (TableChange change : changes) {
            commits.add(commit(change));
        }
        synchronized (this) {
            checkOpen();
            phase = Phase.TABLES_COMMITTED;
        }
        return List.copyOf(commits);
    }

    /// Merges run side by side: each is one thread's work.
    private List<TableChange> finishTables() {
        List<TableChange> changes = new ArrayList<>();
        List<BucketedTable> busy = new ArrayList<>();
        for (BucketedTable table : tables.values()) {
            if (table.isIdle()) {
                changes.add(table.finish());
            } else {
                busy.add(table);
            }
        }
        if (busy.isEmpty()) {
            return changes;
        }
        // The largest come first, so that no thread is left alone with one of them.
        busy.sort(Comparator.comparingLong(BucketedTable::spooledRows).reversed());
        int threads = Math.min(busy.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().name("quarry-merge-", 1).daemon(true).factory())) {
            List<Future<TableChange>> futures = busy.stream().map(table -> executor.submit(table::finish)).toList();
            try {
                for (Future<TableChange> future : futures) {
                    changes.add(future.get());
                }
            } catch (ExecutionException e) {
                executor.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure ? failure
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                throw interrupted();
            }
            return changes;
        }
    }

    private TableCommit commit(TableChange change) {
        Dataset dataset = change.dataset();
        StoreState.Table pinned = base.tables().get(dataset.name());
        BucketedTable table = tables.get(dataset.name());
        if (pinned != null && change.isEmpty() && pinned.state().metadata().schema().equals(SchemaJson.of(dataset))) {
            return new TableCommit(dataset, change.folder(), false, pinned.state().version(), table.rows(), 0, 0,
                    rows(pinned.state()));
        }
        Map<String, LogFile> files = change.applyTo(pinned == null ? Map.of() : pinned.state().files());
        Map<String, Integer> buckets = new TreeMap<>(pinned == null ? Map.of() : pinned.state().metadata().buckets());
        buckets.put(repoKey(), change.buckets());
        TableState state = commit(dataset, pinned == null ? null : pinned.state(), files, buckets,
                change.statistics(), change.changeFiles(), change.paths());
        synchronized (this) {
            committed.put(dataset.name(), new StoreState.Table(state, true, SchemaJson.fingerprint(dataset), null));
        }
        return new TableCommit(dataset, change.folder(), true, state.version(), table.rows(), change.writtenBytes(),
                change.added().size(), rows(state));
    }

    private static long rows(TableState state) {
        return state.files().values().stream().mapToLong(LogFile::rows).sum();
    }

    /// Commits the difference between the table's head and the files that it is to have.
    ///
    /// The head is usually the base version. After a crash it may lie behind it: the commit then also takes back what
    /// the run that crashed did, without change files, which describe a step from the base.
    private TableState commit(Dataset dataset, TableState pinned, Map<String, LogFile> files,
            Map<String, Integer> buckets, Map<String, String> statistics, List<NewFile> changeFiles,
            List<Path> paths) {
        DeltaLog log = new DeltaLog(folder(dataset));
        long headVersion = log.headVersion();
        TableState head = headVersion < 0 ? null
                : log.read(pinned != null && pinned.version() <= headVersion ? pinned : null, headVersion);
        boolean onBase = pinned == null ? head == null : pinned.version() == headVersion;
        Map<LogFile, String> add = new LinkedHashMap<>();
        List<LogFile> remove = new ArrayList<>();
        files.forEach((path, file) -> {
            if (head == null || !head.files().containsKey(path)) {
                add.put(file, statistics.get(path));
            }
        });
        if (head != null) {
            head.files().forEach((path, file) -> {
                if (!files.containsKey(path)) {
                    remove.add(file);
                }
            });
        }
        Metadata metadata = metadata(dataset, head == null ? null : head.metadata(), buckets);
        boolean sameMetadata = head != null && metadata.equals(head.metadata());
        List<LogFile> changes = onBase ? changeFiles.stream().map(NewFile::entry).toList() : List.of();
        synchronized (this) {
            checkOpen();
            log.commit(headVersion + 1, new DeltaLog.Commit(sameMetadata ? null : metadata, add, remove, changes, "WRITE",
                    runId(), base.runsVersion() + 1), store.temporaryFolder());
            written.keep(paths);
        }
        return new TableState(headVersion + 1, metadata, new TreeMap<>(files));
    }

    private Metadata metadata(Dataset dataset, Metadata before, Map<String, Integer> buckets) {
        Map<String, String> configuration = new TreeMap<>();
        if (before != null) {
            before.configuration().forEach((name, value) -> {
                if (!name.startsWith(Metadata.BUCKETS)) {
                    configuration.put(name, value);
                }
            });
        } else {
            String retention = "interval " + store.options().retentionDays() + " days";
            configuration.put("delta.enableChangeDataFeed", "true");
            configuration.put("delta.enableInCommitTimestamps", "true");
            configuration.put("delta.logRetentionDuration", retention);
            configuration.put("delta.deletedFileRetentionDuration", retention);
            if (dataset.role() == Dataset.Role.RUN) {
                configuration.put("delta.appendOnly", "true");
            }
        }
        configuration.put(Metadata.FORMAT_VERSION, Long.toString(StateCache.FORMAT_VERSION));
        buckets.forEach((key, count) -> configuration.put(Metadata.BUCKETS + key, Integer.toString(count)));
        return new Metadata(before == null ? UUID.randomUUID().toString() : before.id(), dataset.name(),
                SchemaJson.of(dataset), dataset.partition(), configuration,
                before == null ? System.currentTimeMillis() : before.createdTime());
    }

    @Override
    public RunCommit commit(Dataset runs, RunRow row) {
        List<TableCommit> tableCommits = commitTables();
        runTables.values().forEach(RunTable::end);
        runTables.values().forEach(this::commitRunTable);
        RunTable runsTable = new RunTable(this, runs);
        runsTable.append(runsRow(runs, row, tableCommits));
        commitRunTable(runsTable);
        StoreState state;
        synchronized (this) {
            phase = Phase.COMPLETE;
            state = new StoreState(runId(), committed.get(StateReader.RUNS).state().version(), committed);
        }
        store.completed(state);
        try {
            writeCheckpoints(tableCommits);
        } catch (StoreException e) {
            // Checkpoints only shorten what readers replay: the run is complete without them.
        } finally {
            end();
        }
        return new RunCommit(state.snapshot(store.folder()), tableCommits);
    }

    /// Readers start from a checkpoint instead of from a table's first commit.
    private void writeCheckpoints(List<TableCommit> tableCommits) {
        for (TableCommit commit : tableCommits) {
            if (commit.changed() && commit.version() > 0 && commit.version() % COMMITS_PER_CHECKPOINT == 0) {
                new KernelLog(commit.folder()).checkpoint(commit.version());
            }
        }
        for (String dataset : runTables.keySet()) {
            StoreState.Table table = committed.get(dataset);
            if (table != null && table.state().version() > 0 && table.state().version() % COMMITS_PER_CHECKPOINT == 0) {
                new KernelLog(store.folder().resolve(dataset)).checkpoint(table.state().version());
            }
        }
    }

    private void commitRunTable(RunTable table) {
        Dataset dataset = table.dataset();
        DeltaLog log = new DeltaLog(folder(dataset));
        StoreState.Table known = base.tables().get(dataset.name());
        long headVersion = log.headVersion();
        TableState head = headVersion < 0 ? null : log.read(known == null ? null : known.state(), headVersion);
        Map<String, LogFile> files = new TreeMap<>(head == null ? Map.of() : head.files());
        NewFile added = table.finish().orElse(null);
        if (added == null && head != null) {
            return;
        }
        if (added != null) {
            files.put(added.entry().path(), added.entry());
        }
        TableState state = commit(dataset, head, files, Map.of(),
                added == null ? Map.of() : Map.of(added.entry().path(), added.statistics()), List.of(),
                added == null ? List.of() : List.of(added.path()));
        synchronized (this) {
            committed.put(dataset.name(), new StoreState.Table(state, false, null, null));
        }
    }

    private ColumnBatch runsRow(Dataset runs, RunRow row, List<TableCommit> tableCommits) {
        Map<String, TableCommit> changed = new LinkedHashMap<>();
        tableCommits.forEach(commit -> changed.put(commit.dataset().name(), commit));
        BatchBuilder batch = new BatchBuilder(runs);
        row.fill(batch, tableCommits);
        ListColumn pins = batch.list("datasets");
        StructColumn pin = pins.structs();
        synchronized (this) {
            committed.replaceAll((dataset, table) -> {
                TableCommit commit = changed.get(dataset);
                if (commit != null && table.pinned()) {
                    return new StoreState.Table(table.state(), true, SchemaJson.fingerprint(commit.dataset()),
                            row.extractorHash(commit.dataset()));
                }
                return table;
            });
            committed.forEach((dataset, table) -> {
                if (table.pinned()) {
                    pin.field("dataset", StringColumn.class).add(dataset);
                    pin.field("path", StringColumn.class).add(dataset);
                    pin.field("delta_version", LongColumn.class).add(table.state().version());
                    pin.field("rows", LongColumn.class).add(rows(table.state()));
                    pin.field("changed", BoolColumn.class).add(changed.containsKey(dataset) && changed.get(dataset).changed());
                    pin.field("schema_fingerprint", StringColumn.class).add(table.schemaFingerprint());
                    pin.field("extractor_hash", StringColumn.class).add(table.extractorHash());
                    pin.endStruct();
                }
            });
        }
        pins.endList();
        return batch.build();
    }

    /// An error while writing; the run's own if it was stopped.
    StoreException failed(Path place, Exception cause) {
        synchronized (this) {
            return phase == Phase.ABORTED ? StoreErrors.aborted(store.folder()) : StoreErrors.cannotWrite(place, cause);
        }
    }

    StoreException interrupted() {
        Thread.currentThread().interrupt();
        return StoreErrors.aborted(store.folder());
    }

    @Override
    public void abort() {
        synchronized (this) {
            if (phase == Phase.COMPLETE || phase == Phase.ABORTED) {
                return;
            }
            phase = Phase.ABORTED;
        }
        boolean interrupted = Thread.interrupted();
        try {
            stopStatements();
            written.deleteAll(store.folder());
        } catch (InterruptedException e) {
            // The files that stay are named by no log.
            interrupted = true;
        } catch (IOException e) {
            throw StoreErrors.cannotWrite(store.folder(), e);
        } finally {
            end();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Stops everything that runs in the writer database. What does not stop in time is abandoned: its files are
    /// deleted like all others, and what it may still write is named by no log.
    private void stopStatements() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_STOP_SECONDS);
        List<BatchPipe<?>> stopping;
        synchronized (this) {
            stopping = List.copyOf(pipes);
        }
        stopping.forEach(BatchPipe::cancel);
        synchronized (this) {
            while ((!running.isEmpty() || writing > 0) && deadline - System.nanoTime() > 0) {
                for (Statement statement : running) {
                    try {
                        statement.cancel();
                    } catch (SQLException e) {
                        // It ended in the meantime, which is what was wanted.
                    }
                }
                wait(CANCEL_INTERVAL_MILLIS);
            }
        }
        for (BatchPipe<?> pipe : stopping) {
            pipe.awaitCancelled(deadline - System.nanoTime());
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            try {
                writers.close();
                spool.close();
                closeEngine();
            } finally {
                lock.close();
            }
        } catch (SQLException | IOException e) {
            throw StoreErrors.cannotWrite(store.folder(), e);
        }
    }

    private void closeEngine() throws SQLException {
        // One that was never wanted is not started any more.
        engine.cancel(false);
        boolean interrupted = Thread.interrupted();
        try {
            if (!engine.isCancelled()) {
                engine.get().close();
            }
        } catch (ExecutionException e) {
            // It never started, which whoever wanted to use it was told.
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        abort();
    }
}
