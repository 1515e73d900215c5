package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.symtable.ScopeFlags;
import dev.quarry.syntax.symtable.SymbolFlags;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// A [SymbolTable] as the text of `symtable_rows.py`: a row is a scope (depth, type, name, line, whether nested,
/// parameters) or a symbol (name, raw flags).
final class SymbolTableRows implements RowComparison.Rows {
    private final SymbolTable table;
    private final PythonVersion version;
    private final int[] depths;
    private final Deque<String> rows = new ArrayDeque<>();
    private int scope;

    SymbolTableRows(SymbolTable table) {
        this.table = table;
        version = table.tree().options().version();
        depths = new int[table.scopeCount()];
    }

    @Override
    public boolean append(StringBuilder out) {
        while (rows.isEmpty() && scope < table.scopeCount()) {
            boolean inlined = table.has(scope, ScopeFlags.COMP_INLINED);
            if (scope > 0) {
                // CPython shows the children of an inlined comprehension as its parent's.
                depths[scope] = depths[table.parent(scope)] + (inlined ? 0 : 1);
            }
            if (!inlined) {
                addRows();
            }
            scope++;
        }
        if (rows.isEmpty()) {
            return false;
        }
        out.append(rows.remove());
        return true;
    }

    private void addRows() {
        List<String> parameters = new ArrayList<>();
        List<String> own = new ArrayList<>();
        List<String> handedOn = new ArrayList<>();
        for (int symbol = table.firstSymbol(scope); symbol < table.endSymbol(scope); symbol++) {
            int flags = table.symbolFlags(symbol);
            if ((flags & SymbolFlags.DEF_PARAM) != 0) {
                parameters.add(table.symbolName(symbol));
            }
            ((flags & ~SymbolFlags.DEF_FREE_CLASS) != 0 ? own : handedOn).add("  " + table.symbolName(symbol) + " "
                    + table.rawFlags(symbol));
        }
        Collections.sort(handedOn);
        rows.add(depths[scope] + " " + table.type(scope).pythonNumber(version) + " " + table.name(scope) + " "
                + table.firstLine(scope) + " " + (table.has(scope, ScopeFlags.NESTED) ? 1 : 0) + " "
                + String.join(",", parameters));
        rows.addAll(own);
        rows.addAll(handedOn);
    }
}
