package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;

/// What assignments of all forms bind, names and attributes of `self` alike.
final class TargetFacts {
    private final NameFactsBuilder out;
    /// Targets still to be bound, each with its source node, [Source] and path.
    private final IntStack pending = new IntStack();
    TargetFacts(NameFactsBuilder out) {
        this.out = out;
    }

    void assign(int node) {
        SyntaxTree tree = out.tree;
        int targets = tree.slot(node, 0);
        int value = tree.slot(node, 1);
        for (int i = 0; i < tree.length(targets); i++) {
            bind(tree.element(targets, i), value, BoundValues.Source.VALUE, node, tree.end(value));
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
            bindName(target, 0, BoundValues.Source.VALUE, 0, node, tree.end(node));
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
                bind(target, tree.slot(node, 1), BoundValues.Source.INSTANCE, node, tree.end(value));
            } else {
                bind(target, value, BoundValues.Source.VALUE, node, tree.end(value));
            }
            if (isExports(target, node)) {
                out.exports.assign(value);
            }
            return;
        }
        declare(target, tree.slot(node, 1), node);
    }

    /// Whether the annotation tells more of the value than the expression: `None` is replaced later, items of most
    /// things are not known, and a call in a class body may describe a field, as `dataclasses.field()` does.
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
            out.bound().add(binding, annotation, BoundValues.Source.INSTANCE, 0);
        }
    }

    void namedExpression(int node) {
        SyntaxTree tree = out.tree;
        bind(tree.slot(node, 0), tree.slot(node, 1), BoundValues.Source.VALUE, node, tree.end(node));
    }

    /// The target of a `for`, in a statement or a comprehension.
    void iterated(int target, int iterable, int node) {
        bind(target, iterable, BoundValues.Source.ITEM, node, out.tree.start(target));
    }

    void with(int node) {
        SyntaxTree tree = out.tree;
        BoundValues.Source source = tree.slot(node, 0) != 0 ? BoundValues.Source.ENTERED_ASYNC
                : BoundValues.Source.ENTERED;
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
            out.bound().add(binding, tree.slot(node, 0), BoundValues.Source.INSTANCE, 0);
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
            pending.push(tree.element(targets, i));
        }
        while (pending.size() > 0) {
            int target = pending.pop();
            out.isTarget[target] = true;
            switch (tree.kind(target)) {
                case PAREN -> pending.push(tree.slot(target, 0));
                case TUPLE, LIST -> {
                    int elements = tree.slot(target, 0);
                    for (int i = 0; i < tree.length(elements); i++) {
                        pending.push(tree.element(elements, i));
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
    private void bind(int firstTarget, int firstValue, BoundValues.Source firstSource, int node, int offset) {
        SyntaxTree tree = out.tree;
        push(firstTarget, firstValue, firstSource, 0);
        while (pending.size() > 0) {
            int path = pending.pop();
            BoundValues.Source source = BoundValues.Source.of(pending.pop());
            int value = pending.pop();
            int target = pending.pop();
            out.isTarget[target] = true;
            switch (tree.kind(target)) {
                case PAREN -> push(tree.slot(target, 0), value, source, path);
                case STARRED -> push(tree.slot(target, 0), value, source, path);
                case TUPLE, LIST -> unpack(target, value, source, path);
                case NAME -> bindName(target, value, source, path, node, offset);
                case SUBSCRIPT -> out.filled().fill(tree.slot(target, 0), value, source, path);
                case ATTRIBUTE -> {
                    int binding = bindSelfAttribute(target, node, BindingKind.VARIABLE);
                    if (binding != NONE) {
                        out.bound().add(binding, value, source, path);
                    }
                }
                default -> { }
            }
        }
    }

    private void unpack(int target, int value, BoundValues.Source source, int path) {
        SyntaxTree tree = out.tree;
        int elements = tree.slot(target, 0);
        int inner = value;
        while (inner != 0 && tree.kind(inner) == NodeKind.PAREN) {
            inner = tree.slot(inner, 0);
        }
        boolean pairwise = source == BoundValues.Source.VALUE && path == 0 && inner != 0
                && (tree.kind(inner) == NodeKind.TUPLE || tree.kind(inner) == NodeKind.LIST)
                && tree.length(tree.slot(inner, 0)) == tree.length(elements) && !hasStar(elements)
                && !hasStar(tree.slot(inner, 0));
        boolean afterStar = false;
        for (int i = 0; i < tree.length(elements); i++) {
            int element = tree.element(elements, i);
            if (pairwise) {
                push(element, tree.element(tree.slot(inner, 0), i), BoundValues.Source.VALUE, 0);
            } else {
                boolean isStar = tree.kind(element) == NodeKind.STARRED;
                push(element, value, source, out.bound().path(path, isStar ? Items.SLICED
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

    private void push(int target, int value, BoundValues.Source source, int path) {
        pending.push(target);
        pending.push(value);
        pending.push(source.ordinal());
        pending.push(path);
    }

    private void bindName(int target, int value, BoundValues.Source source, int path, int node, int offset) {
        SyntaxTree tree = out.tree;
        int name = out.names.ofToken(tree.slot(target, 0), out.scopes.className(out.scope(node)));
        if (name == NONE) {
            return;
        }
        int binding = out.bind(BindingKind.VARIABLE, node, name, offset, tree.start(target), tree.end(target), NONE);
        out.bound().add(binding, value, source, path);
    }

    /// `self.x = …` or `cls.x = …` in a method; NONE for attributes of anything else, which bind nothing that could be
    /// looked up.
    private int bindSelfAttribute(int target, int node, BindingKind kind) {
        SyntaxTree tree = out.tree;
        int object = tree.slot(target, 0);
        if (tree.kind(object) != NodeKind.NAME) {
            return NONE;
        }
        int scope = out.scope(node);
        int className = out.scopes.className(scope);
        int owner = out.definitions().parameters().attributeScope(scope,
                out.names.ofToken(tree.slot(object, 0), className));
        int token = tree.slot(target, 1);
        int name = out.names.ofToken(token, className);
        if (owner == NONE || name == NONE || tree.tokens().kind(token) != TokenKind.NAME) {
            return NONE;
        }
        return out.bindings.add(kind, owner, name, NONE, tree.end(target),
                tree.tokens().start(token), tree.tokens().end(token), NONE);
    }
}
