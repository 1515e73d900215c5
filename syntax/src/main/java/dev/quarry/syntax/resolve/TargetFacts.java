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
        /// An item of it.
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
    /// Targets still to be bound, each with its source node and [Source].
    private final Ints pending = new Ints();

    TargetFacts(NameFactsBuilder out) {
        this.out = out;
    }

    void clear() {
        boundBindings.clear();
        boundNodes.clear();
        boundSources.clear();
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
            bindName(target, 0, Source.VALUE, node, tree.end(node));
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
            later(binding, annotation, Source.INSTANCE);
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
            later(binding, tree.slot(node, 0), Source.INSTANCE);
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
        push(firstTarget, firstValue, firstSource);
        while (pending.size() > 0) {
            Source source = Source.ALL[pending.pop()];
            int value = pending.pop();
            int target = pending.pop();
            out.isTarget[target] = true;
            switch (tree.kind(target)) {
                case PAREN -> push(tree.slot(target, 0), value, source);
                case STARRED -> push(tree.slot(target, 0), 0, Source.VALUE);
                case TUPLE, LIST -> unpack(target, value, source);
                case NAME -> bindName(target, value, source, node, offset);
                case ATTRIBUTE -> {
                    int binding = bindSelfAttribute(target, node, BindingKind.VARIABLE);
                    if (binding != NONE) {
                        later(binding, value, source);
                    }
                }
                default -> { }
            }
        }
    }

    private void unpack(int target, int value, Source source) {
        SyntaxTree tree = out.tree;
        int elements = tree.slot(target, 0);
        int inner = value;
        while (inner != 0 && tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        boolean pairwise = source == Source.VALUE && inner != 0
                && (tree.kind(inner) == NodeKind.TUPLE || tree.kind(inner) == NodeKind.LIST)
                && tree.length(tree.slot(inner, 0)) == tree.length(elements) && !hasStar(elements)
                && !hasStar(tree.slot(inner, 0));
        for (int i = 0; i < tree.length(elements); i++) {
            if (pairwise) {
                push(tree.element(elements, i), tree.element(tree.slot(inner, 0), i), Source.VALUE);
            } else {
                push(tree.element(elements, i), source == Source.VALUE ? value : 0, Source.ITEM);
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

    private void push(int target, int value, Source source) {
        pending.add(target);
        pending.add(value);
        pending.add(source.ordinal());
    }

    private void bindName(int target, int value, Source source, int node, int offset) {
        SyntaxTree tree = out.tree;
        int name = out.names.ofToken(tree.slot(target, 0), out.scopes.className(out.scope(node)));
        if (name == NONE) {
            return;
        }
        int binding = out.bind(BindingKind.VARIABLE, node, name, offset, tree.start(target), tree.end(target), NONE);
        later(binding, value, source);
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

    /// @param node 0 for a value that is not followed
    private void later(int binding, int node, Source source) {
        boundBindings.add(binding);
        boundNodes.add(node);
        boundSources.add(source.ordinal());
    }

    /// Gives the bindings their values, now that expressions have some.
    void finish() {
        for (int i = 0; i < boundBindings.size(); i++) {
            int node = boundNodes.get(i);
            Source source = Source.ALL[boundSources.get(i)];
            int value = node == 0 ? out.values.unknown(source == Source.ITEM ? Unresolved.ITEM : Unresolved.EXPRESSION)
                    : switch (source) {
                case VALUE -> out.value(node);
                case ITEM -> out.values.add(Op.ITEM, out.value(node), 0);
                case ENTERED -> entered(out.value(node), "__enter__");
                case ENTERED_ASYNC -> out.values.add(Op.AWAIT, entered(out.value(node), "__aenter__"), 0);
                case INSTANCE -> out.annotations().instance(node);
            };
            out.bindings.values.set(boundBindings.get(i), value);
        }
    }

    private int entered(int value, String method) {
        return out.values.add(Op.CALL, out.values.add(Op.ATTRIBUTE, value, out.names.of(method)), 0);
    }
}
