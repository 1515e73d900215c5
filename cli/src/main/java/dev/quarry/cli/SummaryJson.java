package dev.quarry.cli;

import dev.quarry.extract.ExtractionSummary;

/// What `quarry extract --json` tells a program: one object, on one line for each table.
final class SummaryJson {
    private SummaryJson() {}

    static String of(ExtractionSummary summary) {
        StringBuilder json = new StringBuilder("{\n");
        text(json, "run_id", summary.runId());
        text(json, "repo", summary.repo());
        text(json, "store", summary.store().toString());
        number(json, "files", summary.files());
        number(json, "bytes", summary.bytes());
        number(json, "hashed", summary.hashed());
        number(json, "extracted", summary.extracted());
        number(json, "removed", summary.removed());
        number(json, "files_with_errors", summary.filesWithErrors());
        number(json, "errors", summary.errors());
        number(json, "millis", summary.millis());
        json.append("  \"tables\": [");
        String separator = "\n";
        for (ExtractionSummary.Table table : summary.tables()) {
            json.append(separator).append("    {\"name\": ").append(JsonText.quoted(table.name()))
                    .append(", \"rows\": ").append(table.rows())
                    .append(", \"version\": ").append(table.version())
                    .append(", \"changed\": ").append(table.changed())
                    .append(", \"bytes_written\": ").append(table.bytesWritten()).append('}');
            separator = ",\n";
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static void text(StringBuilder json, String name, String value) {
        json.append("  ").append(JsonText.quoted(name)).append(": ").append(JsonText.quoted(value)).append(",\n");
    }

    private static void number(StringBuilder json, String name, long value) {
        json.append("  ").append(JsonText.quoted(name)).append(": ").append(value).append(",\n");
    }
}
