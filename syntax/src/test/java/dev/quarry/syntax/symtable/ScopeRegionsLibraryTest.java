package dev.quarry.syntax.symtable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonLibraries;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TreeWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Over Python's own library: regions lie in each other as the scopes do, and each name that is evaluated or bound is a
/// symbol of the scope whose region it is in.
class ScopeRegionsLibraryTest {
    private static final int MANY = 100_000;

    private final List<String> findings = new ArrayList<>();
    private int names;

    @ParameterizedTest
    @EnumSource(value = PythonVersion.class, names = {"PY38", "PY311", "PY312", "PY313", "PY314"})
    void everyNameIsASymbolOfTheScopeThatItIsIn(PythonVersion version) throws IOException {
        var parser = new Parser();
        var builder = new SymbolTableBuilder();
        for (Path file : PythonLibraries.newest()) {
            SyntaxTree tree = parser.parse(Files.readAllBytes(file), ParseOptions.module(version));
            SymbolTable table = builder.build(tree);
            ScopeRegions regions = ScopeRegions.of(table);
            checkRegions(file, table, regions);
            if (tree.diagnostics().isEmpty() && !FutureStatements.of(tree).annotations()) {
                checkNames(file, table, regions);
            }
        }
        assertEquals("", String.join("\n", findings.subList(0, Math.min(20, findings.size()))));
        assertTrue(names > MANY, () -> "only " + names + " names");
    }

    /// Each region lies in its parent's construct, and holds no place of a scope that is not its own or within.
    private void checkRegions(Path file, SymbolTable table, ScopeRegions regions) {
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            int parent = Math.max(0, table.parent(scope));
            for (int region = regions.firstRegion(scope); region < regions.endRegion(scope); region++) {
                int start = regions.start(region);
                int end = regions.end(region);
                if (start < table.start(parent) || end > table.end(parent)) {
                    findings.add(file + ": region " + start + " to " + end + " is outside of " + table.name(parent));
                }
                int first = regions.scopeAt(start);
                int last = regions.scopeAt(Math.max(start, end - 1));
                if (first < scope || first >= table.subtreeEnd(scope) || last < scope
                        || last >= table.subtreeEnd(scope)) {
                    findings.add(file + ": region " + start + " to " + end + " of " + table.name(scope)
                            + " is in " + table.name(first) + " and " + table.name(last));
                }
            }
        }
    }

    private void checkNames(Path file, SymbolTable table, ScopeRegions regions) {
        SyntaxTree tree = table.tree();
        List<Set<String>> symbols = new ArrayList<>();
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            Set<String> known = new HashSet<>();
            for (int symbol = table.firstSymbol(scope); symbol < table.endSymbol(scope); symbol++) {
                known.add(table.symbolName(symbol));
            }
            symbols.add(known);
        }
        for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
            int node = walk.node();
            int token = switch (tree.kind(node)) {
                case NAME, PARAMETER, STAR_PARAMETER, DOUBLE_STAR_PARAMETER, TYPE_VAR, TYPE_VAR_TUPLE, PARAM_SPEC,
                        PATTERN_STAR -> tree.slot(node, 0);
                case CLASS_DEF, EXCEPT_HANDLER, PATTERN_AS, PATTERN_MAPPING -> tree.slot(node, 1);
                case FUNCTION_DEF -> tree.slot(node, 2);
                default -> 0;
            };
            if (token == 0 && tree.kind(node) != NodeKind.NAME) {
                continue;
            }
            int offset = tree.tokens().start(token);
            int scope = regions.scopeAt(offset);
            if (table.type(scope) == ScopeType.ANNOTATION && table.type(table.parent(scope)) == ScopeType.FUNCTION
                    && tree.kind(table.node(scope)) != NodeKind.FUNCTION_DEF) {
                // Annotations of a function's variables are never evaluated.
                continue;
            }
            names++;
            String name = table.binding(scope, tree.tokens().payload(token));
            if (!symbols.get(scope).contains(name)) {
                findings.add(file + ": " + table.type(scope) + " " + table.name(scope) + " has no symbol " + name
                        + " of line " + (tree.source().line0(offset) + 1));
            }
        }
    }
}
