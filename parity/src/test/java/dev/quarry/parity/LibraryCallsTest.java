package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.CallComparison.Figures;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What calls of CPython's own library call while its tests run is what the resolver says of the whole library.
///
/// A few modules of the tests by default; with `-Dquarry.calls=all` those that `library_calls.txt` lists, which takes a
/// quarter of an hour and leaves figures and findings in `target/library-calls.txt`.
class LibraryCallsTest {
    private static final boolean ALL = "all".equals(System.getProperty("quarry.calls"));
    private static final List<String> FEW = List.of("test.test_textwrap", "test.test_shlex", "test.test_csv",
            "test.test_string");
    private static final int PATIENCE_SECONDS = 200;
    private static final Path REPORT = Path.of("target", "library-calls.txt");
    private static final double LEAST_RECALL = 0.78;
    private static final double LEAST_PRECISION = 0.95;

    @TempDir
    private Path folder;

    @Test
    void callsOfTheLibraryAreNamed() throws IOException, InterruptedException {
        Path python = Path.of(TestInterpreters.require(PythonVersion.PY313).location());
        Path library = Path.of(TestInterpreters.run(PythonVersion.PY313,
                "import os; print(os.path.dirname(os.__file__))", "").strip());
        Path program = folder.resolve("trace_library.py");
        Files.writeString(program, TestInterpreters.resource(LibraryCallsTest.class, "trace_library.py"));
        CallComparison comparison = new CallComparison(
                new LibraryModules(library, TestInterpreters.standardLibrary(PythonVersion.PY313)));
        List<String> notRun = new ArrayList<>();
        List<String> tests = ALL
                ? TestInterpreters.resource(LibraryCallsTest.class, "library_calls.txt").lines().toList() : FEW;
        for (String test : tests) {
            Path recorded = folder.resolve(test + ".tsv");
            if (run(python, program, recorded, test)) {
                Files.readAllLines(recorded).forEach(comparison::add);
            } else {
                notRun.add(test);
            }
        }
        Figures ofLibrary = comparison.figures(path -> !path.startsWith("test/"));
        Figures ofTests = comparison.figures(path -> path.startsWith("test/"));
        String report = "not run: " + notRun + "\n" + ofLibrary.report("library") + "\n" + ofTests.report("tests");
        if (ALL) {
            Files.writeString(REPORT, report);
        }
        assertTrue(notRun.size() * 5 < tests.size(), report);
        for (Figures figures : List.of(ofLibrary, ofTests)) {
            assertTrue(figures.recall() >= LEAST_RECALL && figures.precision() >= LEAST_PRECISION, report);
        }
    }

    /// Whether a test module ran to its end; whether its tests pass is not asked.
    private boolean run(Path python, Path program, Path recorded, String test)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(python.toString(), "-I", "-X", "frozen_modules=off",
                program.toString(), recorded.toString(), test);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "PYTHONHASHSEED", "0"));
        Process process = builder.redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0 && Files.exists(recorded);
    }
}
