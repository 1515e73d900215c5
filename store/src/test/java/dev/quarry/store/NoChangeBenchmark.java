package dev.quarry.store;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.BinaryColumn;
import dev.quarry.store.batch.ColumnBuilder;
import dev.quarry.store.batch.DoubleColumn;
import dev.quarry.store.batch.FloatColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.store.batch.LongColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.store.batch.StructColumn;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;

/// Times what a run without changes costs in the store: open, lock, open all tables, append to the tables about runs,
/// commit. DuckDB's library is loaded before, as the session that reads the worklists has done.
///
/// Argument: a store's folder, which is made with one run when it is absent.
public final class NoChangeBenchmark {
    private NoChangeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("quarry-bench");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            connection.createStatement().execute("SELECT 1");
        }
        for (int round = 0; round < 4; round++) {
            long start = cpu();
            try (Store store = Store.openOrCreate(folder, StoreOptions.defaults())) {
                long opened = cpu();
                try (RunWriter run = store.beginRun(RunRequest.of(UUID.randomUUID().toString(), "demo"))) {
                    for (Dataset dataset : Catalog.standard().datasets()) {
                        if (dataset.role() != Dataset.Role.RUN) {
                            run.table(dataset, 1);
                        }
                    }
                    long begun = cpu();
                    for (Dataset dataset : Catalog.standard().datasets()) {
                        if (dataset.role() == Dataset.Role.RUN && !dataset.name().equals("runs_v1")) {
                            BatchBuilder batch = new BatchBuilder(dataset);
                            for (int row = 0; row < 20; row++) {
                                batch.columns().forEach(NoChangeBenchmark::fill);
                            }
                            run.appendTable(dataset).append(batch.build());
                        }
                    }
                    long appended = cpu();
                    run.commitTables();
                    long tables = cpu();
                    run.commit(Catalog.standard().dataset("runs_v1").orElseThrow(), new RunRow() {
                        @Override
                        public void fill(BatchBuilder row, List<TableCommit> commits) {
                            row.columns().stream().filter(column -> !column.name().equals("datasets"))
                                    .forEach(NoChangeBenchmark::fill);
                        }

                        @Override
                        public String extractorHash(Dataset dataset) {
                            return "hash";
                        }
                    });
                    long end = cpu();
                    System.out.printf("CPU: open %d ms, begin %d ms, append %d ms, tables %d ms, commit %d ms, all %d ms%n",
                            (opened - start) / 1_000_000, (begun - opened) / 1_000_000, (appended - begun) / 1_000_000,
                            (tables - appended) / 1_000_000, (end - tables) / 1_000_000, (end - start) / 1_000_000);
                }
            }
        }
    }

    /// CPU time of the process: the wall clock says little on a machine that does other things.
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void fill(ColumnBuilder column) {
        switch (column) {
            case IntColumn ints -> ints.add(column.size());
            case LongColumn longs -> longs.add(column.size());
            case FloatColumn floats -> floats.add(column.size());
            case DoubleColumn doubles -> doubles.add(column.size());
            case BoolColumn bools -> bools.add(true);
            case StringColumn strings -> strings.add("text");
            case BinaryColumn binary -> binary.addNull();
            case ListColumn list -> list.addEmpty();
            case MapColumn map -> map.addEmpty();
            case StructColumn struct -> struct.addNull();
        }
    }
}
