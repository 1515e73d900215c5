package dev.quarry.syntax.resolve;

import static dev.quarry.syntax.resolve.NameFacts.NONE;

import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;

/// What is put into containers after they were made: bound in the container's scope under a name of its own.
final class FilledContainers {
    private final NameFactsBuilder out;
    /// The node of the container, that of the item, its [BoundValues.Source] and path.
    private final IntStack filled = new IntStack();

    FilledContainers(NameFactsBuilder out) {
        this.out = out;
    }

    void clear() {
        filled.clear();
    }

    /// `x.append(item)` and the like.
    void call(int call) {
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
            fill(tree.slot(callee, 0), tree.element(arguments, item), BoundValues.Source.VALUE, 0);
        }
    }

    /// `container[…] = item`, and what else puts an item into a container.
    void fill(int container, int item, BoundValues.Source source, int path) {
        NodeKind kind = out.tree.kind(container);
        if (kind == NodeKind.NAME || kind == NodeKind.ATTRIBUTE) {
            filled.push(container);
            filled.push(item);
            filled.push(source.ordinal());
            filled.push(path);
        }
    }

    /// The name under which a scope has what is put into a container of that name after it was made.
    static String itemsName(String name) {
        return name + "[]";
    }

    /// Binds what containers are filled with, now that it is known which scopes bind which names.
    void bind() {
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
                owner = out.boundNames.bindingScope(scope, name);
            } else if (name != NONE && tree.kind(tree.slot(container, 0)) == NodeKind.NAME) {
                owner = out.definitions().parameters().attributeScope(scope,
                        out.names.ofToken(tree.slot(tree.slot(container, 0), 0), className));
            }
            if (owner != NONE) {
                int binding = out.bindings.add(BindingKind.VARIABLE, owner,
                        out.names.of(itemsName(out.names.text(name))), NONE, 0, tree.tokens().start(token),
                        tree.tokens().end(token), NONE);
                out.bound().add(binding, filled.get(i + 1), BoundValues.Source.of(filled.get(i + 2)),
                        filled.get(i + 3));
            }
        }
    }
}
