package dev.quarry.syntax.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.Interpreters;
import dev.quarry.syntax.Interpreters.Interpreter;
import dev.quarry.syntax.Oracle;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.compile.CompileOracle.Answer;
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
import org.junit.jupiter.params.provider.EnumSource;

/// The compiler's errors and warnings against CPython's.
class CompileErrorsTest {
    /// Cases of our own, separated by lines of `---`.
    @ParameterizedTest
    @EnumSource(value = PythonVersion.class, names = {"PY39", "PY310", "PY311", "PY312", "PY313"})
    void saysWhatCPythonSays(PythonVersion version) throws IOException {
        Interpreter interpreter = Interpreters.require(version);
        String cases = Oracle.program("compile/cases.txt");
        String input = Stream.of(cases.split("---\n"))
                .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("\n"));
        compareSources(interpreter, "sources", input, 150);
    }

    /// Those of CPython's tests that are about what the compiler refuses.
    private static final Pattern ABOUT_COMPILING = Pattern.compile("test_(syntax|compile|patma|type_params|except_star"
            + "|named_expressions|coroutines|symtable|unpack_ex|fstring|string_literals|grammar|scope)\\.py");

    /// Every string and doctest in CPython's own tests that parses; with `-Dquarry.oracles=required` in all of them.
    @Test
    void saysWhatCPythonSaysAboutItsTests() throws IOException {
        Interpreter interpreter = Interpreters.require(PythonVersion.PY313);
        String tests = Oracle.standardLibrary(interpreter).stream().map(Path::toString)
                .filter(path -> path.contains("/test/test_"))
                .filter(path -> Interpreters.areRequired() || ABOUT_COMPILING.matcher(path).find())
                .collect(Collectors.joining("\n"));
        Assumptions.assumeTrue(!tests.isEmpty(), interpreter + " has no tests");
        compareSources(interpreter, "strings", tests, 1000);
    }

    private static void compareSources(Interpreter interpreter, String mode, String input, int atLeast) {
        List<Answer> answers = CompileOracle.ask(interpreter, mode, input);
        assertTrue(answers.size() >= atLeast, () -> "only " + answers.size() + " sources");
        List<String> differences = new ArrayList<>();
        for (Answer theirs : answers) {
            byte[] source = HexFormat.of().parseHex(theirs.source());
            compare(theirs, CompileOracle.answer(theirs.source(), source, interpreter), interpreter, differences,
                    new String(source, StandardCharsets.UTF_8));
        }
        assertEquals("", String.join("\n", differences));
    }

    @ParameterizedTest
    @EnumSource(value = PythonVersion.class, names = {"PY39", "PY310", "PY311", "PY312", "PY313"})
    void saysWhatCPythonSaysAboutItsLibrary(PythonVersion version) throws IOException {
        Assumptions.assumeTrue(Interpreters.areRequired(), "only with -Dquarry.oracles=required");
        Interpreter interpreter = Interpreters.require(version);
        String files = Oracle.standardLibrary(interpreter).stream().map(Path::toString)
                .collect(Collectors.joining("\n"));
        List<String> differences = new ArrayList<>();
        for (Answer theirs : CompileOracle.ask(interpreter, "files", files)) {
            compare(theirs, CompileOracle.answer(theirs.source(), Files.readAllBytes(Path.of(theirs.source())),
                    interpreter), interpreter, differences, theirs.source());
        }
        assertEquals("", String.join("\n", differences));
    }

    /// The words are those of 3.13; other versions must agree on what is valid.
    private static void compare(Answer theirs, Answer ours, Interpreter interpreter, List<String> differences,
            String shown) {
        // A limit of CPython's own machine stack, or a docstring that it can't store; see docs/fidelity.md.
        if (theirs.error().startsWith("!")) {
            return;
        }
        boolean exact = interpreter.version() == PythonVersion.PY313;
        if (exact ? !theirs.error().equals(ours.error()) : theirs.error().isEmpty() != ours.error().isEmpty()) {
            differences.add(shown + "\n    expected " + theirs.error() + "\n    actual   " + ours.error());
        } else if (exact && theirs.error().isEmpty() && !theirs.warnings().equals(ours.warnings())) {
            differences.add(shown + "\n    expected " + theirs.warnings() + "\n    actual   " + ours.warnings());
        } else if (exact && !theirs.firstWarning().isEmpty()
                && !theirs.firstWarning().equals(ours.firstWarning())) {
            differences.add(shown + "\n    expected " + theirs.firstWarning() + "\n    actual   "
                    + ours.firstWarning());
        }
    }
}
