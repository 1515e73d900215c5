package dev.quarry.syntax;

/// Reports constructs that the chosen version does not have yet, where more is needed than one look at a token.
///
/// The words are CPython's for `CHECK_VERSION` where it has them, else of the same pattern. The tree is the one of a
/// version that has the construct. Where the chosen version has words of its own, they come first and the line that
/// names the version follows.
final class VersionGates {
    private final Grammar grammar;
    private final TreeBuilder tree;

    VersionGates(Grammar grammar) {
        this.grammar = grammar;
        tree = grammar.tree;
    }

    /// An element of a set.
    void setElement(int element) {
        if (!grammar.version.isAtLeast(PythonVersion.PY39) && isNamed(element)) {
            requires(PythonVersion.PY39, element, "Unparenthesized assignment expressions in sets are");
        }
    }

    /// The element of a generator that is a call's only argument.
    void generatorArgument(int element) {
        if (!grammar.version.isAtLeast(PythonVersion.PY39) && isNamed(element)) {
            requires(PythonVersion.PY39, element, "Unparenthesized assignment expressions in arguments are");
        }
    }

    /// A part of a subscript that is no slice.
    void index(int index) {
        if (!grammar.version.isAtLeast(PythonVersion.PY310) && isNamed(index)) {
            requires(PythonVersion.PY310, index, "Unparenthesized assignment expressions in subscripts are");
        }
    }

    private boolean isNamed(int expression) {
        return tree.kind(expression) == NodeKind.NAMED_EXPRESSION;
    }

    /// A value that may begin with a star only in later versions.
    void starredValue(int first, String owner) {
        if (grammar.cursor.tokens().kind(first) == TokenKind.STAR) {
            grammar.errors.requires(PythonVersion.PY39, first, "Starred expressions in " + owner + " are");
        }
    }

    /// Before 3.9, a decorator is a dotted name, called or not.
    void decorator(int decorator) {
        if (grammar.version.isAtLeast(PythonVersion.PY39)) {
            return;
        }
        int node = tree.kind(decorator) == NodeKind.CALL ? tree.slot(decorator, 0) : decorator;
        while (tree.kind(node) == NodeKind.ATTRIBUTE) {
            node = tree.slot(node, 0);
        }
        if (tree.kind(node) != NodeKind.NAME) {
            requires(PythonVersion.PY39, decorator, "Decorators other than dotted names and calls of them are");
        }
    }

    /// Items of `with` in parentheses, not all of which can be elements of a tuple.
    void parenthesizedItems(int open) {
        grammar.errors.requires(PythonVersion.PY39, open, "Parenthesized context managers are");
    }

    void typeCommentOfParenthesizedItems(int comment) {
        grammar.errors.requires(PythonVersion.PY313, comment, "Type comments of parenthesized context managers are");
    }

    /// `except A, B:` with the comma given.
    void exceptWithoutParentheses(int comma) {
        grammar.errors.requires(PythonVersion.PY314, comma, "except expressions without parentheses are");
    }

    /// `*x` or `**x` as the element of a comprehension.
    void unpackingInComprehension(int star) {
        grammar.errors.requires(PythonVersion.PY315, star, "Unpacking in comprehensions is");
    }

    private void requires(PythonVersion version, int node, String what) {
        grammar.errors.requires(version, tree.first(node), what);
    }
}
