package dev.quarry.syntax.symtable;

import java.util.Arrays;

/// Numbers of the scopes' names that are equal where the texts are: a scope that the compiler names may be called as
/// something in the file is.
final class ScopeNames {
    private ScopeNames() {}

    /// By scope, a number that a symbol of that name has, too.
    static int[] of(SymbolTable table) {
        SymbolNames texts = table.names();
        // The compiler's own names are few, but each may have many scopes.
        var canonical = new int[texts.size()];
        Arrays.fill(canonical, SymbolTable.NONE);
        var names = new int[table.scopeCount()];
        for (int scope = 0; scope < names.length; scope++) {
            int name = table.nameId(scope);
            if (canonical[name] == SymbolTable.NONE) {
                canonical[name] = texts.canonical(name);
            }
            names[scope] = canonical[name];
        }
        return names;
    }
}
