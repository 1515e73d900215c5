package dev.quarry.syntax.compile;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.Diagnostic.Extent;
import dev.quarry.syntax.Diagnostic.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the errors and warnings of one file.
///
/// Some errors are known only at the end of a function (whether it is a generator), yet CPython, which has read the
/// function once before, raises them where it meets their statement. Such a place draws a ticket, and errors are put
/// in the order of their tickets at the end. A `finally` body, which CPython compiles wherever a jump leaves its `try`,
/// is a region that stands at the ticket of the first such jump.
final class Findings {
    /// More diagnostics of one file than this tell nothing new.
    private static final int MOST = 200;

    private record Ticketed(int region, int ticket, Diagnostic diagnostic) {}

    private static final Comparator<Ticketed> ORDER =
            Comparator.comparingInt(Ticketed::region).thenComparingInt(Ticketed::ticket);

    private final List<Ticketed> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private int tickets;
    /// The ticket at which everything now found stands, -1 when it stands at its own.
    private int region = -1;

    void clear() {
        errors.clear();
        warnings.clear();
        tickets = 0;
        region = -1;
    }

    /// A place in the order of errors, behind all that were drawn before.
    int ticket() {
        return tickets++;
    }

    /// Begins a region at a ticket, unless it is -1 or one has begun. Returns what [#leaveRegion] needs.
    int enterRegion(int ticket) {
        int before = region;
        region = region < 0 ? ticket : region;
        return before;
    }

    void leaveRegion(int before) {
        region = before;
    }

    void error(String message, int start, int end) {
        error(ticket(), message, start, end);
    }

    void error(int ticket, String message, int start, int end) {
        error(ticket, new Diagnostic("SyntaxError", message, Stage.COMPILE, start, end));
    }

    /// An error of which CPython tells the beginning alone.
    void error(String message, int start) {
        error(ticket(), new Diagnostic("SyntaxError", message, Stage.COMPILE, start, start)
                .withExtent(Extent.BEGINNING));
    }

    private void error(int ticket, Diagnostic diagnostic) {
        if (errors.size() < MOST) {
            errors.add(new Ticketed(region < 0 ? ticket : region, ticket, diagnostic));
        }
    }

    void warning(String category, Stage stage, String message, int start, int end) {
        if (warnings.size() < MOST) {
            warnings.add(new Diagnostic(category, message, stage, start, end));
        }
    }

    List<Diagnostic> errors() {
        return errors.stream().sorted(ORDER).map(Ticketed::diagnostic).toList();
    }

    List<Diagnostic> warnings() {
        return warnings;
    }
}
