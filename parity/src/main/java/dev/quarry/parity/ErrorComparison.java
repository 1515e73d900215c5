package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Compares the first error with the exception that `compile` raises, and that there is none.
///
/// Words and places are those of 3.13 and later; with releases before only validity is compared.
final class ErrorComparison implements Comparison {
    private static final PythonVersion FIRST_EXACT = PythonVersion.PY313;

    private final FirstErrors firstErrors = new FirstErrors();

    @Override
    public String script() {
        return Resources.text("first_error.py");
    }

    @Override
    public Outcome compare(byte[] file, Oracle oracle) throws OracleFailure {
        List<String> answer = Arrays.asList(oracle.askText("error", file).split("\n", -1));
        if (answer.getFirst().equals("X")) {
            return new Outcome.NotCompared(answer.getLast());
        }
        PythonVersion version = oracle.interpreter().version();
        ReportedError expected = answer.size() > ReportedError.FIELDS
                ? ReportedError.parse(answer.subList(1, answer.size())) : null;
        Optional<ReportedError> actual = firstErrors.of(file, version);
        if (expected == null || actual.isEmpty()) {
            return expected == null && actual.isEmpty() ? new Outcome.Same()
                    : different(expected == null ? "accepted" : "refused", expected, actual.orElse(null));
        }
        String fact = version.isAtLeast(FIRST_EXACT) ? differingFact(expected, actual.get()) : null;
        return fact == null ? new Outcome.BothRefuse() : different(fact, expected, actual.get());
    }

    /// The first fact in which two errors differ; null when there is none. A text that the compiler would read from the
    /// disk is not told.
    private static String differingFact(ReportedError expected, ReportedError actual) {
        return !expected.type().equals(actual.type()) ? "type"
                : !expected.message().equals(actual.message()) ? "message"
                : expected.line() != actual.line() ? "line"
                : !expected.hasPlaceOf(actual) ? "offset"
                : !expected.hasEndOf(actual) ? "end"
                : expected.text() != null && !Objects.equals(expected.text(), actual.text()) ? "text" : null;
    }

    private static Outcome different(String fact, ReportedError expected, ReportedError actual) {
        return new Outcome.Different(new Difference(fact, "", text(expected), text(actual)));
    }

    private static String text(ReportedError error) {
        return error == null ? "no error" : error + " in " + error.text();
    }
}
