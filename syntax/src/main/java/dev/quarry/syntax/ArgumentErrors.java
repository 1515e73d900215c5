package dev.quarry.syntax;

/// Errors in the arguments of calls, worded and placed as CPython 3.13 does: `invalid_arguments`, `invalid_kwarg` and
/// `invalid_starred_expression`.
abstract class ArgumentErrors extends ExpressionErrors {
    ArgumentErrors(Grammar grammar) {
        super(grammar);
    }

    void positionalAfterKeyword(boolean unpacking) {
        at(reach(), unpacking ? "positional argument follows keyword argument unpacking"
                : "positional argument follows keyword argument");
    }

    /// A positional argument behind a keyword can't be read.
    ///
    /// @param count how many errors there were before it
    void incompletePositional(int first, int count, boolean unpacking) {
        int error = genericSince(count);
        switch (readingOf(first, count, false)) {
            case SOME -> at(Math.max(error, reach()), unpacking ? "positional argument follows keyword argument unpacking"
                    : "positional argument follows keyword argument");
            case NOTHING -> invalidSyntax(first);
            case ERROR -> { }
        }
    }

    /// CPython reads `*x for …` as the only argument or not at all.
    void unparenthesizedGenerator(int first, int end, boolean isFirst, boolean starred) {
        if (isFirst && (starred || tokens.kind(grammar.cursor.position) != TokenKind.COMMA)) {
            unexpected(grammar.cursor.position);
            return;
        }
        if (tokens.kind(grammar.cursor.position) == TokenKind.COMMA) {
            // CPython tries to read more arguments first.
            reachTo(grammar.cursor.position + 1);
        }
        range(first, end, "Generator expression must be parenthesized");
    }

    /// `expression=` that is no keyword argument.
    void argumentAssignment(int first, int value) {
        int equals = grammar.cursor.position;
        int inner = value < 0 ? value : grammar.targets.withoutParentheses(value);
        switch (grammar.tree.kind(value)) {
            case TRUE, FALSE, NONE_LITERAL ->
                    range(first, equals + 1, "cannot assign to " + nameOf(value));
            case NAMED_EXPRESSION -> invalidSyntax(equals);
            default -> range(inner < 0 ? first : grammar.tree.first(inner), equals + 1,
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
        }
    }

    /// A class has no place for a generator without parentheses of its own.
    void checkClassArguments(int arguments) {
        TreeBuilder tree = grammar.tree;
        if (tree.length(arguments) == 1) {
            int only = tree.element(arguments, 0);
            if (tree.kind(only) == NodeKind.GENERATOR && tree.end(only) == grammar.cursor.end) {
                invalidSyntax(tree.first(tree.element(tree.slot(only, 1), 0)));
            }
        }
    }

    void assignmentInArgument(int name) {
        int token = grammar.cursor.position;
        if (isGenericEnough() || !clausesFollow()) {
            invalidSyntax(token);
            return;
        }
        range(name, name + 2, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }

    void missingArgumentValue(int name) {
        if (grammar.version.isAtLeast(PythonVersion.PY312)) {
            range(name, name + 2, "expected argument value expression");
        } else {
            invalidSyntax(name + 2);
        }
    }
}
