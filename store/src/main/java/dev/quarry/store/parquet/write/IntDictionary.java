package dev.quarry.store.parquet.write;

import java.util.Arrays;

/// Numbers different integers in the order in which they come.
final class IntDictionary {
    private final int[] values;
    /// Open addressing: index + 1, or 0 for a free place.
    private final int[] slots;
    private int size;

    /// @param capacity most different integers, a power of two
    IntDictionary(int capacity) {
        values = new int[capacity];
        slots = new int[capacity * 2];
    }

    int size() {
        return size;
    }

    int value(int index) {
        return values[index];
    }

    /// The number of an integer; -1 if there is no room for it.
    int index(int value) {
        int mask = slots.length - 1;
        int mixed = value * 0x9E3779B9;
        int slot = (mixed ^ mixed >>> 15) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (values[index] == value) {
                return index;
            }
            slot = slot + 1 & mask;
        }
        if (size == values.length) {
            return -1;
        }
        values[size++] = value;
        slots[slot] = size;
        return size - 1;
    }

    /// Forgets all integers but the first `count`.
    void truncate(int count) {
        if (size == count) {
            return;
        }
        Arrays.fill(slots, 0);
        size = 0;
        for (int i = 0; i < count; i++) {
            index(values[i]);
        }
    }
}
