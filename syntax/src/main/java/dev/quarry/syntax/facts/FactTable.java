package dev.quarry.syntax.facts;

import java.util.Arrays;

/// Facts of one kind as rows of integers, of which the first two are where the fact begins and ends. Reused from file to
/// file.
///
/// Facts come in as a walk meets them and are read in the order of the source: of those that begin together, the inner
/// one first.
public abstract class FactTable {
    static final int START = 0;
    static final int END = 1;
    /// What a column holds for "none".
    static final int NONE = -1;

    private final int width;
    private int[] cells;
    private long[] order = new long[64];
    private int size;

    FactTable(int width) {
        this.width = width;
        cells = new int[64 * width];
    }

    final void clear() {
        size = 0;
    }

    /// Begins a row, which [#put] fills; returns its number.
    final int row(int start, int end) {
        if ((size + 1) * width > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[size * width + START] = start;
        cells[size * width + END] = end;
        return size++;
    }

    final void put(int row, int column, int value) {
        cells[row * width + column] = value;
    }

    /// Sorts the facts. Those that begin together were met from the outside in, and are wanted the other way round.
    final void sort() {
        if (order.length < size) {
            order = new long[Math.max(size, 2 * order.length)];
        }
        for (int row = 0; row < size; row++) {
            order[row] = (long) cells[row * width] << 32 | size - 1 - row;
        }
        Arrays.sort(order, 0, size);
    }

    /// Turns the rows that a column refers to into the numbers under which the sorted table has them.
    ///
    /// @param referred the table that has those rows, sorted
    final void renumber(int column, FactTable referred) {
        int[] numbers = new int[referred.size];
        for (int fact = 0; fact < referred.size; fact++) {
            numbers[referred.rowOf(fact)] = fact;
        }
        for (int cell = column; cell < size * width; cell += width) {
            if (cells[cell] != NONE) {
                cells[cell] = numbers[cells[cell]];
            }
        }
    }

    /// Number of facts.
    public final int size() {
        return size;
    }

    /// Offset of the first byte in [dev.quarry.syntax.SourceText#utf8].
    public final int start(int fact) {
        return get(fact, START);
    }

    /// Offset after the last byte in [dev.quarry.syntax.SourceText#utf8].
    public final int end(int fact) {
        return get(fact, END);
    }

    final int get(int fact, int column) {
        return cells[rowOf(fact) * width + column];
    }

    private int rowOf(int fact) {
        return size - 1 - (int) order[fact];
    }
}
