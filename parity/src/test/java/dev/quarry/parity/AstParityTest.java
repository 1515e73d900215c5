package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of CPython's own library have the AST that CPython gives them: for 3.13 all, its tests included, for other
/// releases a sample of their own library. Without `-Dquarry.oracles=required` only the newest release that is there.
class AstParityTest {
    /// Files of a sample, spread evenly over the library.
    private static final int SAMPLE = 300;
    /// Pyodide is slower to start and to work.
    private static final int SMALL_SAMPLE = 120;

    @Test
    void standardLibrary() throws InterruptedException {
        List<Path> files = TestInterpreters.standardLibrary(PythonVersion.PY313);
        assertTrue(files.size() > 1000, () -> "only " + files.size() + " files to compare");
        assertSame(PythonVersion.PY313, files);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sampleOfTheStandardLibrary(PythonVersion version) throws InterruptedException {
        List<Path> files = TestInterpreters.standardLibrary(version);
        assertSame(version, sample(files, Pyodide.provides(version) ? SMALL_SAMPLE : SAMPLE));
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY314, PythonVersion.PY315);
    }

    private static void assertSame(PythonVersion version, List<Path> files) throws InterruptedException {
        List<String> findings = new ArrayList<>();
        ParityReport report = new ParityRun(ComparisonKind.AST, 2, Oracle.PATIENCE).run(
                TestInterpreters.require(version), files.iterator(), (file, outcome) -> {
                    if (!(outcome instanceof Outcome.Same || outcome instanceof Outcome.BothRefuse)) {
                        findings.add(file + ": " + outcome);
                    }
                });
        assertEquals("", String.join("\n", findings));
        assertEquals(files.size(), report.compared());
        assertTrue(report.refused() * 20 < report.compared(), () -> "refused: " + report.refused());
    }

    private static List<Path> sample(List<Path> files, int size) {
        return IntStream.range(0, size).mapToObj(i -> files.get((int) ((long) i * files.size() / size))).toList();
    }
}
