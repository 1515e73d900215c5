package dev.quarry.syntax;

import java.util.List;

/// Ways through a [SyntaxTree] by place.
final class Navigation {
    private final SyntaxTree tree;
    /// By node, the node around it. Made on first use; racing threads make equal tables.
    private volatile int[] parents;

    Navigation(SyntaxTree tree) {
        this.tree = tree;
    }

    int parent(int node) {
        int[] table = parents;
        if (table == null) {
            table = new int[tree.arrayLength()];
            for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
                table[walk.node()] = walk.parent();
            }
            parents = table;
        }
        return table[node];
    }

    int extentStart(int node) {
        NodeKind kind = tree.kind(node);
        if (kind == NodeKind.FUNCTION_DEF || kind == NodeKind.CLASS_DEF) {
            int decorators = tree.slot(node, 0);
            if (decorators != 0) {
                // A decorator's expression begins behind the `@`.
                return tree.tokens().start(tree.firstToken(tree.element(decorators, 0)) - 1);
            }
        }
        return tree.start(node);
    }

    int extentEnd(int node) {
        if (tree.kind(node) == NodeKind.PARAMETER) {
            int defaultValue = tree.slot(node, 2);
            if (defaultValue != 0) {
                return Math.max(tree.end(node), tree.end(defaultValue));
            }
        }
        return tree.end(node);
    }

    int nodeAt(int offset) {
        int node = tree.root();
        while (true) {
            int child = childAt(node, offset);
            if (child == 0) {
                return node;
            }
            node = child;
        }
    }

    private int childAt(int node, int offset) {
        List<NodeKind.SlotSpec> slots = tree.kind(node).slots();
        for (int i = 0; i < slots.size(); i++) {
            int value = tree.slot(node, i);
            if (value == 0) {
                continue;
            }
            int child = switch (slots.get(i).type()) {
                case NODE -> value;
                case NODES -> elementBefore(value, offset);
                default -> 0;
            };
            if (child != 0 && extentStart(child) <= offset && offset < extentEnd(child)) {
                return child;
            }
        }
        return 0;
    }

    /// The last element of a list that begins at the offset or before it; 0 when there is none.
    private int elementBefore(int list, int offset) {
        int low = 0;
        int high = tree.length(list);
        while (low < high) {
            int middle = low + high >>> 1;
            // A dict's key may be missing; its value is there.
            int element = tree.element(list, middle) == 0 ? tree.element(list, middle + 1)
                    : tree.element(list, middle);
            if (extentStart(element) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : tree.element(list, low - 1);
    }
}
