package dev.quarry.syntax.resolve;

import java.util.Set;

/// What comes out of containers and iterators: how an item is asked for, and which annotations say what the items are.
final class Items {
    // The operand `b` of Op.ITEM.
    /// With a key or index that is not known.
    static final int ANY = 0;
    /// One after the other.
    static final int ITERATED = 1;
    /// A slice: more of the same.
    static final int SLICED = 2;
    private static final int FIRST = 3;

    /// Containers whose first argument is the type of their items.
    private static final Set<String> OF_ITEMS = Set.of("list", "List", "Sequence", "MutableSequence", "deque", "Deque",
            "set", "Set", "frozenset", "FrozenSet", "AbstractSet", "MutableSet", "Iterable", "Iterator", "Collection",
            "Container", "Reversible", "Generator", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "KeysView",
            "ValuesView");
    private static final Set<String> OF_KEYS_AND_VALUES = Set.of("dict", "Dict", "Mapping", "MutableMapping",
            "defaultdict", "DefaultDict", "OrderedDict", "ChainMap");
    private static final Set<String> TUPLES = Set.of("tuple", "Tuple");
    private static final Set<String> CLASSES = Set.of("type", "Type");

    /// Builtins that give the items of their first argument, one by one or as a container.
    private static final Set<String> COPYING = Set.of("list", "tuple", "set", "frozenset", "sorted", "reversed",
            "iter");
    private static final Set<String> ITERATING = Set.of("enumerate", "zip", "map", "filter");
    /// Builtins that give one item of their only positional argument.
    private static final Set<String> CHOOSING = Set.of("next", "min", "max");
    /// Methods of containers that give one item.
    private static final Set<String> TAKING = Set.of("get", "pop", "popleft", "setdefault", "__getitem__", "__next__");
    /// Methods of dictionaries that give all items.
    private static final Set<String> VIEWING = Set.of("values", "items", "keys");

    private Items() {}

    /// The item at an index that is written as a number, or the one for a target of an unpacking.
    ///
    /// @param index from 0
    static int at(int index, boolean unpacked) {
        return FIRST + 2 * index + (unpacked ? 1 : 0);
    }

    /// The index that is asked for; -1 for none.
    static int index(int how) {
        return how < FIRST ? -1 : how - FIRST >> 1;
    }

    /// Whether an object's iterator is asked, not its `__getitem__`.
    static boolean isIterated(int how) {
        return how == ITERATED || how >= FIRST && (how - FIRST & 1) != 0;
    }

    static boolean hasItems(String type) {
        return OF_ITEMS.contains(type);
    }

    static boolean hasKeysAndValues(String type) {
        return OF_KEYS_AND_VALUES.contains(type);
    }

    static boolean isTuple(String type) {
        return TUPLES.contains(type);
    }

    /// Whether the argument is the class itself.
    static boolean isClass(String type) {
        return CLASSES.contains(type);
    }

    /// Whether a generic type says what its items are.
    static boolean isGeneric(String type) {
        return hasItems(type) || hasKeysAndValues(type) || isTuple(type) || isClass(type);
    }

    static boolean isCopying(String builtin) {
        return COPYING.contains(builtin);
    }

    static boolean isIterating(String builtin) {
        return ITERATING.contains(builtin);
    }

    static boolean isChoosing(String builtin) {
        return CHOOSING.contains(builtin);
    }

    static boolean isTaking(String method) {
        return TAKING.contains(method);
    }

    static boolean isViewing(String method) {
        return VIEWING.contains(method);
    }
}
