package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.symtable.ClassMethods;
import dev.quarry.syntax.symtable.Namespaces;
import dev.quarry.syntax.symtable.ScopeFlags;
import dev.quarry.syntax.symtable.ScopeType;
import dev.quarry.syntax.symtable.SymbolFlags;
import dev.quarry.syntax.symtable.SymbolProperties;
import dev.quarry.syntax.symtable.SymbolScope;
import dev.quarry.syntax.symtable.SymbolTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Python's module `symtable` says of the scopes and symbols of its own library. Without
/// `-Dquarry.oracles=required` only with the newest release that is there.
class SymtableModuleParityTest {
    private static final int SAMPLE = 250;

    @ParameterizedTest
    @MethodSource("versions")
    void sampleOfTheStandardLibrary(PythonVersion version) throws IOException {
        List<String> differences = new ArrayList<>();
        String files = LibrarySample.of(version, SAMPLE).stream().map(Path::toString)
                .collect(Collectors.joining("\n", "", "\n"));
        List<String> answers = TestInterpreters.run(version,
                TestInterpreters.resource(SymtableModuleParityTest.class, "symtable_module.py"), files).lines().toList();
        for (String answer : answers) {
            String[] expected = answer.split("\t");
            List<String> actual = rows(version, Files.readAllBytes(Path.of(expected[0])));
            for (int i = 0; i < Math.max(expected.length - 1, actual.size()); i++) {
                String theirs = i + 1 < expected.length ? expected[i + 1] : "nothing";
                String ours = i < actual.size() ? actual.get(i) : "nothing";
                if (!theirs.equals(ours)) {
                    differences.add(expected[0] + " scope " + i + "\n  " + theirs + "\n  " + ours);
                    break;
                }
            }
        }
        assertEquals("", String.join("\n", differences));
        assertTrue(answers.size() * 10 > SAMPLE * 9, () -> "only " + answers.size() + " files");
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY38, PythonVersion.PY39, PythonVersion.PY310, PythonVersion.PY311,
                PythonVersion.PY312, PythonVersion.PY313);
    }

    private static List<String> rows(PythonVersion version, byte[] source) {
        SymbolTable table = SymbolTable.build(new Parser().parse(source, ParseOptions.module(version)));
        Namespaces namespaces = Namespaces.of(table);
        // Python has no inlined comprehensions among the scopes.
        var numbers = new int[table.scopeCount()];
        int shown = 0;
        for (int scope = 0; scope < numbers.length; scope++) {
            numbers[scope] = table.has(scope, ScopeFlags.COMP_INLINED) ? -1 : shown++;
        }
        List<String> rows = new ArrayList<>();
        for (int scope = 0; scope < numbers.length; scope++) {
            if (numbers[scope] >= 0) {
                rows.add(row(version, table, namespaces, numbers, scope));
            }
        }
        return rows;
    }

    private static String row(PythonVersion version, SymbolTable table, Namespaces namespaces, int[] numbers, int scope) {
        boolean function = table.type(scope) == ScopeType.FUNCTION;
        var row = new StringJoiner(" ");
        row.add(table.name(scope)).add(table.has(scope, ScopeFlags.NESTED) ? "n" : "").add(function ? "o" : "");
        List<Integer> symbols = IntStream.range(table.firstSymbol(scope), table.endSymbol(scope)).boxed().toList();
        row.add(!function ? "" : symbols.stream()
                .filter(symbol -> SymbolProperties.has(table, symbol, SymbolFlags.DEF_PARAM)).map(table::symbolName)
                .collect(Collectors.joining(",")));
        // Python looks for private methods under the name that is not mangled, and misses them.
        row.add(table.type(scope) != ScopeType.CLASS || !version.isAtLeast(PythonVersion.PY313) ? ""
                : ClassMethods.of(table, scope).stream()
                        .filter(method -> !method.startsWith("__") || method.endsWith("__"))
                        .collect(Collectors.joining(",")));
        symbols.stream().sorted((first, second) -> table.names().compare(table.symbolNameId(first),
                table.symbolNameId(second))).forEach(symbol -> row.add(symbol(table, namespaces, numbers, scope, symbol)));
        return row.toString();
    }

    private static String symbol(SymbolTable table, Namespaces namespaces, int[] numbers, int scope, int symbol) {
        var named = new StringJoiner(".");
        for (int other = namespaces.first(symbol); other != SymbolTable.NONE; other = namespaces.next(other)) {
            named.add(Integer.toString(numbers[other]));
        }
        boolean[] flags = {SymbolProperties.has(table, symbol, SymbolFlags.USE),
            SymbolProperties.has(table, symbol, SymbolFlags.DEF_IMPORT),
            SymbolProperties.has(table, symbol, SymbolFlags.DEF_PARAM),
            SymbolProperties.isGlobal(table, scope, symbol),
            SymbolProperties.has(table, symbol, SymbolFlags.DEF_NONLOCAL),
            table.symbolScope(symbol) == SymbolScope.GLOBAL_EXPLICIT,
            SymbolProperties.isLocal(table, scope, symbol),
            SymbolProperties.has(table, symbol, SymbolFlags.DEF_ANNOT),
            table.symbolScope(symbol) == SymbolScope.FREE,
            SymbolProperties.has(table, symbol, SymbolFlags.DEF_LOCAL),
            named.length() > 0};
        var letters = new StringBuilder();
        for (int i = 0; i < flags.length; i++) {
            letters.append(flags[i] ? String.valueOf((char) ('a' + i)) : "");
        }
        return table.symbolName(symbol) + ":" + letters + ":" + named;
    }
}
