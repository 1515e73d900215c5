package dev.quarry.syntax;

/// All errors of the parser, one method per message, worded and placed as CPython 3.13 does: here those of statements,
/// targets, parameters and patterns. Those of expressions are in [AdjacentExpressionErrors], [ExpressionErrors] and
/// [ArgumentErrors]; how they are recorded is in [ErrorRecorder].
final class SyntaxErrors extends ArgumentErrors {
    SyntaxErrors(Grammar grammar) {
        super(grammar);
    }

    // Statements.

    void missingColon(int token, int test) {
        if (tokens.kind(token) == TokenKind.NEWLINE) {
            expectedToken(token, ":");
        } else if (tokens.kind(token) == TokenKind.EQUAL && test > 0) {
            assignmentInCondition(test);
        } else {
            unexpected(token);
        }
    }

    void elifAfterElse(int token) {
        if (grammar.version.isAtLeast(PythonVersion.PY314)) {
            at(token, "'elif' block follows an 'else' block");
        }
    }

    /// The token behind a target doesn't fit.
    void invalidTarget(int token) {
        invalidSyntax(tokens.kind(token) == TokenKind.DOT ? token + 1 : token);
    }

    /// The targets of a `for` aren't followed by `in`: reads them again as expressions, as CPython's `invalid_for_target`
    /// and `invalid_for_if_clause` do, to say what is wrong; returns what it has read.
    ///
    /// @param deferrals how many constructs had been deferred before the targets
    int unfinishedTargets(int first, int target, int deferrals, boolean inComprehension) {
        int token = grammar.cursor.position;
        if (isGenericEnough()) {
            invalidSyntax(token);
            return target;
        }
        // What the targets defer is to be read once.
        grammar.deferrals.truncate(deferrals);
        beginTrial();
        grammar.cursor.moveTo(first);
        int expressions = grammar.comprehensions.targets(Precedence.BITWISE_OR);
        boolean failed = endTrial();
        int end = grammar.cursor.position;
        if (!failed && inComprehension && grammar.cursor.kind != TokenKind.KW_IN
                && grammar.version.isAtLeast(PythonVersion.PY313)) {
            at(tokens.kind(end) == TokenKind.DOT ? end + 1 : end, "'in' expected after for-loop variables");
        } else if (!failed && grammar.targets.firstInvalid(expressions, true) != 0) {
            grammar.targets.checkFor(expressions);
        } else {
            invalidTarget(token);
        }
        return expressions;
    }

    void severalStatements(int token) {
        at(token, "multiple statements found while compiling a single statement");
    }

    void missingHandlers(int token) {
        at(token, "expected 'except' or 'finally' block");
    }

    /// At the colon of a handler that is not of the sort of those before it.
    void mixedExcept(int keyword, boolean starred) {
        range(keyword, starred ? keyword + 2 : keyword + 1,
                "cannot have both 'except' and 'except*' on the same 'try'");
    }

    /// `except A, B:` or `except A, B as c:`, at the colon.
    void severalExceptionTypes(int first, int comma, boolean named) {
        PythonVersion version = grammar.version;
        if (tokens.kind(grammar.cursor.position) != TokenKind.COLON) {
            invalidSyntax(version.isAtLeast(PythonVersion.PY314) ? grammar.cursor.position : comma);
        } else if (version.isAtLeast(PythonVersion.PY314)) {
            if (named) {
                startingFrom(first, "multiple exception types must be parenthesized when using 'as'");
            }
        } else {
            boolean before = isSilent();
            if (version.isAtLeast(PythonVersion.PY310) && Precedence.startsExpression(tokens.kind(comma + 1))) {
                startingFrom(first, "multiple exception types must be parenthesized");
            } else if (named) {
                invalidSyntax(comma);
            }
            if (!named) {
                endSilence(before);
                grammar.gates.exceptWithoutParentheses(comma);
            }
        }
    }

    /// `except … as` isn't followed by a name and a colon.
    void exceptTarget(int token, boolean starred) {
        if (grammar.version.isAtLeast(PythonVersion.PY314) && isFollowedByColon(token)) {
            targetThatIsNoName(token, starred ? "cannot use except* statement with " : "cannot use except statement with ",
                    "", token);
        } else if (tokens.kind(token) != TokenKind.NAME) {
            invalidSyntax(token);
        }
    }

    /// Whether a colon stands behind what can be read of an expression.
    private boolean isFollowedByColon(int token) {
        if (isGenericEnough()) {
            return false;
        }
        int position = grammar.cursor.position;
        int behind = grammar.cursor.end;
        beginTrial();
        grammar.cursor.moveTo(token);
        grammar.expressions.expression();
        int end = endTrial() ? ExpressionPrefix.end(tokens, token, trialError.token(), false) : grammar.cursor.end;
        undoTrial(position, behind);
        return end >= 0 && tokens.kind(end) == TokenKind.COLON;
    }

    /// `except*:`; `mixed`: behind a handler without a star, after which CPython 3.14 expects no star.
    void missingExceptionType(int token, boolean mixed) {
        if (mixed && grammar.version.isAtLeast(PythonVersion.PY314)) {
            invalidSyntax(token - 1);
        } else {
            at(token, "expected one or more exception types");
        }
    }

    void missingImportNames(int token) {
        if (grammar.version.isAtLeast(PythonVersion.PY313)) {
            syntax("Expected one or more names after 'import'", startOf(token), endOf(token) - 1);
        } else {
            invalidSyntax(token);
        }
    }

    void importBeforeFrom(int first) {
        startingFrom(first, "Did you mean to use 'from ... import ...' instead?");
    }

    /// `lazy from __future__ import …`
    void lazyFuture(int lazy) {
        at(lazy, "lazy from __future__ import is not allowed");
    }

    /// `!=` behind `from __future__ import barry_as_FLUFL`
    void formerInequality(int token) {
        at(token, "with Barry as BDFL, use '<>' instead of '!='");
    }

    void trailingImportComma(int token) {
        at(token, "trailing comma not allowed without surrounding parentheses");
    }

    /// `as` in an import isn't followed by a name and nothing else.
    void importTarget(int token) {
        boolean name = tokens.kind(token) == TokenKind.NAME;
        if (grammar.version.isAtLeast(PythonVersion.PY314)) {
            targetThatIsNoName(token, "cannot use ", " as import target", name ? token + 1 : token);
        } else {
            invalidSyntax(name ? token + 1 : token);
        }
    }

    /// Behind `as`, where only a name may stand: says what stands there.
    ///
    /// @param generic where the error is when it is no expression
    private void targetThatIsNoName(int token, String before, String after, int generic) {
        if (isGenericEnough() || !explore(token)) {
            invalidSyntax(generic);
        } else {
            node(grammar.targets.withoutParentheses(explored), before + nameOf(explored) + after);
        }
    }

    /// `raise from x`, since 3.15.
    void missingException(int raise, int from) {
        if (grammar.version.isAtLeast(PythonVersion.PY315)) {
            range(raise, from + 1, "did you forget an expression between 'raise' and 'from'?");
        }
    }

    /// What stands behind `raise x from` can't be read, not even in part.
    ///
    /// @param count how many errors there were before it
    void incompleteCause(int from, int count) {
        int error = genericSince(count);
        if (error >= 0 && grammar.version.isAtLeast(PythonVersion.PY315)
                && ExpressionPrefix.end(tokens, from + 1, error, false) < 0) {
            forget(count);
            at(from, "did you forget an expression after 'from'?");
        }
    }

    /// `=` or `:=` behind an operand of `assert`, since 3.15.
    void assertedAssignment(int operand) {
        int operator = grammar.cursor.position;
        boolean assignment = tokens.kind(operator) == TokenKind.EQUAL;
        if (!assignment && tokens.kind(operator) != TokenKind.COLONEQUAL || operand <= 0 || isGenericEnough()
                || !grammar.version.isAtLeast(PythonVersion.PY315) || !explore(operator + 1)) {
            return;
        }
        int inner = grammar.targets.withoutParentheses(operand);
        range(grammar.tree.first(inner), exploredEnd, assignment
                ? "cannot assign to " + nameOf(inner) + " here. Maybe you meant '==' instead of '='?"
                : "cannot use named expression without parentheses here");
    }

    /// A comma with no item of `with` behind it.
    void trailingWithComma(int comma) {
        if (grammar.version.isAtLeast(PythonVersion.PY315)) {
            at(comma, "the last 'with' item has a trailing comma");
        } else {
            invalidSyntax(comma + 1);
        }
    }

    // Targets.

    void cannotAssign(int expression) {
        node(expression, "cannot assign to " + nameOf(expression));
    }

    /// A target of `del` can't be read: CPython takes what it can of it.
    ///
    /// @param count how many errors there were before it
    void incompleteDelete(int first, int count) {
        int error = genericSince(count);
        int end = error < 0 ? -1 : ExpressionPrefix.end(tokens, first, error, true);
        if (end < 0) {
            return;
        }
        forget(count);
        int behind = grammar.cursor.end;
        int token = grammar.cursor.position;
        int target = readUpTo(first, end);
        int invalid = grammar.targets.firstInvalid(target, false);
        if (invalid != 0) {
            cannotDelete(invalid);
        } else {
            // A bracket that belongs to the target has been read up to the error.
            boolean bracket = tokens.kind(end) == TokenKind.LPAR || tokens.kind(end) == TokenKind.LSQB;
            invalidSyntax(bracket ? error : end);
        }
        undoTrial(token, behind);
    }

    void cannotDelete(int expression) {
        node(expression, "cannot delete " + nameOf(expression));
    }

    /// An assignment statement's target. What fails is the whole statement, so CPython looks first whether its beginning
    /// may have been meant as a comparison.
    ///
    /// @param firstValue what follows the first `=`; 0 when it can't be read
    /// @param valueFirst first token behind the `=` of this target
    void cannotAssignStatement(int target, int firstTarget, int firstValue, int valueFirst) {
        NodeKind kind = grammar.tree.kind(target);
        int comparedEnd = firstValue == 0 ? ExpressionPrefix.end(tokens, valueFirst, trialError.token(), false)
                : endOfLeadingBitwiseOr(firstValue);
        if (reportComparison(firstTarget, comparedEnd)) {
            return;
        }
        if (kind == NodeKind.YIELD || kind == NodeKind.YIELD_FROM) {
            node(target, "assignment to yield expression not possible");
        } else {
            int invalid = grammar.targets.firstInvalid(target, true);
            node(invalid, "cannot assign to " + nameOf(invalid));
        }
    }

    /// The last value of an assignment can't be read at all.
    ///
    /// @param first first token of that value
    /// @param count how many errors there were before it
    void incompleteAssignment(int firstTarget, int firstValue, int first, int count) {
        int error = genericSince(count);
        if (error >= 0 && ExpressionPrefix.end(tokens, first, error, true) < 0) {
            Finding generic = findings().get(count);
            forget(count);
            if (!reportComparison(firstTarget, endOfLeadingBitwiseOr(firstValue))) {
                report(generic.diagnostic(), generic.token());
            }
        }
    }

    /// `invalid_named_expression`: a target that may have been meant as an operand of `==`.
    ///
    /// @param end end token of the operand behind the `=`, -1 when there is none
    private boolean reportComparison(int target, int end) {
        if (end < 0 || tokens.kind(end) == TokenKind.EQUAL || tokens.kind(end) == TokenKind.COLONEQUAL) {
            return false;
        }
        int last = grammar.tree.kind(target) == NodeKind.TUPLE && isBareTuple(target) ? lastElement(target) : target;
        if (grammar.tree.kind(last) == NodeKind.NAME) {
            range(grammar.tree.first(last), end, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            return true;
        }
        if (isComparable(last)) {
            int inner = grammar.targets.withoutParentheses(last);
            node(inner, "cannot assign to " + nameOf(inner) + " here. Maybe you meant '==' instead of '='?");
            return true;
        }
        return false;
    }

    private int endOfLeadingBitwiseOr(int expression) {
        int leading = leadingBitwiseOr(expression);
        return leading > 0 ? grammar.tree.end(leading) : -1;
    }

    private int lastElement(int tuple) {
        int elements = grammar.tree.slot(tuple, 0);
        int last = grammar.tree.element(elements, grammar.tree.length(elements) - 1);
        return last > 0 && grammar.tree.end(last) == grammar.tree.end(tuple) ? last : tuple;
    }

    /// The part of an expression that the rule `bitwise_or` reads; 0 when it can't start there.
    private int leadingBitwiseOr(int expression) {
        TreeBuilder tree = grammar.tree;
        int node = expression;
        while (true) {
            switch (tree.kind(node)) {
                case COMPARISON, CONDITIONAL -> node = tree.slot(node, 0);
                case BOOLEAN -> node = tree.element(tree.slot(node, 1), 0);
                case TUPLE -> {
                    if (!isBareTuple(node)) {
                        return node;
                    }
                    node = tree.element(tree.slot(node, 0), 0);
                }
                case UNARY -> {
                    return tokens.kind(tree.slot(node, 0)) == TokenKind.KW_NOT ? 0 : node;
                }
                case YIELD, YIELD_FROM, LAMBDA, STARRED, ERROR_EXPRESSION, NONE -> {
                    return 0;
                }
                default -> {
                    return node;
                }
            }
        }
    }

    private boolean isBareTuple(int tuple) {
        int elements = grammar.tree.slot(tuple, 0);
        int first = grammar.tree.length(elements) == 0 ? 0 : grammar.tree.element(elements, 0);
        return first > 0 && grammar.tree.first(first) == grammar.tree.first(tuple);
    }

    /// An annotation behind something that can't have one; without an annotation the colon is the error.
    ///
    /// @param first first token of the annotation
    /// @param count how many errors there were before it
    void annotationTarget(int target, int colon, int first, int count) {
        Reading reading = readingOf(first, count, false);
        if (reading == Reading.ERROR) {
            return;
        }
        int inner = grammar.targets.withoutParentheses(target);
        switch (reading == Reading.NOTHING ? NodeKind.NONE : grammar.tree.kind(inner)) {
            case LIST -> node(inner, "only single target (not list) can be annotated");
            case TUPLE -> node(isBareTuple(inner) ? grammar.tree.element(grammar.tree.slot(inner, 0), 0) : inner,
                    "only single target (not tuple) can be annotated");
            case NONE, YIELD, YIELD_FROM, STARRED -> invalidSyntax(colon);
            default -> node(target, "illegal target for annotation");
        }
    }

    void augmentedTarget(int target, int operator, int first, int count) {
        Reading reading = readingOf(first, count, true);
        if (reading == Reading.ERROR) {
            return;
        }
        int inner = grammar.targets.withoutParentheses(target);
        switch (reading == Reading.NOTHING ? NodeKind.NONE : grammar.tree.kind(target)) {
            case NONE, YIELD, YIELD_FROM -> invalidSyntax(operator);
            default -> node(inner, "'" + nameOf(inner) + "' is an illegal expression for augmented assignment");
        }
    }

    /// A tuple without parentheses is followed by more expressions: `a, b c: d` is an annotation in CPython's eyes, and
    /// `a, b c = d` a comparison.
    void annotatedTuple(int tuple) {
        if (isGenericEnough()) {
            return;
        }
        int token = grammar.cursor.position;
        int behind = grammar.cursor.end;
        int deferrals = grammar.deferrals.count();
        ExpressionParser.Last last = grammar.expressions.last();
        boolean failed = false;
        while (!failed && grammar.expressions.startsStarExpression()) {
            beginExploration();
            int element = grammar.expressions.starNamedExpression();
            if (grammar.cursor.kind == TokenKind.EQUAL && element > 0) {
                assignmentInCondition(element);
            }
            failed = endExploration();
            while (!failed && grammar.cursor.eat(TokenKind.COMMA)) {
                failed = !grammar.expressions.startsStarExpression() && grammar.cursor.kind != TokenKind.COLON;
            }
        }
        if (!failed && grammar.cursor.eat(TokenKind.COLON)) {
            int first = grammar.cursor.position;
            beginTrial();
            grammar.expressions.expression();
            if (!endTrial() || ExpressionPrefix.end(tokens, first, trialError.token(), false) >= 0) {
                node(grammar.tree.element(grammar.tree.slot(tuple, 0), 0),
                        "only single target (not tuple) can be annotated");
            }
        }
        undo(deferrals, token, behind, last);
    }

    // Parameters.

    /// `&&'('` behind a function's name.
    void missingParameters(int token) {
        if (grammar.version.isAtLeast(PythonVersion.PY311)) {
            expectedToken(token, "(");
        } else {
            unexpected(token);
        }
    }

    /// What 3.15 has learnt to call by its name.
    private String parameter() {
        return grammar.version.isAtLeast(PythonVersion.PY315) ? "parameter" : "argument";
    }

    void afterVarKeyword(int token) {
        at(token, since(PythonVersion.PY311, parameter() + "s cannot follow var-keyword " + parameter()));
    }

    void missingDefaultAfterDefault(int token) {
        at(token, grammar.version.isAtLeast(PythonVersion.PY312)
                ? "parameter without a default follows parameter with a default"
                : "non-default argument follows default argument");
    }

    void slashAfterStar(int token) {
        at(token, since(PythonVersion.PY311, "/ must be ahead of *"));
    }

    void secondSlash(int token) {
        at(token, since(PythonVersion.PY311, "/ may appear only once"));
    }

    void leadingSlash(int token) {
        at(token, since(PythonVersion.PY311, "at least one " + parameter() + " must precede /"));
    }

    void missingCommaAfterSlash(int star) {
        at(star, since(PythonVersion.PY311, "expected comma between / and *"));
    }

    void secondStar(int token) {
        at(token, since(PythonVersion.PY311,
                "* " + (grammar.version.isAtLeast(PythonVersion.PY315) ? "" : "argument ") + "may appear only once"));
    }

    void bareStar(int token) {
        at(token, "named " + parameter() + "s must follow bare *");
    }

    /// CPython's parser has a stack of 6,000 levels, up to 3.13. How many lambdas in each other's defaults take it up
    /// depends on what is around them: the error comes where they do in any case.
    void lambdasInDefaults(int lambda, int depth) {
        int most = grammar.version.isAtLeast(PythonVersion.PY39) ? 853 : 561;
        if (depth == most + 1 && !grammar.version.isAtLeast(PythonVersion.PY314)) {
            report(new Diagnostic("MemoryError", "Parser stack overflowed - Python source too complex to parse",
                    Diagnostic.Stage.LIMIT, tokens.start(lambda), tokens.end(lambda)), lambda);
        }
    }

    void starDefault(int equals, boolean single, boolean starredAnnotation) {
        at(equals, starredAnnotation ? INVALID_SYNTAX : since(PythonVersion.PY311,
                "var-" + (single ? "positional " : "keyword ") + parameter() + " cannot have default value"));
    }

    void missingDefault(int equals) {
        if (grammar.version.isAtLeast(PythonVersion.PY311)) {
            at(equals, "expected default value expression");
        } else {
            invalidSyntax(equals + 1);
        }
    }

    /// Something that is no parameter: names in parentheses have a message of their own behind parameters without a
    /// default.
    void invalidParameter(int token, int closer, boolean noDefaults) {
        if (noDefaults && tokens.kind(token) == TokenKind.LPAR && tokens.kind(token + 1) == TokenKind.NAME
                && grammar.version.isAtLeast(PythonVersion.PY311)) {
            int close = token + 1;
            while (tokens.kind(close) == TokenKind.NAME || tokens.kind(close) == TokenKind.COMMA) {
                close++;
            }
            if (tokens.kind(close) == TokenKind.RPAR) {
                range(token, close + 1, closer == TokenKind.RPAR ? "Function parameters cannot be parenthesized"
                        : "Lambda expression parameters cannot be parenthesized");
                return;
            }
        }
        invalidSyntax(token);
    }

    void emptyTypeParameters(int closer) {
        if (grammar.version.isAtLeast(PythonVersion.PY313)) {
            syntax("Type parameter list cannot be empty", tokens.start(closer),
                    tokens.end(Math.max(closer, reach())) - 1);
        } else {
            invalidSyntax(closer);
        }
    }

    void boundOfStarredTypeParameter(int colon, int bound, boolean single) {
        String what = grammar.tree.kind(bound) == NodeKind.TUPLE ? "constraints" : "bound";
        startingFrom(colon, "cannot use " + what + " with " + (single ? "TypeVarTuple" : "ParamSpec"));
    }

    // Patterns.

    /// A statement that can't be read may be a `case` out of place.
    ///
    /// @param count how many errors there were before the statement
    boolean strayCase(int first, int count) {
        if (isInTrial()) {
            return false;
        }
        int position = grammar.cursor.position;
        int behind = grammar.cursor.end;
        beginTrial();
        grammar.cursor.moveTo(first);
        int colon = grammar.matches.caseHead();
        boolean complete = !endTrial() && colon >= 0;
        undoTrial(position, behind);
        if (complete) {
            forget(count);
            range(first, colon + 1, "case statement must be inside match statement");
        }
        return complete;
    }

    void patternTarget(int token) {
        if (grammar.isWord(token, "_")) {
            at(token, "cannot use '_' as a target");
        } else if (grammar.version.isAtLeast(PythonVersion.PY314)) {
            targetThatIsNoName(token, "cannot use ", " as pattern target",
                    tokens.kind(token) == TokenKind.NAME ? token + 1 : token);
        } else if (tokens.kind(token) == TokenKind.NAME) {
            invalidSyntax(token + 1);
        } else if (Precedence.startsExpression(tokens.kind(token))) {
            int end = endOfExpressionAt(token);
            if (end > token) {
                range(token, end, "invalid pattern target");
            } else {
                // Nothing of it is an expression.
                invalidSyntax(token);
            }
        } else {
            invalidSyntax(token);
        }
    }

    /// The two parts of a complex literal: a real and an imaginary number.
    void checkComplex(int left, int right) {
        int leftNumber = grammar.tree.end(left) - 1;
        if (isImaginary(leftNumber)) {
            at(leftNumber, "real number required in complex literal");
        } else if (tokens.kind(right) == TokenKind.NUMBER && !isImaginary(right)) {
            at(right, "imaginary number required in complex literal");
        }
    }

    private boolean isImaginary(int token) {
        byte last = grammar.source.utf8()[tokens.end(token) - 1];
        return last == 'j' || last == 'J';
    }

    void plusInPattern(int token) {
        requires(PythonVersion.PY315, token, "Unary plus in patterns is");
    }

    void mappingRestNotLast(int rest) {
        if (grammar.version.isAtLeast(PythonVersion.PY315)) {
            at(rest, "double star pattern must be the last (right-most) subpattern in the mapping pattern");
        } else {
            invalidSyntax(grammar.cursor.position);
        }
    }

    void positionalPatternAfterKeyword(int first, int end) {
        range(first, end, "positional patterns follow keyword patterns");
    }
}
