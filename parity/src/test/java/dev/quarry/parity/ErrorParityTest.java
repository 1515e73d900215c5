package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// First errors are those of CPython.
class ErrorParityTest {
    private static final int SAMPLE = 100;
    /// CPython's own tests of errors.
    private static final List<String> TESTS = List.of("test_syntax.py", "test_exceptions.py", "test_fstring.py",
            "test_eof.py", "test_patma.py", "test_grammar.py", "test_type_params.py", "test_named_expressions.py",
            "test_except_star.py", "test_unpack_ex.py", "test_string_literals.py", "test_global.py");

    /// Hardly any file of a library has an error; what is valid must be valid on both sides.
    @ParameterizedTest
    @MethodSource("versions")
    void sampleOfTheStandardLibrary(PythonVersion version) throws InterruptedException {
        LibrarySample.assertParity(ComparisonKind.ERRORS, version, LibrarySample.of(version, SAMPLE));
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY313);
    }

    /// Of the sources that 3.13 refuses in its own tests, 98 of 100 have its error to the letter: class, message, place
    /// and text.
    @Test
    void stringsInCPythonsTests() throws InterruptedException {
        List<Path> tests = TestInterpreters.standardLibrary(PythonVersion.PY313).stream()
                .filter(file -> TESTS.contains(file.getFileName().toString())).toList();
        List<String> findings = new ArrayList<>();
        ParityReport report = new ParityRun(ComparisonKind.ERRORS, 2, Oracle.PATIENCE).run(
                TestInterpreters.require(PythonVersion.PY313), Sources.strings(tests.iterator()), (name, outcome) -> {
                    if (outcome instanceof Outcome.Different(Difference difference)) {
                        findings.add(name + ": " + difference);
                    }
                });
        assertTrue(report.refused() > 1500, () -> "only " + report.refused() + " errors were compared");
        assertTrue(report.different() * 50 <= report.refused(), () -> String.join("\n", findings));
    }
}
