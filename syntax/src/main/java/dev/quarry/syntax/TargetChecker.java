package dev.quarry.syntax;

/// Says whether an expression that has been read may be assigned to or deleted, and reports the part that may not,
/// as CPython's `_PyPegen_get_invalid_target` does. Walks with the scratch stack, not by recursion.
final class TargetChecker {
    private final Grammar grammar;
    private final TreeBuilder tree;

    TargetChecker(Grammar grammar) {
        this.grammar = grammar;
        tree = grammar.tree;
    }

    /// A target of `for`, also in a comprehension.
    void checkFor(int target) {
        checkAssignable(target);
    }

    /// A target of `with … as`.
    void checkWith(int target) {
        checkAssignable(target);
    }

    /// A target of `del`. Python 3.8 leaves stars to its compiler.
    void checkDelete(int target) {
        int invalid = firstInvalid(target, !grammar.version.isAtLeast(PythonVersion.PY39));
        if (invalid != 0) {
            grammar.errors.cannotDelete(invalid);
        }
    }

    /// Reports the first part that can't be assigned to.
    void checkAssignable(int target) {
        int invalid = firstInvalid(target, true);
        if (invalid != 0) {
            grammar.errors.cannotAssign(invalid);
        }
    }

    /// The first part of a target that can't be one, 0 when there is none.
    int firstInvalid(int target, boolean starAllowed) {
        switch (tree.kind(target)) {
            case NAME, ATTRIBUTE, SUBSCRIPT -> {
                return 0;
            }
            default -> {
                return walk(target, starAllowed);
            }
        }
    }

    private int walk(int target, boolean starAllowed) {
        int mark = tree.mark();
        tree.push(target);
        while (tree.mark() > mark) {
            int node = tree.pop();
            switch (tree.kind(node)) {
                case NAME, ATTRIBUTE, SUBSCRIPT, ERROR_EXPRESSION, NONE -> { }
                case PAREN -> tree.push(tree.slot(node, 0));
                case TUPLE, LIST -> {
                    int elements = tree.slot(node, 0);
                    for (int i = tree.length(elements) - 1; i >= 0; i--) {
                        tree.push(tree.element(elements, i));
                    }
                }
                case STARRED -> {
                    if (!starAllowed) {
                        tree.drop(mark);
                        return node;
                    }
                    tree.push(tree.slot(node, 0));
                }
                default -> {
                    tree.drop(mark);
                    return node;
                }
            }
        }
        return 0;
    }

    /// Whether this is a `single_target`: a name, attribute or subscript, with or without parentheses.
    boolean isSingleTarget(int target) {
        return switch (tree.kind(withoutParentheses(target))) {
            case NAME, ATTRIBUTE, SUBSCRIPT, ERROR_EXPRESSION, NONE -> true;
            default -> false;
        };
    }

    /// The expression inside any number of parentheses; stops before one that is deferred.
    int withoutParentheses(int node) {
        while (tree.kind(node) == NodeKind.PAREN && tree.slot(node, 0) > 0) {
            node = tree.slot(node, 0);
        }
        return node;
    }
}
