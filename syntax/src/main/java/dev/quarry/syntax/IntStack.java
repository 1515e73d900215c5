package dev.quarry.syntax;

import java.util.Arrays;

/// A growing stack of numbers that is kept from file to file. For one thread at a time.
public final class IntStack {
    private int[] items;
    private int size;

    public IntStack() {
        this(64);
    }

    /// @param capacity for how many numbers there is room at first, at least 1
    public IntStack(int capacity) {
        items = new int[capacity];
    }

    public int size() {
        return size;
    }

    public void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    /// Takes the topmost number off. There must be one.
    public int pop() {
        return items[--size];
    }

    /// The number at a height, 0 at the bottom.
    public int get(int height) {
        return items[height];
    }

    public void set(int height, int item) {
        items[height] = item;
    }

    /// Cuts the stack back to a height.
    public void truncate(int height) {
        size = height;
    }

    public void clear() {
        size = 0;
    }

    /// The numbers from the bottom up.
    public int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
