package dev.quarry.syntax.facts;

import dev.quarry.syntax.cst.CstKind;
import java.util.Arrays;

/// The nodes that a walk has still to visit, each with what its surroundings say of it. On the heap, so that a tree may
/// be as deep as it likes.
final class FactStack {
    // Contexts, as [References.Context] numbers them.
    static final int LOAD = 0;
    static final int STORE = 1;
    static final int DEL = 2;

    private static final CstKind[] KINDS = CstKind.values();
    private static final int CONTEXT = 0b11;
    private static final int BASE = 1 << 2;
    private static final int PARENT_SHIFT = 8;
    /// node; context, whether an attribute is taken of it and class of the parent; definition around
    private static final int FRAME = 3;

    private int[] frames = new int[128 * FRAME];
    private int top;

    // The node that is visited.
    int node;
    int context;
    boolean isBase;
    CstKind parent;
    /// Of [Definitions], or NONE.
    int owner;

    void clear() {
        top = 0;
    }

    /// Takes the next node off; false when there is none.
    boolean next() {
        if (top == 0) {
            return false;
        }
        top -= FRAME;
        node = frames[top];
        int traits = frames[top + 1];
        context = traits & CONTEXT;
        isBase = (traits & BASE) != 0;
        parent = KINDS[traits >>> PARENT_SHIFT];
        owner = frames[top + 2];
        return true;
    }

    void push(int pushed, CstKind parentClass, int expressionContext) {
        push(pushed, parentClass.ordinal() << PARENT_SHIFT | expressionContext, owner);
    }

    void push(int pushed, CstKind parentClass) {
        push(pushed, parentClass.ordinal() << PARENT_SHIFT, owner);
    }

    /// What an attribute is taken of.
    void pushBase(int pushed) {
        push(pushed, CstKind.ATTRIBUTE.ordinal() << PARENT_SHIFT | BASE, owner);
    }

    /// A part with the same surroundings as the node that is visited.
    void pushSame(int pushed) {
        push(pushed, parent.ordinal() << PARENT_SHIFT | (isBase ? BASE : 0) | context, owner);
    }

    private void push(int pushed, int traits, int ownerOfPushed) {
        if (pushed == 0) {
            return;
        }
        if (top == frames.length) {
            frames = Arrays.copyOf(frames, top * 2);
        }
        frames[top] = pushed;
        frames[top + 1] = traits;
        frames[top + 2] = ownerOfPushed;
        top += FRAME;
    }
}
