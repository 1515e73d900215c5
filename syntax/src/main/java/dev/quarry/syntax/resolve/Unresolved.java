package dev.quarry.syntax.resolve;

import java.util.Locale;

/// Why a reference, or one of the ways that lead from it, ends nowhere.
public enum Unresolved {
    /// No binding in any scope around, and no builtin.
    UNDEFINED_NAME,
    /// As above, and the module has a star import whose names are not known.
    STAR_IMPORT,
    /// The value is a parameter without a known type.
    PARAMETER,
    /// The value is an item of something unpacked, iterated or subscripted whose items are not known.
    ITEM,
    /// The value is made by an expression that is not followed: arithmetic, a comparison, a comprehension's element.
    EXPRESSION,
    /// The value is what a function returns, and that is not known.
    CALL_RESULT,
    /// The value comes from code outside the repository.
    EXTERNAL_VALUE,
    /// A pattern, an augmented assignment or a type parameter binds the name.
    PATTERN,
    /// The class, with all its bases, or the module has no such attribute.
    NO_ATTRIBUTE,
    /// The method must be defined by classes below, of which not all are known.
    ABSTRACT,
    /// The class has a base that is not known.
    UNKNOWN_BASE,
    /// The module or class has `__getattr__`.
    GETATTR,
    /// An attribute of a function object.
    FUNCTION_ATTRIBUTE,
    /// A relative import that leads out of the top package, or from a file that is no module.
    BEYOND_TOP,
    /// An annotation in a string that is no plain name.
    STRING_ANNOTATION,
    /// There is no value but `None`, or the names that lead there go in a circle.
    NO_VALUE,
    /// The name is deleted where it is used.
    DELETED,
    /// More than [NameResolver#MOST_TARGETS] targets.
    TOO_MANY;

    private static final Unresolved[] VALUES = values();

    static Unresolved of(int ordinal) {
        return VALUES[ordinal];
    }

    /// The name in lower case, as tables have it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
