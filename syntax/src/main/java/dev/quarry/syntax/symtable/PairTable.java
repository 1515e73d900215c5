package dev.quarry.syntax.symtable;

import java.util.Arrays;

/// A map from pairs of numbers, both 0 or more, to numbers: open addressing, nothing boxed, reused from file to file.
public final class PairTable {
    public static final int ABSENT = -1;

    private static final int INITIAL_SLOTS = 1024;

    /// The pair plus 1, so that 0 is a free slot.
    private long[] keys = new long[INITIAL_SLOTS];
    private int[] values = new int[INITIAL_SLOTS];
    private int slots = INITIAL_SLOTS;
    private int size;

    public void clear() {
        if (size > 0) {
            Arrays.fill(keys, 0, slots, 0);
        }
        // A small file after a big one has little to clear.
        slots = INITIAL_SLOTS;
        size = 0;
    }

    /// The value of a pair, or [#ABSENT].
    public int get(int first, int second) {
        long key = key(first, second);
        int mask = slots - 1;
        for (int slot = slot(key, mask); keys[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return ABSENT;
    }

    /// Adds a pair that is not there yet.
    public void add(int first, int second, int value) {
        if (size * 2 >= slots) {
            grow();
        }
        insert(key(first, second), value);
        size++;
    }

    private void insert(long key, int value) {
        int mask = slots - 1;
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        long[] oldKeys = Arrays.copyOf(keys, slots);
        int[] oldValues = Arrays.copyOf(values, slots);
        Arrays.fill(keys, 0, slots, 0);
        slots *= 2;
        if (slots > keys.length) {
            keys = new long[slots];
            values = new int[slots];
        }
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static long key(int first, int second) {
        return ((long) first << 32 | second) + 1;
    }

    /// Fibonacci hashing: the high bits of the product depend on all bits of the key.
    private static int slot(long key, int mask) {
        long hash = (key ^ key >>> 29) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) & mask;
    }
}
