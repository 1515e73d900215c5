package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.names.QualifiedNameAnalyzer;
import java.util.List;

/// Compares what names stand for with LibCST's metadata. Files that LibCST doesn't parse are not compared.
final class NameComparison extends RowComparison {
    /// The status for rows without positions.
    private static final char WITHOUT_POSITIONS = 'W';
    private static final List<String> ALL = List.of("class", "start", "end", "scope", "context", "names");
    private static final List<String> WITHOUT_PLACE = List.of("class", "scope", "context", "names");

    private final Parser parser = new Parser();
    private final QualifiedNameAnalyzer analyzer = new QualifiedNameAnalyzer();

    NameComparison() {
        super(LibCst.SCRIPT, "name_rows.py");
    }

    @Override
    Facts facts(byte[] file, PythonVersion version, char status) {
        SyntaxTree tree = parser.parse(file, new ParseOptions(version, ParseMode.EXEC, false));
        String error = firstError(tree, diagnostic -> diagnostic.stage() != Diagnostic.Stage.COMPILE);
        return error != null ? new Facts(error, null)
                : new Facts(null, new NameRows(analyzer.analyze(tree), status != WITHOUT_POSITIONS));
    }

    /// LibCST accepts some texts that CPython refuses; there is nothing to compare.
    @Override
    Outcome refusedHere(String error) {
        return new Outcome.NotCompared("no valid Python: " + error);
    }

    @Override
    String fact(String expected, String actual) {
        List<String> theirs = facts(expected);
        List<String> ours = facts(actual);
        for (int i = 0; i < theirs.size() && theirs.size() == ours.size(); i++) {
            if (!theirs.get(i).equals(ours.get(i))) {
                return (theirs.size() == ALL.size() ? ALL : WITHOUT_PLACE).get(i);
            }
        }
        return "class";
    }

    private static List<String> facts(String row) {
        boolean placed = row.matches("\\w+ \\d.*");
        return List.of(row.split(" ", (placed ? ALL : WITHOUT_PLACE).size()));
    }
}
