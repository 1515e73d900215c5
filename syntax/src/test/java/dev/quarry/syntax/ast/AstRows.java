package dev.quarry.syntax.ast;

import dev.quarry.syntax.LineCursor;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;

/// An [AstTable] as the canonical text of `ast_rows.py`.
final class AstRows {
    private AstRows() {}

    /// One line per row, joined by LF.
    static String of(AstTable table, SyntaxTree tree) {
        var out = new StringBuilder(table.size() * 48);
        var lines = tree.source().lineCursor();
        boolean allPositions = table.version().isAtLeast(PythonVersion.PY312);
        var inner = new boolean[table.size()];
        int attr = 0;
        for (int row = 0; row < table.size(); row++) {
            if (row > 0) {
                out.append('\n');
                int parent = table.parent(row);
                inner[row] = inner[parent] || !allPositions && table.kind(parent) == AstKind.JOINED_STR;
            }
            out.append(table.kind(row).pythonName()).append(' ').append(table.parent(row)).append(' ')
                    .append(row == 0 ? "None" : table.field(row).pythonName()).append(' ')
                    .append(table.fieldIndex(row)).append(' ');
            if (table.start(row) >= 0 && !inner[row]) {
                position(table.start(row), lines, out).append(',');
                position(table.end(row), lines, out);
            }
            int firstAttr = attr;
            while (attr < table.attrCount() && table.attrRow(attr) == row) {
                attr++;
            }
            scalars(table, row, firstAttr, attr, out);
        }
        return out.toString();
    }

    private static StringBuilder position(int offset, LineCursor lines, StringBuilder out) {
        return out.append(lines.line0(offset) + 1).append(',').append(lines.column(offset));
    }

    private static void scalars(AstTable table, int row, int firstAttr, int endAttr, StringBuilder out) {
        for (AstKind.FieldSpec spec : table.kind(row).fields()) {
            if (!table.version().isAtLeast(spec.since()) || spec.type().isNode()) {
                continue;
            }
            String value = null;
            if (spec.type() == AstKind.FieldType.CONSTANT && spec.field() == AstField.VALUE) {
                value = table.value(row);
            } else if (isName(spec)) {
                value = table.name(row);
            } else {
                for (int attr = firstAttr; attr < endAttr; attr++) {
                    if (table.attrKey(attr) == spec.field()) {
                        value = spec.type().isList() ? table.attrValue(attr).replaceAll("[\\[\\]\"]", "")
                                : table.attrValue(attr);
                    }
                }
            }
            if (value != null) {
                out.append('|').append(spec.field().pythonName()).append('=').append(value);
            }
        }
    }

    private static boolean isName(AstKind.FieldSpec spec) {
        return spec.field() != AstField.ASNAME && (spec.type() == AstKind.FieldType.IDENTIFIER
                || spec.type() == AstKind.FieldType.OPTIONAL_IDENTIFIER);
    }
}
