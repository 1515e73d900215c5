package dev.quarry.syntax.symtable;

import java.util.Arrays;

/// Which scopes bear a symbol's name: what `symtable.Symbol.get_namespaces` returns.
public final class Namespaces {
    private static final int NONE = SymbolTable.NONE;

    private final SymbolTable table;
    /// By symbol, the first scope that bears its name; by scope, the next one that bears the same.
    private final int[] firstNamed;
    private final int[] nextNamed;

    private Namespaces(SymbolTable table) {
        this.table = table;
        firstNamed = new int[table.symbolCount()];
        nextNamed = new int[table.scopeCount()];
        Arrays.fill(firstNamed, NONE);
        Arrays.fill(nextNamed, NONE);
    }

    public static Namespaces of(SymbolTable table) {
        var namespaces = new Namespaces(table);
        namespaces.find(ScopeNames.of(table));
        return namespaces;
    }

    /// The first scope that bears the symbol's name, [SymbolTable#NONE] if there is none. An inlined comprehension's own
    /// symbols name none: CPython doesn't show them.
    public int first(int symbol) {
        return firstNamed[symbol];
    }

    /// The next one after a scope that bears the same name.
    public int next(int scope) {
        return nextNamed[scope];
    }

    /// CPython lists the scopes within an inlined comprehension as its parent's, and the comprehension not at all.
    private void find(int[] names) {
        int scopes = names.length;
        var owners = new int[scopes];
        var firstOwned = new int[scopes];
        var nextOwned = new int[scopes];
        Arrays.fill(firstOwned, NONE);
        for (int scope = 1; scope < scopes; scope++) {
            int parent = table.parent(scope);
            owners[scope] = table.has(parent, ScopeFlags.COMP_INLINED) ? owners[parent] : parent;
        }
        for (int scope = scopes - 1; scope > 0; scope--) {
            if (!table.has(scope, ScopeFlags.COMP_INLINED)) {
                nextOwned[scope] = firstOwned[owners[scope]];
                firstOwned[owners[scope]] = scope;
            }
        }
        var symbolOf = new int[table.names().size()];
        var lastNamed = new int[table.symbolCount()];
        Arrays.fill(symbolOf, NONE);
        for (int owner = 0; owner < scopes; owner++) {
            if (firstOwned[owner] == NONE) {
                continue;
            }
            for (int symbol = table.firstSymbol(owner); symbol < table.endSymbol(owner); symbol++) {
                symbolOf[table.symbolNameId(symbol)] = symbol;
            }
            for (int scope = firstOwned[owner]; scope != NONE; scope = nextOwned[scope]) {
                int symbol = symbolOf[names[scope]];
                if (symbol == NONE) {
                    continue;
                }
                if (firstNamed[symbol] == NONE) {
                    firstNamed[symbol] = scope;
                } else {
                    nextNamed[lastNamed[symbol]] = scope;
                }
                lastNamed[symbol] = scope;
            }
            for (int symbol = table.firstSymbol(owner); symbol < table.endSymbol(owner); symbol++) {
                symbolOf[table.symbolNameId(symbol)] = NONE;
            }
        }
    }
}
