package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.delta.LogFile;
import dev.quarry.store.parquet.FileStatistics;
import dev.quarry.store.parquet.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/// Writes buckets anew: the rows of their base files whose paths are not replaced, together with the staged rows, in
/// the order of (path, place in the path).
///
/// Where survivors are copied it also writes change-data files, because a version without them is read as "every row of
/// the removed files deleted, every row of the added ones inserted" (Delta protocol, "Add CDC File").
final class BucketMerge {
    private static final String SEQUENCE = Sql.name("#sequence");
    private static final String SURVIVING = "SELECT * RENAME (file_row_number AS " + SEQUENCE + ") FROM ";
    private static final String STAGED = "SELECT *, rowid AS " + SEQUENCE + " FROM ";

    private final StoreRun run;
    private final Path folder;
    private final String columns;
    /// Name of the column with the path.
    private final String path;
    /// The staging table's name; there is no such table if nothing was staged.
    private final String stage;
    private final StagedRows staged;
    private final Namer namer;
    private final List<BucketChange> changes = new ArrayList<>();

    /// A file to write.
    record Target(Dataset dataset, Path file, Map<String, String> partition) {}

    /// Names new files.
    @FunctionalInterface
    interface Namer {
        Target name(int bucket, boolean ofChanges) throws IOException;
    }

    /// The real changes of a bucket: what follows FROM in the queries for them, null for none.
    private record BucketChange(int bucket, String deleted, String inserted) {}

    BucketMerge(StoreRun run, Path folder, Dataset dataset, List<String> columns, StagedRows staged, Namer namer) {
        this.run = run;
        this.folder = folder;
        this.columns = Sql.names(columns);
        this.path = dataset.pathColumn();
        this.stage = dataset.name();
        this.staged = staged;
        this.namer = namer;
    }

    /// Writes one bucket anew, if anything in it changes.
    void bucket(TableChange change, int bucket, List<LogFile> base, List<String> replaced)
            throws SQLException, IOException {
        long deleted = base.isEmpty() || replaced.isEmpty() ? 0 : count(base, path + " IN " + list(replaced));
        boolean hasStaged = staged.has(bucket);
        if (deleted == 0 && !hasStaged) {
            return;
        }
        long survivors = (base.isEmpty() ? 0 : rows(base)) - deleted;
        if (survivors > 0 || hasStaged) {
            StringJoiner sources = new StringJoiner(" UNION ALL BY NAME ");
            if (survivors > 0) {
                sources.add(SURVIVING + read(base)
                        + (replaced.isEmpty() ? "" : " WHERE " + path + " NOT IN " + list(replaced)));
                change.copySurvivors();
            }
            if (hasStaged) {
                sources.add(STAGED + stagedRows(bucket));
            }
            change.add(write(sources.toString(), namer.name(bucket, false)));
        }
        base.forEach(change::remove);
        changes.add(new BucketChange(bucket, deleted > 0 ? deletedRows(base, replaced) : null,
                hasStaged ? stagedRows(bucket) : null));
    }

    /// Notes a file that was streamed past the merge.
    void streamed(NewFile file) {
        changes.add(new BucketChange(file.entry().bucket(), null, read(List.of(file.entry()))));
    }

    /// Writes all of the repository's rows into another number of buckets.
    void rebucket(TableChange change, int buckets, SortedMap<Integer, List<LogFile>> baseFiles,
            Collection<String> replaced) throws SQLException, IOException {
        List<LogFile> base = baseFiles.values().stream().flatMap(List::stream).toList();
        base.forEach(change::remove);
        String bucketOf = "CAST('0x' || substr(md5(" + path + "), 1, 8) AS UBIGINT) % " + buckets;
        long deleted = base.isEmpty() || replaced.isEmpty() ? 0 : count(base, path + " IN " + list(replaced));
        for (int bucket = 0; bucket < buckets; bucket++) {
            StringJoiner sources = new StringJoiner(" UNION ALL BY NAME ");
            if (!base.isEmpty()) {
                String condition = bucketOf + " = " + bucket
                        + (replaced.isEmpty() ? "" : " AND " + path + " NOT IN " + list(replaced));
                if (count(base, condition) > 0) {
                    sources.add(SURVIVING + read(base) + " WHERE " + condition);
                    change.copySurvivors();
                }
            }
            if (staged.has(bucket)) {
                sources.add(STAGED + stagedRows(bucket));
                changes.add(new BucketChange(bucket, null, stagedRows(bucket)));
            }
            if (sources.length() > 0) {
                change.add(write(sources.toString(), namer.name(bucket, false)));
            }
        }
        if (deleted > 0) {
            for (Map.Entry<Integer, List<LogFile>> old : baseFiles.entrySet()) {
                if (count(old.getValue(), path + " IN " + list(replaced)) > 0) {
                    changes.add(new BucketChange(old.getKey(), deletedRows(old.getValue(), replaced), null));
                }
            }
        }
        writeChanges(change);
    }

    /// Writes the change-data files, if the version needs them.
    void writeChanges(TableChange change) throws SQLException, IOException {
        if (!change.copiesSurvivors()) {
            return;
        }
        SortedMap<Integer, StringJoiner> byBucket = new TreeMap<>();
        for (BucketChange of : changes) {
            StringJoiner sources = byBucket.computeIfAbsent(of.bucket(), key -> new StringJoiner(" UNION ALL BY NAME "));
            if (of.deleted() != null) {
                sources.add("SELECT *, 'delete' AS _change_type FROM " + of.deleted());
            }
            if (of.inserted() != null) {
                sources.add("SELECT *, 'insert' AS _change_type FROM " + of.inserted());
            }
        }
        for (Map.Entry<Integer, StringJoiner> of : byBucket.entrySet()) {
            Target target = namer.name(of.getKey(), true);
            String query = "SELECT " + columns + ", _change_type FROM (" + of.getValue() + ")";
            FileStatistics statistics = run.query(statement -> run.engine().copy(statement, query, target.file()));
            change.addChangeFile(NewFile.of(target.dataset(), folder, target.file(), target.partition(), statistics));
        }
    }

    private NewFile write(String sources, Target target) throws SQLException {
        String query = "SELECT " + columns + " FROM (" + sources + ") ORDER BY " + path + ", " + SEQUENCE;
        FileStatistics statistics = run.query(statement -> run.engine().copy(statement, query, target.file()));
        return NewFile.of(target.dataset(), folder, target.file(), target.partition(), statistics);
    }

    private String stagedRows(int bucket) {
        return Sql.name(stage) + " WHERE " + staged.condition(bucket);
    }

    private String deletedRows(List<LogFile> base, Collection<String> replaced) {
        return read(base) + " WHERE " + path + " IN " + list(replaced);
    }

    private String read(List<LogFile> files) {
        return "read_parquet(" + Sql.files(files.stream().map(file -> folder.resolve(file.path())).toList())
                + ", hive_partitioning = false, union_by_name = true, file_row_number = true)";
    }

    private static String list(Collection<String> paths) {
        StringJoiner list = new StringJoiner(", ", "(", ")");
        paths.forEach(path -> list.add(Sql.text(path)));
        return list.toString();
    }

    private long rows(List<LogFile> files) throws SQLException {
        long rows = 0;
        for (LogFile file : files) {
            if (file.rows() < 0) {
                return count(files, "true");
            }
            rows += file.rows();
        }
        return rows;
    }

    private long count(List<LogFile> files, String condition) throws SQLException {
        return run.query((Statement statement) -> {
            try (ResultSet result = statement.executeQuery(
                    "SELECT count(*) FROM " + read(files) + " WHERE " + condition)) {
                result.next();
                return result.getLong(1);
            }
        });
    }
}
