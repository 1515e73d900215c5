package dev.quarry.syntax.cst;

import dev.quarry.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// LibCST's nodes of one file as columns: one row per node in preorder, children in the order of `CSTNode.children`,
/// nodes of white space and comments left out.
///
/// Offsets are bytes in [dev.quarry.syntax.SourceText#utf8], ends exclusive;
/// [dev.quarry.syntax.SourceText#rawOffset] leads from there to the file.
///
/// The table belongs to its [CstProjector] and is valid until that projects the next tree.
public final class CstTable {
    static final int ABSENT = -1;

    // A row is eight ints side by side: a node is written once, to one place in memory, and mostly read as a whole.
    private static final int WIDTH_SHIFT = 3;
    private static final int KIND = 0;
    private static final int PARENT = 1;
    private static final int SLOT_INDEX = 2;
    private static final int START = 3;
    private static final int END = 4;
    private static final int OUTER_START = 5;
    private static final int OUTER_END = 6;
    private static final int TREE_NODE = 7;

    private static final int SLOT_SHIFT = 8;

    private SyntaxTree tree;
    private int size;
    private int[] rows = new int[1024 << WIDTH_SHIFT];

    CstTable() {}

    /// The tree that the rows were made from.
    public SyntaxTree tree() {
        return tree;
    }

    /// Number of rows; row 0 is the root.
    public int size() {
        return size;
    }

    public CstKind kind(int row) {
        return CstKind.of(rows[(row << WIDTH_SHIFT) + KIND] & 0xFF);
    }

    /// The row of the parent, -1 for the root.
    public int parent(int row) {
        return rows[(row << WIDTH_SHIFT) + PARENT];
    }

    /// The attribute of the parent that holds the node; null for the root.
    public CstSlot slot(int row) {
        int slot = rows[(row << WIDTH_SHIFT) + KIND] >> SLOT_SHIFT;
        return slot < 0 ? null : CstSlot.of(slot);
    }

    /// The node's place in an attribute that is a sequence, -1 in any other.
    public int slotIndex(int row) {
        return rows[(row << WIDTH_SHIFT) + SLOT_INDEX];
    }

    /// Offset of the first byte, as LibCST's `PositionProvider` has it.
    public int start(int row) {
        return rows[(row << WIDTH_SHIFT) + START];
    }

    /// Offset after the last byte, as LibCST's `PositionProvider` has it.
    public int end(int row) {
        return rows[(row << WIDTH_SHIFT) + END];
    }

    /// Offset of the first byte with the white space that the node owns, as LibCST's
    /// `WhitespaceInclusivePositionProvider` has it.
    public int outerStart(int row) {
        return rows[(row << WIDTH_SHIFT) + OUTER_START];
    }

    /// Offset after the last byte with the white space that the node owns.
    public int outerEnd(int row) {
        return rows[(row << WIDTH_SHIFT) + OUTER_END];
    }

    /// The node of the syntax tree that the row stems from; 0 for rows that stem from tokens and for parts that are no
    /// nodes there (`IndentedBlock`, `SimpleStatementLine`, `Else`).
    public int treeNode(int row) {
        return rows[(row << WIDTH_SHIFT) + TREE_NODE];
    }

    /// LibCST's attribute `value` where it is a text ([CstKind#hasValue]), else null.
    public String value(int row) {
        return kind(row).hasValue()
                ? new String(tree.source().utf8(), start(row), end(row) - start(row), StandardCharsets.UTF_8) : null;
    }

    void reset(SyntaxTree next) {
        tree = next;
        size = 0;
    }

    int add(CstKind kind, int parent, int slot, int slotIndex, int treeNode, int start, int end, int outerStart,
            int outerEnd) {
        int row = size;
        int at = row << WIDTH_SHIFT;
        if (at == rows.length) {
            rows = Arrays.copyOf(rows, row + (row >> 1) << WIDTH_SHIFT);
        }
        rows[at + KIND] = kind.ordinal() | slot << SLOT_SHIFT;
        rows[at + PARENT] = parent;
        rows[at + SLOT_INDEX] = slotIndex;
        rows[at + START] = start;
        rows[at + END] = end;
        rows[at + OUTER_START] = outerStart;
        rows[at + OUTER_END] = outerEnd;
        rows[at + TREE_NODE] = treeNode;
        size = row + 1;
        return row;
    }

    void setOuterEnd(int row, int outerEnd) {
        rows[(row << WIDTH_SHIFT) + OUTER_END] = outerEnd;
    }
}
