package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import dev.quarry.store.batch.BatchBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Runs against a store in tests.
final class TestRuns {
    static final String REPO = "example.org/owner/demo";
    private static final AtomicLong TIMES = new AtomicLong(1_000);

    private TestRuns() {}

    /// One database for all tests: opening one takes longer than most queries.
    private static final class Reader {
        static final Connection CONNECTION = connect();

        private static Connection connect() {
            try {
                return DriverManager.getConnection("jdbc:duckdb:");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// The facts of a file in tests: `count` rows whose values say the file's version.
    static void addFacts(BatchBuilder batch, String path, int count, String version) {
        for (int ordinal = 0; ordinal < count; ordinal++) {
            batch.strings("path").add(path);
            batch.ints("ordinal").add(ordinal);
            batch.strings("kind").add("kind" + ordinal % 3);
            batch.strings("value").add(ordinal % 4 == 3 ? null : version + "-" + ordinal);
        }
    }

    /// Paths in the order in which a run must append their rows.
    static List<String> ordered(Iterable<String> paths, int orderBuckets) {
        List<String> ordered = new ArrayList<>();
        paths.forEach(ordered::add);
        ordered.sort(Comparator.<String>comparingInt(path -> StableId.bucket(path, orderBuckets))
                .thenComparing(Comparator.naturalOrder()));
        return ordered;
    }

    /// Appends the facts of files.
    ///
    /// @param files version by path; each has as many rows as [#rowsOf] says
    /// @param batchRows rows per batch, at least
    static void append(RunWriter run, TableWriter table, Map<String, String> files, int batchRows) {
        BatchBuilder batch = new BatchBuilder(table.dataset());
        int bucket = -1;
        for (String path : ordered(files.keySet(), run.orderBuckets())) {
            int next = StableId.bucket(path, run.orderBuckets());
            if (batch.rows() > 0 && (next != bucket || batch.rows() >= batchRows)) {
                table.append(bucket, batch.build());
            }
            bucket = next;
            addFacts(batch, path, rowsOf(path), files.get(path));
        }
        if (batch.rows() > 0) {
            table.append(bucket, batch.build());
        }
    }

    static int rowsOf(String path) {
        return Math.floorMod(path.hashCode(), 17);
    }

    static RunCommit commit(RunWriter run) {
        return run.commit(TestDatasets.RUNS, row(run.runId()));
    }

    static RunRow row(String runId) {
        return new RunRow() {
            @Override
            public void fill(BatchBuilder row, List<TableCommit> tables) {
                row.strings("run_id").add(runId);
                row.longs("end_time_unix_ms").add(TIMES.incrementAndGet());
            }

            @Override
            public String extractorHash(Dataset dataset) {
                return "hash-of-" + dataset.name();
            }
        };
    }

    /// All rows of a table as text, in bucket and row order, without the partition's columns.
    static List<String> rows(TableVersion table) {
        return table.files().stream().sorted(Comparator.comparing(DataFile::repoKey).thenComparing(DataFile::bucket))
                .flatMap(file -> rows(file.path()).stream()).toList();
    }

    /// The rows of a Parquet file as text.
    static List<String> rows(Path file) {
        return query("SELECT CAST(t AS VARCHAR) FROM read_parquet('" + file + "', hive_partitioning = false) t");
    }

    /// The first column of a query's result.
    static synchronized List<String> query(String sql) {
        try (Statement statement = Reader.CONNECTION.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
