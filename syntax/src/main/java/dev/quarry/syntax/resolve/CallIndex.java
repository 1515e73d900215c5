package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import java.util.Arrays;

/// The calls and decorators of a file by the last name of what is called. Immutable.
final class CallIndex {
    /// Name, and value of the call; for a decorator its scope's number below zero. In ascending order.
    private final long[] entries;

    CallIndex(NameFacts facts) {
        long[] found = new long[64];
        int size = 0;
        for (int value = 0; value < facts.ops.length; value++) {
            int name = facts.ops[value] == Op.CALL ? lastName(facts, facts.a[value]) : NONE;
            if (name != NONE) {
                found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
                found[size++] = entry(name, value);
            }
        }
        for (int scope = 0; scope < facts.scopeDecorators.length; scope++) {
            int list = facts.scopeDecorators[scope];
            for (int i = 1; list != NONE && i <= facts.lists[list]; i++) {
                int decorator = facts.lists[list + i];
                int called = facts.ops[decorator] == Op.CALL ? facts.a[decorator] : decorator;
                int name = lastName(facts, called);
                if (name != NONE) {
                    found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
                    found[size++] = entry(name, ~scope);
                }
            }
        }
        entries = Arrays.copyOf(found, size);
        Arrays.sort(entries);
    }

    private static long entry(int name, int item) {
        return (long) name << Integer.SIZE | Integer.toUnsignedLong(item);
    }

    /// The name that a call names last: `f` of `f()`, `m` of `a.b.m()`. NONE for other expressions.
    private static int lastName(NameFacts facts, int callee) {
        return switch (facts.ops[callee]) {
            case Op.NAME -> facts.a[callee];
            case Op.ATTRIBUTE -> facts.b[callee];
            default -> NONE;
        };
    }

    /// The values of calls whose callee ends with a name, and `~scope` of functions and classes with such a decorator.
    ///
    /// @return null where there are more than `most`
    int[] of(int name, int most) {
        int from = Arrays.binarySearch(entries, entry(name, 0));
        from = from < 0 ? -from - 1 : from;
        int to = from;
        while (to < entries.length && (int) (entries[to] >>> Integer.SIZE) == name) {
            if (to - from == most) {
                return null;
            }
            to++;
        }
        int[] items = new int[to - from];
        for (int i = from; i < to; i++) {
            items[i - from] = (int) entries[i];
        }
        return items;
    }
}
