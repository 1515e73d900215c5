package dev.quarry.extract;

import dev.quarry.catalog.RunDatasets;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;

/// Collects rows of `run_events_v1`, in the order in which things happen.
final class EventLog {
    private final BatchBuilder rows = new BatchBuilder(RunDatasets.RUN_EVENTS);
    private final String runId;
    private long sequence;

    EventLog(String runId) {
        this.runId = runId;
    }

    void runStart(String version) {
        add("run_start", null, null, "quarry_version", null, version);
    }

    void stageStart(String stage) {
        add("stage_start", stage, null, null, null, null);
    }

    void stageEnd(String stage, long millis) {
        add("stage_end", stage, null, "duration_ms", millis, null);
    }

    void warning(String stage, String path, String text) {
        add("warning", stage, path, null, null, text);
    }

    private void add(String event, String stage, String path, String name, Long valueInt, String valueText) {
        rows.strings("run_id").add(runId);
        rows.longs("seq").add(sequence++);
        rows.longs("event_time_unix_ms").add(System.currentTimeMillis());
        rows.strings("event").add(event);
        rows.strings("stage").add(stage);
        rows.strings("dataset").addNull();
        rows.strings("path").add(path);
        rows.strings("name").add(name);
        if (valueInt == null) {
            rows.longs("value_int").addNull();
        } else {
            rows.longs("value_int").add(valueInt);
        }
        rows.doubles("value_float").addNull();
        rows.strings("value_text").add(valueText);
    }

    ColumnBatch build() {
        return rows.build();
    }
}
