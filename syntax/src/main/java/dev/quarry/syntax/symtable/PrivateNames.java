package dev.quarry.syntax.symtable;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.PythonVersion;
import java.util.Arrays;

/// The names that code means in each scope: private names of classes are mangled (Language Reference 6.2.1).
///
/// What is around the type parameters of a generic class is mangled with it, too; from 3.13 on only where it names one
/// of these parameters.
public final class PrivateNames {
    private final SymbolTable table;
    /// By scope, what comes before a private name: `_` and the class's name without leading underscores; null outside of
    /// classes and for names that are all underscores.
    private final String[] prefixes;
    /// By scope, the one whose type parameters alone are mangled, or NONE.
    private final int[] typeParameterScopes;

    private PrivateNames(SymbolTable table) {
        this.table = table;
        prefixes = new String[table.scopeCount()];
        typeParameterScopes = new int[table.scopeCount()];
        Arrays.fill(typeParameterScopes, SymbolTable.NONE);
        boolean parametersOnly = table.tree().options().version().isAtLeast(PythonVersion.PY313);
        for (int scope = 1; scope < prefixes.length; scope++) {
            ScopeType type = table.type(scope);
            boolean ofGenericClass = type == ScopeType.TYPE_PARAMETERS
                    && table.tree().kind(table.node(scope)) == NodeKind.CLASS_DEF;
            if (type == ScopeType.CLASS || ofGenericClass) {
                prefixes[scope] = prefix(table.name(scope));
                typeParameterScopes[scope] = ofGenericClass && parametersOnly ? scope : SymbolTable.NONE;
            } else {
                prefixes[scope] = prefixes[table.parent(scope)];
                typeParameterScopes[scope] = typeParameterScopes[table.parent(scope)];
            }
        }
    }

    public static PrivateNames of(SymbolTable table) {
        return new PrivateNames(table);
    }

    /// What comes before a private name in a class; null where its name is all underscores.
    static String prefix(String className) {
        int from = 0;
        while (from < className.length() && className.charAt(from) == '_') {
            from++;
        }
        return from == className.length() ? null : "_" + className.substring(from);
    }

    /// Whether a name is private where it is in a class: it begins with two underscores and doesn't end with two.
    public static boolean isPrivate(String name) {
        return name.startsWith("__") && !name.endsWith("__");
    }

    /// An identifier as the compiler has it when it is written in a class.
    public static String mangled(String name, String className) {
        String prefix = isPrivate(name) ? prefix(className) : null;
        return prefix == null ? name : prefix + name;
    }

    /// An identifier as the compiler has it when it is written in a scope.
    public String mangled(String name, int scope) {
        String prefix = prefixes[scope];
        if (prefix == null || !isPrivate(name)) {
            return name;
        }
        String mangled = prefix + name;
        int parameters = typeParameterScopes[scope];
        return parameters == SymbolTable.NONE || isTypeParameter(mangled, parameters) ? mangled : name;
    }

    private boolean isTypeParameter(String mangled, int scope) {
        for (int symbol = table.firstSymbol(scope); symbol < table.endSymbol(scope); symbol++) {
            if ((table.symbolFlags(symbol) & SymbolFlags.DEF_TYPE_PARAM) != 0
                    && table.symbolName(symbol).equals(mangled)) {
                return true;
            }
        }
        return false;
    }
}
