package dev.quarry.syntax.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.NodeKind.SlotSpec;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What holds for the typed view of every tree: each accessor says what the slot of the flat tree says.
public final class ViewInvariants {
    private static final Map<NodeKind, List<Method>> ACCESSORS = accessors();

    private ViewInvariants() {}

    /// Fails unless the view agrees with the tree, and adds the kinds that were met.
    public static void check(SyntaxTree tree, Set<NodeKind> met) {
        Root.of(tree).preorder().forEach(node -> {
            met.add(node.kind());
            try {
                checkNode(tree, node);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(node.kind() + " at " + node.span(), e);
            }
        });
    }

    private static void checkNode(SyntaxTree tree, Node node) throws ReflectiveOperationException {
        NodeKind kind = node.kind();
        assertEquals(ViewGenerator.qualifiedName(kind), nameOf(node.getClass()));
        List<Integer> children = new ArrayList<>();
        List<SlotSpec> slots = kind.slots();
        for (int i = 0; i < slots.size(); i++) {
            SlotSpec slot = slots.get(i);
            Object value = ACCESSORS.get(kind).get(i).invoke(node);
            assertEquals(slot.optional(), value instanceof Optional, () -> kind + "." + slot.name());
            Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            List<Integer> expected = expected(tree, slot, tree.slot(node.id(), i));
            assertEquals(expected, numbers(content), () -> kind + "." + slot.name() + " at " + node.span());
            if (slot.type() == NodeKind.Slot.NODE || slot.type() == NodeKind.Slot.NODES) {
                expected.stream().filter(child -> child != 0).forEach(children::add);
            }
        }
        assertEquals(children, node.children().stream().map(Node::id).toList(), () -> "children of " + kind);
        for (Node child : node.children()) {
            assertEquals(node, child.parent().orElseThrow());
        }
    }

    /// The numbers in a slot: those of nodes or tokens, or the number that it is; none for an absent optional one.
    private static List<Integer> expected(SyntaxTree tree, SlotSpec slot, int value) {
        return switch (slot.type()) {
            case NODES, TOKENS -> {
                List<Integer> elements = new ArrayList<>();
                for (int i = 0; i < tree.length(value); i++) {
                    elements.add(tree.element(value, i));
                }
                yield elements;
            }
            default -> slot.optional() && value == 0 ? List.of() : List.of(value);
        };
    }

    private static List<Integer> numbers(Object content) {
        return switch (content) {
            case null -> List.of();
            case Node node -> List.of(node.id());
            case Token token -> List.of(token.index());
            case Integer number -> List.of(number);
            case Boolean flag -> List.of(flag ? 1 : 0);
            case DictEntry entry -> List.of(entry.key().map(Node::id).orElse(0), entry.value().id());
            case PatternEntry entry -> List.of(entry.key().id(), entry.pattern().id());
            case List<?> list -> list.stream().flatMap(element -> numbers(element).stream()).toList();
            default -> throw new AssertionError("unexpected " + content.getClass());
        };
    }

    private static Map<NodeKind, List<Method>> accessors() {
        Map<NodeKind, List<Method>> accessors = new EnumMap<>(NodeKind.class);
        for (NodeKind kind : NodeKind.values()) {
            if (kind == NodeKind.NONE) {
                continue;
            }
            Class<?> type = recordOf(kind);
            assertTrue(type.isRecord() && Node.class.isAssignableFrom(type));
            List<Method> methods = new ArrayList<>();
            for (SlotSpec slot : kind.slots()) {
                try {
                    methods.add(type.getMethod(ViewGenerator.accessorName(slot)));
                } catch (NoSuchMethodException e) {
                    throw new AssertionError(type + " has no accessor for " + slot.name(), e);
                }
            }
            accessors.put(kind, methods);
        }
        assertFalse(accessors.isEmpty());
        return accessors;
    }

    private static Class<?> recordOf(NodeKind kind) {
        String name = ViewGenerator.qualifiedName(kind).replace('.', '$');
        try {
            return Class.forName(Node.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(kind + " has no record", e);
        }
    }

    private static String nameOf(Class<?> type) {
        return type.getName().substring(Node.class.getPackageName().length() + 1).replace('$', '.');
    }
}
