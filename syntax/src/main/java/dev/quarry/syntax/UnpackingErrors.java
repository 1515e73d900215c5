package dev.quarry.syntax;

/// Errors of `*` and `**` in brackets, worded and placed as CPython does: `invalid_group`, `invalid_comprehension`,
/// `invalid_starred_expression…` and `invalid_kvpair_unpacking`. Most of these rules are new in 3.15.
abstract class UnpackingErrors extends ConditionalErrors {
    UnpackingErrors(Grammar grammar) {
        super(grammar);
    }

    private boolean hasRules() {
        return grammar.version.isAtLeast(PythonVersion.PY315);
    }

    /// What stands behind `*` or `**` where only a `bitwise_or` may.
    void checkUnpacked(int star, int value) {
        boolean single = tokens.kind(star) == TokenKind.STAR;
        if (looseOperator(value) != 0 && reportAdjacent()) {
            return;
        }
        if (hasRules() && grammar.tree.kind(value) == NodeKind.CONDITIONAL) {
            range(star, grammar.tree.end(value), (single ? "invalid starred" : "invalid double starred")
                    + " expression. Did you forget to wrap the conditional expression in parentheses?");
            return;
        }
        int operator = looseOperator(value);
        if (operator == 0) {
            return;
        }
        if (hasRules() && !single) {
            at(star, "cannot use dict unpacking here");
        } else {
            invalidSyntax(operator);
        }
    }

    /// The first operator in an expression that binds less tightly than those of the rule `bitwise_or`, 0 when there
    /// is none.
    private int looseOperator(int expression) {
        TreeBuilder tree = grammar.tree;
        int operator = 0;
        int node = expression;
        while (true) {
            switch (tree.kind(node)) {
                case CONDITIONAL -> {
                    int body = tree.slot(node, 0);
                    operator = body < 0 ? operator : tree.end(body);
                    node = body;
                }
                case BOOLEAN -> {
                    operator = tree.slot(node, 0);
                    node = tree.element(tree.slot(node, 1), 0);
                }
                case COMPARISON -> {
                    return tree.element(tree.slot(node, 1), 0);
                }
                case LAMBDA -> {
                    return tree.first(node);
                }
                case UNARY -> {
                    return tokens.kind(tree.slot(node, 0)) == TokenKind.KW_NOT ? tree.slot(node, 0) : operator;
                }
                default -> {
                    return operator;
                }
            }
        }
    }

    void starredInGroup(int starred) {
        int value = grammar.tree.slot(starred, 0);
        if (hasRules() && grammar.tree.kind(value) == NodeKind.CONDITIONAL) {
            checkUnpacked(grammar.tree.first(starred), value);
        } else {
            node(starred, "cannot use starred expression here");
        }
    }

    /// `**` as an element in parentheses or square brackets.
    ///
    /// @param comprehension what a comprehension in the brackets is called; null where none can be
    void mappingElement(int token, String comprehension) {
        if (isGenericEnough()) {
            invalidSyntax(token);
        } else if (hasRules()) {
            mappingInSequence(token, comprehension);
        } else if (tokens.kind(token - 1) == TokenKind.LPAR && comprehension != null && isGroup(token)) {
            at(token, "cannot use double starred expression here");
        } else {
            invalidSyntax(token);
        }
    }

    /// `'(' '**' expression ')'`
    private boolean isGroup(int token) {
        int behind = grammar.cursor.end;
        beginTrial();
        grammar.cursor.advance();
        grammar.expressions.expression();
        boolean group = !endTrial() && grammar.cursor.kind == TokenKind.RPAR;
        undoTrial(token, behind);
        return group;
    }

    private void mappingInSequence(int token, String comprehension) {
        if (!explore(token + 1)) {
            invalidSyntax(token);
        } else if (comprehension != null && isComprehension(token)) {
            range(token, exploredEnd, "cannot use dict unpacking in " + comprehension);
        } else {
            at(token, "cannot use dict unpacking here");
        }
    }

    /// `**x for …` as the first argument, at the `for`.
    void mappingGenerator(int star, int value) {
        int end = endOfExpression(value);
        if (hasRules() && !isGenericEnough() && clausesFollow()) {
            range(star, end, "cannot use dict unpacking in generator expression");
        }
    }

    /// Reads the clauses of a comprehension and says whether they are complete; reports the error in them that has words
    /// of its own.
    boolean clausesFollow() {
        beginExploration();
        grammar.comprehensions.clauses(0);
        return !endExploration();
    }

    /// `'**' expression for_if_clauses`
    private boolean isComprehension(int token) {
        int position = grammar.cursor.position;
        int behind = grammar.cursor.end;
        beginTrial();
        grammar.cursor.moveTo(token + 1);
        grammar.expressions.expression();
        boolean clauses = grammar.brackets.startsClause();
        if (clauses) {
            grammar.comprehensions.clauses(0);
        }
        boolean complete = !endTrial() && clauses;
        undoTrial(position, behind);
        return complete;
    }

    /// `{*a: b}` or `{**a: b}`, at the colon.
    ///
    /// @param key the value of the star
    void starredKey(int star, int key) {
        int colon = grammar.cursor.position;
        boolean single = tokens.kind(star) == TokenKind.STAR;
        if (!hasRules() || isGenericEnough() || key <= 0) {
            invalidSyntax(looseOperator(key) == 0 ? colon : looseOperator(key));
        } else if (looseOperator(key) == 0 && explore(colon + 1)) {
            range(star, grammar.tree.end(grammar.targets.withoutParentheses(key)), "cannot use "
                    + (single ? "a starred expression" : "dict unpacking") + " in a dictionary key");
        } else if (single) {
            invalidSyntax(looseOperator(key) == 0 ? colon + 1 : looseOperator(key));
        } else {
            at(star, "cannot use dict unpacking here");
        }
    }

    /// `{a: *b}` or, since 3.15, `{a: **b}`; `first`: in the first entry.
    void starredDictValue(int star, int value, boolean first) {
        boolean single = tokens.kind(star) == TokenKind.STAR;
        String message = "cannot use " + (single ? "a starred expression" : "dict unpacking") + " in a dictionary value";
        if (!single && !hasRules()) {
            invalidSyntax(star);
        } else if (first && hasRules() && value > 0) {
            range(star, grammar.tree.end(grammar.targets.withoutParentheses(value)), message);
        } else if (value != 0) {
            startingFrom(star, message);
        }
    }

    /// A dict that begins with `**` has an error without words: since 3.15, CPython takes it for a set then.
    ///
    /// @param count how many errors there were before the dict
    void incompleteMapping(int star, int count) {
        int error = hasRules() ? genericSince(count) : -1;
        if (error >= 0 && ExpressionPrefix.end(tokens, star + 1, error, false) >= 0) {
            forget(count);
            at(star, "cannot use dict unpacking here");
        }
    }

    /// Before 3.15: `*x for` or `**x for`, from the star to an end token.
    void unpackingInComprehension(int star, int end, String message) {
        if (!hasRules()) {
            boolean before = isSilent();
            range(star, end, message);
            endSilence(before);
            grammar.gates.unpackingInComprehension(star);
        }
    }

    /// The operand of a `*` in a bracket can't be read, not even in part.
    ///
    /// @param count how many errors there were before it
    void incompleteUnpacking(int star, int count) {
        Finding error = findings().size() > count ? findings().get(count) : null;
        if (error != null && error.isGeneric()
                && ExpressionPrefix.end(tokens, star + 1, error.token(), false) < 0) {
            forget(count);
            at(error.token(), since(PythonVersion.PY313, INVALID_STAR));
        }
    }

    /// `'*' expression '=' expression` in arguments.
    void assignmentToUnpacking(int star, boolean single) {
        range(star, grammar.cursor.end, "cannot assign to " + (single ? "iterable" : "keyword") + " argument unpacking");
    }

    void iterableAfterMappingUnpacking(int comma) {
        String message = "iterable argument unpacking follows keyword argument unpacking";
        if (grammar.version.isAtLeast(PythonVersion.PY313)) {
            startingFrom(comma, message);
        } else {
            at(comma + 1, message);
        }
    }
}
