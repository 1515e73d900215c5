package dev.quarry.syntax.resolve;

/// What matters of a function for those who call it or read it as an attribute.
final class FunctionTraits {
    /// Its attribute access calls it: `@property` and the like.
    static final int PROPERTY = 1;
    static final int STATIC = 1 << 1;
    static final int CLASS_METHOD = 1 << 2;
    /// Has `yield`: a call gives an iterator.
    static final int GENERATOR = 1 << 3;
    /// `@x.setter` or `@x.deleter`: what reading the property gives is what the getter before it says.
    static final int ACCESSOR = 1 << 4;
    /// `async def`: a call gives a coroutine.
    static final int ASYNC = 1 << 5;

    /// Classes below must define it: `@abstractmethod`, or all that it does is to raise `NotImplementedError`.
    static final int ABSTRACT = 1 << 6;

    private FunctionTraits() {}
}
