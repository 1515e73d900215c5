package dev.quarry.store;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.ColumnType.ListOf;
import dev.quarry.catalog.ColumnType.MapOf;
import dev.quarry.catalog.ColumnType.Scalar;
import dev.quarry.catalog.ColumnType.StructOf;
import dev.quarry.catalog.Dataset;
import java.util.ArrayList;
import java.util.List;

/// Small datasets of each role.
final class TestDatasets {
    static final ColumnType TEXT_MAP = new MapOf(Scalar.STRING, Scalar.STRING);

    /// Rows of (path, ordinal, kind, value).
    static final Dataset FACTS = facts("test_facts_v1");

    /// A second one, to have tables with different bucket counts in one run.
    static final Dataset OTHER_FACTS = facts("test_other_facts_v1");

    /// One column of every type.
    static final Dataset TYPES = new Dataset("test_types_v1", Dataset.Stage.CORE, Dataset.Role.SCAN, null, "test",
            "all types", partitioned(List.of(
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
                    Column.required("numbers", new ListOf(Scalar.INT32), ""),
                    Column.required("attrs", TEXT_MAP, ""),
                    Column.optional("manifest", new StructOf(List.of(
                            Column.required("mode", Scalar.STRING, ""),
                            Column.optional("count", Scalar.INT32, ""))), ""),
                    Column.required("qnames", new ListOf(new StructOf(List.of(
                            Column.required("name", Scalar.STRING, ""),
                            Column.required("source", Scalar.STRING, "")))), ""))),
            List.of("path"), List.of("path"), List.of("path"));

    /// A dataset without a path.
    static final Dataset EXTENSIONS = new Dataset("test_extensions_v1", Dataset.Stage.CORE, Dataset.Role.SCAN, null,
            "test", "no path", partitioned(List.of(Column.required("extension", Scalar.STRING, ""))),
            List.of("extension"), List.of("extension"), List.of("extension"));

    static final Dataset EVENTS = new Dataset("test_events_v1", Dataset.Stage.CORE, Dataset.Role.RUN, null, "test",
            "events", List.of(Column.required("run_id", Scalar.STRING, ""), Column.required("seq", Scalar.INT64, "")),
            List.of("run_id", "seq"), List.of("run_id"), List.of("run_id", "seq"));

    static final Dataset RUNS = new Dataset("runs_v1", Dataset.Stage.CORE, Dataset.Role.RUN, null, "test", "runs",
            List.of(Column.required("run_id", Scalar.STRING, ""),
                    Column.required("end_time_unix_ms", Scalar.INT64, ""),
                    Column.required("datasets", new ListOf(new StructOf(List.of(
                            Column.required("dataset", Scalar.STRING, ""),
                            Column.required("path", Scalar.STRING, ""),
                            Column.required("delta_version", Scalar.INT64, ""),
                            Column.optional("rows", Scalar.INT64, ""),
                            Column.required("changed", Scalar.BOOL, ""),
                            Column.required("schema_fingerprint", Scalar.STRING, ""),
                            Column.optional("extractor_hash", Scalar.STRING, "")))), "")),
            List.of("run_id"), List.of("run_id"), List.of("run_id"));

    private TestDatasets() {}

    private static Dataset facts(String name) {
        return new Dataset(name, Dataset.Stage.CORE, Dataset.Role.FACT, "test_files_v1", "test", "facts",
                partitioned(List.of(
                        Column.required("path", Scalar.STRING, ""),
                        Column.required("ordinal", Scalar.INT32, ""),
                        Column.required("kind", Scalar.STRING, ""),
                        Column.optional("value", Scalar.STRING, ""))),
                List.of("path", "ordinal"), List.of("path"), List.of("path", "ordinal"));
    }

    private static List<Column> partitioned(List<Column> columns) {
        List<Column> all = new ArrayList<>();
        all.add(Column.required("repo_key", Scalar.STRING, ""));
        all.add(Column.required("bucket", Scalar.INT32, ""));
        all.addAll(columns);
        return all;
    }
}
