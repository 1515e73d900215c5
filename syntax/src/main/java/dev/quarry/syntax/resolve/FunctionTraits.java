package dev.quarry.syntax.resolve;

/// What matters of a function for those who call it or read it as an attribute.
final class FunctionTraits {
    /// Its attribute access calls it: `@property` and the like.
    static final int PROPERTY = 1;
    static final int STATIC = 1 << 1;
    static final int CLASS_METHOD = 1 << 2;
    /// Has `yield`: a call gives an iterator.
    static final int GENERATOR = 1 << 3;
    private FunctionTraits() {}
}
