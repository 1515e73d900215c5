package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.compile.CompileChecker;
import java.util.List;
import java.util.Optional;

/// The error that Quarry reports first for a file, of all stages up to the compiler.
final class FirstErrors {
    private final Parser parser = new Parser();
    private final CompileChecker checker = new CompileChecker();

    /// Empty for a valid file.
    Optional<ReportedError> of(byte[] file, PythonVersion version) {
        SyntaxTree tree = parser.parse(file, new ParseOptions(version, ParseMode.EXEC, false));
        List<Diagnostic> errors = tree.diagnostics().isEmpty()
                ? checker.check(tree).errors() : tree.diagnostics();
        return errors.stream().findFirst().map(error -> ReportedError.of(error, tree.source()));
    }
}
