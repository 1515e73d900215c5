package dev.quarry.cli;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.tokenize.PythonTokens;
import dev.quarry.syntax.tokenize.TokenPrinter;
import dev.quarry.syntax.tokenize.TokenizeError;
import java.io.IOException;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `quarry tokenize`: what `python3.X -m tokenize` prints.
@Command(name = "tokenize", description = {"Print the tokens of a Python file as 'python -m tokenize' prints them.",
    "A file that Python does not tokenize gives Python's message on standard error and exit code 1."})
final class TokenizeCommand extends QuarryCommand {
    @Mixin
    private SourceArgument source;

    @Option(names = {"-e", "--exact"}, description = "Print the names of operators instead of OP.")
    private boolean exact;

    @Option(names = "--python", paramLabel = "3.X", converter = PythonOption.class,
            description = "The Python to be like (default: the newest that is supported).")
    private PythonVersion python;

    @Override
    int run(Console console) throws IOException {
        PythonVersion version = python == null ? PythonVersion.newest() : python;
        byte[] raw = source.read(console);
        PythonTokens tokens = source.isStandardInput() ? PythonTokens.ofStandardInput(raw, version)
                : PythonTokens.ofFile(raw, version);
        Optional<TokenizeError> error = tokens.error();
        // Python prints a file's tokens when it has them all, those of standard input as they come.
        if (error.isEmpty() || source.isStandardInput()) {
            TokenPrinter.print(tokens, exact, version, console.out());
        }
        if (error.isPresent()) {
            console.out().flush();
            console.err().println(error.get().render(source.name(), TokenPrinter.repr(source.name(), version)));
            return ExitCode.FILES_WITH_ERRORS;
        }
        return ExitCode.DONE;
    }
}
