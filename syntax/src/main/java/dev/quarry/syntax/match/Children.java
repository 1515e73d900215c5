package dev.quarry.syntax.match;

import dev.quarry.syntax.cst.CstSlot;
import dev.quarry.syntax.cst.CstTable;
import java.util.Arrays;

/// The children of the nodes of a table by attribute, which the table itself knows only the other way round.
final class Children {
    static final int NONE = -1;

    private CstTable table;
    private boolean linked;
    /// By row: the next child of the same parent, 0 for none; row 0 is nobody's child.
    private int[] next = new int[1024];
    private int[] first = new int[1024];

    void table(CstTable other) {
        table = other;
        linked = false;
    }

    /// The first child of a node; 0 when it has none.
    int first(int row) {
        if (!linked) {
            link();
        }
        return first[row];
    }

    /// The child behind another; 0 when there is none.
    int next(int child) {
        return next[child];
    }

    /// The child in an attribute, the first of a sequence; [#NONE] when there is none.
    int in(int row, CstSlot slot) {
        for (int child = first(row); child > 0; child = next[child]) {
            if (table.slot(child) == slot) {
                return child;
            }
        }
        return NONE;
    }

    private void link() {
        int size = table.size();
        if (next.length < size) {
            next = new int[size + (size >> 1)];
            first = new int[next.length];
        }
        Arrays.fill(first, 0, size, 0);
        for (int row = size - 1; row > 0; row--) {
            int parent = table.parent(row);
            next[row] = first[parent];
            first[parent] = row;
        }
        linked = true;
    }
}
