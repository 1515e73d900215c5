package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares facts that are written as rows of text, on this side and, by a script, on CPython's.
///
/// Digests of blocks of rows travel; the rows themselves do where a digest differs. The script is `rows.py` followed by
/// others, the last of which defines `facts`.
abstract class RowComparison implements Comparison {
    /// Rows of a block; as in `rows.py`.
    private static final int BLOCK = 1024;

    /// The rows of one file, one after the other.
    @FunctionalInterface
    interface Rows {
        /// Appends the next row; false when there is none.
        boolean append(StringBuilder out);
    }

    /// What this side says of a file.
    ///
    /// @param error why the file is refused; null if it is not
    /// @param rows its facts; null if it is refused
    record Facts(String error, Rows rows) {}

    private final String script;
    private final MessageDigest md5;
    private final StringBuilder block = new StringBuilder();

    /// @param scripts that follow `rows.py`, the last of which defines `facts`
    RowComparison(String... scripts) {
        script = Resources.text("rows.py") + Stream.of(scripts).map(Resources::text).collect(Collectors.joining());
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /// @param status how the script read the file, in its own words
    abstract Facts facts(byte[] file, PythonVersion version, char status);

    /// Whether a file that both refuse is refused for the same reason. Reasons don't count unless a comparison says so.
    boolean isSameError(String expected, String actual) {
        return true;
    }

    /// The class of the first fact in which two rows differ; an empty text is no row.
    abstract String fact(String expected, String actual);

    @Override
    public final String script() {
        return script;
    }

    @Override
    public final Outcome compare(byte[] file, Oracle oracle) throws OracleFailure {
        String answer = oracle.askText("digest", file);
        char status = answer.charAt(0);
        String rest = answer.substring(Math.min(answer.length(), 2));
        if (status == 'X') {
            return new Outcome.NotCompared(rest);
        }
        Facts ours = facts(file, oracle.interpreter().version(), status);
        if (status == 'E') {
            return ours.error == null ? new Outcome.Different(new Difference("refused", "", rest, "accepted"))
                    : isSameError(rest, ours.error) ? new Outcome.BothRefuse()
                    : new Outcome.Different(new Difference("error", "", rest, ours.error));
        }
        if (ours.error != null) {
            return refusedHere(ours.error);
        }
        return compareRows(file, oracle, rest.isEmpty() ? new String[0] : rest.split(" "), ours.rows);
    }

    /// The outcome for a file that the interpreter accepts and Quarry refuses.
    Outcome refusedHere(String error) {
        return new Outcome.Different(new Difference("accepted", "", "accepted", error));
    }

    /// The first diagnostic of a kind as one line; null if there is none.
    static String firstError(SyntaxTree tree, Predicate<Diagnostic> counts) {
        return tree.diagnostics().stream().filter(counts).findFirst().map(error -> describe(error, tree)).orElse(null);
    }

    static String describe(Diagnostic error, SyntaxTree tree) {
        String place = error.start() < 0 ? ""
                : " at " + (tree.source().line0(error.start()) + 1) + ":" + (tree.source().column(error.start()) + 1);
        return error.errorType() + ": " + error.message() + place;
    }

    private Outcome compareRows(byte[] file, Oracle oracle, String[] digests, Rows rows) throws OracleFailure {
        int number = 0;
        while (nextBlock(rows)) {
            String ours = block.toString();
            if (number >= digests.length || !digest(ours).equals(digests[number])) {
                return new Outcome.Different(firstDifference(oracle, file, ours, number));
            }
            number++;
        }
        return number == digests.length ? new Outcome.Same()
                : new Outcome.Different(firstDifference(oracle, file, "", number));
    }

    private boolean nextBlock(Rows rows) {
        block.setLength(0);
        for (int i = 0; i < BLOCK && rows.append(block); i++) {
            block.append('\n');
        }
        return !block.isEmpty();
    }

    private String digest(String rows) {
        return HexFormat.of().formatHex(md5.digest(rows.getBytes(StandardCharsets.UTF_8)));
    }

    private Difference firstDifference(Oracle oracle, byte[] file, String actual, int number) throws OracleFailure {
        String[] theirs = oracle.askText("rows " + number, file).split("\n");
        String[] ours = actual.split("\n");
        int row = 0;
        while (row < theirs.length && row < ours.length && theirs[row].equals(ours[row])) {
            row++;
        }
        String there = row < theirs.length ? theirs[row] : "";
        String here = row < ours.length ? ours[row] : "";
        String fact = there.isEmpty() || here.isEmpty() ? "number of rows" : fact(there, here);
        return new Difference(fact, "row " + (number * BLOCK + row), there, here);
    }
}
