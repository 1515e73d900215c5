package dev.quarry.syntax;

import java.util.Arrays;
import java.util.List;

/// A walk over a subtree: parents before children, children in source order. Uses a stack of its own, so that depth
/// doesn't matter. For one thread.
///
/// {@snippet :
/// for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
///     System.out.println(tree.kind(walk.node()));
/// }
/// }
public final class TreeWalk {
    /// node, its parent, its depth
    private static final int FRAME = 3;

    private final SyntaxTree tree;
    private int[] stack = new int[32 * FRAME];
    private int top;
    private int node;
    private int parent;
    private int depth;
    private boolean intoChildren;

    TreeWalk(SyntaxTree tree, int start) {
        this.tree = tree;
        push(start, 0, 0);
    }

    /// Goes to the next node; false when there is none.
    public boolean next() {
        if (intoChildren) {
            pushChildren();
        }
        if (top == 0) {
            intoChildren = false;
            return false;
        }
        top -= FRAME;
        node = stack[top];
        parent = stack[top + 1];
        depth = stack[top + 2];
        intoChildren = true;
        return true;
    }

    /// The current node.
    public int node() {
        return node;
    }

    /// The node around the current one; 0 where the walk began.
    public int parent() {
        return parent;
    }

    /// Levels below the node where the walk began.
    public int depth() {
        return depth;
    }

    /// Leaves out what is below the current node.
    public void skipChildren() {
        intoChildren = false;
    }

    private void pushChildren() {
        int from = top;
        List<NodeKind.SlotSpec> slots = tree.kind(node).slots();
        for (int i = 0; i < slots.size(); i++) {
            switch (slots.get(i).type()) {
                case NODE -> pushChild(tree.slot(node, i));
                case NODES -> {
                    int list = tree.slot(node, i);
                    for (int k = 0; k < tree.length(list); k++) {
                        pushChild(tree.element(list, k));
                    }
                }
                default -> { }
            }
        }
        // The first child is to be the first to come off the stack.
        for (int low = from, high = top - FRAME; low < high; low += FRAME, high -= FRAME) {
            int other = stack[low];
            stack[low] = stack[high];
            stack[high] = other;
        }
    }

    private void pushChild(int child) {
        if (child != 0) {
            push(child, node, depth + 1);
        }
    }

    private void push(int pushed, int around, int level) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, top * 2);
        }
        stack[top] = pushed;
        stack[top + 1] = around;
        stack[top + 2] = level;
        top += FRAME;
    }
}
