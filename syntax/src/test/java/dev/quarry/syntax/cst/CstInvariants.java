package dev.quarry.syntax.cst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What holds for the table of any tree, and what more holds for that of a valid one.
public final class CstInvariants {
    private CstInvariants() {}

    /// Rows are in preorder below one root, and all spans lie in the text.
    public static void check(CstTable table) {
        int length = table.tree().source().utf8().length;
        assertEquals(CstKind.MODULE, table.kind(0));
        assertEquals(-1, table.parent(0));
        for (int row = 0; row < table.size(); row++) {
            int current = row;
            assertTrue(0 <= table.start(row) && table.start(row) <= table.end(row) && table.end(row) <= length,
                    () -> describe(table, current));
            assertTrue(0 <= table.outerStart(row) && table.outerStart(row) <= table.outerEnd(row)
                    && table.outerEnd(row) <= length, () -> describe(table, current));
            if (row > 0) {
                int ancestor = row - 1;
                while (ancestor > table.parent(row)) {
                    ancestor = table.parent(ancestor);
                }
                assertEquals(table.parent(row), ancestor, () -> "no preorder: " + describe(table, current));
                assertTrue(table.slot(row) != null, () -> describe(table, current));
            }
        }
    }

    /// In addition: a row's inclusive span lies in its parent's and behind that of the row before it, and the plain span
    /// in the inclusive one.
    public static void checkValid(CstTable table) {
        check(table);
        int[] reached = new int[table.size()];
        reached[0] = table.outerStart(0);
        for (int row = 1; row < table.size(); row++) {
            int current = row;
            int parent = table.parent(row);
            assertTrue(table.outerStart(row) <= table.start(row) && table.end(row) <= table.outerEnd(row),
                    () -> describe(table, current));
            assertTrue(reached[parent] <= table.outerStart(row) && table.outerEnd(row) <= table.outerEnd(parent),
                    () -> describe(table, current) + " in " + describe(table, parent));
            reached[parent] = table.outerEnd(row);
            reached[row] = table.outerStart(row);
        }
    }

    private static String describe(CstTable table, int row) {
        return "row " + row + ": " + CstPrinter.row(table, row);
    }
}
