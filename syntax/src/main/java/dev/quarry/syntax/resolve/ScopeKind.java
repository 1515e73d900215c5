package dev.quarry.syntax.resolve;

/// The scopes in which names are looked up. Unlike CPython's symbol table, all versions have the same.
enum ScopeKind {
    MODULE,
    CLASS,
    /// Functions and lambdas.
    FUNCTION,
    /// Runs where it stands, but names in it are its own.
    COMPREHENSION,
    /// Around a generic definition; sees the names of a class right around it.
    TYPE_PARAMETERS,
    /// Attributes assigned to instances of the class that is its parent. No code runs in it.
    INSTANCE;

    private static final ScopeKind[] VALUES = values();

    static ScopeKind of(int ordinal) {
        return VALUES[ordinal];
    }

    /// Whether the code of the scope runs right where it stands, so that it sees what has been bound by then.
    boolean runsInPlace() {
        return this != FUNCTION;
    }
}
