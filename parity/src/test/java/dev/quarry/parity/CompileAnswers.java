package dev.quarry.parity;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxErrorLocation;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.compile.CompileChecker;
import dev.quarry.syntax.compile.CompileDiagnostics;
import dev.quarry.syntax.symtable.SymbolTable;
import java.nio.charset.StandardCharsets;
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
        String program = TestInterpreters.resource(CompileAnswers.class, "compile_answers.py");
        return TestInterpreters.run(version, program, input, mode).lines()
                .map(line -> line.split("\t", -1))
                .map(fields -> new Answer(fields[0], fields[1], fields[2], fields[3]))
                .toList();
    }

    /// Our answer.
    static Answer answer(String name, byte[] source, PythonVersion version) {
        SyntaxTree tree = new Parser().parse(source, new ParseOptions(version, ParseMode.EXEC, false));
        if (!tree.diagnostics().isEmpty()) {
            return new Answer(name, error(tree.source(), tree.diagnostics().getFirst()), "", "");
        }
        CompileDiagnostics found = new CompileChecker().check(tree, SymbolTable.build(tree));
        var lines = new TreeSet<String>();
        for (Diagnostic warning : found.warnings()) {
            lines.add(warning.errorType() + " " + (tree.source().line0(warning.start()) + 1) + " "
                    + escaped(warning.message()));
        }
        return new Answer(name, found.errors().isEmpty() ? "" : error(tree.source(), found.errors().getFirst()),
                found.warnings().isEmpty() ? "" : "SyntaxError " + place(tree.source(), found.warnings().getFirst()),
                String.join("|", lines));
    }

    private static String error(SourceText source, Diagnostic error) {
        return error.errorType() + " " + place(source, error);
    }

    private static String place(SourceText source, Diagnostic diagnostic) {
        SyntaxErrorLocation at = SyntaxErrorLocation.of(diagnostic, source);
        return at.lineno() + ":" + at.offset() + "-" + at.endLineno() + ":" + at.endOffset() + " "
                + escaped(diagnostic.message());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }
}
