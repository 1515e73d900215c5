package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.CompileAnswers.Answer;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What CPython's compiler says about files that parse: errors, and for 3.13 warnings as well. Releases before 3.13
/// agree on what is valid.
class CompileErrorParityTest {
    /// Those of CPython's tests that are about what the compiler refuses.
    private static final Pattern ABOUT_COMPILING = Pattern.compile("/test/test_(syntax|compile|patma|type_params"
            + "|except_star|named_expressions|coroutines|symtable|unpack_ex|fstring|string_literals|grammar|scope)\\.py");
    private static final int SAMPLE = 300;

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY313, PythonVersion.PY314, PythonVersion.PY315);
    }

    /// Cases of our own, separated by lines of `---`.
    @ParameterizedTest
    @MethodSource("versions")
    void cases(PythonVersion version) {
        String cases = TestInterpreters.resource(CompileErrorParityTest.class, "compile_cases.txt");
        String input = Stream.of(cases.split("---\n"))
                .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("\n"));
        compareSources(version, "sources", input, 150);
    }

    /// Every string and doctest in them that parses.
    @Test
    void stringsInTestsOfTheCompiler() {
        TestInterpreters.require(PythonVersion.PY313);
        String tests = TestInterpreters.standardLibrary(PythonVersion.PY313).stream().map(Path::toString)
                .filter(path -> ABOUT_COMPILING.matcher(path).find()).collect(Collectors.joining("\n"));
        Assumptions.assumeTrue(!tests.isEmpty(), "this Python has no tests");
        compareSources(PythonVersion.PY313, "strings", tests, 1000);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sampleOfTheStandardLibrary(PythonVersion version) throws IOException {
        if (version.isAtLeast(PythonVersion.PY314)) {
            // These interpreters see no files.
            List<String> sources = new ArrayList<>();
            for (Path file : LibrarySample.of(version, SAMPLE)) {
                sources.add(HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            compareSources(version, "sources", String.join("\n", sources), SAMPLE / 2);
            return;
        }
        String files = LibrarySample.of(version, SAMPLE).stream().map(Path::toString)
                .collect(Collectors.joining("\n"));
        List<String> differences = new ArrayList<>();
        for (Answer theirs : CompileAnswers.ask(version, "files", files)) {
            byte[] source = Files.readAllBytes(Path.of(theirs.source()));
            compare(theirs, CompileAnswers.answer(theirs.source(), source, version), version, differences,
                    theirs.source());
        }
        assertEquals("", String.join("\n", differences));
    }

    private static void compareSources(PythonVersion version, String mode, String input, int atLeast) {
        List<Answer> answers = CompileAnswers.ask(version, mode, input);
        assertTrue(answers.size() >= atLeast, () -> "only " + answers.size() + " sources");
        List<String> differences = new ArrayList<>();
        for (Answer theirs : answers) {
            byte[] source = HexFormat.of().parseHex(theirs.source());
            compare(theirs, CompileAnswers.answer(theirs.source(), source, version), version, differences,
                    new String(source, StandardCharsets.UTF_8));
        }
        assertEquals("", String.join("\n", differences));
    }

    /// Errors are those of 3.13 and later, warnings those of 3.13; other versions must agree on what is valid.
    private static void compare(Answer theirs, Answer ours, PythonVersion version, List<String> differences,
            String shown) {
        // A limit of CPython's own machine stack, or a docstring that it can't store; see docs/fidelity.md.
        if (theirs.error().startsWith("!")) {
            return;
        }
        boolean exact = version.isAtLeast(PythonVersion.PY313);
        boolean exactWarnings = version == PythonVersion.PY313;
        if (exact ? !theirs.error().equals(ours.error()) : theirs.error().isEmpty() != ours.error().isEmpty()) {
            differences.add(shown + "\n    expected " + theirs.error() + "\n    actual   " + ours.error());
        } else if (exactWarnings && theirs.error().isEmpty() && !theirs.warnings().equals(ours.warnings())) {
            differences.add(shown + "\n    expected " + theirs.warnings() + "\n    actual   " + ours.warnings());
        } else if (exactWarnings && !theirs.firstWarning().isEmpty()
                && !theirs.firstWarning().equals(ours.firstWarning())) {
            differences.add(shown + "\n    expected " + theirs.firstWarning() + "\n    actual   "
                    + ours.firstWarning());
        }
    }
}
