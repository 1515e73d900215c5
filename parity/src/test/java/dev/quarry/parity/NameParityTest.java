package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Names stand for what LibCST says that they do.
class NameParityTest {
    /// LibCST takes seconds for a large file.
    private static final int SAMPLE = 30;
    private static final int MOST_BYTES = 12_000;
    /// Syntax that LibCST reads from release 1.1 on.
    private static final String TYPE_PARAMETERS = "typeparams.py";

    @Test
    void sampleOfTheStandardLibrary() throws InterruptedException, IOException {
        Interpreter interpreter = TestInterpreters.requireLibCst();
        List<Path> files = new ArrayList<>();
        for (Path file : TestInterpreters.standardLibrary(interpreter.version())) {
            if (Files.size(file) <= MOST_BYTES) {
                files.add(file);
            }
        }
        List<Path> sample = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            sample.add(files.get((int) ((long) i * files.size() / SAMPLE)));
        }
        ParityReport report = compare(interpreter, sample);
        assertTrue(report.notCompared() * 10 < SAMPLE, () -> "not compared: " + report.notCompared());
    }

    /// The sources of the golden tests of names.
    @Test
    void features() throws IOException, InterruptedException {
        Interpreter interpreter = TestInterpreters.requireLibCst();
        try (Stream<Path> sources = Files.list(Path.of("../syntax/src/test/resources/golden/names"))) {
            List<Path> files = sources.filter(file -> file.toString().endsWith(".py")
                    && !file.endsWith(TYPE_PARAMETERS)).sorted().toList();
            assertEquals(0, compare(interpreter, files).notCompared());
        }
    }

    private static ParityReport compare(Interpreter interpreter, List<Path> files) throws InterruptedException {
        List<String> findings = new ArrayList<>();
        ParityReport report = new ParityRun(ComparisonKind.NAMES, 2, Oracle.PATIENCE).run(interpreter,
                Sources.files(files.iterator()), (name, outcome) -> {
                    if (outcome instanceof Outcome.Different(Difference difference)) {
                        findings.add(name + ": " + difference);
                    }
                });
        assertEquals("", String.join("\n", findings));
        return report;
    }
}
