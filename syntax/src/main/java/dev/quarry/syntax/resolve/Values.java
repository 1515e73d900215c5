package dev.quarry.syntax.resolve;

import java.util.Arrays;

/// A set of [Value]s that is being collected.
final class Values {
    static final long[] EMPTY = {};

    private long[] items = new long[8];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = value;
    }

    void addAll(long[] values) {
        for (long value : values) {
            add(value);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The set in ascending order, each value once; `TOO_MANY` in place of a larger one.
    long[] toSet(int most) {
        if (size == 0) {
            return EMPTY;
        }
        if (size == 1) {
            return new long[] {items[0]};
        }
        Arrays.sort(items, 0, size);
        int kept = 1;
        for (int i = 1; i < size; i++) {
            if (items[i] != items[i - 1]) {
                items[kept++] = items[i];
            }
        }
        size = kept;
        return kept > most ? new long[] {Value.unknown(Unresolved.TOO_MANY)} : Arrays.copyOf(items, kept);
    }

    /// The values in the order of their addition.
    long[] toList() {
        return size == 0 ? EMPTY : Arrays.copyOf(items, size);
    }
}
