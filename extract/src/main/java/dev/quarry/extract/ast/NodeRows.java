package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstField;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstTable;
import java.util.Arrays;

/// Rows of `ast_nodes_v1`, by far the most rows of a run: plain loops over columns.
final class NodeRows extends PositionedRows {
    /// Longer reprs are cut at a character boundary and marked in attrs.
    static final int MAX_VALUE_BYTES = 1 << 20;
    private static final int UNKNOWN = -1;

    private final IntColumn astId = rows.ints("ast_id");
    private final IntColumn parentAstId = rows.ints("parent_ast_id");
    private final DictionaryColumn field = rows.dictionary("field");
    private final IntColumn fieldIndex = rows.ints("field_index");
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final DictionaryColumn name = rows.dictionary("name");
    private final StringColumn value = rows.strings("value");
    private final MapColumn attrs = rows.map("attrs");

    private final int[] kindEntries = new int[AstKind.values().length];
    private final int[] fieldEntries = new int[AstField.values().length];
    private int[] nameEntries = new int[256];

    NodeRows() {
        super(AstDatasets.NODES);
        forgetEntries();
    }

    @Override
    public void file(FileRow file, SyntaxTree tree) {
        super.file(file, tree);
        if (rows.rows() == 0) {
            forgetEntries();
        }
    }

    /// Dictionary entries are numbered anew in each batch.
    private void forgetEntries() {
        Arrays.fill(kindEntries, UNKNOWN);
        Arrays.fill(fieldEntries, UNKNOWN);
    }

    void add(AstTable table) {
        int size = table.size();
        identity(size);
        startNames(table.poolSize());
        int attr = 0;
        for (int row = 0; row < size; row++) {
            astId.add(row);
            addParent(table, row);
            kind.add(kindEntry(table.kind(row)));
            addName(table, row);
            boolean cut = addValue(table, row);
            int start = table.start(row);
            if (start < 0) {
                positions.addNull();
            } else {
                positions.add(start, table.end(row));
            }
            while (attr < table.attrCount() && table.attrRow(attr) == row) {
                attrs.put(table.attrKey(attr).pythonName(), table.attrValue(attr));
                attr++;
            }
            if (cut) {
                attrs.put("value_truncated", "true");
            }
            attrs.endMap();
        }
    }

    private void addParent(AstTable table, int row) {
        int parent = table.parent(row);
        if (parent < 0) {
            parentAstId.addNull();
            field.addNull();
            fieldIndex.addNull();
            return;
        }
        parentAstId.add(parent);
        field.add(fieldEntry(table.field(row)));
        int index = table.fieldIndex(row);
        if (index < 0) {
            fieldIndex.addNull();
        } else {
            fieldIndex.add(index);
        }
    }

    private void addName(AstTable table, int row) {
        int text = table.nameIndex(row);
        if (text < 0) {
            name.addNull();
            return;
        }
        int entry = nameEntries[text];
        if (entry == UNKNOWN) {
            int start = table.poolStart(text);
            entry = name.entry(table.poolBuffer(), start, table.poolEnd(text) - start);
            nameEntries[text] = entry;
        }
        name.add(entry);
    }

    /// Returns whether the value had to be cut.
    private boolean addValue(AstTable table, int row) {
        int start = table.valueStart(row);
        if (start < 0) {
            value.addNull();
            return false;
        }
        int length = table.valueLength(row);
        int kept = Texts.cut(table.valueBuffer(), start, length, MAX_VALUE_BYTES);
        value.add(table.valueBuffer(), start, kept);
        return kept < length;
    }

    private int kindEntry(AstKind astKind) {
        int entry = kindEntries[astKind.ordinal()];
        if (entry == UNKNOWN) {
            entry = kind.entry(astKind.pythonName());
            kindEntries[astKind.ordinal()] = entry;
        }
        return entry;
    }

    private int fieldEntry(AstField astField) {
        int entry = fieldEntries[astField.ordinal()];
        if (entry == UNKNOWN) {
            entry = field.entry(astField.pythonName());
            fieldEntries[astField.ordinal()] = entry;
        }
        return entry;
    }

    private void startNames(int count) {
        if (nameEntries.length < count) {
            nameEntries = new int[Math.max(count, nameEntries.length * 2)];
        }
        Arrays.fill(nameEntries, 0, count, UNKNOWN);
    }
}
