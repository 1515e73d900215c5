package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.RefusedSources.Agreement;
import dev.quarry.syntax.PythonVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The first error of a source that CPython 3.13 refuses has CPython's class, message, place and text; other releases
/// refuse the same sources. Sources: all strings in CPython's own tests, most of which are no Python, and statements of
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
        check(RefusedSources.compare(PythonVersion.PY313, RefusedSources.constants(files)));
    }

    @Test
    void errorsOfMutants() {
        int count = TestInterpreters.areRequired() ? 20_000 : 2_000;
        check(RefusedSources.compare(PythonVersion.PY313, RefusedSources.mutants(sample(), 1, count)));
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void olderReleasesRefuseTheSame(PythonVersion version) {
        List<Path> files = files().stream().filter(SyntaxErrorParityTest::isTestOfSyntax).toList();
        Agreement agreement = RefusedSources.compare(version,
                RefusedSources.constants(files) + RefusedSources.mutants(sample(), 2, 2_000));
        assertEquals("", String.join("\n", agreement.disputed()));
    }

    static Stream<PythonVersion> olderVersions() {
        return TestInterpreters.among(PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312);
    }

    private static void check(Agreement agreement) {
        assertEquals("", String.join("\n", agreement.disputed()));
        assertTrue(agreement.refused() > 1_000, agreement::toString);
        assertTrue(agreement.messageRate() > 99.8, agreement::toString);
        assertTrue(agreement.placeRate() > 99.8, agreement::toString);
        assertTrue(agreement.rate() > 99.7, agreement::toString);
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
