package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.compile.CompileChecker;
import dev.quarry.syntax.compile.CompileDiagnostics;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.List;
import java.util.TreeSet;

/// Puts an interpreter's words about a source and ours in the same form.
final class CompileAnswers {
    /// What one side says.
    ///
    /// @param error type, place and message of the first error; empty when there is none
    /// @param firstWarning the same for a warning that is made an error; empty when unknown
    /// @param warnings category, line and message of each
    record Answer(String source, String error, String firstWarning, String warnings) {}

    private CompileAnswers() {}

    /// Asks about many sources or files; see `compile_answers.py`.
    static List<Answer> ask(PythonVersion version, String mode, String input) {
        String program = Resources.text("first_error.py")
                + TestInterpreters.resource(CompileAnswers.class, "compile_answers.py");
        return TestInterpreters.run(version, program, input, mode).lines()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Answer(fields[0], fields[1], fields[2], fields[3]))
                .toList();
    }

    /// Our answer.
    static Answer answer(String name, byte[] source, PythonVersion version) {
        SyntaxTree tree = new Parser().parse(source, new ParseOptions(version, ParseMode.EXEC, false));
        if (!tree.diagnostics().isEmpty()) {
            return new Answer(name, first(tree.diagnostics(), tree), "", "");
        }
        CompileDiagnostics found = new CompileChecker().check(tree, SymbolTable.build(tree));
        var lines = new TreeSet<String>();
        for (Diagnostic warning : found.warnings()) {
            lines.add(warning.errorType() + " " + (tree.source().line0(warning.start()) + 1) + " "
                    + ReportedError.escaped(warning.message()));
        }
        return new Answer(name, first(found.errors(), tree), first(asErrors(found.warnings()), tree),
                String.join("|", lines));
    }

    private static String first(List<Diagnostic> found, SyntaxTree tree) {
        return found.isEmpty() ? "" : ReportedError.of(found.getFirst(), tree.source()).toString();
    }

    /// A warning that is made an error is a SyntaxError.
    private static List<Diagnostic> asErrors(List<Diagnostic> warnings) {
        return warnings.stream().limit(1).map(warning -> new Diagnostic("SyntaxError", warning.message(),
                warning.stage(), warning.start(), warning.end())).toList();
    }
}
