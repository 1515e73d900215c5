package dev.quarry.syntax.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.Interpreters;
import dev.quarry.syntax.Interpreters.Interpreter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pieces of Python in the tests of the newest interpreter give every interpreter's symbol table or error. Without
/// `-Dquarry.oracles=required` only the newest interpreter is asked.
class SymbolTablePiecesTest {
    @ParameterizedTest
    @MethodSource("interpreters")
    void piecesOfCPythonsTests(Interpreter interpreter) {
        SymbolTablePieces.Result result = new SymbolTablePieces(interpreter).compare(
                SymbolTablePieces.ofTests(Interpreters.all().getLast()));

        assertTrue(result.tables() > 10_000, () -> "only " + result.tables() + " tables were compared");
        assertTrue(result.errors() > 50, () -> "only " + result.errors() + " errors were compared");
        assertEquals("", String.join("\n", result.differences()));
    }

    static Stream<Interpreter> interpreters() {
        List<Interpreter> all = Interpreters.all();
        return (Interpreters.areRequired() ? all : all.subList(all.size() - 1, all.size())).stream();
    }
}
