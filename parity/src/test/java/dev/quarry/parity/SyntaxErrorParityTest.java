package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.RefusedSources.Agreement;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The first error of a source that CPython 3.13 or later refuses has CPython's class, message, place and text; releases
/// before refuse the same sources. Sources: all strings in CPython's own tests, most of which are no Python, and statements of
/// the standard library with random mistakes. Without `-Dquarry.oracles=required`, fewer of both.
class SyntaxErrorParityTest {
    private static final Set<String> TESTS_OF_SYNTAX = Set.of("test_syntax.py", "test_exceptions.py", "test_fstring.py",
            "test_grammar.py", "test_eof.py", "test_string_literals.py", "test_positional_only_arg.py",
            "test_named_expressions.py", "test_patma.py", "test_type_params.py", "test_unpack_ex.py", "test_genexps.py",
            "test_generators.py", "test_listcomps.py", "test_except_star.py", "test_pep646_syntax.py",
            "test_dictcomps.py", "test_tokenize.py", "test_source_encoding.py", "test_unicode_identifiers.py",
            "test_global.py", "test_scope.py", "test_keywordonlyarg.py", "test_coroutines.py", "test_future.py");

    @Test
    void errorsOfCPythonsTests() {
        List<Path> files = files().stream().filter(file -> TestInterpreters.areRequired()
                ? file.toString().contains("/test/") : isTestOfSyntax(file)).toList();
        check(RefusedSources.compare(RefusedSources.constants(files), module(PythonVersion.PY313)), 99.8);
    }

    @Test
    void errorsOfMutants() {
        int count = TestInterpreters.areRequired() ? 20_000 : 2_000;
        check(RefusedSources.compare(RefusedSources.mutants(sample(), 1, count), module(PythonVersion.PY313)), 99.8);
    }

    /// The releases after 3.13 have more rules of their own than tests of them.
    @ParameterizedTest
    @MethodSource("newerVersions")
    void errorsOfNewerReleases(PythonVersion version) {
        List<Path> files = files().stream().filter(SyntaxErrorParityTest::isTestOfSyntax).toList();
        int count = TestInterpreters.areRequired() ? 10_000 : 1_000;
        check(RefusedSources.compare(RefusedSources.constants(files) + RefusedSources.mutants(sample(), 3, count),
                module(version)), 99.5);
    }

    /// Cases of our own for every rule, separated by lines of `---`, valid ones included.
    @ParameterizedTest
    @MethodSource("exactVersions")
    void cases(PythonVersion version) {
        String cases = TestInterpreters.resource(SyntaxErrorParityTest.class, "error_cases.txt");
        Agreement agreement = RefusedSources.compare(RefusedSources.of(List.of(cases.split("---\n"))), module(version));
        assertTrue(agreement.refused() > 250, agreement::toString);
        assertEquals("", String.join("\n", agreement.disputed()));
        assertEquals("", String.join("\n", agreement.differences()));
    }

    /// What is refused only because type comments are looked at.
    @ParameterizedTest
    @MethodSource("exactVersions")
    void typeCommentsOutOfPlace(PythonVersion version) {
        List<String> sources = List.of("def f(*, # type: int\n      a): pass\n",
                "def f(a, *,  # type: int\n      b=1): pass\n",
                "def f(a):  # type: (int) -> int\n    # type: (int) -> str\n    pass\n",
                "def f(a):  # type: (int) -> int\n\n    # type: (int) -> str\n\n    pass\n",
                "x = 1\n# type: int\ny = 2\n", "x  # type: int\n", "if x:  # type: int\n    pass\n",
                "return  # type: int\n", "f(a,  # type: int\n  b)\n", "class A:  # type: int\n    pass\n",
                "x += 1  # type: int\n", "x: int = 1  # type: int\n", "def f(a):\n    # type: (int) -> str\n    pass\n",
                "for x in y:  # type: int\n    pass\n", "with x as y:  # type: int\n    pass\n", "x = [  # type: int\n]\n");
        Agreement agreement = RefusedSources.compare(RefusedSources.of(sources),
                new ParseOptions(version, ParseMode.EXEC, true));
        assertTrue(agreement.refused() > 8, agreement::toString);
        assertEquals("", String.join("\n", agreement.disputed()));
        assertEquals("", String.join("\n", agreement.differences()));
    }

    /// The other modes of `compile` have the same rules around another start. Blanks behind the last line break are left
    /// out: these modes take them for an indented line, which Quarry doesn't imitate; nor does it leave out the line break
    /// of the error's text, which these modes don't add.
    @ParameterizedTest
    @EnumSource(value = ParseMode.class, names = {"EVAL", "FUNC_TYPE"})
    void errorsOfOtherModes(ParseMode mode) {
        List<Path> files = files().stream().filter(SyntaxErrorParityTest::isTestOfSyntax).toList();
        List<String> sources = RefusedSources.constants(files).lines()
                .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8).stripTrailing()).toList();
        Agreement agreement = RefusedSources.compare(RefusedSources.of(sources),
                new ParseOptions(PythonVersion.PY313, mode, false));
        assertEquals("", String.join("\n", agreement.disputed()));
        assertTrue(agreement.refused() > 1_000, agreement::toString);
        assertTrue(agreement.messageRate() > 97, agreement::toString);
        assertTrue(agreement.placeRate() > 97, agreement::toString);
    }

    static Stream<PythonVersion> exactVersions() {
        return TestInterpreters.among(PythonVersion.PY313, PythonVersion.PY314, PythonVersion.PY315);
    }

    static Stream<PythonVersion> newerVersions() {
        return TestInterpreters.among(PythonVersion.PY314, PythonVersion.PY315);
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void olderReleasesRefuseTheSame(PythonVersion version) {
        List<Path> files = files().stream().filter(SyntaxErrorParityTest::isTestOfSyntax).toList();
        Agreement agreement = RefusedSources.compare(
                RefusedSources.constants(files) + RefusedSources.mutants(sample(), 2, 2_000), module(version));
        assertEquals("", String.join("\n", agreement.disputed()));
    }

    static Stream<PythonVersion> olderVersions() {
        return TestInterpreters.among(PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312);
    }

    private static ParseOptions module(PythonVersion version) {
        return new ParseOptions(version, ParseMode.EXEC, false);
    }

    /// @param rate how many of 100 must agree
    private static void check(Agreement agreement, double rate) {
        assertEquals("", String.join("\n", agreement.disputed()));
        assertTrue(agreement.refused() > 1_000, agreement::toString);
        assertTrue(agreement.messageRate() > rate, agreement::toString);
        assertTrue(agreement.placeRate() > rate, agreement::toString);
        assertTrue(agreement.rate() > rate - 0.1, agreement::toString);
    }

    private static List<Path> files() {
        return TestInterpreters.standardLibrary(PythonVersion.PY313);
    }

    private static boolean isTestOfSyntax(Path file) {
        return TESTS_OF_SYNTAX.contains(file.getFileName().toString());
    }

    /// Every tenth file of the library.
    private static List<Path> sample() {
        List<Path> files = files();
        return IntStream.range(0, files.size() / 10).mapToObj(i -> files.get(i * 10)).toList();
    }
}
