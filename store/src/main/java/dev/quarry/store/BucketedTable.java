package dev.quarry.store;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.delta.LogFile;
import dev.quarry.store.parquet.BatchPipe;
import dev.quarry.store.parquet.FileStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes a repository's part of a partitioned table.
///
/// Rows whose bucket keeps nothing of the base version and that arrive in the bucket's final order stream straight to
/// the bucket's file. All others are spooled; when the run commits they are merged with one another or with what
/// survives.
final class BucketedTable implements TableWriter {
    private final StoreRun run;
    private final Dataset dataset;
    private final Path folder;
    private final int buckets;
    private final boolean hasPath;
    /// The repository's files in the base version, by bucket (of the base version's bucket count).
    private final SortedMap<Integer, List<LogFile>> baseFiles = new TreeMap<>();
    private final boolean rebucketed;
    private final SortedSet<String> replaced = new TreeSet<>();
    private boolean replacesAll;
    private int lastOrderBucket = -1;
    private long rows;

    private BatchPipe<FileStatistics> stream;
    private int streamBucket = -1;
    private Path streamFile;
    private final List<PendingFile> streamed = new ArrayList<>();
    private final SpooledRows spooled;
    private long spooledRows;

    /// A file that a stream writes or wrote.
    private record PendingFile(int bucket, Path path, FileStatistics statistics) {}

    BucketedTable(StoreRun run, Dataset dataset, int buckets, StoreState.Table base) {
        this.run = run;
        this.dataset = dataset;
        this.folder = run.folder(dataset);
        this.buckets = buckets;
        this.hasPath = hasPath(dataset);
        this.spooled = new SpooledRows(run, dataset.pathColumn());
        Integer baseBuckets = base == null ? null : base.state().metadata().buckets().get(run.repoKey());
        this.rebucketed = baseBuckets != null && baseBuckets != buckets;
        if (base != null) {
            for (LogFile file : base.state().files().values()) {
                if (run.repoKey().equals(file.repoKey())) {
                    baseFiles.computeIfAbsent(file.bucket(), key -> new ArrayList<>()).add(file);
                }
            }
        }
    }

    static boolean hasPath(Dataset dataset) {
        return dataset.pathColumn() != null;
    }

    @Override
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public int buckets() {
        return buckets;
    }

    @Override
    public void replace(String path) {
        if (!hasPath) {
            throw new IllegalStateException(dataset.name() + " has no paths: replaceAll is the only way");
        }
        replaced.add(path);
        run.expectMerge();
    }

    @Override
    public void replaceAll() {
        if (rows > 0) {
            throw new IllegalStateException("rows were appended to " + dataset.name() + " before replaceAll");
        }
        replacesAll = true;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void append(int orderBucket, ColumnBatch batch) {
        run.checkOpen(batch);
        if (!batch.dataset().name().equals(dataset.name()) || orderBucket < lastOrderBucket
                || orderBucket >= run.orderBuckets()) {
            batch.close();
            throw new IllegalArgumentException("batch of " + batch.dataset().name() + " for order bucket " + orderBucket
                    + " came to " + dataset.name() + " after " + lastOrderBucket + " of " + run.orderBuckets());
        }
        lastOrderBucket = orderBucket;
        if (batch.rows() == 0) {
            batch.close();
            return;
        }
        int bucket = orderBucket & buckets - 1;
        rows += batch.rows();
        try {
            if (streams(bucket)) {
                stream(bucket, batch);
            } else {
                spooledRows += batch.rows();
                spooled.add(bucket, orderBucket, batch);
            }
        } catch (IOException e) {
            throw run.failed(folder, e);
        } catch (InterruptedException e) {
            throw run.interrupted();
        }
    }

    private boolean streams(int bucket) {
        boolean inFinalOrder = !hasPath || buckets == run.orderBuckets();
        boolean keepsNothing = replacesAll || !rebucketed && !baseFiles.containsKey(bucket);
        if (!hasPath && !keepsNothing) {
            throw new IllegalStateException("rows of " + dataset.name() + " can only be replaced as a whole");
        }
        return inFinalOrder && keepsNothing;
    }

    private void stream(int bucket, ColumnBatch batch) throws IOException, InterruptedException {
        if (bucket != streamBucket) {
            endStream();
            try {
                streamFile = run.written().begin(partitionFolder(bucket).resolve("part-" + run.runId() + ".parquet"));
                stream = run.write(dataset, streamFile);
                streamBucket = bucket;
            } catch (IOException | RuntimeException e) {
                batch.close();
                throw e;
            }
        }
        stream.put(batch);
    }

    private void endStream() throws IOException, InterruptedException {
        if (stream != null) {
            FileStatistics statistics = stream.finish();
            streamed.add(new PendingFile(streamBucket, streamFile, statistics));
            stream = null;
        }
    }

    private Path partitionFolder(int bucket) {
        return folder.resolve("repo_key=" + run.repoKey()).resolve("bucket=" + bucket);
    }

    private Map<String, String> partition(int bucket) {
        return Map.of("repo_key", run.repoKey(), "bucket", Integer.toString(bucket));
    }

    /// Rows that wait for [#finish].
    long spooledRows() {
        return spooledRows;
    }

    /// Whether nothing was asked of the table.
    boolean isIdle() {
        return rows == 0 && replaced.isEmpty() && !replacesAll && !rebucketed;
    }

    /// Waits for the streams and merges the staged rows with what survives.
    TableChange finish() {
        try {
            endStream();
            TableChange change = new TableChange(dataset, folder, buckets, rebucketed);
            List<String> columns = dataset.storedColumns().stream().map(Column::name).toList();
            StagedRows staged = new StagedRows();
            BucketMerge merge = new BucketMerge(run, folder, dataset, columns, staged, this::newFile);
            for (PendingFile pending : streamed) {
                add(pending.bucket(), pending.path(), pending.statistics(), change, merge);
            }
            if (replacesAll) {
                baseFiles.values().forEach(files -> files.forEach(change::remove));
            }
            if (rebucketed && !replacesAll) {
                stage(spooled.buckets(), staged);
                merge.rebucket(change, buckets, baseFiles, replaced);
            } else {
                mergeTouched(change, merge, staged);
            }
            run.writers().release(dataset);
            return change;
        } catch (SQLException | IOException e) {
            throw run.failed(folder, e);
        } catch (InterruptedException e) {
            throw run.interrupted();
        }
    }

    private void mergeTouched(TableChange change, BucketMerge merge, StagedRows staged)
            throws SQLException, IOException, InterruptedException {
        SortedMap<Integer, List<String>> replacedByBucket = new TreeMap<>();
        SortedSet<Integer> merged = new TreeSet<>();
        if (!replacesAll) {
            for (String path : replaced) {
                int bucket = StableId.bucket(path, buckets);
                if (baseFiles.containsKey(bucket)) {
                    replacedByBucket.computeIfAbsent(bucket, key -> new ArrayList<>()).add(path);
                }
            }
        }
        for (int bucket : spooled.buckets()) {
            if (!replacesAll && baseFiles.containsKey(bucket)) {
                merged.add(bucket);
            } else {
                run.writing(() -> {
                    BucketMerge.Target target = newFile(bucket, false);
                    add(bucket, target.file(), spooled.write(bucket, target), change, merge);
                    return null;
                });
            }
        }
        stage(merged, staged);
        merged.addAll(replacedByBucket.keySet());
        for (int bucket : merged) {
            merge.bucket(change, bucket, baseFiles.get(bucket), replacedByBucket.getOrDefault(bucket, List.of()));
        }
        merge.writeChanges(change);
    }

    /// Adds a file that holds new rows alone.
    private void add(int bucket, Path path, FileStatistics statistics, TableChange change, BucketMerge merge) {
        NewFile file = NewFile.of(dataset, folder, path, partition(bucket), statistics);
        change.add(file);
        merge.streamed(file);
    }

    /// Moves the spooled rows of buckets to a table of the writer database, which merges them with others.
    private void stage(Iterable<Integer> merged, StagedRows staged)
            throws SQLException, IOException, InterruptedException {
        BatchPipe<Void> pipe = null;
        for (int bucket : merged) {
            if (pipe == null) {
                pipe = run.stage(dataset);
            }
            BatchPipe<Void> target = pipe;
            spooled.forEach(bucket, batch -> {
                staged.add(bucket, batch.rows());
                target.put(batch);
            });
        }
        if (pipe != null) {
            pipe.finish();
        }
    }

    /// Names a new file of a bucket: of data, or of changes below `_change_data`.
    private BucketMerge.Target newFile(int bucket, boolean ofChanges) throws IOException {
        Path root = ofChanges ? folder.resolve("_change_data") : folder;
        String name = (ofChanges ? "cdc-" : "part-") + run.runId() + ".parquet";
        Path file = root.resolve("repo_key=" + run.repoKey()).resolve("bucket=" + bucket).resolve(name);
        return new BucketMerge.Target(dataset, run.written().begin(file), partition(bucket));
    }
}
