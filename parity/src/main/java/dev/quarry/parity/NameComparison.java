package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.names.QualifiedNameAnalyzer;

/// Compares what names stand for with LibCST's metadata. Files that LibCST doesn't parse are not compared.
final class NameComparison extends RowComparison {
    private static final String[] FACTS = {"class", "start", "end", "scope", "context", "names"};

    private final Parser parser = new Parser();
    private final QualifiedNameAnalyzer analyzer = new QualifiedNameAnalyzer();

    NameComparison() {
        super(LibCst.SCRIPT, "name_rows.py");
    }

    @Override
    Facts facts(byte[] file, PythonVersion version, char status) {
        SyntaxTree tree = parser.parse(file, new ParseOptions(version, ParseMode.EXEC, false));
        String error = firstError(tree, diagnostic -> diagnostic.stage() != Diagnostic.Stage.COMPILE);
        return error != null ? new Facts(error, null) : new Facts(null, new NameRows(analyzer.analyze(tree)));
    }

    /// LibCST accepts some texts that CPython refuses; there is nothing to compare.
    @Override
    Outcome refusedHere(String error) {
        return new Outcome.NotCompared("no valid Python: " + error);
    }

    @Override
    String fact(String expected, String actual) {
        String[] theirs = expected.split(" ", FACTS.length);
        String[] ours = actual.split(" ", FACTS.length);
        int differing = 0;
        while (differing < FACTS.length - 1 && theirs[differing].equals(ours[differing])) {
            differing++;
        }
        return FACTS[differing];
    }
}
