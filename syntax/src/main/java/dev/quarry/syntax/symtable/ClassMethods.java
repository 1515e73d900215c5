package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// The functions that a class's body binds.
public final class ClassMethods {
    private ClassMethods() {}

    /// Their names as written, in the order of the definitions, each once: `symtable.Class.get_methods` of 3.13, and
    /// also those with private names, which Python leaves out as it looks for them unmangled. Functions whose names the
    /// body declares global are not the class's.
    public static Set<String> of(SymbolTable table, int classScope) {
        Set<String> methods = new LinkedHashSet<>();
        Set<String> bound = null;
        int end = table.subtreeEnd(classScope);
        for (int scope = classScope + 1; scope < end; scope = table.subtreeEnd(scope)) {
            ScopeType type = table.type(scope);
            boolean named = type == ScopeType.FUNCTION || type == ScopeType.TYPE_PARAMETERS;
            if (!named || table.tree().kind(table.node(scope)) != NodeKind.FUNCTION_DEF) {
                continue;
            }
            if (bound == null) {
                bound = bound(table, classScope);
            }
            if (bound.contains(table.binding(classScope, table.nameId(scope)))) {
                methods.add(table.name(scope));
            }
        }
        return methods;
    }

    private static Set<String> bound(SymbolTable table, int scope) {
        Set<String> names = new HashSet<>();
        for (int symbol = table.firstSymbol(scope); symbol < table.endSymbol(scope); symbol++) {
            if (SymbolProperties.livesHere(table, symbol)) {
                names.add(table.symbolName(symbol));
            }
        }
        return names;
    }
}
