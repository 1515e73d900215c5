package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The interpreters that tests compare with.
///
/// A test without its interpreter is skipped, or fails with `-Dquarry.oracles=required`; then Pyodide is installed,
/// into this module's build folder, where it is not yet.
public final class TestInterpreters {
    private static final int INSTALLATION_SECONDS = 180;
    /// A program may go through a whole library.
    private static final Duration PROGRAM_PATIENCE = Duration.ofMinutes(10);
    private static final Map<PythonVersion, Optional<Interpreter>> FOUND = new ConcurrentHashMap<>();

    private TestInterpreters() {}

    /// Whether tests must fail when an interpreter is missing, and run with all of them rather than the newest.
    public static boolean areRequired() {
        return "required".equals(System.getProperty("quarry.oracles"));
    }

    /// The interpreter of a release.
    public static Interpreter require(PythonVersion version) {
        Optional<Interpreter> found = of(version);
        String missing = "no CPython " + version + " on the PATH, in pyenv or from npm";
        if (areRequired()) {
            return found.orElseGet(() -> Assertions.fail(missing));
        }
        Assumptions.assumeTrue(found.isPresent(), missing);
        return found.orElseThrow();
    }

    /// An interpreter that has LibCST: that of the newest release, if there are several.
    public static Interpreter requireLibCst() {
        List<Interpreter> found = LibCst.interpreters();
        String missing = "no CPython on the PATH or in pyenv has LibCST (pip install libcst)";
        if (areRequired()) {
            Assertions.assertFalse(found.isEmpty(), missing);
        }
        Assumptions.assumeFalse(found.isEmpty(), missing);
        return found.getLast();
    }

    public static Optional<Interpreter> of(PythonVersion version) {
        return FOUND.computeIfAbsent(version, TestInterpreters::find);
    }

    /// Those of the releases that a test runs with: all when they are required, else the newest that is there.
    public static Stream<PythonVersion> among(PythonVersion... versions) {
        return areRequired() ? Stream.of(versions)
                : Stream.of(Stream.of(versions).filter(version -> of(version).isPresent())
                        .reduce((older, newer) -> newer).orElse(PythonVersion.newest()));
    }

    /// Runs a program of ours in the interpreter of a release and returns what it prints.
    public static String run(PythonVersion version, String program, String input, String... arguments) {
        try (Oracle oracle = new Oracle(require(version), "", PROGRAM_PATIENCE)) {
            return oracle.run(program, input, arguments);
        } catch (OracleFailure e) {
            throw new AssertionError("CPython " + version + " failed", e);
        }
    }

    /// A text among the test resources of a class.
    public static String resource(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of an interpreter's standard library, its tests included, in path order; for Pyodide, whose library
    /// is an archive, those of the newest other interpreter.
    public static List<Path> standardLibrary(PythonVersion version) {
        PythonVersion owner = Pyodide.provides(version) ? PythonVersion.PY313 : version;
        Path library = Path.of(run(owner, "import os; print(os.path.dirname(os.__file__))", "").strip());
        return stream(SourceFiles.ofLibrary(library));
    }

    private static List<Path> stream(SourceFiles files) {
        Iterable<Path> paths = () -> files;
        return StreamSupport.stream(paths.spliterator(), false).toList();
    }

    private static Optional<Interpreter> find(PythonVersion version) {
        Optional<Interpreter> found = Interpreters.find(version);
        if (found.isPresent() || !Pyodide.provides(version) || !areRequired()) {
            return found;
        }
        Pyodide pyodide = new Pyodide(Path.of("target", "pyodide").toAbsolutePath());
        return pyodide.find(version).or(() -> {
            install(pyodide);
            return pyodide.find(version);
        });
    }

    private static void install(Pyodide pyodide) {
        try {
            List<String> command = pyodide.prepare();
            Path log = pyodide.folder().resolve("npm.log");
            Process npm = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (!npm.waitFor(INSTALLATION_SECONDS, TimeUnit.SECONDS)) {
                npm.destroyForcibly();
                Assertions.fail("npm did not end in " + INSTALLATION_SECONDS + " s");
            }
            Assertions.assertEquals(0, npm.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
