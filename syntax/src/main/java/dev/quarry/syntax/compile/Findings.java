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
/// in the order of their tickets at the end.
final class Findings {
    /// More diagnostics of one file than this tell nothing new.
    private static final int MOST = 200;

    private record Ticketed(int ticket, Diagnostic diagnostic) {}

    private final List<Ticketed> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private int tickets;

    void clear() {
        errors.clear();
        warnings.clear();
        tickets = 0;
    }

    /// A place in the order of errors, behind all that were drawn before.
    int ticket() {
        return tickets++;
    }

    void error(String message, int start, int end) {
        error(ticket(), message, start, end);
    }

    void error(int ticket, String message, int start, int end) {
        error(ticket, Diagnostic.syntaxError(message, Stage.COMPILE, start, end));
    }

    /// An error of which CPython tells the beginning alone.
    void error(String message, int start) {
        error(ticket(), new Diagnostic("SyntaxError", message, Stage.COMPILE, start, start, Extent.BEGINNING));
    }

    private void error(int ticket, Diagnostic diagnostic) {
        if (errors.size() < MOST) {
            errors.add(new Ticketed(ticket, diagnostic));
        }
    }

    void warning(String category, Stage stage, String message, int start, int end) {
        if (warnings.size() < MOST) {
            warnings.add(new Diagnostic(category, message, stage, start, end));
        }
    }

    List<Diagnostic> errors() {
        return errors.stream().sorted(Comparator.comparingInt(Ticketed::ticket)).map(Ticketed::diagnostic).toList();
    }

    List<Diagnostic> warnings() {
        return warnings;
    }
}
