package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.BitSet;

/// What holds for every tree, whatever the source.
final class TreeInvariants {
    private TreeInvariants() {}

    /// Fails unless the root covers all tokens, every reference leads to a node, children lie inside their parents
    /// and siblings follow one another.
    static void check(SyntaxTree tree) {
        int root = tree.root();
        assertEquals(0, tree.firstToken(root), "first token of the root");
        assertEquals(tree.tokens().size() - 1, tree.endToken(root), "end token of the root");
        ArrayDeque<Integer> pending = new ArrayDeque<>();
        pending.push(root);
        BitSet met = new BitSet();
        while (!pending.isEmpty()) {
            int node = pending.pop();
            assertFalse(met.get(node), () -> tree.kind(node) + " at " + tree.start(node) + " has two parents");
            met.set(node);
            checkNode(tree, node, pending);
        }
    }

    private static void checkNode(SyntaxTree tree, int node, ArrayDeque<Integer> pending) {
        NodeKind kind = tree.kind(node);
        int first = tree.firstToken(node);
        int end = tree.endToken(node);
        assertTrue(first <= end, () -> kind + " at " + tree.start(node) + " ends before it starts");
        assertTrue(tree.start(node) <= tree.end(node), () -> kind + " at " + tree.start(node) + " has a negative width");
        int behindSibling = first;
        int index = 0;
        for (NodeKind.SlotSpec slot : kind.slots()) {
            int value = tree.slot(node, index++);
            boolean isList = slot.type() == NodeKind.Slot.NODES;
            if (slot.type() == NodeKind.Slot.NODE && !slot.optional()) {
                assertTrue(value != 0, () -> place(tree, node, slot) + " is missing");
            }
            if (slot.type() != NodeKind.Slot.NODE && !isList || value == 0) {
                continue;
            }
            for (int i = 0; i < (isList ? tree.length(value) : 1); i++) {
                int child = isList ? tree.element(value, i) : value;
                if (child == 0) {
                    assertTrue(slot.category() == NodeKind.Category.DICT_ENTRY, () -> place(tree, node, slot) + " holds nothing");
                    continue;
                }
                assertTrue(child > 0, () -> kind + "." + slot.name() + " at " + tree.start(node) + " is deferred");
                assertTrue(tree.kind(child).category().isA(categoryOf(slot, i)),
                        () -> place(tree, node, slot) + " holds " + tree.kind(child));
                pending.push(child);
                if (isOutsideParent(slot.name())) {
                    continue;
                }
                int before = behindSibling;
                assertTrue(tree.firstToken(child) >= before,
                        () -> place(tree, child, slot) + " overlaps what is before it");
                assertTrue(tree.endToken(child) <= end, () -> place(tree, child, slot) + " goes beyond its parent");
                behindSibling = tree.endToken(child);
            }
        }
    }

    private static String place(SyntaxTree tree, int node, NodeKind.SlotSpec slot) {
        return tree.kind(node) + " at " + tree.start(node) + ", " + slot.name();
    }

    /// Entries are keys and values in turn.
    private static NodeKind.Category categoryOf(NodeKind.SlotSpec slot, int index) {
        return switch (slot.category()) {
            case DICT_ENTRY -> NodeKind.Category.EXPRESSION;
            case PATTERN_ENTRY -> index % 2 == 0 ? NodeKind.Category.EXPRESSION : NodeKind.Category.PATTERN;
            default -> slot.category();
        };
    }

    /// Decorators lie before their definition, defaults behind the parameter, because CPython's positions say so.
    private static boolean isOutsideParent(String slot) {
        return slot.equals("decorators") || slot.equals("defaultValue");
    }
}
