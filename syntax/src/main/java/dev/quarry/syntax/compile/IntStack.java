package dev.quarry.syntax.compile;

import java.util.Arrays;

/// A stack of numbers that is kept from file to file.
final class IntStack {
    private int[] items;
    private int size;

    IntStack(int capacity) {
        items = new int[capacity];
    }

    int size() {
        return size;
    }

    void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int pop() {
        return items[--size];
    }

    /// The item at a height, 0 at the bottom.
    int get(int height) {
        return items[height];
    }

    void set(int height, int item) {
        items[height] = item;
    }

    /// Cuts the stack back to a height.
    void truncate(int newSize) {
        size = newSize;
    }
}
