package dev.quarry.cli;

import dev.quarry.catalog.check.Invariant;
import dev.quarry.session.InvariantResult;
import java.util.List;

/// Where the results of `quarry check` go: [#start], a call of [#checked] for each invariant, [#end].
sealed interface CheckOutput permits CheckText, CheckJson {

    /// Prints what could be checked, and nothing else.
    void list(List<Invariant> invariants);

    /// @param runId newest run of the store, null without any
    void start(String runId);

    void checked(InvariantResult result);

    void end(List<InvariantResult> results);
}
