package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of CPython's own library have the tokens that its module `tokenize` gives them. Without
/// `-Dquarry.oracles=required` only with the newest release that is there.
class TokenParityTest {
    private static final int SAMPLE = 100;

    @ParameterizedTest
    @MethodSource("versions")
    void sampleOfTheStandardLibrary(PythonVersion version) throws InterruptedException {
        LibrarySample.assertParity(ComparisonKind.TOKENS, version, LibrarySample.of(version, SAMPLE));
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY38, PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY313);
    }
}
