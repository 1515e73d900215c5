package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;
import java.util.List;

/// Compares the first error with the exception that `compile` raises, and that there is none.
///
/// Words and places are those of 3.13; with other releases only validity is compared.
final class ErrorComparison implements Comparison {
    private static final PythonVersion EXACT = PythonVersion.PY313;
    private static final List<String> FACTS = List.of("type", "message", "line", "offset", "end line", "end offset",
            "text");
    private static final int LINE = FACTS.indexOf("line");

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
        List<String> expected = answer.subList(1, answer.size());
        List<String> actual = firstErrors.of(file, version);
        if (expected.isEmpty() || actual.isEmpty()) {
            return expected.isEmpty() && actual.isEmpty() ? new Outcome.Same()
                    : different(expected.isEmpty() ? "accepted" : "refused", expected, actual);
        }
        for (int i = 0; version == EXACT && i < FACTS.size(); i++) {
            if (!expected.get(i).equals(actual.get(i)) && isTold(i, expected)) {
                return different(FACTS.get(i), expected, actual);
            }
        }
        return new Outcome.BothRefuse();
    }

    /// A text that the compiler would read from the disk is not told, nor are offsets without a line.
    private static boolean isTold(int fact, List<String> expected) {
        return switch (FACTS.get(fact)) {
            case "text" -> !expected.get(fact).equals(FirstErrors.NO_TEXT);
            case "offset", "end line", "end offset" -> !expected.get(LINE).equals("0");
            default -> true;
        };
    }

    private static Outcome different(String fact, List<String> expected, List<String> actual) {
        return new Outcome.Different(new Difference(fact, "", text(expected), text(actual)));
    }

    private static String text(List<String> error) {
        return error.isEmpty() ? "no error" : error.get(0) + ": " + error.get(1) + " at " + error.get(2) + ":"
                + error.get(3) + "-" + error.get(4) + ":" + error.get(5) + " in " + error.get(6);
    }
}
