package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of CPython's own library have the AST that CPython gives them: for 3.13 all, its tests included, for other
/// releases a sample of their own library. Without `-Dquarry.oracles=required` only the newest release that is there.
class AstParityTest {
    private static final int SAMPLE = 300;
    /// Pyodide is slower to start and to work.
    private static final int SMALL_SAMPLE = 120;

    @Test
    void standardLibrary() throws InterruptedException {
        List<Path> files = TestInterpreters.standardLibrary(PythonVersion.PY313);
        assertTrue(files.size() > 1000, () -> "only " + files.size() + " files to compare");
        LibrarySample.assertParity(ComparisonKind.AST, PythonVersion.PY313, files);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sampleOfTheStandardLibrary(PythonVersion version) throws InterruptedException {
        LibrarySample.assertParity(ComparisonKind.AST, version,
                LibrarySample.of(version, Pyodide.provides(version) ? SMALL_SAMPLE : SAMPLE));
    }

    /// Where nodes end of which 3.8 has ends of its own; the others end in one way.
    @ParameterizedTest
    @MethodSource("versions")
    void endsOfNodes(PythonVersion version, @TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("ends.py"),
                TestInterpreters.resource(AstParityTest.class, "ends.py"));
        LibrarySample.assertParity(ComparisonKind.AST, version, List.of(file));
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY38, PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY314, PythonVersion.PY315);
    }
}
