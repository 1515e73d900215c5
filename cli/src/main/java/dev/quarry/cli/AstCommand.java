package dev.quarry.cli;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstDumper;
import dev.quarry.syntax.ast.AstProjector;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `quarry ast`: what `python3.X -m ast` prints.
@Command(name = "ast", description = {"Print the syntax tree of a Python file as 'python -m ast' prints it.",
    "A file with a syntax error gives Python's message on standard error and exit code 3."})
final class AstCommand extends QuarryCommand {
    @Mixin
    private SourceArgument source;

    @Option(names = {"-m", "--mode"}, paramLabel = "MODE", defaultValue = "exec",
            description = "What the text is: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ParseMode mode;

    @Option(names = {"-a", "--include-attributes"}, description = "Print positions.")
    private boolean attributes;

    @Option(names = {"-i", "--indent"}, paramLabel = "N", defaultValue = "3",
            description = "Spaces for each level (default: ${DEFAULT-VALUE}).")
    private int indent;

    @Option(names = "--no-type-comments", description = "Leave type comments out.")
    private boolean noTypeComments;

    @Option(names = "--show-empty", description = "Print empty lists and Load() where Python leaves them out.")
    private boolean showEmpty;

    @Option(names = "--python", paramLabel = "3.X", converter = PythonOption.class,
            description = "The Python to be like (default: the newest that is supported).")
    private PythonVersion python;

    @Override
    int run(Console console) throws IOException {
        PythonVersion version = python == null ? PythonVersion.newest() : python;
        SyntaxTree tree = new Parser().parse(source.read(console), new ParseOptions(version, mode, !noTypeComments));
        // Errors of the stages after parsing, such as a return outside a function, are no business of `ast.parse`.
        Optional<Diagnostic> error = tree.diagnostics().stream()
                .filter(diagnostic -> diagnostic.stage() != Diagnostic.Stage.COMPILE).findFirst();
        if (error.isPresent()) {
            console.err().print(SyntaxErrorText.of(error.get(), tree.source(), source.name()));
            return ExitCode.BAD_INPUT;
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        AstDumper.dump(new AstProjector().project(tree), tree,
                new AstDumper.Options(Math.max(indent, 0), attributes, showEmpty), out);
        out.write('\n');
        out.flush();
        return ExitCode.DONE;
    }
}
