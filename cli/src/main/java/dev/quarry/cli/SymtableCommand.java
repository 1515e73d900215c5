package dev.quarry.cli;

import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.symtable.SymbolTablePrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `quarry symtable`: what `python3.X -m symtable` prints.
@Command(name = "symtable", description = {"Print the scopes and symbols of a Python file as 'python -m symtable' does.",
    "A file that Python refuses gives its message on standard error and exit code 3."})
final class SymtableCommand extends QuarryCommand {
    @Mixin
    private SourceArgument source;

    @Option(names = "--python", paramLabel = "3.X", converter = PythonOption.class,
            description = "The Python to be like (default: the newest that is supported).")
    private PythonVersion python;

    @Override
    int run(Console console) throws IOException {
        PythonVersion version = python == null ? PythonVersion.newest() : python;
        SyntaxTree tree = new Parser().parse(source.read(console), new ParseOptions(version, ParseMode.EXEC, false));
        SymbolTable table = SymbolTable.build(tree);
        List<Diagnostic> refusals = table.refusals();
        if (!refusals.isEmpty()) {
            console.err().print(SyntaxErrorText.of(refusals.getFirst(), tree.source(), source.name()));
            return ExitCode.BAD_INPUT;
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        SymbolTablePrinter.print(table, source.name(), out);
        out.flush();
        return ExitCode.DONE;
    }
}
