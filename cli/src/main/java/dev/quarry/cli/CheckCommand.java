package dev.quarry.cli;

import dev.quarry.catalog.check.Invariant;
import dev.quarry.catalog.check.Invariants;
import dev.quarry.session.InvariantCheck;
import dev.quarry.session.InvariantResult;
import dev.quarry.session.InvariantResult.Status;
import dev.quarry.session.QueryException;
import dev.quarry.session.Session;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quarry check`
@Command(name = "check", description = {"Check that the tables of the newest run are sound.",
    "Runs the invariants of docs/invariants.md. Exit code 1: one is violated."})
final class CheckCommand extends QuarryCommand {

    @Parameters(arity = "0..*", paramLabel = "NAME",
            description = "Check only these: invariants (key.ast_nodes_v1), rules (key), tables or views"
                    + " (ast_nodes_v1).")
    private List<String> names = List.of();

    @Mixin
    private StoreOption store;

    @Option(names = "--list", description = "List the invariants instead of checking them; needs no store.")
    private boolean list;

    @Option(names = "--examples", paramLabel = "N", defaultValue = "3",
            description = "Rows to show of a violation (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Option(names = "--timings", description = "Print a line with the time of each check.")
    private boolean timings;

    @Option(names = "--json", description = "Print one JSON object instead of the text.")
    private boolean json;

    @Override
    int run(Console console) {
        List<Invariant> invariants = Invariants.standard().named(names);
        CheckOutput output = json ? new CheckJson(console) : new CheckText(console, timings);
        if (list) {
            output.list(invariants);
            return ExitCode.DONE;
        }
        List<InvariantResult> results = new ArrayList<>();
        try (Session session = store.open(console)) {
            InvariantCheck check = new InvariantCheck(session, Math.max(examples, 1));
            output.start(session.snapshot().runId());
            for (Invariant invariant : invariants) {
                InvariantResult result = run(check, invariant);
                results.add(result);
                output.checked(result);
            }
        }
        output.end(results);
        return results.stream().anyMatch(result -> result.status() == Status.VIOLATION)
                ? ExitCode.VIOLATIONS : ExitCode.DONE;
    }

    private static InvariantResult run(InvariantCheck check, Invariant invariant) {
        try {
            return check.run(invariant);
        } catch (QueryException e) {
            throw CommandFailure.store(invariant.name() + " can't be checked: " + e.problem()
                    + "; the store may be damaged, or of another version of Quarry", e);
        }
    }
}
