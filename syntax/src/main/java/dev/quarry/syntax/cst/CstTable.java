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

    private SyntaxTree tree;
    private int size;
    private byte[] kinds = new byte[1024];
    private byte[] slots = new byte[1024];
    private int[] slotIndexes = new int[1024];
    private int[] parents = new int[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] outerStarts = new int[1024];
    private int[] outerEnds = new int[1024];
    private int[] treeNodes = new int[1024];

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
        return CstKind.of(kinds[row] & 0xFF);
    }

    /// The row of the parent, -1 for the root.
    public int parent(int row) {
        return parents[row];
    }

    /// The attribute of the parent that holds the node; null for the root.
    public CstSlot slot(int row) {
        return slots[row] < 0 ? null : CstSlot.of(slots[row]);
    }

    /// The node's place in an attribute that is a sequence, -1 in any other.
    public int slotIndex(int row) {
        return slotIndexes[row];
    }

    /// Offset of the first byte, as LibCST's `PositionProvider` has it.
    public int start(int row) {
        return starts[row];
    }

    /// Offset after the last byte, as LibCST's `PositionProvider` has it.
    public int end(int row) {
        return ends[row];
    }

    /// Offset of the first byte with the white space that the node owns, as LibCST's
    /// `WhitespaceInclusivePositionProvider` has it.
    public int outerStart(int row) {
        return outerStarts[row];
    }

    /// Offset after the last byte with the white space that the node owns.
    public int outerEnd(int row) {
        return outerEnds[row];
    }

    /// The node of the syntax tree that the row stems from; 0 for rows that stem from tokens and for parts that are no
    /// nodes there (`IndentedBlock`, `SimpleStatementLine`, `Else`).
    public int treeNode(int row) {
        return treeNodes[row];
    }

    /// LibCST's attribute `value` where it is a text ([CstKind#hasValue]), else null.
    public String value(int row) {
        return kind(row).hasValue()
                ? new String(tree.source().utf8(), starts[row], ends[row] - starts[row], StandardCharsets.UTF_8) : null;
    }

    void reset(SyntaxTree next) {
        tree = next;
        size = 0;
    }

    int add(CstKind kind, int parent, int slot, int slotIndex, int treeNode, int start, int end, int outerStart,
            int outerEnd) {
        int row = size;
        if (row == kinds.length) {
            grow();
        }
        kinds[row] = (byte) kind.ordinal();
        slots[row] = (byte) slot;
        slotIndexes[row] = slotIndex;
        parents[row] = parent;
        starts[row] = start;
        ends[row] = end;
        outerStarts[row] = outerStart;
        outerEnds[row] = outerEnd;
        treeNodes[row] = treeNode;
        size = row + 1;
        return row;
    }

    void setOuterEnd(int row, int outerEnd) {
        outerEnds[row] = outerEnd;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        kinds = Arrays.copyOf(kinds, capacity);
        slots = Arrays.copyOf(slots, capacity);
        slotIndexes = Arrays.copyOf(slotIndexes, capacity);
        parents = Arrays.copyOf(parents, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        outerStarts = Arrays.copyOf(outerStarts, capacity);
        outerEnds = Arrays.copyOf(outerEnds, capacity);
        treeNodes = Arrays.copyOf(treeNodes, capacity);
    }
}
