package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The strings of `fields.py` are parsed or refused as each release does it.
class FieldParityTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("versions")
    void fieldsOfFormatStrings(PythonVersion version) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("fields.py"),
                TestInterpreters.resource(FieldParityTest.class, "fields.py"));
        List<String> findings = new ArrayList<>();
        ParityReport report = new ParityRun(ComparisonKind.AST, 1, Oracle.PATIENCE).run(
                TestInterpreters.require(version), Sources.strings(List.of(file).iterator()), (name, outcome) -> {
                    if (outcome instanceof Outcome.Different(Difference difference)) {
                        findings.add(name + ": " + difference);
                    }
                });
        assertEquals("", String.join("\n", findings));
        assertTrue(report.compared() >= 25, () -> "compared: " + report.compared());
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.values());
    }
}
