package dev.quarry.extract.symtable;

import dev.quarry.syntax.symtable.ScopeFlags;
import dev.quarry.syntax.symtable.SymbolNames;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.Arrays;
import java.util.Optional;

/// What follows from a file's scopes and their names: paths that tell scopes apart, and which scopes bear a symbol's
/// name.
final class Blocks {
    /// A file with longer qualpaths, all taken together, is not stored. Each scope repeats the path of the scope around,
    /// so that they grow with the square of the depth.
    static final int MAX_QUALPATH_BYTES = 1 << 26;
    private static final int NONE = SymbolTable.NONE;

    private final SymbolTable table;
    private final String[] qualpaths;
    /// By scope, its name: equal numbers stand for equal texts.
    private final int[] names;
    /// By symbol, the first scope that bears its name; by scope, the next one that bears the same.
    private final int[] firstNamed;
    private final int[] nextNamed;

    private Blocks(SymbolTable table) {
        this.table = table;
        int scopes = table.scopeCount();
        qualpaths = new String[scopes];
        names = new int[scopes];
        firstNamed = new int[table.symbolCount()];
        nextNamed = new int[scopes];
        Arrays.fill(firstNamed, NONE);
        Arrays.fill(nextNamed, NONE);
    }

    /// Empty if the qualpaths are longer than [#MAX_QUALPATH_BYTES].
    static Optional<Blocks> of(SymbolTable table) {
        var blocks = new Blocks(table);
        blocks.nameScopes();
        if (!blocks.buildQualpaths()) {
            return Optional.empty();
        }
        blocks.findNamed();
        return Optional.of(blocks);
    }

    String qualpath(int scope) {
        return qualpaths[scope];
    }

    /// The first of the scopes that bear the symbol's name, [SymbolTable#NONE] if there is none: what
    /// `symtable.Symbol.get_namespaces` returns.
    int firstNamed(int symbol) {
        return firstNamed[symbol];
    }

    /// The next one after a scope that bears the same name.
    int nextNamed(int scope) {
        return nextNamed[scope];
    }

    private void nameScopes() {
        SymbolNames texts = table.names();
        // The compiler's own names are few, but each may have many scopes.
        var canonical = new int[texts.size()];
        Arrays.fill(canonical, NONE);
        for (int scope = 0; scope < names.length; scope++) {
            int name = table.nameId(scope);
            if (canonical[name] == NONE) {
                canonical[name] = texts.canonical(name);
            }
            names[scope] = canonical[name];
        }
    }

    private boolean buildQualpaths() {
        var counts = new int[table.names().size()];
        var path = new StringBuilder();
        qualpaths[0] = table.name(0);
        long length = 0;
        for (int scope = 0; scope < qualpaths.length; scope++) {
            int end = table.subtreeEnd(scope);
            for (int child = scope + 1; child < end; child = table.subtreeEnd(child)) {
                int count = ++counts[names[child]];
                path.setLength(0);
                path.append(qualpaths[scope]).append("::").append(table.name(child));
                if (count > 1) {
                    path.append('#').append(count);
                }
                length += path.length();
                if (length > MAX_QUALPATH_BYTES) {
                    return false;
                }
                qualpaths[child] = path.toString();
            }
            for (int child = scope + 1; child < end; child = table.subtreeEnd(child)) {
                counts[names[child]] = 0;
            }
        }
        return true;
    }

    /// CPython lists the scopes within an inlined comprehension as its parent's, and the comprehension not at all.
    private void findNamed() {
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
