package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionColumns;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.cst.CstKind;
import dev.quarry.syntax.cst.CstSlot;
import dev.quarry.syntax.cst.CstTable;
import java.util.Arrays;

/// Rows of `cst_nodes_v1`, by far the most rows of a run: plain loops over columns.
final class CstNodeRows extends PositionedRows {
    private static final int UNKNOWN = -1;

    private final IntColumn cstId = rows.ints("cst_id");
    private final IntColumn parentCstId = rows.ints("parent_cst_id");
    private final DictionaryColumn slot = rows.dictionary("slot");
    private final IntColumn slotIndex = rows.ints("slot_index");
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final StringColumn value = rows.strings("value");
    private final PositionColumns outer = new PositionColumns(rows, "ws_");

    /// Dictionary entries of this batch.
    private final int[] kindEntries = new int[CstKind.values().length];
    private final int[] slotEntries = new int[CstSlot.values().length];

    CstNodeRows() {
        super(CstDatasets.NODES);
    }

    void add(CstTable table) {
        if (cstId.size() == 0) {
            Arrays.fill(kindEntries, UNKNOWN);
            Arrays.fill(slotEntries, UNKNOWN);
        }
        SourceText source = table.tree().source();
        outer.source(source);
        int size = table.size();
        identity(size);
        for (int row = 0; row < size; row++) {
            cstId.add(row);
            addParent(table, row);
            CstKind nodeKind = table.kind(row);
            kind.add(kindEntry(nodeKind));
            int start = table.start(row);
            int end = table.end(row);
            if (nodeKind.hasValue()) {
                Texts.addExcerpt(value, source, start, end);
            } else {
                value.addNull();
            }
            positions.add(start, end);
            int outerStart = table.outerStart(row);
            int outerEnd = table.outerEnd(row);
            if (outerStart == start && outerEnd == end) {
                outer.addLast(positions);
            } else {
                outer.add(outerStart, outerEnd);
            }
        }
    }

    private void addParent(CstTable table, int row) {
        int parent = table.parent(row);
        if (parent < 0) {
            parentCstId.addNull();
            slot.addNull();
            slotIndex.addNull();
            return;
        }
        parentCstId.add(parent);
        slot.add(slotEntry(table.slot(row)));
        int index = table.slotIndex(row);
        if (index < 0) {
            slotIndex.addNull();
        } else {
            slotIndex.add(index);
        }
    }

    private int kindEntry(CstKind nodeKind) {
        int entry = kindEntries[nodeKind.ordinal()];
        if (entry == UNKNOWN) {
            entry = kind.entry(nodeKind.className());
            kindEntries[nodeKind.ordinal()] = entry;
        }
        return entry;
    }

    private int slotEntry(CstSlot attribute) {
        int entry = slotEntries[attribute.ordinal()];
        if (entry == UNKNOWN) {
            entry = slot.entry(attribute.attribute());
            slotEntries[attribute.ordinal()] = entry;
        }
        return entry;
    }
}
