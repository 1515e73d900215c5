package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of CPython's own library have the symbol table that CPython gives them. Without `-Dquarry.oracles=required`
/// only with the newest release that is there.
class SymbolTableParityTest {
    private static final int SAMPLE = 300;

    @ParameterizedTest
    @MethodSource("versions")
    void sampleOfTheStandardLibrary(PythonVersion version) throws InterruptedException {
        LibrarySample.assertParity(ComparisonKind.SYMTABLE, version, LibrarySample.of(version, SAMPLE));
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY38, PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY313, PythonVersion.PY314, PythonVersion.PY315);
    }
}
