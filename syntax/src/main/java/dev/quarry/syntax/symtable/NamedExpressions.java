package dev.quarry.syntax.symtable;

import dev.quarry.syntax.PythonVersion;

/// Assignment expressions in comprehensions, which bind their target in the scope around (PEP 572).
final class NamedExpressions {
    private NamedExpressions() {}

    /// Finds the scope that gets the name of a comprehension's assignment expression and records it there, and in the
    /// comprehension as if it were declared.
    static void bindOutside(SymbolCollector out, int target) {
        ScopeBuffer scopes = out.scopes;
        int name = out.name(out.tree.slot(target, 0));
        if (name == ScopeBuffer.NONE) {
            return;
        }
        // Before 3.13 CPython looked names up without mangling them, and recorded them mangled.
        int sought = out.isAtLeast(PythonVersion.PY313) ? out.mangled(name) : name;
        int binder = scopes.outside(out.current);
        int iterating = out.iterationVariables.owner(sought);
        if (iterating != ScopeBuffer.NONE && scopes.outside(iterating) == binder) {
            out.errors.targetRebindsIteration(name, target);
            return;
        }
        for (int scope = binder; scope != ScopeBuffer.NONE; scope = scopes.outside(scopes.parents[scope])) {
            switch (scopes.type(scope)) {
                case FUNCTION -> {
                    boolean global = (out.flags(scope, sought) & SymbolFlags.DEF_GLOBAL) != 0;
                    declare(out, name, global ? SymbolFlags.DEF_GLOBAL : SymbolFlags.DEF_NONLOCAL, target);
                    out.define(scope, name, SymbolFlags.DEF_LOCAL, target);
                    return;
                }
                case MODULE -> {
                    declare(out, name, SymbolFlags.DEF_GLOBAL, target);
                    out.define(scope, name, SymbolFlags.DEF_GLOBAL, target);
                    return;
                }
                case CLASS, TYPE_PARAMETERS, TYPE_ALIAS, TYPE_VARIABLE -> {
                    out.errors.assignmentInComprehensionOf(scopes.type(scope), target);
                    return;
                }
                case ANNOTATION -> { }
            }
        }
    }

    private static void declare(SymbolCollector out, int name, int flag, int target) {
        out.define(name, flag, target);
        out.errors.recordDirective(out.current, out.mangled(name), target);
    }
}
