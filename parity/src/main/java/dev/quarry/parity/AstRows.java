package dev.quarry.parity;

import dev.quarry.syntax.LineCursor;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstField;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstTable;

/// An [AstTable] as the text of `ast_rows.py`: a row is class, parent row, field, index, position, then
/// `|field=value` for each scalar field that is not `None`.
final class AstRows implements RowComparison.Rows {
    private static final String[] FACTS = {"class", "parent", "field", "index", "position"};

    private final AstTable table;
    private final LineCursor lines;
    /// Whether a row lies inside an f-string, where positions up to 3.11 are CPython's own.
    private final boolean[] inner;
    private final boolean allPositions;
    private int row;
    private int attr;

    AstRows(AstTable table, SyntaxTree tree) {
        this.table = table;
        lines = tree.source().lineCursor();
        inner = new boolean[table.size()];
        allPositions = table.version().isAtLeast(PythonVersion.PY312);
    }

    @Override
    public boolean append(StringBuilder out) {
        if (row == table.size()) {
            return false;
        }
        appendRow(out);
        row++;
        return true;
    }

    /// The class of the first fact in which two rows differ.
    static String fact(String expected, String actual) {
        String[] theirs = expected.split("\\|", 2);
        String[] ours = actual.split("\\|", 2);
        String[] theirFacts = theirs[0].split(" ", -1);
        String[] ourFacts = ours[0].split(" ", -1);
        for (int i = 0; i < FACTS.length; i++) {
            if (!theirFacts[i].equals(ourFacts[i])) {
                return FACTS[i];
            }
        }
        return "value";
    }

    private void appendRow(StringBuilder out) {
        int parent = table.parent(row);
        if (row > 0) {
            inner[row] = inner[parent] || !allPositions && table.kind(parent) == AstKind.JOINED_STR;
        }
        out.append(table.kind(row).pythonName()).append(' ').append(parent).append(' ')
                .append(row == 0 ? "None" : table.field(row).pythonName()).append(' ')
                .append(table.fieldIndex(row)).append(' ');
        if (table.start(row) >= 0 && !inner[row] && !lacksPositionIn38()) {
            position(table.start(row), out).append(',');
            position(table.end(row), out);
        }
        int firstAttr = attr;
        while (attr < table.attrCount() && table.attrRow(attr) == row) {
            attr++;
        }
        for (AstKind.FieldSpec spec : table.kind(row).fields()) {
            if (table.version().isAtLeast(spec.since()) && !spec.type().isNode()) {
                String value = scalar(spec, firstAttr);
                if (value != null) {
                    out.append('|').append(spec.field().pythonName()).append('=').append(value);
                }
            }
        }
    }

    /// Quarry gives 3.8 the classes of 3.9, which have more positions.
    private boolean lacksPositionIn38() {
        return !table.version().isAtLeast(PythonVersion.PY39) && switch (table.kind(row)) {
            case SLICE, KEYWORD -> true;
            case TUPLE -> table.field(row) == AstField.SLICE;
            default -> false;
        };
    }

    private StringBuilder position(int offset, StringBuilder out) {
        return out.append(lines.line0(offset) + 1).append(',').append(lines.column(offset));
    }

    private String scalar(AstKind.FieldSpec spec, int firstAttr) {
        if (spec.type() == AstKind.FieldType.CONSTANT && spec.field() == AstField.VALUE) {
            return table.value(row);
        }
        if (isName(spec)) {
            return table.name(row);
        }
        for (int i = firstAttr; i < attr; i++) {
            if (table.attrKey(i) == spec.field()) {
                String value = table.attrValue(i);
                return spec.type().isList() ? value.replaceAll("[\\[\\]\"]", "") : value;
            }
        }
        return null;
    }

    private static boolean isName(AstKind.FieldSpec spec) {
        return spec.field() != AstField.ASNAME && (spec.type() == AstKind.FieldType.IDENTIFIER
                || spec.type() == AstKind.FieldType.OPTIONAL_IDENTIFIER);
    }
}
