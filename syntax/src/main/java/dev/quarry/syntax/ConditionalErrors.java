package dev.quarry.syntax;

/// Errors in `a if b else c`, worded and placed as CPython does: `invalid_expression` and `invalid_if_expression`.
abstract class ConditionalErrors extends AdjacentExpressionErrors {
    ConditionalErrors(Grammar grammar) {
        super(grammar);
    }

    /// `else` is missing behind a complete condition.
    void missingElse(int value, int condition) {
        int start = value < 0 ? value : grammar.tree.first(grammar.targets.withoutParentheses(value));
        missingElse(start, grammar.cursor.end, endOfExpression(condition));
    }

    /// @param behind where `else` is missing
    /// @param end end token of the condition without its parentheses
    private void missingElse(int first, int behind, int end) {
        if (tokens.kind(behind) == TokenKind.COLON || tokens.kind(behind) == TokenKind.KW_ELSE) {
            invalidSyntax(behind);
        } else {
            range(first, end, "expected 'else' after 'if' expression");
        }
    }

    /// The condition behind an `if` can't be read: CPython takes what it can of it and misses the `else` there.
    ///
    /// @param count how many errors there were before the condition
    void incompleteCondition(int first, int condition, int count) {
        int error = genericSince(count);
        int end = error < 0 ? -1 : ExpressionPrefix.end(tokens, condition, error, false);
        if (end >= 0 && tokens.kind(end) != TokenKind.COLON && tokens.kind(end) != TokenKind.KW_ELSE) {
            forget(count);
            missingElse(first, end, end);
        }
    }

    /// What stands behind `else` can't be read.
    ///
    /// @param token the token behind `else`
    /// @param first first token of the operand that can't be read: the same, or one behind lambdas
    /// @param count how many errors there were before it
    void incompleteAlternative(int token, int first, int count) {
        int error = genericSince(count);
        if (error < 0 || !grammar.version.isAtLeast(PythonVersion.PY314)
                || ExpressionPrefix.end(tokens, first, error, false) >= 0) {
            return;
        }
        forget(count);
        int kind = grammar.version.isAtLeast(PythonVersion.PY315) ? tokens.kind(token) : TokenKind.ENDMARKER;
        at(token, switch (kind) {
            case TokenKind.STAR -> "cannot unpack only part of a conditional expression";
            case TokenKind.DOUBLESTAR -> "cannot use dict unpacking on only part of a conditional expression";
            default -> "expected expression after 'else', but statement is given";
        });
    }

    /// A token that begins no operand.
    void missingOperand(int token) {
        if (!reportStatementBeforeIf(token)) {
            invalidSyntax(token);
        }
    }

    /// `(pass_stmt|break_stmt|continue_stmt) 'if' disjunction 'else' simple_stmt`, since 3.14.
    boolean reportStatementBeforeIf(int token) {
        switch (tokens.kind(token)) {
            case TokenKind.KW_PASS, TokenKind.KW_BREAK, TokenKind.KW_CONTINUE -> { }
            default -> {
                return false;
            }
        }
        if (tokens.kind(token + 1) != TokenKind.KW_IF || isGenericEnough()
                || !grammar.version.isAtLeast(PythonVersion.PY314)) {
            return false;
        }
        int before = grammar.cursor.position;
        int behind = grammar.cursor.end;
        beginTrial();
        grammar.cursor.moveTo(token + 2);
        grammar.expressions.operators(Precedence.OR);
        boolean hasElse = grammar.cursor.eat(TokenKind.KW_ELSE);
        if (hasElse) {
            grammar.statements.simpleStatement();
        }
        boolean complete = !endTrial() && hasElse;
        undoTrial(before, behind);
        if (complete) {
            at(token, "expected expression before 'if', but statement is given");
        }
        return complete;
    }
}
