package dev.quarry.syntax.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.Interpreters;
import dev.quarry.syntax.Interpreters.Interpreter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of CPython's own library, its tests included, has the symbol table that CPython gives it. Without
/// `-Dquarry.oracles=required` only the newest release that is there.
class SymbolTableParityTest {
    @ParameterizedTest
    @MethodSource("interpreters")
    void standardLibrary(Interpreter interpreter) throws Exception {
        SymbolTableParity.Result result = new SymbolTableParity(interpreter).compare(List.of());

        assertTrue(result.compared() > 1000, () -> "only " + result.compared() + " files were compared");
        assertEquals("", String.join("\n", result.differences()));
    }

    static Stream<Interpreter> interpreters() {
        List<Interpreter> all = Interpreters.all();
        return (Interpreters.areRequired() ? all : all.subList(all.size() - 1, all.size())).stream();
    }
}
