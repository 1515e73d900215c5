package dev.quarry.syntax.symtable;

/// Where a symbol lives, as the second pass decides. The ordinals are CPython's numbers.
public enum SymbolScope {
    /// Not decided: the pass stopped at an error, as in CPython.
    UNKNOWN,
    LOCAL,
    /// Declared by `global`, here or around.
    GLOBAL_EXPLICIT,
    /// Bound by no function around.
    GLOBAL_IMPLICIT,
    /// Bound by a function around.
    FREE,
    /// Local, and used by a scope within.
    CELL;

    private static final SymbolScope[] VALUES = values();

    static SymbolScope of(int ordinal) {
        return VALUES[ordinal];
    }
}
