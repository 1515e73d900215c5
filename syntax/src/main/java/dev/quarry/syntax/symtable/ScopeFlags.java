package dev.quarry.syntax.symtable;

/// Properties of a scope: the fields of CPython's `_symtable_entry` that are one bit wide.
public final class ScopeFlags {
    /// Within a function-like scope, at any depth.
    public static final int NESTED = 1;
    public static final int GENERATOR = 1 << 1;
    public static final int COROUTINE = 1 << 2;
    public static final int VARARGS = 1 << 3;
    public static final int VARKEYWORDS = 1 << 4;
    /// Has free names, or names of which only a run can tell that they are global.
    public static final int FREE = 1 << 5;
    /// A scope within has [#FREE].
    public static final int CHILD_FREE = 1 << 6;
    /// A class whose methods use `__class__` or `super`.
    public static final int NEEDS_CLASS_CLOSURE = 1 << 7;
    /// A class whose annotation scopes look into its namespace.
    public static final int NEEDS_CLASSDICT = 1 << 8;
    public static final int RETURNS_VALUE = 1 << 9;
    public static final int COMPREHENSION = 1 << 10;
    /// A comprehension that runs in its parent's frame (PEP 709).
    public static final int COMP_INLINED = 1 << 11;
    /// A scope of type parameters, a type alias or annotations right in a class.
    public static final int CAN_SEE_CLASS_SCOPE = 1 << 12;
    /// A class or module with annotations that are executed under a condition (3.14).
    public static final int HAS_CONDITIONAL_ANNOTATIONS = 1 << 13;
    public static final int ANNOTATIONS_USED = 1 << 14;

    // State of the first pass, not part of the result.
    static final int ITERATION_TARGET = 1 << 24;
    static final int IN_CONDITIONAL_BLOCK = 1 << 25;
    static final int IN_TRY_BLOCK = 1 << 26;
    static final int IN_UNEVALUATED_ANNOTATION = 1 << 27;
    /// A scope of annotations that are never evaluated: CPython visits it and keeps it out of the table.
    static final int DETACHED = 1 << 28;
    static final int MASK = (1 << 24) - 1;

    private ScopeFlags() {}
}
