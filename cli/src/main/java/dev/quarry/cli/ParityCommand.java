package dev.quarry.cli;

import dev.quarry.parity.ComparisonKind;
import dev.quarry.parity.Interpreter;
import dev.quarry.parity.Interpreters;
import dev.quarry.parity.LibCst;
import dev.quarry.parity.ParityReport;
import dev.quarry.parity.ParityRun;
import dev.quarry.parity.Pyodide;
import dev.quarry.parity.Source;
import dev.quarry.parity.SourceFiles;
import dev.quarry.parity.Sources;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quarry parity`: compares Quarry with CPython on the user's own files.
@Command(name = "parity", description = {"Compare what Quarry and CPython say about Python files.",
    "Files are parsed and compiled by the interpreters, never executed. Exit code 1: a file differs."})
final class ParityCommand extends QuarryCommand {
    /// Interpreters at work side by side.
    private static final int WORKERS = 2;

    @Parameters(index = "0", paramLabel = "KIND", description = "What to compare: ${COMPLETION-CANDIDATES}.")
    private ComparisonKind kind;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files, and folders of files.")
    private List<Path> paths;

    @Option(names = "--python", paramLabel = "3.X", converter = PythonOption.class,
            description = "Compare with this version only; may be repeated.")
    private List<PythonVersion> versions = List.of();

    @Option(names = "--python-exe", paramLabel = "EXE",
            description = "Compare with this interpreter; may be repeated. Without it, those on the PATH and in pyenv.")
    private List<Path> executables = List.of();

    @Option(names = "--strings", description = "Compare the strings in the files, and doctests, instead of the files.")
    private boolean strings;

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "60",
            description = "Seconds that an interpreter may take for a file (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--json", description = "Print one JSON object instead of the text.")
    private boolean json;

    @Override
    int run(Console console) throws IOException, InterruptedException {
        List<Path> roots = paths.stream().map(console::resolve).toList();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw CommandFailure.badInput("no file or folder " + root + "; name one with Python files");
            }
        }
        Collection<Interpreter> interpreters = interpreters(console);
        ParityRun run = new ParityRun(kind, WORKERS, Duration.ofSeconds(Math.max(timeout, 1)));
        ParityOutput output = json ? new ParityJson(console) : new ParityText(console);
        boolean differs = false;
        output.start();
        for (Interpreter interpreter : interpreters) {
            output.start(interpreter);
            ParityReport report = run.run(interpreter, sources(roots), output);
            output.end(report);
            differs |= report.different() > 0;
        }
        output.end();
        return differs ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    private Iterator<Source> sources(List<Path> roots) {
        SourceFiles files = SourceFiles.below(roots);
        return strings ? Sources.strings(files) : Sources.files(files);
    }

    /// Those that were asked for, one for each version, oldest first.
    private Collection<Interpreter> interpreters(Console console) throws IOException {
        Map<PythonVersion, Interpreter> interpreters = new TreeMap<>();
        for (Path executable : executables) {
            Interpreter interpreter = Interpreters.ask(console.resolve(executable)).orElseThrow(() ->
                    CommandFailure.badInput(executable + " is no CPython 3.8 to 3.15 that runs; name another"));
            interpreters.put(interpreter.version(), interpreter);
        }
        List<PythonVersion> missing = new ArrayList<>();
        for (PythonVersion version : versions) {
            if (!interpreters.containsKey(version)) {
                found(version).ifPresentOrElse(one -> interpreters.put(version, one),
                        () -> missing.add(version));
            }
        }
        if (versions.isEmpty() && executables.isEmpty()) {
            (kind.needsLibCst() ? LibCst.interpreters() : Interpreters.find())
                    .forEach(one -> interpreters.put(one.version(), one));
        } else if (!versions.isEmpty()) {
            interpreters.keySet().retainAll(versions);
        }
        if (!missing.isEmpty()) {
            throw missing(missing.getFirst());
        }
        if (kind.needsLibCst()) {
            requireLibCst(interpreters.values());
        }
        if (interpreters.isEmpty()) {
            throw CommandFailure.badInput("no CPython on the PATH or in pyenv; name one with --python-exe");
        }
        return interpreters.values();
    }

    private Optional<Interpreter> found(PythonVersion version) {
        if (!kind.needsLibCst()) {
            return Interpreters.find(version);
        }
        // One without LibCST is told apart from none at all.
        return LibCst.interpreter(version).or(() -> Interpreters.find(version));
    }

    private void requireLibCst(Collection<Interpreter> interpreters) {
        for (Interpreter interpreter : interpreters) {
            if (LibCst.release(interpreter).isEmpty()) {
                throw CommandFailure.badInput(interpreter + " has no LibCST, which parity " + kind.name().toLowerCase(Locale.ROOT)
                        + " compares with; install it there with pip install libcst, or name another interpreter"
                        + " with --python-exe");
            }
        }
        if (interpreters.isEmpty()) {
            throw CommandFailure.badInput("no CPython on the PATH or in pyenv has LibCST, which parity "
                    + kind.name().toLowerCase(Locale.ROOT) + " compares with; install it with pip install libcst, or name an"
                    + " interpreter that has it with --python-exe");
        }
    }

    private static CommandFailure missing(PythonVersion version) throws IOException {
        String problem = "no CPython " + version + " on the PATH or in pyenv; name one with --python-exe";
        if (Pyodide.provides(version)) {
            problem += ", or install the one for Node.js: " + String.join(" ", Pyodide.standard().prepare());
        }
        return CommandFailure.badInput(problem);
    }
}
