package dev.quarry.session.render;

import dev.quarry.session.Query;
import dev.quarry.session.ResultChunks;
import dev.quarry.session.ResultColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Draws results as a table of boxes, numbers to the right.
public final class TableRenderer {
    private static final String NULL = "NULL";
    /// Cells that a column keeps when a table is too wide for its screen.
    private static final int LEAST_WIDTH = 6;

    private TableRenderer() {}

    /// How much of a result to show.
    ///
    /// @param rows most rows
    /// @param width most cells of a line; longer values are cut
    public record Limits(int rows, int width) {}

    /// Draws the first rows and says so if there are more. Rows that are not shown are not computed, unless they have
    /// to be sorted.
    ///
    /// @return the number of rows shown
    public static long write(Query query, Limits limits, Appendable out) throws IOException {
        List<ResultColumn> columns = query.columns();
        List<String[]> cells = new ArrayList<>();
        boolean more = false;
        try (ResultChunks rows = query.asText()) {
            while (!more && rows.next()) {
                for (int row = 0; row < rows.rows() && !more; row++) {
                    more = cells.size() == limits.rows;
                    if (!more) {
                        cells.add(cells(rows, row));
                    }
                }
            }
        }
        draw(columns, cells, limits.width, out);
        out.append(note(cells.size(), more)).append('\n');
        return cells.size();
    }

    private static String[] cells(ResultChunks rows, int row) {
        String[] cells = new String[rows.columns().size()];
        for (int column = 0; column < cells.length; column++) {
            String text = rows.getString(column, row);
            cells[column] = text == null ? NULL : DisplayWidth.visible(text);
        }
        return cells;
    }

    private static String note(int rows, boolean more) {
        if (more) {
            return "first " + rows + (rows == 1 ? " row" : " rows") + "; there are more";
        }
        return rows + (rows == 1 ? " row" : " rows");
    }

    private static void draw(List<ResultColumn> columns, List<String[]> rows, int width, Appendable out)
            throws IOException {
        String[] names = columns.stream().map(column -> DisplayWidth.visible(column.name())).toArray(String[]::new);
        String[] types = columns.stream().map(column -> typeName(column.type())).toArray(String[]::new);
        int[] widths = new int[names.length];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(DisplayWidth.of(names[column]), DisplayWidth.of(types[column]));
            for (String[] row : rows) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(row[column]));
            }
        }
        shrink(widths, width);
        boolean[] right = new boolean[names.length];
        rule('┌', '┬', '┐', widths, out);
        line(names, widths, right, out);
        line(types, widths, right, out);
        for (int column = 0; column < right.length; column++) {
            right[column] = columns.get(column).isNumeric();
        }
        rule('├', '┼', '┤', widths, out);
        for (String[] row : rows) {
            line(row, widths, right, out);
        }
        rule('└', '┴', '┘', widths, out);
    }

    /// Structs and lists of structs have names longer than the values beside them.
    private static String typeName(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("struct(") ? "struct" + (lower.endsWith("[]") ? "[]" : "") : lower;
    }

    /// Takes cells from the widest columns until a line fits or all columns are narrow.
    private static void shrink(int[] widths, int width) {
        int excess = Arrays.stream(widths).map(cells -> cells + 3).sum() + 1 - width;
        while (excess > 0) {
            int widest = 0;
            for (int column = 1; column < widths.length; column++) {
                if (widths[column] > widths[widest]) {
                    widest = column;
                }
            }
            if (widths[widest] <= LEAST_WIDTH) {
                return;
            }
            widths[widest]--;
            excess--;
        }
    }

    private static void rule(char left, char middle, char right, int[] widths, Appendable out) throws IOException {
        for (int column = 0; column < widths.length; column++) {
            out.append(column == 0 ? left : middle);
            out.append("─".repeat(widths[column] + 2));
        }
        out.append(right).append('\n');
    }

    private static void line(String[] cells, int[] widths, boolean[] right, Appendable out) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            String text = DisplayWidth.cut(cells[column], widths[column]);
            String padding = " ".repeat(widths[column] - DisplayWidth.of(text));
            out.append("│ ").append(right[column] ? padding + text : text + padding).append(' ');
        }
        out.append("│\n");
    }
}
