package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Files of CPython's own library, and the sources of the golden tests, have the nodes that LibCST gives them.
class CstParityTest {
    private static final Path GOLDEN = Path.of("../syntax/src/test/resources/golden/cst");
    private static final int SAMPLE = 160;
    /// LibCST reads 0.1 to 0.2 MB a second.
    private static final long MOST_BYTES = 10_000;

    @Test
    void sampleOfTheStandardLibrary() throws InterruptedException {
        Interpreter interpreter = TestInterpreters.requireLibCst();
        List<Path> files = TestInterpreters.standardLibrary(interpreter.version()).stream()
                .filter(file -> size(file) < MOST_BYTES).toList();
        List<Path> sample = IntStream.range(0, SAMPLE)
                .mapToObj(i -> files.get((int) ((long) i * files.size() / SAMPLE))).toList();
        ParityReport report = assertSame(interpreter, sample);
        // Test data that is no valid Python, and what LibCST itself cannot read or write.
        assertTrue(report.notCompared() * 20 < SAMPLE, () -> "not compared: " + report.notCompared());
    }

    @Test
    void goldenSources() throws IOException, InterruptedException {
        ParityReport report = assertSame(TestInterpreters.requireLibCst(), goldenFiles());
        assertEquals(0, report.notCompared());
        assertTrue(report.files() > 5, () -> "only " + report.files() + " sources");
    }

    /// The sources of the golden tests that LibCST can read.
    static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> !file.endsWith("recovery.py") && !file.getFileName().toString().startsWith("python3"))
                    .sorted().toList();
        }
    }

    static ParityReport assertSame(Interpreter interpreter, List<Path> files) throws InterruptedException {
        List<String> findings = new ArrayList<>();
        ParityReport report = new ParityRun(ComparisonKind.CST, 2, Oracle.PATIENCE).run(interpreter,
                Sources.files(files.iterator()), (name, outcome) -> {
                    if (outcome instanceof Outcome.Different(Difference difference)) {
                        findings.add(name + ": " + difference);
                    }
                });
        assertEquals("", String.join("\n", findings));
        return report;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
