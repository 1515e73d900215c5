package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.symtable.SymbolTableBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// [RandomPrograms] have the symbol tables and errors of CPython, and broken ones have some table.
class SymbolTableFuzzTest {
    @ParameterizedTest
    @MethodSource("versions")
    void randomProgramsHaveCPythonsTables(PythonVersion version) {
        var programs = new RandomPrograms(System.nanoTime(), version);
        var pieces = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            pieces.append(SymbolTablePieces.encode(programs.next()));
        }

        SymbolTablePieces.Result result = new SymbolTablePieces(version).compare(pieces.toString());

        assertTrue(result.tables() > 200 && result.errors() > 200, result::toString);
        assertEquals("", String.join("\n", result.differences()));
    }

    @Test
    void brokenProgramsHaveATable() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var parser = new Parser();
        var builder = new SymbolTableBuilder();
        for (PythonVersion version : PythonVersion.values()) {
            var programs = new RandomPrograms(random.nextLong(), version);
            for (int i = 0; i < 300; i++) {
                var program = new StringBuilder(programs.next());
                for (int cut = random.nextInt(4); cut >= 0; cut--) {
                    int from = random.nextInt(program.length());
                    program.delete(from, Math.min(program.length(), from + random.nextInt(6)));
                    program.insert(random.nextInt(program.length() + 1), "()[]{}:*=,.\n def class"
                            .charAt(random.nextInt(22)));
                }
                SymbolTable table = builder.build(parser.parse(program.toString().getBytes(StandardCharsets.UTF_8),
                        ParseOptions.module(version)));

                assertTrue(table.subtreeEnd(0) == table.scopeCount() && table.endSymbol(table.scopeCount() - 1)
                        == table.symbolCount(), () -> "seed " + seed + "\n" + program);
            }
        }
    }

    static Stream<PythonVersion> versions() {
        return SymbolTableParityTest.versions();
    }
}
