package dev.quarry.cli;

import dev.quarry.catalog.check.Invariant;
import dev.quarry.session.InvariantResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A check for programs: one object, with one line for each invariant.
final class CheckJson implements CheckOutput {
    private final Console console;
    private String separator = "\n";

    CheckJson(Console console) {
        this.console = console;
    }

    @Override
    public void list(List<Invariant> invariants) {
        console.print("{\"invariants\": [");
        invariants.forEach(invariant -> element(declaration(invariant) + ", \"sql\": "
                + JsonText.quoted(invariant.sql())));
        console.print("\n]}\n");
    }

    @Override
    public void start(String runId) {
        console.print("{\"run_id\": " + (runId == null ? "null" : JsonText.quoted(runId)) + ", \"invariants\": [");
    }

    @Override
    public void checked(InvariantResult result) {
        element(declaration(result.invariant()) + ", \"status\": \"" + result.status().name().toLowerCase(Locale.ROOT)
                + "\", \"violations\": " + result.violations() + ", \"examples\": ["
                + String.join(", ", result.examples()) + "], \"missing\": ["
                + result.missing().stream().map(JsonText::quoted).collect(Collectors.joining(", "))
                + "], \"millis\": " + result.millis());
    }

    @Override
    public void end(List<InvariantResult> results) {
        console.print("\n]}\n");
    }

    private static String declaration(Invariant invariant) {
        return "\"name\": " + JsonText.quoted(invariant.name()) + ", \"relation\": "
                + JsonText.quoted(invariant.relation())
                + ", \"description\": " + JsonText.quoted(invariant.description());
    }

    private void element(String members) {
        console.print(separator + "  {" + members + "}");
        separator = ",\n";
    }
}
