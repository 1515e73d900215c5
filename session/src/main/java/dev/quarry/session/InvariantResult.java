package dev.quarry.session;

import dev.quarry.catalog.check.Invariant;
import java.util.List;

/// What became of the check of one invariant.
///
/// @param status whether it holds
/// @param violations rows for which it does not
/// @param examples the first of these rows by their text, each a JSON object
/// @param missing datasets that it needs and the store does not have; empty unless it was skipped
/// @param millis time that the check took
public record InvariantResult(Invariant invariant, Status status, long violations, List<String> examples,
        List<String> missing, long millis) {

    /// As `schema_diagnostics_v1` writes it, in lower case.
    public enum Status {
        OK, VIOLATION, SKIPPED
    }

    public InvariantResult {
        examples = List.copyOf(examples);
        missing = List.copyOf(missing);
    }

    /// What there is to say beside the number: the examples, or why it was skipped; null for an invariant that holds.
    public String detail() {
        return switch (status) {
            case OK -> null;
            case VIOLATION -> String.join("\n", examples);
            case SKIPPED -> "not extracted: " + String.join(", ", missing);
        };
    }
}
