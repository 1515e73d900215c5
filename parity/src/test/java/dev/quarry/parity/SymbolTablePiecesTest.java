package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pieces of Python in the tests of CPython 3.13 give every interpreter's symbol table or error. Without
/// `-Dquarry.oracles=required` only the newest interpreter is asked.
class SymbolTablePiecesTest {
    @ParameterizedTest
    @MethodSource("versions")
    void piecesOfCPythonsTests(PythonVersion version) {
        SymbolTablePieces.Result result = new SymbolTablePieces(version).compare(
                SymbolTablePieces.ofTests(PythonVersion.PY313));

        assertTrue(result.tables() > 10_000, () -> "only " + result.tables() + " tables were compared");
        assertTrue(result.errors() > 50, () -> "only " + result.errors() + " errors were compared");
        assertEquals("", String.join("\n", result.differences()));
    }

    static Stream<PythonVersion> versions() {
        // Pyodide has no tests.
        return SymtableModuleParityTest.versions();
    }
}
