package dev.quarry.syntax.resolve;

/// What binds a name in a scope.
public enum BindingKind {
    FUNCTION,
    CLASS,
    /// One alias of an import, other than `*`.
    IMPORT,
    /// An assignment of any form: `=`, walrus, `for`, `with`, `except … as`, a pattern.
    VARIABLE,
    /// An annotation without a value, which tells a type and assigns nothing.
    DECLARATION,
    PARAMETER,
    TYPE_PARAMETER,
    TYPE_ALIAS,
    /// `from m import *`, under the name `*`.
    STAR_IMPORT,
    /// A name in a `global` statement: its bindings are the module's.
    GLOBAL_STATEMENT,
    /// A name in a `nonlocal` statement: its bindings are those of a function around.
    NONLOCAL_STATEMENT,
    DELETION;

    private static final BindingKind[] VALUES = values();

    static BindingKind of(int ordinal) {
        return VALUES[ordinal];
    }

    /// Whether the name has a value afterwards that somebody may refer to.
    boolean isDefinition() {
        return switch (this) {
            case FUNCTION, CLASS, IMPORT, VARIABLE, DECLARATION, PARAMETER, TYPE_PARAMETER, TYPE_ALIAS -> true;
            case STAR_IMPORT, GLOBAL_STATEMENT, NONLOCAL_STATEMENT, DELETION -> false;
        };
    }

    /// Whether earlier bindings of the name are gone afterwards.
    boolean replaces() {
        return this != DECLARATION && this != STAR_IMPORT && this != GLOBAL_STATEMENT && this != NONLOCAL_STATEMENT;
    }
}
