package dev.quarry.cli;

import dev.quarry.extract.ExtractionSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What `quarry extract` tells a person: what it did, what it wrote, how to query it.
final class SummaryText {
    private static final String EXAMPLE =
            "SELECT kind, count(*) AS nodes FROM ast_nodes GROUP BY kind ORDER BY nodes DESC LIMIT 10";

    private SummaryText() {}

    static String of(ExtractionSummary summary, Console console) {
        String store = shown(summary.store(), console.directory());
        StringBuilder text = new StringBuilder();
        files(text, summary);
        tables(text, summary, store);
        text.append("query them:\n");
        for (String command : List.of("sql --store " + quoted(store) + " \"" + EXAMPLE + "\"",
                "tables --store " + quoted(store))) {
            text.append("  ").append(quoted(console.program())).append(' ').append(command).append('\n');
        }
        return text.toString();
    }

    private static void files(StringBuilder text, ExtractionSummary summary) {
        text.append(summary.repo()).append(": ").append(Amounts.count(summary.files(), "file"))
                .append(" (").append(Amounts.bytes(summary.bytes())).append("), ")
                .append(Amounts.count(summary.extracted())).append(" extracted, ")
                .append(Amounts.count(summary.files() - summary.extracted())).append(" unchanged");
        if (summary.removed() > 0) {
            text.append(", ").append(Amounts.count(summary.removed())).append(" removed");
        }
        text.append(String.format(Locale.ROOT, ", in %.1f s\n", summary.millis() / 1000.0));
        if (summary.filesWithErrors() > 0) {
            text.append(Amounts.count(summary.filesWithErrors(), "file"))
                    .append(" with errors: the views ast_errors and extract_errors say which and where\n");
        }
    }

    private static void tables(StringBuilder text, ExtractionSummary summary, String store) {
        List<ExtractionSummary.Table> written = summary.tables().stream()
                .filter(ExtractionSummary.Table::changed).toList();
        if (written.isEmpty()) {
            text.append("nothing changed in ").append(store).append('\n');
            return;
        }
        text.append("wrote ").append(Amounts.count(written.size(), "table")).append(" in ").append(store).append(":\n");
        int width = written.stream().mapToInt(table -> table.name().length()).max().orElse(1);
        for (ExtractionSummary.Table table : written) {
            text.append(String.format(Locale.ROOT, "  %-" + width + "s %,12d rows %9s\n", table.name(), table.rows(),
                    Amounts.bytes(table.bytesWritten())));
        }
    }

    /// The shorter of the absolute path and the one from the working directory.
    private static String shown(Path path, Path directory) {
        String absolute = path.toString();
        String relative = directory.relativize(path).toString();
        if (relative.isEmpty()) {
            return ".";
        }
        return relative.length() < absolute.length() ? relative : absolute;
    }

    /// As a word of a shell's command line.
    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
