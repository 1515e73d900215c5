package dev.quarry.cli;

import dev.quarry.session.Query;
import dev.quarry.session.Session;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `quarry sql`
@Command(name = "sql", description = {"Run a query over the tables of the newest run.",
    "The query is the argument, the file of -f, or standard input; it can read the store and nothing else."})
final class SqlCommand extends QuarryCommand {

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "The query.")
    private String argument;

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "Read the query from a file.")
    private Path file;

    @Mixin
    private StoreOption store;

    @Option(names = "--format", paramLabel = "F", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ResultFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the result to a file.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    int run(Console console) throws IOException {
        if (argument != null && file != null) {
            throw new ParameterException(spec.commandLine(), "both a query and a file with one");
        }
        if (format == ResultFormat.PARQUET && out == null) {
            throw new ParameterException(spec.commandLine(), "--format parquet needs --out FILE");
        }
        String sql = queryText(console);
        if (sql.isBlank()) {
            throw new ParameterException(spec.commandLine(), "the query is empty");
        }
        try (Session session = store.open(console)) {
            Query query = session.query(sql);
            if (out == null) {
                format.write(query, console.width(), console.out());
            } else {
                writeFile(query, console.resolve(out));
            }
        }
        return ExitCode.DONE;
    }

    private String queryText(Console console) throws IOException {
        if (argument != null) {
            return argument;
        }
        if (file == null) {
            if (console.interactive()) {
                console.err().println("quarry: reading the query from standard input, to its end");
            }
            return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(console.resolve(file));
        } catch (NoSuchFileException e) {
            throw CommandFailure.badInput("no file " + file + "; name a file with a query", e);
        } catch (IOException e) {
            throw CommandFailure.badInput(file + " can't be read as UTF-8 (" + e.getMessage() + ")", e);
        }
    }

    /// The file appears when it is complete.
    private void writeFile(Query query, Path target) throws IOException {
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.badInput("no folder " + folder + " to write " + out + " into; make it first");
        }
        if (format == ResultFormat.PARQUET) {
            query.writeParquet(target);
            return;
        }
        Path written = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(written))) {
                format.write(query, Console.UNLIMITED, file);
            }
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
