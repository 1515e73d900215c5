package dev.quarry.extract;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.RunDatasets;
import dev.quarry.catalog.StableId;
import dev.quarry.store.RunRow;
import dev.quarry.store.TableCommit;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.MapColumn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a run writes about itself: its row of `runs_v1`, the schemas it wrote with, and what it wrote.
///
/// @param runId id of the run
/// @param label name that the user gave it, or null
/// @param repo id of the repository
/// @param startMillis when it began, ms since 1970 UTC
/// @param version version of Quarry
/// @param gitCommit checked-out commit, or null
/// @param gitDirty whether tracked files differ from the index, or null when that is not known
/// @param baseRunId run that it built on, or null
/// @param options effective value of every option, as text
/// @param extractorHashes by dataset name, for datasets that record one
/// @param profileHash hash of the runtime profile
record RunRecord(String runId, String label, String repo, long startMillis, String version, String gitCommit,
        Boolean gitDirty, String baseRunId, Map<String, String> options, Map<String, String> extractorHashes,
        String profileHash) {

    /// The row that completes the run.
    RunRow row(long errorCount) {
        return new RunRow() {
            @Override
            public void fill(BatchBuilder row, List<TableCommit> tables) {
                long end = Math.max(System.currentTimeMillis(), startMillis);
                row.strings("run_id").add(runId);
                row.strings("label").add(label);
                row.strings("repo").add(repo);
                row.strings("status").add(errorCount == 0 ? "completed" : "completed_with_errors");
                row.longs("start_time_unix_ms").add(startMillis);
                row.longs("end_time_unix_ms").add(end);
                row.longs("duration_ms").add(end - startMillis);
                row.strings("quarry_version").add(version);
                row.strings("git_commit").add(gitCommit);
                if (gitDirty == null) {
                    row.bools("git_dirty").addNull();
                } else {
                    row.bools("git_dirty").add(gitDirty);
                }
                row.strings("base_run_id").add(baseRunId);
                put(row.map("options"), options);
                row.strings("settings_hash").add(settingsHash());
                row.strings("profile_hash").add(profileHash);
                row.longs("error_count").add(errorCount);
                put(row.map("metadata"), Map.of());
            }

            @Override
            public String extractorHash(Dataset dataset) {
                return extractorHashes.get(dataset.name());
            }
        };
    }

    /// Rows of `extract_output_writes_v1` for the tables that changed; null when none did.
    ColumnBatch writes(List<TableCommit> commits) {
        BatchBuilder rows = new BatchBuilder(RunDatasets.OUTPUT_WRITES);
        for (TableCommit commit : commits) {
            if (!commit.changed()) {
                continue;
            }
            rows.longs("event_time_unix_ms").add(System.currentTimeMillis());
            rows.strings("run_id").add(runId);
            rows.strings("dataset").add(commit.dataset().name());
            rows.strings("format").add("delta");
            rows.strings("path").add(commit.folder().toString());
            rows.strings("mode").add("replace_files");
            rows.longs("rows").add(commit.rows());
            rows.longs("bytes").add(commit.bytes());
            rows.ints("files").add(commit.files());
            rows.strings("write_policy").add("{\"partition\":[\"repo_key\",\"bucket\"],\"compression\":\"zstd\"}");
            rows.longs("delta_version").add(commit.version());
        }
        return rows.rows() == 0 ? null : rows.build();
    }

    /// Rows of `schema_snapshots_v1`: every column of the datasets of this build.
    ColumnBatch schemas(List<Dataset> datasets) {
        BatchBuilder rows = new BatchBuilder(RunDatasets.SCHEMA_SNAPSHOTS);
        for (Dataset dataset : datasets) {
            int ordinal = 0;
            for (Column column : dataset.columns()) {
                rows.strings("run_id").add(runId);
                rows.strings("dataset").add(dataset.name());
                rows.ints("ordinal").add(ordinal++);
                rows.strings("column_path").add(column.name());
                rows.strings("type").add(column.type().notation());
                rows.bools("nullable").add(column.nullable());
                put(rows.map("metadata"), column.metadata());
                rows.strings("schema_fingerprint").add(dataset.schemaFingerprint());
            }
        }
        return rows.build();
    }

    private String settingsHash() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(options).forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        return StableId.md5Hex(text.toString());
    }

    private static void put(MapColumn column, Map<String, String> entries) {
        new TreeMap<>(entries).forEach(column::put);
        column.endMap();
    }
}
