package dev.quarry.syntax.symtable;

import dev.quarry.syntax.PythonVersion;
import java.util.ArrayList;
import java.util.Collections;

/// A [SymbolTable] as the canonical text of `symtable_rows.py`.
final class SymbolTableRows {
    private SymbolTableRows() {}

    static String of(SymbolTable table) {
        var out = new StringBuilder();
        var depths = new int[table.scopeCount()];
        PythonVersion version = table.tree().options().version();
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            boolean inlined = table.has(scope, ScopeFlags.COMP_INLINED);
            if (scope > 0) {
                // CPython shows the children of an inlined comprehension as its parent's.
                int parent = table.parent(scope);
                depths[scope] = depths[parent] + (inlined ? 0 : 1);
            }
            if (!inlined) {
                scope(table, scope, depths[scope], version, out);
            }
        }
        return out.toString();
    }

    private static void scope(SymbolTable table, int scope, int depth, PythonVersion version, StringBuilder out) {
        if (scope > 0) {
            out.append('\n');
        }
        out.append(depth).append(' ').append(table.type(scope).pythonNumber(version)).append(' ')
                .append(table.name(scope)).append(' ').append(table.firstLine(scope)).append(' ')
                .append(table.has(scope, ScopeFlags.NESTED) ? 1 : 0).append(' ');
        var parameters = new ArrayList<String>();
        var own = new ArrayList<String>();
        var handedOn = new ArrayList<String>();
        for (int symbol = table.firstSymbol(scope); symbol < table.endSymbol(scope); symbol++) {
            int flags = table.symbolFlags(symbol);
            if ((flags & SymbolFlags.DEF_PARAM) != 0) {
                parameters.add(table.symbolName(symbol));
            }
            ((flags & ~SymbolFlags.DEF_FREE_CLASS) != 0 ? own : handedOn).add("\n  " + table.symbolName(symbol) + " "
                    + table.rawFlags(symbol));
        }
        Collections.sort(handedOn);
        out.append(String.join(",", parameters)).append(String.join("", own)).append(String.join("", handedOn));
    }
}
