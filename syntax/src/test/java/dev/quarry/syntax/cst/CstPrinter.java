package dev.quarry.syntax.cst;

/// A [CstTable] as text: one line per row, indented by its depth.
final class CstPrinter {
    private CstPrinter() {}

    static String print(CstTable table) {
        int[] depths = new int[table.size()];
        StringBuilder out = new StringBuilder();
        for (int row = 0; row < table.size(); row++) {
            if (row > 0) {
                depths[row] = depths[table.parent(row)] + 1;
            }
            out.repeat("  ", depths[row]).append(row(table, row)).append('\n');
        }
        return out.toString();
    }

    /// `slot[index]=Class start-end (inclusive start-inclusive end) value`; the inclusive span where it differs.
    static String row(CstTable table, int row) {
        StringBuilder out = new StringBuilder();
        if (table.slot(row) != null) {
            out.append(table.slot(row).attribute());
            if (table.slotIndex(row) >= 0) {
                out.append('[').append(table.slotIndex(row)).append(']');
            }
            out.append('=');
        }
        out.append(table.kind(row).className()).append(' ').append(table.start(row)).append('-')
                .append(table.end(row));
        if (table.outerStart(row) != table.start(row) || table.outerEnd(row) != table.end(row)) {
            out.append(" (").append(table.outerStart(row)).append('-').append(table.outerEnd(row)).append(')');
        }
        if (table.kind(row).hasValue()) {
            out.append(' ').append(table.value(row).replace("\n", "\\n"));
        }
        return out.toString();
    }
}
