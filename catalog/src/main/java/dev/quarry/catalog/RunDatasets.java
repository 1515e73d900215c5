package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.bool;
import static dev.quarry.catalog.Bundles.boolOrNull;
import static dev.quarry.catalog.Bundles.columns;
import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.i64;
import static dev.quarry.catalog.Bundles.i64OrNull;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;
import static dev.quarry.catalog.Bundles.textMap;

import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.Dataset.Stage;
import java.util.List;

/// Tables about runs: append-only, neither partitioned nor pinned.
public final class RunDatasets {
    private static final Column RUN_ID = str("run_id", "The run.");
    private static final Column EVENT_TIME = i64("event_time_unix_ms", "When, milliseconds since 1970 UTC.");

    /// What a run pins of each dataset.
    private static final ColumnType PINS = new ColumnType.ListOf(new ColumnType.StructOf(List.of(
            str("dataset", "Name with version."),
            str("path", "The table's folder."),
            i64("delta_version", "Version in the table's log."),
            i64("rows", "Rows of the table at that version."),
            bool("changed", "The run committed that version."),
            str("schema_fingerprint", "MD5 of the declared schema."),
            strOrNull("extractor_hash", "Extractor and options that made the rows."))));

    public static final Dataset RUNS = run("runs_v1",
            "One row per completed run, pinning the version of every dataset; written last.", List.of("run_id"),
            RUN_ID,
            strOrNull("label", "Name given to the run."),
            str("repo", "Repository that the run extracted."),
            str("status", "completed / completed_with_errors."),
            i64("start_time_unix_ms", "Start, milliseconds since 1970 UTC."),
            i64("end_time_unix_ms", "End, milliseconds since 1970 UTC."),
            i64("duration_ms", "Duration in milliseconds."),
            str("quarry_version", "Version of Quarry."),
            strOrNull("git_commit", "Checked-out commit."),
            boolOrNull("git_dirty", "The working tree differs from the commit."),
            strOrNull("base_run_id", "Run that this one built on."),
            textMap("options", "Effective value of every option."),
            str("settings_hash", "MD5 of the engine's settings."),
            str("profile_hash", "MD5 of the runtime profile."),
            i64("error_count", "Rows of extract_errors_v1."),
            Column.required("datasets", PINS, "The version of every dataset as the run left it."),
            textMap("metadata", "What has no column of its own."));

    public static final Dataset OUTPUT_WRITES = run("extract_output_writes_v1", "What each run wrote to each dataset.",
            List.of("run_id", "dataset", "event_time_unix_ms"),
            EVENT_TIME, RUN_ID,
            str("dataset", "Name with version."),
            str("format", "Format of the files."),
            str("path", "The table's folder."),
            str("mode", "replace_files / overwrite / append."),
            i64("rows", "Rows written."),
            i64("bytes", "Bytes written."),
            i32("files", "Files written."),
            str("write_policy", "How it was written, as JSON."),
            i64OrNull("delta_version", "Version that the write made."));

    public static final Dataset EXTRACT_ERRORS = unkeyed("extract_errors_v1", "What could not be extracted, and why.",
            List.of("run_id", "dataset", "path", "stage"),
            RUN_ID,
            strOrNull("path", "File; NULL for the whole dataset."),
            str("dataset", "Name with version."),
            str("stage", "Where it happened, e.g. parse."),
            str("error_type", "Kind of error, e.g. SyntaxError or SourceMissing."),
            str("message", "The error's message."),
            strOrNull("context", "Source around it, or what else is known."),
            EVENT_TIME);

    public static final Dataset SCHEMA_SNAPSHOTS = run("schema_snapshots_v1", "Declared schema of each dataset, by run.",
            List.of("run_id", "dataset", "ordinal"),
            RUN_ID,
            str("dataset", "Name with version."),
            i32("ordinal", "Place of the column, from 0."),
            str("column_path", "Column, or field of one with dots between."),
            str("type", "Type in the documentation's notation."),
            bool("nullable", "A row may have no value."),
            textMap("metadata", "What is the same for every row, e.g. line_base."),
            str("schema_fingerprint", "MD5 of the dataset's schema."));

    public static final Dataset RUN_EVENTS = run("run_events_v1", "What happened during runs, in order.",
            List.of("run_id", "seq"),
            RUN_ID,
            i64("seq", "Ordinal within the run."),
            EVENT_TIME,
            str("event", "run_start / stage_start / stage_end / counter / file_timing / warning / run_failed."),
            strOrNull("stage", "Stage of the run."),
            strOrNull("dataset", "Name with version."),
            strOrNull("path", "File."),
            strOrNull("name", "What is counted or timed."),
            i64OrNull("value_int", "Value, when it is an integer."),
            Column.optional("value_float", ColumnType.Scalar.FLOAT64, "Value, when it has a fraction."),
            strOrNull("value_text", "Value, when it is text."));

    static final List<Dataset> ALL = List.of(RUNS, OUTPUT_WRITES, EXTRACT_ERRORS, SCHEMA_SNAPSHOTS, RUN_EVENTS);

    private RunDatasets() {}

    /// A table in which rows may be alike, such as two errors with the same message in a file.
    private static Dataset unkeyed(String name, String meaning, List<String> order, Object... columns) {
        return new Dataset(name, Stage.CORE, Role.RUN, null, "diagnostics", meaning, columns(columns), List.of(),
                List.of("run_id"), order);
    }

    private static Dataset run(String name, String meaning, List<String> key, Object... columns) {
        return new Dataset(name, Stage.CORE, Role.RUN, null, "diagnostics", meaning, columns(columns), key,
                List.of("run_id"), key);
    }
}
