package dev.quarry.syntax.symtable;

/// What a scope does with a name: CPython's flag bits (`Include/internal/pycore_symtable.h`), the same in all releases.
public final class SymbolFlags {
    /// `global` statement.
    public static final int DEF_GLOBAL = 1;
    /// Assignment.
    public static final int DEF_LOCAL = 1 << 1;
    /// Parameter.
    public static final int DEF_PARAM = 1 << 2;
    /// `nonlocal` statement.
    public static final int DEF_NONLOCAL = 1 << 3;
    public static final int USE = 1 << 4;
    /// Free in a scope within a class, where the class has the name as well.
    public static final int DEF_FREE_CLASS = 1 << 6;
    public static final int DEF_IMPORT = 1 << 7;
    public static final int DEF_ANNOT = 1 << 8;
    /// Iteration variable of a comprehension.
    public static final int DEF_COMP_ITER = 1 << 9;
    public static final int DEF_TYPE_PARAM = 1 << 10;
    /// A cell of an inlined comprehension.
    public static final int DEF_COMP_CELL = 1 << 11;

    public static final int DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

    /// All bits that are CPython's.
    static final int MASK = (1 << 12) - 1;
    /// Where [ScopeBuffer] keeps the ordinal of the [SymbolScope].
    static final int SCOPE_SHIFT = 12;
    static final int SCOPE_MASK = 15 << SCOPE_SHIFT;
    /// Not CPython's: the scope has the symbol from a comprehension that was inlined.
    static final int INLINED = 1 << 16;
    /// Not CPython's: a cell of a comprehension that was inlined into the scope.
    static final int INLINED_CELL = 1 << 17;

    private SymbolFlags() {}
}
