package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.store.batch.StructColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every column type goes through batches, the Arrow stream, Parquet and back.
class ColumnTypesTest {
    @TempDir
    Path folder;

    /// With one order bucket rows are streamed, with two they are staged and merged; both several batches long.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyTypeIsReadBack(int orderBuckets) {
        try (Store store = Store.openOrCreate(folder, StoreOptions.defaults());
                RunWriter run = store.beginRun(RunRequest.of("run-1", TestRuns.REPO))) {
            TableWriter table = run.table(TestDatasets.TYPES, 1);
            run.table(TestDatasets.FACTS, orderBuckets);
            assertEquals(orderBuckets, run.orderBuckets());
            BatchBuilder batch = new BatchBuilder(TestDatasets.TYPES);
            addFull(batch, "a.py", 1);
            addNulls(batch, "a.py");
            table.append(0, batch.build());
            addNulls(batch, "b.py");
            addFull(batch, "b.py", -2);
            table.append(0, batch.build());
            RunCommit commit = TestRuns.commit(run);
            List<String> rows = TestRuns.rows(commit.snapshot().table("test_types_v1").orElseThrow());
            assertEquals(List.of(full("a.py", 1), nulls("a.py"), nulls("b.py"), full("b.py", -2)), rows);
        }
    }

    private static void addFull(BatchBuilder batch, String path, int sign) {
        batch.strings("path").add(path);
        batch.ints("int_column").add(Integer.MAX_VALUE * sign);
        batch.longs("long_column").add(Long.MAX_VALUE / 2 * sign);
        batch.floats("float_column").add(0.5f * sign);
        batch.doubles("double_column").add(0.25 * sign);
        batch.bools("bool_column").add(sign > 0);
        batch.dictionary("kind").add(batch.dictionary("kind").entry("é𝄞".getBytes(StandardCharsets.UTF_8), 0, 6));
        batch.text("text").add("it's \"x\"\n" + sign);
        batch.binary("binary_column").add(new byte[] {0, (byte) 0xff, 65});
        ListColumn names = batch.list("names");
        names.texts().add("n1");
        names.texts().add("");
        names.endList();
        ListColumn numbers = batch.list("numbers");
        numbers.ints().addAll(new int[] {1, 2, 3, 4}, 1, 3);
        numbers.endList();
        batch.map("attrs").put("k", "v" + sign);
        batch.map("attrs").put("none", null);
        batch.map("attrs").endMap();
        StructColumn manifest = batch.struct("manifest");
        manifest.field("mode", StringColumn.class).add("exec");
        manifest.field("count", IntColumn.class).add(sign);
        manifest.endStruct();
        StructColumn qname = batch.list("qnames").structs();
        for (String source : List.of("IMPORT", "LOCAL")) {
            qname.field("name", StringColumn.class).add("pkg.f");
            qname.field("source", StringColumn.class).add(source);
            qname.endStruct();
        }
        batch.list("qnames").endList();
    }

    private static String full(String path, int sign) {
        return "{'path': " + path + ", 'int_column': " + Integer.MAX_VALUE * sign + ", 'long_column': "
                + Long.MAX_VALUE / 2 * sign + ", 'float_column': " + 0.5f * sign + ", 'double_column': " + 0.25 * sign
                + ", 'bool_column': " + (sign > 0) + ", 'kind': é𝄞, 'text': 'it\\'s \"x\"\n" + sign
                + "', 'binary_column': '\\\\x00\\\\xFFA', 'names': [n1, ''], 'numbers': [2, 3], 'attrs': {k=v" + sign
                + ", none=NULL}, 'manifest': {'mode': exec, 'count': " + sign
                + "}, 'qnames': [{'name': pkg.f, 'source': IMPORT}, {'name': pkg.f, 'source': LOCAL}]}";
    }

    private static void addNulls(BatchBuilder batch, String path) {
        batch.columns().forEach(column -> {
            switch (column.name()) {
                case "path" -> batch.strings("path").add(path);
                case "names", "numbers", "qnames" -> batch.list(column.name()).addEmpty();
                case "attrs" -> batch.map("attrs").addEmpty();
                default -> column.addNull();
            }
        });
    }

    private static String nulls(String path) {
        return "{'path': " + path + ", 'int_column': NULL, 'long_column': NULL, 'float_column': NULL, "
                + "'double_column': NULL, 'bool_column': NULL, 'kind': NULL, 'text': NULL, 'binary_column': NULL, "
                + "'names': [], 'numbers': [], 'attrs': {}, 'manifest': NULL, 'qnames': []}";
    }

    @Test
    void aDictionaryHoldsEachTextOnce() {
        BatchBuilder batch = new BatchBuilder(TestDatasets.FACTS);
        DictionaryColumn kinds = batch.dictionary("kind");
        int first = kinds.entry("Name");
        byte[] bytes = "xNamex".getBytes(StandardCharsets.UTF_8);
        assertEquals(first, kinds.entry(bytes, 1, 4));
        for (int i = 0; i < 5_000; i++) {
            assertEquals(i + 1, kinds.entry("kind-" + i));
        }
        for (int i = 0; i < 5_000; i++) {
            byte[] same = ("kind-" + i).getBytes(StandardCharsets.UTF_8);
            assertEquals(i + 1, kinds.entry(same, 0, same.length));
        }
        batch.clear();
        assertEquals(0, kinds.entry("kind-77"));
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        BatchBuilder batch = new BatchBuilder(TestDatasets.FACTS);
        batch.strings("path").add("a.py");
        IllegalStateException error = assertThrows(IllegalStateException.class, batch::build);
        assertTrue(error.getMessage().contains("test_facts_v1.ordinal has 0 values, expected 1"), error.getMessage());
    }

    @Test
    void aBatchTellsItsSizeAndIsClosedOnce() {
        BatchBuilder batch = new BatchBuilder(TestDatasets.FACTS);
        TestRuns.addFacts(batch, "a.py", 1000, "1");
        long expected = batch.bytes();
        ColumnBatch built = batch.build();
        assertEquals(1000, built.rows());
        assertEquals(expected, built.bytes());
        assertTrue(built.memory().byteSize() >= expected);
        assertEquals(0, batch.rows());
        built.close();
        built.close();
        assertThrows(IllegalStateException.class, built::memory);
    }

    @Test
    void theBuilderRefusesTheWrongType() {
        BatchBuilder batch = new BatchBuilder(TestDatasets.TYPES);
        assertThrows(IllegalArgumentException.class, () -> batch.ints("text"));
        assertThrows(IllegalArgumentException.class, () -> batch.ints("repo_key"));
        assertEquals("binary_column", batch.binary("binary_column").name());
    }
}
