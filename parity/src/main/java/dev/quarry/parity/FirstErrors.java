package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxErrorLocation;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.compile.CompileChecker;
import java.util.List;

/// The error that Quarry reports first for a file, of all stages up to the compiler.
final class FirstErrors {
    /// Python's `str(None)`.
    static final String NO_TEXT = "None";

    private final Parser parser = new Parser();
    private final CompileChecker checker = new CompileChecker();

    /// The first error's class, message, line, offset, end line, end offset and text, as `first_error.py` writes them;
    /// empty for a valid file.
    List<String> of(byte[] file, PythonVersion version) {
        SyntaxTree tree = parser.parse(file, new ParseOptions(version, ParseMode.EXEC, false));
        List<Diagnostic> errors = tree.diagnostics().isEmpty()
                ? checker.check(tree).errors() : tree.diagnostics();
        if (errors.isEmpty()) {
            return List.of();
        }
        Diagnostic error = errors.getFirst();
        SyntaxErrorLocation place = SyntaxErrorLocation.of(error, tree.source());
        return List.of(error.errorType(), line(error.message()), Integer.toString(place.lineno()),
                Integer.toString(place.offset()), Integer.toString(place.endLineno()),
                Integer.toString(place.endOffset()), place.text() == null ? NO_TEXT : line(place.text()));
    }

    private static String line(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
