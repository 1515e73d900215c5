package dev.quarry.syntax.symtable;

import dev.quarry.syntax.PythonVersion;

/// The kinds of scopes, which CPython calls blocks.
public enum ScopeType {
    MODULE,
    /// Functions, lambdas and comprehensions.
    FUNCTION,
    CLASS,
    /// Deferred annotations (3.14).
    ANNOTATION,
    /// The value of a `type` statement (3.12).
    TYPE_ALIAS,
    /// Around a generic function, class or type alias: holds the type parameters (3.12).
    TYPE_PARAMETERS,
    /// A type parameter's bound or default (3.12, 3.13).
    TYPE_VARIABLE;

    private static final ScopeType[] VALUES = values();

    static ScopeType of(int ordinal) {
        return VALUES[ordinal];
    }

    /// Whether locals of the scope can be seen by the scopes in it and are fast locals or cells.
    public boolean isFunctionLike() {
        return this != MODULE && this != CLASS;
    }

    /// The value of `_symtable`'s entry attribute `type`.
    public int pythonNumber(PythonVersion version) {
        boolean first = !version.isAtLeast(PythonVersion.PY313);
        return switch (this) {
            case FUNCTION -> 0;
            case CLASS -> 1;
            case MODULE -> 2;
            case ANNOTATION -> 3;
            case TYPE_ALIAS -> first ? 5 : 4;
            case TYPE_PARAMETERS -> first ? 6 : 5;
            case TYPE_VARIABLE -> first ? 4 : 6;
        };
    }
}
