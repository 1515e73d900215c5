package dev.quarry.syntax.resolve;

import dev.quarry.syntax.IntStack;

/// Where the values of bindings come from, until those of expressions are known.
final class BoundValues {
    /// How the value of a binding follows from a node; what is known only when the values have been read.
    enum Source {
        /// The node's value.
        VALUE,
        /// One item of it after the other.
        ITEM,
        /// What its `__enter__` returns.
        ENTERED,
        ENTERED_ASYNC,
        /// An instance of it: an annotation or an exception's type.
        INSTANCE;

        private static final Source[] ALL = values();

        static Source of(int ordinal) {
            return ALL[ordinal];
        }
    }

    private final NameFactsBuilder out;
    private final IntStack boundBindings = new IntStack();
    private final IntStack boundNodes = new IntStack();
    private final IntStack boundSources = new IntStack();
    private final IntStack boundPaths = new IntStack();
    /// Ways into unpacked values: which item of the way before, as [Items] numbers it. 0 is the value itself.
    private final IntStack pathParents = new IntStack();
    private final IntStack pathItems = new IntStack();
    private final IntStack items = new IntStack();

    BoundValues(NameFactsBuilder out) {
        this.out = out;
    }

    void clear() {
        for (IntStack column : new IntStack[] {boundBindings, boundNodes, boundSources, boundPaths, pathParents,
                pathItems}) {
            column.clear();
        }
        path(0, 0);
    }

    /// A way one step further into a value.
    ///
    /// @param item as [Items] numbers it
    int path(int parent, int item) {
        pathParents.push(parent);
        pathItems.push(item);
        return pathItems.size() - 1;
    }

    /// Adds a binding whose value follows from a node.
    ///
    /// @param node 0 for a value that is not followed
    /// @param source how the value follows from the node
    /// @param path into it, 0 for itself
    void add(int binding, int node, Source source, int path) {
        boundBindings.push(binding);
        boundNodes.push(node);
        boundSources.push(source.ordinal());
        boundPaths.push(path);
    }

    /// Gives the bindings their values, now that expressions have some.
    void finish() {
        for (int i = 0; i < boundBindings.size(); i++) {
            int node = boundNodes.get(i);
            Source source = Source.of(boundSources.get(i));
            out.bindings.values.set(boundBindings.get(i), value(node, source, boundPaths.get(i)));
        }
    }

    private int value(int node, Source source, int path) {
        if (node == 0) {
            return out.values.unknown(Unresolved.EXPRESSION);
        }
        items.clear();
        for (int at = path; at != 0; at = pathParents.get(at)) {
            items.push(pathItems.get(at));
        }
        int value = switch (source) {
            case VALUE -> items.size() > 0 ? out.item(node, items.pop()) : out.value(node);
            case ITEM -> out.item(node, Items.ITERATED);
            case ENTERED -> entered(out.value(node), "__enter__");
            case ENTERED_ASYNC -> out.values.add(Op.AWAIT, entered(out.value(node), "__aenter__"), 0);
            case INSTANCE -> out.annotations().instance(node);
        };
        while (items.size() > 0) {
            value = out.values.add(Op.ITEM, value, items.pop());
        }
        return value;
    }

    private int entered(int value, String method) {
        return out.values.add(Op.CALL, out.values.add(Op.ATTRIBUTE, value, out.names.of(method)), 0);
    }
}
