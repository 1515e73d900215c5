package dev.quarry.syntax;

import java.util.List;

/// Errors in expressions, worded and placed as CPython 3.13 does: the `invalid_…` rules for expressions, brackets,
/// arguments and replacement fields.
abstract class ExpressionErrors extends ErrorRecorder {
    private static final String INVALID_STAR = "Invalid star expression";
    private static final List<String> SOFT_KEYWORDS = List.of("match", "case", "type", "_");

    /// End token of the expression that was read on trial last, -1 when there is none.
    private int exploredEnd;
    /// Whether all of it could be read.
    private boolean exploredAll;

    ExpressionErrors(Grammar grammar) {
        super(grammar);
    }

    /// Something complete is followed by a token that can't follow it.
    void unexpected(int token) {
        boolean afterOperand = grammar.expressions.endsHere();
        if (!isSilent() && (isGenericEnough() || !reportBeyond(token))) {
            invalidSyntax(afterOperand ? furthest(token) : token);
        }
    }

    /// [#unexpected] behind a simple statement.
    void unexpectedAfterStatement(int token) {
        if (isSilent() || !reportWalrus(token)) {
            unexpected(token);
        }
    }

    /// The last token that CPython has looked at when this one doesn't fit: `not` and `.` are read together with the
    /// token behind them.
    private int furthest(int token) {
        int kind = tokens.kind(token);
        return kind == TokenKind.KW_NOT || kind == TokenKind.DOT ? token + 1 : token;
    }

    /// Behind a complete expression, CPython's second pass reads on where another expression begins: as the second
    /// operand of a missing comma (`invalid_expression`), and behind a single name as what Python 2's statement `print x`
    /// would print (`invalid_legacy_expression`), which makes it go from name to name. Reports the error that it meets,
    /// or the statement of Python 2.
    private boolean reportBeyond(int token) {
        int behind = grammar.cursor.end;
        int deferrals = grammar.deferrals.count();
        ExpressionParser.Last last = grammar.expressions.last();
        int legacyName = -1;
        int legacyEnd = -1;
        boolean reported = false;
        while (Precedence.startsExpression(grammar.cursor.kind)) {
            int name = grammar.expressions.disjunctionBefore();
            if (name < 0) {
                break;
            }
            boolean single = name == grammar.cursor.end - 1 && tokens.kind(name) == TokenKind.NAME;
            if (reportWithin(single, !single || !isSoftKeywordOrPrefix(name))) {
                reported = true;
                break;
            }
            if (single && exploredEnd >= 0 && isLegacyStatement(name)) {
                legacyName = name;
                legacyEnd = exploredEnd;
            }
            if (!single || !exploredAll) {
                break;
            }
        }
        undo(deferrals, token, behind, last);
        if (!reported && legacyName >= 0) {
            String word = grammar.isWord(legacyName, "print") ? "print" : "exec";
            range(legacyName, legacyEnd,
                    "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
            reported = true;
        }
        return reported;
    }

    /// Reads one more expression, or several behind a name. Reports the error in it if that has words of its own; else
    /// [#exploredEnd] tells where the expression ends.
    ///
    /// @param remembered whether CPython has read the first disjunction as the operand of a missing comma before: then
    ///         it has looked for no messages in it, and remembers its end. It does look in the elements of a set.
    private boolean reportWithin(boolean several, boolean remembered) {
        int first = grammar.cursor.position;
        ExpressionParser expressions = grammar.expressions;
        int expression;
        if (remembered && tokens.kind(first) != TokenKind.LBRACE) {
            beginTrial();
            expression = expressions.completeExpression();
            exploredAll = !endTrial();
            if (!exploredAll) {
                exploredEnd = ExpressionPrefix.end(tokens, first, trialError.token(), false);
                boolean star = trialError.diagnostic().message().equals(INVALID_STAR);
                if (star) {
                    report(trialError.diagnostic(), trialError.token());
                }
                return star;
            }
            if (!several) {
                exploredEnd = endOfExpression(expression);
                return false;
            }
            beginExploration();
            expression = expressions.starExpressionsFrom(first, expression);
        } else {
            beginExploration();
            expression = several ? expressions.starExpressions() : expressions.completeExpression();
        }
        boolean failed = endExploration();
        exploredAll = !failed;
        exploredEnd = failed ? ExpressionPrefix.end(tokens, first, explorationError, several)
                : endOfExpression(expression);
        return failed && isSilent();
    }

    /// End token of what can be read of the expression that starts at a token, which the cursor is at.
    int endOfExpressionAt(int token) {
        if (isGenericEnough()) {
            return token + 1;
        }
        int behind = grammar.cursor.end;
        beginTrial();
        int expression = grammar.expressions.expression();
        int end = endTrial() ? ExpressionPrefix.end(tokens, token, trialError.token(), false)
                : endOfExpression(expression);
        undoTrial(token, behind);
        return end;
    }

    private int endOfExpression(int expression) {
        return expression < 0 ? grammar.cursor.end : grammar.tree.end(grammar.targets.withoutParentheses(expression));
    }

    /// `invalid_named_expression`, at a `:=` behind an expression.
    private boolean reportWalrus(int token) {
        int target = tokens.kind(token) == TokenKind.COLONEQUAL ? grammar.expressions.lastDisjunction() : 0;
        if (target <= 0 || grammar.tree.kind(target) == NodeKind.NAME) {
            return false;
        }
        walrusTarget(target);
        return true;
    }

    private boolean isLegacyStatement(int name) {
        return tokens.kind(name) == TokenKind.NAME && (grammar.isWord(name, "print") || grammar.isWord(name, "exec"));
    }

    /// Reads the clauses of a comprehension and says whether they are complete; reports the error in them that has words of
    /// its own.
    private boolean clausesFollow() {
        beginExploration();
        grammar.comprehensions.clauses(0);
        return !endExploration();
    }

    /// `invalid_named_expression`, at the `=` behind a condition.
    void assignmentInCondition(int test) {
        if (isGenericEnough()) {
            invalidSyntax(grammar.cursor.position);
            return;
        }
        int equals = grammar.cursor.position;
        grammar.cursor.advance();
        beginTrial();
        int value = grammar.expressions.operators(Precedence.BITWISE_OR);
        int next = grammar.cursor.kind;
        int end = grammar.cursor.end;
        boolean fits = !endTrial() && value > 0 && next != TokenKind.EQUAL && next != TokenKind.COLONEQUAL;
        if (fits && grammar.tree.kind(test) == NodeKind.NAME) {
            range(grammar.tree.first(test), end, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        } else if (fits && isComparable(test)) {
            int inner = grammar.targets.withoutParentheses(test);
            node(inner, "cannot assign to " + nameOf(inner) + " here. Maybe you meant '==' instead of '='?");
        } else {
            at(equals, "invalid syntax");
        }
    }

    private static boolean isBitwiseOr(NodeKind kind) {
        return switch (kind) {
            case BOOLEAN, COMPARISON, CONDITIONAL, LAMBDA, YIELD, YIELD_FROM, STARRED, NAMED_EXPRESSION, NONE,
                    ERROR_EXPRESSION -> false;
            default -> true;
        };
    }

    boolean isComparable(int expression) {
        return switch (grammar.tree.kind(expression)) {
            case LIST, TUPLE, GENERATOR, TRUE, FALSE, NONE_LITERAL -> false;
            case UNARY -> tokens.kind(grammar.tree.slot(expression, 0)) != TokenKind.KW_NOT;
            default -> isBitwiseOr(grammar.tree.kind(expression));
        };
    }

    void walrusTarget(int target) {
        if (target < 0 || grammar.tree.kind(target) == NodeKind.NAME
                || !Precedence.startsExpression(grammar.cursor.peek())) {
            invalidSyntax(grammar.cursor.position);
        } else {
            node(target, "cannot use assignment expressions with " + nameOf(target));
        }
    }

    // Brackets.

    /// A bracket isn't closed where its content ends.
    void unexpectedInBracket(int token) {
        int first = isGenericEnough() ? -1 : grammar.expressions.disjunctionBefore();
        boolean afterOperand = grammar.expressions.endsHere();
        if (first < 0 || !Precedence.startsExpression(tokens.kind(token)) || !reportMissingComma(first)
                && !reportBeyond(token)) {
            if (!isSilent()) {
                invalidSyntax(afterOperand ? furthest(token) : token);
            }
        }
    }

    /// Reports an expression that follows the last one without a comma, or the error in it.
    boolean reportAdjacent() {
        int first = isGenericEnough() ? -1 : grammar.expressions.disjunctionBefore();
        return first >= 0 && Precedence.startsExpression(grammar.cursor.kind)
                && (reportMissingComma(first) || reportBeyond(grammar.cursor.position));
    }

    /// Reports two expressions in a row, or the error in the second.
    private boolean reportMissingComma(int first) {
        if (isSoftKeywordOrPrefix(first) || isLegacyStatement(first) && grammar.cursor.end == first + 1) {
            return false;
        }
        int before = grammar.cursor.position;
        int behind = grammar.cursor.end;
        int deferrals = grammar.deferrals.count();
        ExpressionParser.Last last = grammar.expressions.last();
        boolean reported = reportWithin(false, true);
        undo(deferrals, before, behind, last);
        if (!reported && exploredEnd >= 0) {
            range(first, exploredEnd, "invalid syntax. Perhaps you forgot a comma?");
            reported = true;
        }
        return reported;
    }

    /// `NAME STRING | SOFT_KEYWORD`: words that are a statement's beginning or a string's prefix rather than an operand.
    /// CPython 3.13 takes the beginning of a soft keyword (`c` for `case`) for the whole.
    private boolean isSoftKeywordOrPrefix(int token) {
        if (tokens.kind(token) != TokenKind.NAME) {
            return false;
        }
        if (tokens.kind(token + 1) == TokenKind.STRING) {
            return true;
        }
        int length = tokens.end(token) - tokens.start(token);
        for (String keyword : SOFT_KEYWORDS) {
            if (length <= keyword.length() && grammar.isWord(token, keyword.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    /// `x[]`: in brackets, CPython takes it for two expressions in a row, `x` and an empty list.
    void emptySubscript(int open) {
        if (isGenericEnough()) {
            return;
        }
        int first = startOfDisjunction(open);
        if (first < 0) {
            return;
        }
        int behind = grammar.cursor.end;
        int closer = grammar.cursor.position;
        int deferrals = grammar.deferrals.count();
        ExpressionParser.Last last = grammar.expressions.last();
        grammar.cursor.moveTo(open);
        boolean reported = reportWithin(false, true);
        undo(deferrals, closer, behind, last);
        if (!reported && exploredEnd >= 0) {
            range(first, exploredEnd, "invalid syntax. Perhaps you forgot a comma?");
        }
    }

    /// First token of the `disjunction` before a token, found by going back to a token that can't be inside one; -1
    /// where no bracket is around it or where the rule doesn't apply.
    private int startOfDisjunction(int token) {
        int first = -1;
        int depth = 0;
        for (int i = token - 1; i >= 0; i--) {
            switch (tokens.kind(i)) {
                case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> depth++;
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> {
                    if (depth == 0) {
                        int start = first < 0 ? i + 1 : first;
                        return isSoftKeywordOrPrefix(start) || tokens.kind(start - 1) == TokenKind.KW_IN ? -1 : start;
                    }
                    depth--;
                }
                case TokenKind.COMMA, TokenKind.COLON, TokenKind.EQUAL, TokenKind.COLONEQUAL, TokenKind.KW_IF,
                        TokenKind.KW_ELSE, TokenKind.KW_FOR, TokenKind.KW_LAMBDA -> {
                    if (depth == 0 && first < 0) {
                        first = i + 1;
                    }
                }
                case TokenKind.KW_IN -> {
                    if (depth == 0 && first < 0 && isOfComprehension(i)) {
                        first = i + 1;
                    }
                }
                case TokenKind.STAR, TokenKind.DOUBLESTAR -> {
                    if (depth == 0 && first < 0 && !endsOperand(tokens.kind(i - 1))) {
                        first = i + 1;
                    }
                }
                case TokenKind.NEWLINE, TokenKind.INDENT, TokenKind.DEDENT, TokenKind.SEMI -> {
                    return -1;
                }
                default -> { }
            }
        }
        return -1;
    }

    /// Whether an `in` belongs to a `for` before it on its level.
    private boolean isOfComprehension(int in) {
        int depth = 0;
        for (int i = in - 1; i >= 0; i--) {
            switch (tokens.kind(i)) {
                case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> depth++;
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> {
                    if (--depth < 0) {
                        return false;
                    }
                }
                case TokenKind.KW_FOR -> {
                    return depth == 0;
                }
                case TokenKind.KW_IN, TokenKind.KW_IF, TokenKind.NEWLINE -> {
                    if (depth == 0) {
                        return false;
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    private static boolean endsOperand(int kind) {
        return switch (kind) {
            case TokenKind.NAME, TokenKind.NUMBER, TokenKind.STRING, TokenKind.FSTRING_END, TokenKind.RPAR,
                    TokenKind.RSQB, TokenKind.RBRACE, TokenKind.ELLIPSIS, TokenKind.KW_TRUE, TokenKind.KW_FALSE,
                    TokenKind.KW_NONE -> true;
            default -> false;
        };
    }

    /// The operand of a `*` in a bracket can't be read, not even in part.
    ///
    /// @param count how many errors there were before it
    void incompleteUnpacking(int star, int count) {
        Finding error = findings().size() > count ? findings().get(count) : null;
        if (error != null && error.isGeneric()
                && ExpressionPrefix.end(tokens, star + 1, error.token(), false) < 0) {
            forget(count);
            at(error.token(), INVALID_STAR);
        }
    }

    /// `'*' expression '=' expression` in arguments.
    void assignmentToUnpacking(int star, boolean single) {
        range(star, grammar.cursor.end, "cannot assign to " + (single ? "iterable" : "keyword") + " argument unpacking");
    }

    /// `a + not b`; `outer` is the precedence of the operator before `not`.
    void notAfterOperator(int outer) {
        int not = grammar.cursor.position;
        if (isGenericEnough()) {
            invalidSyntax(not);
            return;
        }
        boolean arithmetic = outer == Precedence.SUM || outer == Precedence.TERM || outer == Precedence.UNARY;
        int behind = grammar.cursor.end;
        int end = not;
        if (arithmetic) {
            beginTrial();
            grammar.cursor.advance();
            grammar.expressions.operators(outer == Precedence.UNARY ? Precedence.UNARY : Precedence.NOT);
            end = endTrial() ? not : grammar.cursor.end;
            undoTrial(not, behind);
        }
        if (end > not) {
            range(not, end, "'not' after an operator must be parenthesized");
        } else {
            invalidSyntax(not);
        }
    }

    /// What stands behind `*` or `**` where only a `bitwise_or` may.
    void checkUnpacked(int star, int value) {
        int operator = looseOperator(value);
        if (operator != 0) {
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

    /// `{*a: b}`, at the colon.
    void starredKey(int starred) {
        invalidSyntax(grammar.cursor.position);
    }

    void starredInGroup(int starred) {
        node(starred, "cannot use starred expression here");
    }

    /// `'(' '**' expression ')'`
    void doubleStarInGroup(int token) {
        if (isGenericEnough()) {
            invalidSyntax(token);
            return;
        }
        int behind = grammar.cursor.end;
        beginTrial();
        grammar.cursor.advance();
        grammar.expressions.expression();
        boolean group = !endTrial() && grammar.cursor.kind == TokenKind.RPAR;
        undoTrial(token, behind);
        if (group) {
            at(token, "cannot use double starred expression here");
        } else {
            invalidSyntax(token);
        }
    }

    /// Before 3.15: `*x for` or `**x for`, from the star to an end token.
    void unpackingInComprehension(int star, int end, String message) {
        if (!grammar.version.isAtLeast(PythonVersion.PY315)) {
            boolean before = isSilent();
            range(star, end, message);
            endSilence(before);
            grammar.gates.unpackingInComprehension(star);
        }
    }

    void comprehensionTarget(int firstElement, int lastElement, boolean single) {
        int token = grammar.cursor.position;
        int end = grammar.cursor.end;
        if (isGenericEnough() || !clausesFollow()) {
            invalidSyntax(token);
        } else if (firstElement > 0 && lastElement > 0) {
            range(grammar.tree.first(firstElement), single ? end : grammar.tree.end(lastElement),
                    "did you forget parentheses around the comprehension target?");
        } else {
            invalidSyntax(grammar.cursor.position);
        }
    }

    /// The same behind a complete condition.
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

    void starredDictValue(int star, int value) {
        if (value != 0) {
            startingFrom(star, "cannot use a starred expression in a dictionary value");
        }
    }

    void missingDictValue(int colon) {
        at(colon, "expression expected after dictionary key and ':'");
    }

    /// The key of a dict's second or later item can't be read: CPython takes what it can of it.
    ///
    /// @param count how many errors there were before the key
    void incompleteDictKey(int first, int count) {
        int error = errorSince(count);
        int end = error < 0 ? -1 : ExpressionPrefix.end(tokens, first, error, false);
        if (end >= 0 && !findings().get(count).diagnostic().message().equals(INVALID_STAR)) {
            forget(count);
            missingDictColonBehind(end);
        }
    }

    void missingDictColon(int key) {
        missingDictColonBehind(key < 0 ? grammar.cursor.end : grammar.tree.end(key));
    }

    private void missingDictColonBehind(int endToken) {
        int end = tokens.end(endToken - 1);
        report(new Diagnostic("SyntaxError", "':' expected after dictionary key", Diagnostic.Stage.PARSE, end - 1, end - 1,
                Diagnostic.Extent.BEGINNING), endToken);
    }

    // Arguments.

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

    void iterableAfterMappingUnpacking(int comma) {
        startingFrom(comma, "iterable argument unpacking follows keyword argument unpacking");
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
        range(name, name + 2, "expected argument value expression");
    }

    // Literals.

    void mixedBytes(int token) {
        at(token, "cannot mix bytes and nonbytes literals");
    }

    void bytesBeyondAscii(int token) {
        at(token, "bytes can only contain ASCII literal characters");
    }

    /// A message of [StringEscapes]; null is none.
    void escape(int token, String message) {
        if (message != null) {
            at(token, message);
        }
    }

    /// Decimal integers of more digits than `sys.int_info.default_max_str_digits` don't parse (CVE-2020-10735).
    void checkNumber(int token) {
        int limit = 4300;
        if (tokens.end(token) - tokens.start(token) <= limit) {
            return;
        }
        byte[] utf8 = grammar.source.utf8();
        int digits = 0;
        boolean zero = true;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            if (utf8[i] >= '0' && utf8[i] <= '9') {
                digits++;
                zero &= utf8[i] == '0';
            } else if (utf8[i] != '_') {
                return;
            }
        }
        if (digits > limit && !zero) {
            at(token, "Exceeds the limit (" + limit + " digits) for integer string conversion: value has " + digits
                    + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge"
                    + " integer literals to avoid decimal conversion limits.");
        }
    }

    /// Reports two expressions in a row in a replacement field, if the token begins the second.
    boolean reportMissingCommaBefore(int token) {
        int first = isGenericEnough() ? -1 : grammar.expressions.disjunctionBefore();
        return first >= 0 && Precedence.startsExpression(tokens.kind(token)) && reportMissingComma(first);
    }

    /// CPython's name for an expression, `_PyPegen_get_expr_name`.
    String nameOf(int expression) {
        TreeBuilder tree = grammar.tree;
        int node = grammar.targets.withoutParentheses(expression);
        return switch (tree.kind(node)) {
            case ATTRIBUTE -> "attribute";
            case SUBSCRIPT -> "subscript";
            case STARRED -> "starred";
            case NAME -> "name";
            case LIST -> "list";
            case TUPLE -> "tuple";
            case LAMBDA -> "lambda";
            case CALL -> "function call";
            case BOOLEAN, BINARY, UNARY -> "expression";
            case GENERATOR -> "generator expression";
            case YIELD, YIELD_FROM -> "yield expression";
            case AWAIT -> "await expression";
            case LIST_COMPREHENSION -> "list comprehension";
            case SET_COMPREHENSION -> "set comprehension";
            case DICT_COMPREHENSION -> "dict comprehension";
            case DICT -> "dict literal";
            case SET -> "set display";
            case TRUE -> "True";
            case FALSE -> "False";
            case NONE_LITERAL -> "None";
            case ELLIPSIS -> "ellipsis";
            case COMPARISON -> "comparison";
            case CONDITIONAL -> "conditional expression";
            case NAMED_EXPRESSION -> "named expression";
            case STRINGS -> nameOfStrings(node);
            default -> "literal";
        };
    }

    private String nameOfStrings(int strings) {
        int last = tokens.kind(grammar.tree.end(strings) - 1);
        return last == TokenKind.TSTRING_END ? "t-string expression"
                : isFormatted(strings) ? "f-string expression" : "literal";
    }

    boolean isFormatted(int strings) {
        int parts = grammar.tree.slot(strings, 0);
        for (int i = 0; i < grammar.tree.length(parts); i++) {
            if (grammar.tree.kind(grammar.tree.element(parts, i)) != NodeKind.STRING) {
                return true;
            }
        }
        return false;
    }
}
