package dev.quarry.syntax.tree;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.Span;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.Token;
import dev.quarry.syntax.TreeWalk;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// How the records of the view read a tree's slots.
final class Views {
    private Views() {}

    /// Guards a record's constructor: a number that is another node's would make accessors lie.
    static void check(SyntaxTree tree, int id, NodeKind kind) {
        if (tree.kind(id) != kind) {
            throw new IllegalArgumentException("node " + id + " is a " + tree.kind(id) + ", not a " + kind);
        }
    }

    // Slots.

    static <T extends Node> T node(SyntaxTree tree, int id, int slot, Class<T> type) {
        return type.cast(NodeRecords.of(tree, tree.slot(id, slot)));
    }

    static <T extends Node> Optional<T> optionalNode(SyntaxTree tree, int id, int slot, Class<T> type) {
        return tree.slot(id, slot) == 0 ? Optional.empty() : Optional.of(node(tree, id, slot, type));
    }

    static <T extends Node> List<T> nodes(SyntaxTree tree, int id, int slot, Class<T> type) {
        int list = tree.slot(id, slot);
        return list(tree.length(list), i -> type.cast(NodeRecords.of(tree, tree.element(list, i))));
    }

    static Token token(SyntaxTree tree, int id, int slot) {
        return tree.token(tree.slot(id, slot));
    }

    static Optional<Token> optionalToken(SyntaxTree tree, int id, int slot) {
        return tree.slot(id, slot) == 0 ? Optional.empty() : Optional.of(token(tree, id, slot));
    }

    static List<Token> tokens(SyntaxTree tree, int id, int slot) {
        int list = tree.slot(id, slot);
        return list(tree.length(list), i -> tree.token(tree.element(list, i)));
    }

    static List<DictEntry> dictEntries(SyntaxTree tree, int id, int slot) {
        int list = tree.slot(id, slot);
        return list(tree.length(list) / 2, i -> {
            int key = tree.element(list, 2 * i);
            return new DictEntry(key == 0 ? Optional.empty() : Optional.of((Expression) NodeRecords.of(tree, key)),
                    (Expression) NodeRecords.of(tree, tree.element(list, 2 * i + 1)));
        });
    }

    static List<PatternEntry> patternEntries(SyntaxTree tree, int id, int slot) {
        int list = tree.slot(id, slot);
        return list(tree.length(list) / 2, i -> new PatternEntry(
                (Expression) NodeRecords.of(tree, tree.element(list, 2 * i)),
                (Pattern) NodeRecords.of(tree, tree.element(list, 2 * i + 1))));
    }

    // Nodes.

    static String text(SyntaxTree tree, int start, int end) {
        return new String(tree.source().utf8(), start, end - start, StandardCharsets.UTF_8);
    }

    /// Tokens from `first` to before `end`.
    static List<Token> tokenRange(SyntaxTree tree, int first, int end) {
        return list(end - first, i -> tree.token(first + i));
    }

    static List<Node> children(SyntaxTree tree, int id) {
        List<Node> children = new ArrayList<>();
        TreeWalk walk = tree.walk(id);
        walk.next();
        while (walk.next()) {
            children.add(NodeRecords.of(tree, walk.node()));
            walk.skipChildren();
        }
        return Collections.unmodifiableList(children);
    }

    static List<Node> path(Node node) {
        List<Node> path = new ArrayList<>();
        SyntaxTree tree = node.tree();
        for (int id = node.id(); id != 0; id = tree.parent(id)) {
            path.add(NodeRecords.of(tree, id));
        }
        return Collections.unmodifiableList(path.reversed());
    }

    static Stream<Node> preorder(SyntaxTree tree, int id) {
        return stream(tree, id, new Span(0, Integer.MAX_VALUE));
    }

    static Stream<Node> nodesIn(SyntaxTree tree, int id, Span span) {
        return stream(tree, id, span);
    }

    /// The nodes below a node that lie in a span, without a look at those that can't.
    private static Stream<Node> stream(SyntaxTree tree, int id, Span span) {
        TreeWalk walk = tree.walk(id);
        var nodes = new Spliterators.AbstractSpliterator<Node>(Long.MAX_VALUE,
                Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE) {
            @Override
            public boolean tryAdvance(Consumer<? super Node> action) {
                while (walk.next()) {
                    int node = walk.node();
                    if (tree.extentEnd(node) < span.start() || tree.extentStart(node) > span.end()) {
                        walk.skipChildren();
                    } else if (tree.start(node) >= span.start() && tree.end(node) <= span.end()) {
                        action.accept(NodeRecords.of(tree, node));
                        return true;
                    }
                }
                return false;
            }
        };
        return StreamSupport.stream(nodes, false);
    }

    static void walk(SyntaxTree tree, int id, Visitor visitor) {
        ArrayDeque<Node> entered = new ArrayDeque<>();
        for (TreeWalk walk = tree.walk(id); walk.next();) {
            while (entered.size() > walk.depth()) {
                visitor.leave(entered.pop());
            }
            Node node = NodeRecords.of(tree, walk.node());
            entered.push(node);
            if (!visitor.enter(node)) {
                walk.skipChildren();
            }
        }
        while (!entered.isEmpty()) {
            visitor.leave(entered.pop());
        }
    }

    private static <T> List<T> list(int size, IntFunction<T> element) {
        return size == 0 ? List.of() : new View<>(size, element);
    }

    /// A list that makes its elements when they are asked for.
    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> element;

        View(int size, IntFunction<T> element) {
            this.size = size;
            this.element = element;
        }

        @Override
        public T get(int index) {
            return element.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
