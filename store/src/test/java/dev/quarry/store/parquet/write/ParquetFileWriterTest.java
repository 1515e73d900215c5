package dev.quarry.store.parquet.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType.ListOf;
import dev.quarry.catalog.ColumnType.MapOf;
import dev.quarry.catalog.ColumnType.Scalar;
import dev.quarry.catalog.ColumnType.StructOf;
import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.parquet.BatchPipe;
import dev.quarry.store.parquet.FilePipe;
import dev.quarry.store.parquet.FileStatistics;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import dev.quarry.store.parquet.ParquetEngine;
import dev.quarry.store.parquet.StatementPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Writes the same random rows with DuckDB and has both files read by DuckDB and by parquet-java.
class ParquetFileWriterTest {
    private static final Dataset TYPES = new Dataset("types_v1", Dataset.Stage.CORE, Dataset.Role.SCAN, null, "test",
            "all types", List.of(
                    Column.required("repo_key", Scalar.STRING, ""),
                    Column.required("bucket", Scalar.INT32, ""),
                    Column.required("path", Scalar.STRING, ""),
                    Column.optional("int_column", Scalar.INT32, ""),
                    Column.optional("long_column", Scalar.INT64, ""),
                    Column.optional("float_column", Scalar.FLOAT32, ""),
                    Column.optional("double_column", Scalar.FLOAT64, ""),
                    Column.optional("bool_column", Scalar.BOOL, ""),
                    Column.optional("kind", Scalar.STRING, ""),
                    Column.optional("text", Scalar.STRING, ""),
                    Column.optional("binary_column", Scalar.BINARY, ""),
                    Column.required("names", new ListOf(Scalar.STRING), ""),
                    Column.required("matrix", new ListOf(new ListOf(Scalar.INT32)), ""),
                    Column.required("attrs", new MapOf(Scalar.STRING, Scalar.STRING), ""),
                    Column.optional("manifest", new StructOf(List.of(
                            Column.required("mode", Scalar.STRING, ""),
                            Column.optional("count", Scalar.INT64, ""))), ""),
                    Column.required("qnames", new ListOf(new StructOf(List.of(
                            Column.required("name", Scalar.STRING, ""),
                            Column.required("sources", new ListOf(Scalar.STRING), "")))), "")),
            List.of("path"), List.of("path"), List.of("path"));

    @TempDir
    Path folder;

    /// Row numbers around the ends of miniblocks, pages and row groups.
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 7", "4, 8", "5, 9", "6, 32", "7, 33", "8, 128", "9, 129", "10, 1000", "11, 5000",
        "12, 30719", "13, 30720", "14, 30721", "15, 61441", "16, 122880", "17, 122881"})
    void readersSeeWhatDuckDbWrites(long seed, int rows) throws Exception {
        Path own = folder.resolve("own.parquet");
        Path other = folder.resolve("duckdb.parquet");
        try (ParquetEngine engine = new ParquetEngine(folder, 512L << 20, 16L << 20);
                ParquetWriters writers = new ParquetWriters()) {
            // The second file comes out of what the first has used.
            FileStatistics first = write(FilePipe.start(writers, TYPES, folder.resolve("first.parquet")), seed + 1, 777);
            assertEquals(777, first.rows());
            FileStatistics statistics = write(FilePipe.start(writers, TYPES, own), seed, rows);
            FileStatistics expected = write(StatementPipe.start(engine, BatchBuilder.typeOf(TYPES), "types",
                    (statement, view) -> engine.copy(statement, "FROM " + view, other)), seed, rows);
            assertEquals(rows, statistics.rows());
            assertEquals(Files.size(own), statistics.bytes());
            for (String column : List.of("path", "int_column", "long_column", "kind")) {
                assertEquals(expected.columns().get(column), statistics.columns().get(column), column);
            }
            assertEquals(expected.columns().get("text").nullCount(), statistics.columns().get("text").nullCount());
            assertSameForDuckDb(engine, own, other);
        }
        assertSameForParquetJava(own, other);
    }

    private static FileStatistics write(BatchPipe<FileStatistics> pipe, long seed, int rows) throws Exception {
        RandomRows random = new RandomRows(seed);
        BatchBuilder builder = new BatchBuilder(TYPES);
        for (int row = 0; row < rows; row++) {
            random.add(builder);
            if (random.endsBatch()) {
                pipe.put(builder.build());
            }
        }
        pipe.put(builder.build());
        return pipe.finish();
    }

    private static void assertSameForDuckDb(ParquetEngine engine, Path own, Path other) throws Exception {
        String query = "SELECT count(*) FROM (FROM read_parquet('%s', file_row_number = true) EXCEPT ALL"
                + " FROM read_parquet('%s', file_row_number = true))";
        try (Connection connection = engine.connect(); Statement statement = connection.createStatement()) {
            for (String sql : List.of(query.formatted(own, other), query.formatted(other, own))) {
                try (ResultSet result = statement.executeQuery(sql)) {
                    result.next();
                    assertEquals(0, result.getLong(1), sql);
                }
            }
            // Row groups are skipped by their statistics: every path has to be found.
            try (ResultSet result = statement.executeQuery(
                    "SELECT (SELECT count(*) FROM '%1$s' b WHERE b.path = a.path), count(*), a.path FROM '%1$s' a GROUP BY a.path LIMIT 3"
                            .formatted(own))) {
                while (result.next()) {
                    assertEquals(result.getLong(2), result.getLong(1));
                }
            }
        }
    }

    private static void assertSameForParquetJava(Path own, Path other) throws IOException {
        try (ParquetReader<Group> ownRows = reader(own); ParquetReader<Group> otherRows = reader(other)) {
            Group row = ownRows.read();
            while (row != null) {
                assertEquals(String.valueOf(otherRows.read()), row.toString());
                row = ownRows.read();
            }
            assertNull(otherRows.read());
        }
    }

    private static ParquetReader<Group> reader(Path file) throws IOException {
        return ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(new Configuration(false)).build();
    }

    @Test
    void textsThatArePagesLongAreCutIntoPages() throws Exception {
        Path file = folder.resolve("long.parquet");
        try (ParquetEngine engine = new ParquetEngine(folder, 512L << 20, 16L << 20);
                ParquetWriters writers = new ParquetWriters()) {
            try (ParquetFileWriter writer = writers.open(file, TYPES)) {
                BatchBuilder builder = new BatchBuilder(TYPES);
                RandomRows random = new RandomRows(3);
                for (int row = 0; row < 60; row++) {
                    random.add(builder, "x".repeat(900_000) + row);
                }
                try (ColumnBatch batch = builder.build()) {
                    writer.append(batch, 0, 1);
                    writer.append(batch, 1, 60);
                }
                assertEquals(60, writer.finish().rows());
            }
            try (Connection connection = engine.connect(); Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(
                            "SELECT count(DISTINCT text), sum(length(text)) FROM '" + file + "'")) {
                result.next();
                assertEquals(60, result.getLong(1));
                assertEquals(60 * 900_000L + 10 + 50 * 2, result.getLong(2));
            }
        }
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("there.parquet"), "mine");
        try (ParquetWriters writers = new ParquetWriters()) {
            assertThrows(java.nio.file.FileAlreadyExistsException.class, () -> writers.open(file, TYPES));
        }
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void columnsWithoutValuesHaveNoBounds() throws Exception {
        Path file = folder.resolve("nulls.parquet");
        try (ParquetWriters writers = new ParquetWriters(); ParquetFileWriter writer = writers.open(file, TYPES)) {
            BatchBuilder builder = new BatchBuilder(TYPES);
            RandomRows.addNulls(builder, "a.py");
            try (ColumnBatch batch = builder.build()) {
                writer.append(batch);
            }
            FileStatistics statistics = writer.finish();
            assertEquals(new ColumnStatistics(null, null, 1), statistics.columns().get("int_column"));
            assertEquals(new ColumnStatistics(null, null, 1), statistics.columns().get("text"));
            assertEquals(new ColumnStatistics("a.py", "a.py", 0), statistics.columns().get("path"));
            assertFalse(statistics.columns().containsKey("names"));
        }
    }
}
