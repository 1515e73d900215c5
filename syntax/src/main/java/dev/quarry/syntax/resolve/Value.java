package dev.quarry.syntax.resolve;

/// What a name or an expression may stand for, in one `long`: a kind, and one or two numbers.
final class Value {
    /// A binding: its file and number.
    static final int SITE = 0;
    /// A function or lambda: its file and scope.
    static final int FUNCTION = 1;
    /// A class: its file and scope.
    static final int CLASS = 2;
    /// An instance of a class: its file and scope.
    static final int INSTANCE = 3;
    /// What `super()` gives in a class: its file and scope.
    static final int SUPER = 4;
    /// A module of the repository: its number.
    static final int MODULE = 5;
    /// Something outside the repository: the number of its dotted path.
    static final int EXTERNAL = 6;
    /// An instance of a class outside the repository: likewise.
    static final int EXTERNAL_INSTANCE = 7;
    /// [Unresolved] ordinal.
    static final int UNKNOWN = 8;
    /// A display: its file and value.
    static final int DISPLAY = 9;
    /// What a call of an asynchronous function gives: its file and scope.
    static final int COROUTINE = 10;
    /// An instance of a class or of one below it, as `self` is: the class's file and scope.
    static final int SOME_INSTANCE = 11;
    /// A class or one below it, as `cls` is: its file and scope.
    static final int SOME_CLASS = 12;

    /// A type with arguments from outside the repository, in an annotation: its file and value.
    static final int GENERIC = 13;
    /// An object of such a type: likewise.
    static final int CONTAINER = 14;
    /// What a call gives that has the items of another object, as `sorted(x)` and `x.values()` have: its file and
    /// value.
    static final int ITERABLE = 15;
    /// What comes out of `enumerate`, `zip` and `items()`: file and value of the call.
    static final int ELEMENT = 16;
    /// What a call of a generator function gives: its file and scope.
    static final int GENERATOR = 17;

    /// Some items of a display, of which it is not known where in it they are: its file and value.
    static final int PART = 18;

    static final int FILE_BITS = 28;
    private static final int NUMBER_BITS = Integer.SIZE - 1;
    private static final int KIND_SHIFT = FILE_BITS + NUMBER_BITS;

    private Value() {}

    static long of(int kind, int file, int number) {
        return (long) kind << KIND_SHIFT | (long) file << NUMBER_BITS | number;
    }

    static long of(int kind, int number) {
        return of(kind, 0, number);
    }

    static long unknown(Unresolved reason) {
        return of(UNKNOWN, reason.ordinal());
    }

    /// The class of an instance, or that a class or `super()` is of.
    static long classOf(long value) {
        return of(CLASS, file(value), number(value));
    }

    static int kind(long value) {
        return (int) (value >>> KIND_SHIFT);
    }

    static int file(long value) {
        return (int) (value >>> NUMBER_BITS) & (1 << FILE_BITS) - 1;
    }

    static int number(long value) {
        return (int) value & Integer.MAX_VALUE;
    }
}
