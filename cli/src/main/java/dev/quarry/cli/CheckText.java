package dev.quarry.cli;

import dev.quarry.catalog.check.Invariant;
import dev.quarry.session.InvariantResult;
import dev.quarry.session.InvariantResult.Status;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// A check for people: what is violated as it is found, what was skipped, and one line of counts.
record CheckText(Console console, boolean timings) implements CheckOutput {

    @Override
    public void list(List<Invariant> invariants) {
        int width = invariants.stream().mapToInt(invariant -> invariant.name().length()).max().orElse(0);
        for (Invariant invariant : invariants) {
            console.print(String.format(Locale.ROOT, "%-" + width + "s  %s\n", invariant.name(),
                    invariant.description()));
        }
    }

    @Override
    public void start(String runId) {}

    @Override
    public void checked(InvariantResult result) {
        if (timings) {
            console.println(String.format(Locale.ROOT, "%8.3f s  %s", result.millis() / 1000.0,
                    result.invariant().name()));
        }
        if (result.status() == Status.VIOLATION) {
            console.println(result.invariant().name() + ": " + Amounts.count(result.violations())
                    + (result.violations() == 1 ? " violation. " : " violations. ") + result.invariant().description());
            result.examples().forEach(row -> console.println("  " + row));
            console.flush();
        }
    }

    @Override
    public void end(List<InvariantResult> results) {
        long violated = count(results, Status.VIOLATION);
        long skipped = count(results, Status.SKIPPED);
        TreeSet<String> missing = new TreeSet<>();
        results.forEach(result -> missing.addAll(result.missing()));
        long millis = results.stream().mapToLong(InvariantResult::millis).sum();
        console.println(Amounts.count(results.size() - skipped) + " invariants checked in "
                + String.format(Locale.ROOT, "%.1f s", millis / 1000.0) + ", "
                + (violated == 0 ? "all hold" : Amounts.count(violated) + " violated")
                + (skipped == 0 ? "" : "; " + Amounts.count(skipped) + " skipped, not extracted: "
                        + String.join(", ", missing)));
    }

    private static long count(List<InvariantResult> results, Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }
}
