package dev.quarry.syntax.symtable;

import java.util.Set;

/// What a symbol is, in the words of Python's `symtable.Symbol`, and whether it is a name of the source at all.
public final class SymbolProperties {
    private static final Set<String> INVENTED = Set.of("__classdict__", "__conditional_annotations__");

    private SymbolProperties() {}

    public static boolean has(SymbolTable table, int symbol, int flag) {
        return (table.symbolFlags(symbol) & flag) != 0;
    }

    /// `is_global`: for the module also what it binds itself. (Python takes every scope that is called `top` for the
    /// module.)
    public static boolean isGlobal(SymbolTable table, int scope, int symbol) {
        return switch (table.symbolScope(symbol)) {
            case GLOBAL_IMPLICIT, GLOBAL_EXPLICIT -> true;
            default -> isBoundByModule(table, scope, symbol);
        };
    }

    /// `is_local`: for the module also what it binds and declares global.
    public static boolean isLocal(SymbolTable table, int scope, int symbol) {
        return livesHere(table, symbol) || isBoundByModule(table, scope, symbol);
    }

    /// Whether it is a local or a cell of its scope.
    public static boolean livesHere(SymbolTable table, int symbol) {
        SymbolScope scope = table.symbolScope(symbol);
        return scope == SymbolScope.LOCAL || scope == SymbolScope.CELL;
    }

    /// Whether the compiler made the name up or merged it in from a comprehension. `__class__` and `__type_params__`
    /// are not among them: source code can read them.
    public static boolean isSynthetic(SymbolTable table, int symbol) {
        if (table.isInlined(symbol)) {
            return true;
        }
        String name = table.symbolName(symbol);
        return name.charAt(0) == '.' || name.startsWith("__c") && INVENTED.contains(name);
    }

    private static boolean isBoundByModule(SymbolTable table, int scope, int symbol) {
        return table.type(scope) == ScopeType.MODULE && has(table, symbol, SymbolFlags.DEF_BOUND);
    }
}
