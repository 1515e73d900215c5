package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// What assignments of all forms bind, names and attributes of `self` alike.
final class TargetFacts {
    /// How the value of a binding follows from a node; what is known only when the values have been read.
    private enum Source {
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
    }

    private final NameFactsBuilder out;
    private final Ints boundBindings = new Ints();
    private final Ints boundNodes = new Ints();
    private final Ints boundSources = new Ints();
    private final Ints boundPaths = new Ints();
    /// Targets still to be bound, each with its source node, [Source] and path.
    private final Ints pending = new Ints();
    /// Ways into unpacked values: which item of the way before, as [Items] numbers it. 0 is the value itself.
    private final Ints pathParents = new Ints();
    private final Ints pathItems = new Ints();
    /// Containers that are filled: the node of the container, that of the item, its [Source] and path.
    private final Ints filled = new Ints();

    TargetFacts(NameFactsBuilder out) {
        this.out = out;
    }

    void clear() {
        boundBindings.clear();
        boundNodes.clear();
        boundSources.clear();
        boundPaths.clear();
        pathParents.clear();
        pathItems.clear();
        path(0, 0);
        filled.clear();
    }

    private int path(int parent, int item) {
        pathParents.add(parent);
        pathItems.add(item);
        return pathItems.size() - 1;
    }

    void assign(int node) {
        SyntaxTree tree = out.tree;
        int targets = tree.slot(node, 0);
        int value = tree.slot(node, 1);
        for (int i = 0; i < tree.length(targets); i++) {
            bind(tree.element(targets, i), value, Source.VALUE, node, tree.end(value));
            if (isExports(tree.element(targets, i), node)) {
                out.exports.assign(value);
            }
        }
    }

    void augmentedAssign(int node) {
        SyntaxTree tree = out.tree;
        int target = tree.slot(node, 0);
        if (isExports(target, node)) {
            out.exports.extend(tree.slot(node, 2));
        }
        // What comes out of `a += b` is another value, but of the same name: no target that is lost.
        if (tree.kind(target) == NodeKind.NAME) {
            bindName(target, 0, Source.VALUE, 0, node, tree.end(node));
        }
        out.isTarget[target] = true;
    }

    private boolean isExports(int target, int node) {
        if (out.scope(node) != 0 || out.tree.kind(target) != NodeKind.NAME) {
            return false;
        }
        int name = out.names.ofToken(out.tree.slot(target, 0));
        return name != NONE && out.names.text(name).equals(Exports.ALL);
    }

    void annotatedAssign(int node) {
        SyntaxTree tree = out.tree;
        int target = tree.slot(node, 0);
        int value = tree.slot(node, 2);
        if (value != 0) {
            if (saysMore(tree.slot(node, 1), value, node)) {
                bind(target, tree.slot(node, 1), Source.INSTANCE, node, tree.end(value));
            } else {
                bind(target, value, Source.VALUE, node, tree.end(value));
            }
            if (isExports(target, node)) {
                out.exports.assign(value);
            }
            return;
        }
        declare(target, tree.slot(node, 1), node);
    }

    /// Whether the annotation tells more of the value than the expression: `None` is replaced later, items of most things
    /// are not known, and a call in a class body may describe a field, as `dataclasses.field()` does.
    private boolean saysMore(int annotation, int value, int node) {
        return switch (out.tree.kind(value)) {
            case NONE_LITERAL, SUBSCRIPT -> !AnnotationReader.isBareQualifier(out, annotation);
            case CALL -> out.scopes.kind(out.scope(node)) == ScopeKind.CLASS
                    && !AnnotationReader.isBareQualifier(out, annotation);
            default -> false;
        };
    }

    /// `x: T` or `self.x: T`
    private void declare(int target, int annotation, int node) {
        SyntaxTree tree = out.tree;
        out.isTarget[target] = true;
        int binding = NONE;
        if (tree.kind(target) == NodeKind.NAME) {
            int name = out.names.ofToken(tree.slot(target, 0), out.scopes.className(out.scope(node)));
            if (name != NONE) {
                binding = out.bind(BindingKind.DECLARATION, node, name, tree.end(node), tree.start(target),
                        tree.end(target), NONE);
            }
        } else if (tree.kind(target) == NodeKind.ATTRIBUTE) {
            binding = bindSelfAttribute(target, node, BindingKind.DECLARATION);
        }
        if (binding != NONE) {
            later(binding, annotation, Source.INSTANCE, 0);
        }
    }

    void namedExpression(int node) {
        SyntaxTree tree = out.tree;
        bind(tree.slot(node, 0), tree.slot(node, 1), Source.VALUE, node, tree.end(node));
    }

    /// The target of a `for`, in a statement or a comprehension.
    void iterated(int target, int iterable, int node) {
        bind(target, iterable, Source.ITEM, node, out.tree.start(target));
    }

    void with(int node) {
        SyntaxTree tree = out.tree;
        Source source = tree.slot(node, 0) != 0 ? Source.ENTERED_ASYNC : Source.ENTERED;
        int items = tree.slot(node, 1);
        for (int i = 0; i < tree.length(items); i++) {
            int item = tree.element(items, i);
            int target = tree.kind(item) == NodeKind.WITH_ITEM ? tree.slot(item, 1) : 0;
            if (target != 0) {
                bind(target, tree.slot(item, 0), source, node, tree.start(target));
            }
        }
    }

    void exceptionName(int node, int suite) {
        SyntaxTree tree = out.tree;
        int token = tree.slot(node, 1);
        int name = token == 0 ? NONE : out.names.ofToken(token, out.scopes.className(out.scope(node)));
        if (name != NONE) {
            int start = tree.tokens().start(token);
            int binding = out.bind(BindingKind.VARIABLE, node, name, start, start, tree.tokens().end(token), NONE);
            if (out.bindings.suites.get(binding) != NONE) {
                out.bindings.suites.set(binding, suite);
            }
            later(binding, tree.slot(node, 0), Source.INSTANCE, 0);
        }
    }

    /// A name that a pattern captures; `token` 0 for none.
    void patternName(int node, int token) {
        SyntaxTree tree = out.tree;
        int name = token == 0 ? NONE : out.names.ofToken(token, out.scopes.className(out.scope(node)));
        if (name != NONE) {
            int start = tree.tokens().start(token);
            out.bind(BindingKind.VARIABLE, node, name, start, start, tree.tokens().end(token),
                    out.values.unknown(Unresolved.PATTERN));
        }
    }

    void delete(int node) {
        SyntaxTree tree = out.tree;
        int targets = tree.slot(node, 0);
        for (int i = 0; i < tree.length(targets); i++) {
            pending.add(tree.element(targets, i));
        }
        while (pending.size() > 0) {
            int target = pending.pop();
            out.isTarget[target] = true;
            switch (tree.kind(target)) {
                case PAREN -> pending.add(tree.slot(target, 0));
                case TUPLE, LIST -> {
                    int elements = tree.slot(target, 0);
                    for (int i = 0; i < tree.length(elements); i++) {
                        pending.add(tree.element(elements, i));
                    }
                }
                case NAME -> {
                    int name = out.names.ofToken(tree.slot(target, 0), out.scopes.className(out.scope(node)));
                    if (name != NONE) {
                        out.bind(BindingKind.DELETION, node, name, tree.end(node), tree.start(target),
                                tree.end(target), out.values.unknown(Unresolved.DELETED));
                    }
                }
                default -> { }
            }
        }
    }

    /// Binds a target and the targets in it: `a, (b, *c) = d, e` gives `a` the value of `d` and `b` an item of `e`.
    private void bind(int firstTarget, int firstValue, Source firstSource, int node, int offset) {
        SyntaxTree tree = out.tree;
        push(firstTarget, firstValue, firstSource, 0);
        while (pending.size() > 0) {
            int path = pending.pop();
            Source source = Source.ALL[pending.pop()];
            int value = pending.pop();
            int target = pending.pop();
            out.isTarget[target] = true;
            switch (tree.kind(target)) {
                case PAREN -> push(tree.slot(target, 0), value, source, path);
                case STARRED -> push(tree.slot(target, 0), value, source, path);
                case TUPLE, LIST -> unpack(target, value, source, path);
                case NAME -> bindName(target, value, source, path, node, offset);
                case SUBSCRIPT -> fill(tree.slot(target, 0), value, source, path);
                case ATTRIBUTE -> {
                    int binding = bindSelfAttribute(target, node, BindingKind.VARIABLE);
                    if (binding != NONE) {
                        later(binding, value, source, path);
                    }
                }
                default -> { }
            }
        }
    }

    private void unpack(int target, int value, Source source, int path) {
        SyntaxTree tree = out.tree;
        int elements = tree.slot(target, 0);
        int inner = value;
        while (inner != 0 && tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        boolean pairwise = source == Source.VALUE && path == 0 && inner != 0
                && (tree.kind(inner) == NodeKind.TUPLE || tree.kind(inner) == NodeKind.LIST)
                && tree.length(tree.slot(inner, 0)) == tree.length(elements) && !hasStar(elements)
                && !hasStar(tree.slot(inner, 0));
        boolean afterStar = false;
        for (int i = 0; i < tree.length(elements); i++) {
            int element = tree.element(elements, i);
            if (pairwise) {
                push(element, tree.element(tree.slot(inner, 0), i), Source.VALUE, 0);
            } else {
                boolean isStar = tree.kind(element) == NodeKind.STARRED;
                push(element, value, source, path(path, isStar ? Items.SLICED
                        : afterStar ? Items.ITERATED : Items.at(i, true)));
                afterStar |= isStar;
            }
        }
    }

    private boolean hasStar(int elements) {
        for (int i = 0; i < out.tree.length(elements); i++) {
            if (out.tree.kind(out.tree.element(elements, i)) == NodeKind.STARRED) {
                return true;
            }
        }
        return false;
    }

    private void push(int target, int value, Source source, int path) {
        pending.add(target);
        pending.add(value);
        pending.add(source.ordinal());
        pending.add(path);
    }

    private void bindName(int target, int value, Source source, int path, int node, int offset) {
        SyntaxTree tree = out.tree;
        int name = out.names.ofToken(tree.slot(target, 0), out.scopes.className(out.scope(node)));
        if (name == NONE) {
            return;
        }
        int binding = out.bind(BindingKind.VARIABLE, node, name, offset, tree.start(target), tree.end(target), NONE);
        later(binding, value, source, path);
    }

    /// `self.x = …` or `cls.x = …` in a method; NONE for attributes of anything else, which bind nothing that could be looked up.
    private int bindSelfAttribute(int target, int node, BindingKind kind) {
        SyntaxTree tree = out.tree;
        int object = tree.slot(target, 0);
        if (tree.kind(object) != NodeKind.NAME) {
            return NONE;
        }
        int scope = out.scope(node);
        int className = out.scopes.className(scope);
        int owner = out.definitions().attributeScope(scope, out.names.ofToken(tree.slot(object, 0), className));
        int token = tree.slot(target, 1);
        int name = out.names.ofToken(token, className);
        if (owner == NONE || name == NONE || tree.tokens().kind(token) != TokenKind.NAME) {
            return NONE;
        }
        return out.bindings.add(kind, owner, name, NONE, tree.end(target),
                tree.tokens().start(token), tree.tokens().end(token), NONE);
    }

    /// `x.append(item)` and the like.
    void filled(int call) {
        SyntaxTree tree = out.tree;
        int callee = tree.slot(call, 0);
        int arguments = tree.slot(call, 1);
        if (tree.kind(callee) != NodeKind.ATTRIBUTE || tree.length(arguments) == 0) {
            return;
        }
        int method = out.names.ofToken(tree.slot(callee, 1));
        int item = method == NONE ? NONE : switch (out.names.text(method)) {
            case "append", "appendleft", "add" -> 0;
            case "insert", "setdefault" -> 1;
            default -> NONE;
        };
        if (item != NONE && item < tree.length(arguments)) {
            fill(tree.slot(callee, 0), tree.element(arguments, item), Source.VALUE, 0);
        }
    }

    private void fill(int container, int item, Source source, int path) {
        NodeKind kind = out.tree.kind(container);
        if (kind == NodeKind.NAME || kind == NodeKind.ATTRIBUTE) {
            filled.add(container);
            filled.add(item);
            filled.add(source.ordinal());
            filled.add(path);
        }
    }

    /// The name under which a scope has what is put into a container of that name after it was made.
    static String itemsName(String name) {
        return name + "[]";
    }

    /// Binds what containers are filled with, now that it is known which scopes bind which names.
    void bindFilled() {
        SyntaxTree tree = out.tree;
        for (int i = 0; i < filled.size(); i += 4) {
            int container = filled.get(i);
            int scope = out.scope(container);
            int className = out.scopes.className(scope);
            boolean isName = tree.kind(container) == NodeKind.NAME;
            int token = tree.slot(container, isName ? 0 : 1);
            int name = out.names.ofToken(token, className);
            int owner = NONE;
            if (name != NONE && isName) {
                owner = out.bindingScope(scope, name);
            } else if (name != NONE && tree.kind(tree.slot(container, 0)) == NodeKind.NAME) {
                owner = out.definitions().attributeScope(scope,
                        out.names.ofToken(tree.slot(tree.slot(container, 0), 0), className));
            }
            if (owner != NONE) {
                int binding = out.bindings.add(BindingKind.VARIABLE, owner,
                        out.names.of(itemsName(out.names.text(name))), NONE, 0, tree.tokens().start(token),
                        tree.tokens().end(token), NONE);
                later(binding, filled.get(i + 1), Source.ALL[filled.get(i + 2)], filled.get(i + 3));
            }
        }
    }

    /// @param node 0 for a value that is not followed
    private void later(int binding, int node, Source source, int path) {
        boundBindings.add(binding);
        boundNodes.add(node);
        boundSources.add(source.ordinal());
        boundPaths.add(path);
    }

    /// Gives the bindings their values, now that expressions have some.
    void finish() {
        for (int i = 0; i < boundBindings.size(); i++) {
            int node = boundNodes.get(i);
            Source source = Source.ALL[boundSources.get(i)];
            out.bindings.values.set(boundBindings.get(i), value(node, source, boundPaths.get(i)));
        }
    }

    private int value(int node, Source source, int path) {
        if (node == 0) {
            return out.values.unknown(Unresolved.EXPRESSION);
        }
        Ints items = new Ints();
        for (int at = path; at != 0; at = pathParents.get(at)) {
            items.add(pathItems.get(at));
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
