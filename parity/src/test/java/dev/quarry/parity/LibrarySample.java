package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Files of CPython's own library, its tests included.
final class LibrarySample {
    private LibrarySample() {}

    /// Files spread evenly over the library of a release.
    static List<Path> of(PythonVersion version, int size) {
        List<Path> files = TestInterpreters.standardLibrary(version);
        return IntStream.range(0, size).mapToObj(i -> files.get((int) ((long) i * files.size() / size))).toList();
    }

    /// Fails if one of the files differs, or if the interpreter refuses, or does not answer about, more than a few.
    static void assertParity(ComparisonKind kind, PythonVersion version, List<Path> files) throws InterruptedException {
        List<String> findings = new ArrayList<>();
        ParityReport report = new ParityRun(kind, 2, Oracle.PATIENCE).run(TestInterpreters.require(version),
                Sources.files(files.iterator()), (name, outcome) -> {
                    if (outcome instanceof Outcome.Different(Difference difference)) {
                        findings.add(name + ": " + difference);
                    }
                });
        assertEquals("", String.join("\n", findings));
        assertTrue(report.notCompared() * 50 < files.size(), () -> "not compared: " + report.notCompared());
        assertTrue(report.refused() * 20 < files.size(), () -> "refused: " + report.refused());
    }
}
