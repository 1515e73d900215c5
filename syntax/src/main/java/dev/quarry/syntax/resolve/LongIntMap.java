package dev.quarry.syntax.resolve;

import java.util.Arrays;

/// Numbers for keys in order of their addition: open addressing, nothing boxed.
final class LongIntMap {
    private long[] keys = new long[1024];
    /// Number plus 1, 0 for a free slot.
    private int[] numbers = new int[1024];
    private int size;

    int size() {
        return size;
    }

    /// The number of a key, which gets the next one if it is new.
    int number(long key) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (numbers[slot] != 0) {
            if (keys[slot] == key) {
                return numbers[slot] - 1;
            }
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        numbers[slot] = ++size;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    void clear() {
        Arrays.fill(numbers, 0);
        size = 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldKeys[i], mask);
                while (numbers[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32 ^ mixed) & mask;
    }
}
