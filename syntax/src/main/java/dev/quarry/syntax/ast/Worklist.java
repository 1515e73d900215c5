package dev.quarry.syntax.ast;

import java.util.Arrays;

/// What is still to be projected: a stack of work items of four ints each, so that the depth of a tree costs heap and
/// never the machine stack. [#pop] leaves the topmost item in the fields.
final class Worklist {
    /// A node of the syntax tree.
    static final int NODE = 0;
    /// A row without children: the item's node is an [AstKind] ordinal, its extra the tree node that it stems from.
    static final int LEAF = 1;
    /// `arguments`; the node is a PARAMETERS node or 0.
    static final int ARGUMENTS = 2;
    /// A part of a joined string; the node is an index of a [StringProjection]'s segments.
    static final int SEGMENT = 3;
    /// The format specification of a replacement field.
    static final int FORMAT_SPEC = 4;
    /// `TypeIgnore`; the node is an index of [dev.quarry.syntax.TypeIgnores].
    static final int TYPE_IGNORE = 5;

    private static final int WIDTH = 4;

    private int[] items = new int[WIDTH * 256];
    private int size;

    int operation;
    int node;
    int parent;
    int field;
    int index;
    /// The context of an expression ([Projection#LOAD] and so on); flags of the string for its parts.
    int extra;

    void clear() {
        size = 0;
    }

    /// Adds an item; items come out in the reverse order.
    ///
    /// @param extra 0 to 2^15 - 1
    void push(int operation, int node, int parent, AstField field, int index, int extra) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size] = node;
        items[size + 1] = parent;
        items[size + 2] = index;
        items[size + 3] = operation | field.ordinal() << 8 | extra << 16;
        size += WIDTH;
    }

    /// Puts the item that was popped last back, with the node that it has now.
    void pushAgain() {
        items[size] = node;
        size += WIDTH;
    }

    boolean pop() {
        if (size == 0) {
            return false;
        }
        size -= WIDTH;
        node = items[size];
        parent = items[size + 1];
        index = items[size + 2];
        int packed = items[size + 3];
        operation = packed & 0xFF;
        field = packed >> 8 & 0xFF;
        extra = packed >> 16;
        return true;
    }
}
