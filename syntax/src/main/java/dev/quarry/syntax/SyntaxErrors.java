package dev.quarry.syntax;

import java.util.ArrayList;
import java.util.List;

/// Collects the errors that the parser finds and words them as CPython 3.13 does (the `invalid_…` rules of its
/// grammar), one method per message.
///
/// CPython stops at its first error. This parser goes on, but reports one error per statement at most: what follows in
/// the same statement is noise. Errors that only concern the chosen version don't count, as the text still has one
/// reading.
final class SyntaxErrors {
    /// More diagnostics of one file than this tell nothing new.
    private static final int LIMIT = 200;
    private static final List<String> SOFT_KEYWORDS = List.of("match", "case", "type", "_");

    private final Grammar grammar;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private TokenBuffer tokens;
    private boolean silent;

    private boolean inTrial;
    private int trialDiagnostics;
    private int trialDeferrals;
    private boolean trialSilent;
    /// The first error of the last trial; null when there was none.
    private Diagnostic trialError;

    SyntaxErrors(Grammar grammar) {
        this.grammar = grammar;
    }

    void reset(TokenBuffer tokens) {
        this.tokens = tokens;
        diagnostics.clear();
        silent = false;
        inTrial = false;
    }

    /// What was found, in the order in which it was found.
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /// A new statement begins: its first error is to be reported again.
    void startStatement() {
        silent = false;
    }

    // General.

    void invalidSyntax(int token) {
        switch (tokens.kind(token)) {
            case TokenKind.INDENT -> unexpectedIndent(token);
            case TokenKind.DEDENT -> indentation("unexpected unindent", token);
            default -> at(token, "invalid syntax");
        }
    }

    /// `&&token` in CPython's grammar.
    void expectedToken(int token, String expected) {
        at(token, "expected '" + expected + "'");
    }

    void unexpectedIndent(int token) {
        indentation("unexpected indent", token);
    }

    void missingBlock(int token, int keyword, String owner) {
        indentation("expected an indented block after " + owner + " on line " + lineOf(keyword), token);
    }

    /// `CHECK_VERSION`: syntax newer than the version that was asked for.
    void requires(PythonVersion version, int token, String what) {
        if (!grammar.version.isAtLeast(version)) {
            boolean before = silent;
            at(token, what + " only supported in Python " + version + " and greater");
            silent = before;
        }
    }

    void tooDeep(int token) {
        report(new Diagnostic("LimitError", "lambda parameters are nested too deeply in each other's defaults; "
                + "put the inner lambdas in parentheses", Diagnostic.Stage.LIMIT, tokens.start(token),
                tokens.end(token)));
    }

    /// Something complete is followed by a token that can't follow it.
    void unexpected(int token) {
        if (silent || !inTrial && reportLegacyStatement(token)) {
            return;
        }
        invalidSyntax(grammar.expressions.endsHere() ? furthest(token) : token);
    }

    /// [#unexpected] behind a simple statement.
    void unexpectedAfterStatement(int token) {
        if (silent || !reportWalrus(token)) {
            unexpected(token);
        }
    }

    /// The last token that CPython has looked at when this one doesn't fit: `not` and `.` are read together with the
    /// token behind them.
    private int furthest(int token) {
        int kind = tokens.kind(token);
        return kind == TokenKind.KW_NOT || kind == TokenKind.DOT ? token + 1 : token;
    }

    /// `invalid_legacy_expression`: Python 2's statements `print x` and `exec x`.
    private boolean reportLegacyStatement(int token) {
        int name = grammar.expressions.disjunctionBefore();
        int behind = token;
        if (isLegacyStatement(token) && grammar.expressions.endsHere()) {
            name = token;
            behind = token + 1;
        } else if (name < 0 || !isLegacyStatement(name) || grammar.cursor.end != name + 1) {
            return false;
        }
        if (tokens.kind(behind) == TokenKind.LPAR || !Precedence.startsExpression(tokens.kind(behind))
                && tokens.kind(behind) != TokenKind.STAR) {
            return false;
        }
        grammar.cursor.moveTo(behind);
        int end = endOfExpression(true);
        if (end < 0) {
            return false;
        }
        String word = grammar.isWord(name, "print") ? "print" : "exec";
        range(name, end, "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
        return true;
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

    /// Starts to read something without reporting its errors. Trials don't nest: during one, messages that would need
    /// another are generic, which keeps time linear and recursion bounded.
    void beginTrial() {
        inTrial = true;
        trialDiagnostics = diagnostics.size();
        trialDeferrals = grammar.deferrals.count();
        trialSilent = silent;
        silent = false;
    }

    /// Forgets what has been reported since and says whether there was something.
    boolean endTrial() {
        boolean failed = diagnostics.size() > trialDiagnostics;
        trialError = failed ? diagnostics.get(trialDiagnostics) : null;
        while (diagnostics.size() > trialDiagnostics) {
            diagnostics.removeLast();
        }
        silent = trialSilent;
        inTrial = false;
        return failed;
    }

    /// A trial has failed: its error counts if it has words of its own, else the token where the trial began.
    private void reportTrialErrorOr(int token) {
        if (!silent && !inTrial && trialError != null && !trialError.message().equals("invalid syntax")) {
            report(trialError);
        } else {
            invalidSyntax(token);
        }
    }

    /// Goes back to where the trial that has just ended began, to read the same tokens again.
    private void undoTrial(int token, int end) {
        grammar.deferrals.truncate(trialDeferrals);
        grammar.cursor.moveTo(token);
        grammar.cursor.end = end;
    }

    /// Whether a message need not or must not be worked out by a trial.
    private boolean isGenericEnough() {
        return silent || inTrial;
    }

    /// Reads one more expression without reporting anything and returns its end token, -1 when there is none. Where
    /// only the trailers of its first atom can't be read, that atom is the expression, as CPython backtracks to it.
    private int endOfExpression(boolean several) {
        int first = grammar.cursor.position;
        beginTrial();
        int expression;
        if (several) {
            expression = grammar.expressions.starExpressions();
        } else {
            expression = grammar.expressions.expression();
        }
        if (!endTrial()) {
            return expression < 0 ? grammar.cursor.end : grammar.tree.end(grammar.targets.withoutParentheses(expression));
        }
        return switch (tokens.kind(first)) {
            case TokenKind.NAME, TokenKind.NUMBER, TokenKind.STRING, TokenKind.ELLIPSIS, TokenKind.KW_TRUE,
                    TokenKind.KW_FALSE, TokenKind.KW_NONE -> first + 1;
            default -> -1;
        };
    }

    /// Reads the clauses of a comprehension without reporting anything and says whether they are complete.
    private boolean clausesFollow() {
        beginTrial();
        grammar.comprehensions.clauses(0);
        return !endTrial();
    }

    // Statements.

    private boolean isLegacyStatement(int name) {
        return tokens.kind(name) == TokenKind.NAME && (grammar.isWord(name, "print") || grammar.isWord(name, "exec"));
    }

    void missingColon(int token, int test) {
        if (tokens.kind(token) == TokenKind.NEWLINE) {
            expectedToken(token, ":");
        } else if (tokens.kind(token) == TokenKind.EQUAL && test > 0) {
            assignmentInCondition(test);
        } else {
            unexpected(token);
        }
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
    int unfinishedTargets(int first, int target, boolean inComprehension) {
        int token = grammar.cursor.position;
        if (isGenericEnough()) {
            invalidSyntax(token);
            return target;
        }
        beginTrial();
        grammar.cursor.moveTo(first);
        int expressions = grammar.comprehensions.targets(Precedence.BITWISE_OR);
        boolean failed = endTrial();
        int end = grammar.cursor.position;
        if (!failed && inComprehension && grammar.cursor.kind != TokenKind.KW_IN
                && grammar.version.isAtLeast(PythonVersion.PY312)) {
            at(tokens.kind(end) == TokenKind.DOT ? end + 1 : end, "'in' expected after for-loop variables");
        } else if (!failed && grammar.targets.firstInvalid(expressions, true) != 0) {
            grammar.targets.checkFor(expressions);
        } else {
            invalidTarget(token);
        }
        return failed ? target : expressions;
    }

    void severalStatements(int token) {
        at(token, "multiple statements found while compiling a single statement");
    }

    void missingHandlers(int token) {
        at(token, "expected 'except' or 'finally' block");
    }

    void mixedExcept(int keyword, boolean starred) {
        range(keyword, starred ? keyword + 2 : keyword + 1,
                "cannot have both 'except' and 'except*' on the same 'try'");
    }

    void severalExceptionTypes(int first, boolean named) {
        if (grammar.version.isAtLeast(PythonVersion.PY314)) {
            if (named) {
                startingFrom(first, "multiple exception types must be parenthesized when using 'as'");
            }
        } else {
            startingFrom(first, "multiple exception types must be parenthesized");
        }
    }

    void missingExceptionType(int token) {
        at(token, "expected one or more exception types");
    }

    void missingImportNames(int token) {
        syntax("Expected one or more names after 'import'", startOf(token), tokens.end(token) - 1);
    }

    void importBeforeFrom(int first) {
        startingFrom(first, "Did you mean to use 'from ... import ...' instead?");
    }

    void trailingImportComma(int token) {
        at(token, "trailing comma not allowed without surrounding parentheses");
    }

    void importTarget(int token) {
        invalidSyntax(tokens.kind(token) == TokenKind.NAME ? token + 1 : token);
    }

    // Targets.

    void cannotAssign(int expression) {
        node(expression, "cannot assign to " + nameOf(expression));
    }

    void cannotDelete(int expression) {
        node(expression, "cannot delete " + nameOf(expression));
    }

    /// An assignment statement's target: the first one may have been meant as a comparison.
    void cannotAssignStatement(int target, boolean isFirst, int value) {
        int invalid = grammar.targets.firstInvalid(target, true);
        NodeKind kind = grammar.tree.kind(target);
        if (kind == NodeKind.YIELD || kind == NodeKind.YIELD_FROM) {
            node(target, "assignment to yield expression not possible");
            return;
        }
        int compared = leadingBitwiseOr(value);
        if (isFirst && compared > 0 && tokens.kind(grammar.cursor.position) != TokenKind.EQUAL) {
            int last = kind == NodeKind.TUPLE && isBareTuple(target) ? lastElement(target) : target;
            if (grammar.tree.kind(last) == NodeKind.NAME) {
                range(grammar.tree.first(last), grammar.tree.end(compared),
                        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
                return;
            }
            if (isComparable(last)) {
                int inner = grammar.targets.withoutParentheses(last);
                node(inner, "cannot assign to " + nameOf(inner) + " here. Maybe you meant '==' instead of '='?");
                return;
            }
        }
        node(invalid, "cannot assign to " + nameOf(invalid));
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
        int first = grammar.tree.element(grammar.tree.slot(tuple, 0), 0);
        return first > 0 && grammar.tree.first(first) == grammar.tree.first(tuple);
    }

    private boolean isComparable(int expression) {
        return switch (grammar.tree.kind(expression)) {
            case LIST, TUPLE, GENERATOR, TRUE, FALSE, NONE_LITERAL -> false;
            case UNARY -> tokens.kind(grammar.tree.slot(expression, 0)) != TokenKind.KW_NOT;
            default -> isBitwiseOr(grammar.tree.kind(expression));
        };
    }

    void annotationTarget(int target) {
        if (!Precedence.startsExpression(grammar.cursor.peek())) {
            invalidSyntax(grammar.cursor.position);
            return;
        }
        int inner = grammar.targets.withoutParentheses(target);
        switch (grammar.tree.kind(inner)) {
            case LIST -> node(inner, "only single target (not list) can be annotated");
            case TUPLE -> node(isBareTuple(inner) ? grammar.tree.element(grammar.tree.slot(inner, 0), 0) : inner,
                    "only single target (not tuple) can be annotated");
            case YIELD, YIELD_FROM, STARRED -> invalidSyntax(grammar.cursor.position);
            default -> node(target, "illegal target for annotation");
        }
    }

    void augmentedTarget(int target) {
        int inner = grammar.targets.withoutParentheses(target);
        switch (grammar.tree.kind(target)) {
            case YIELD, YIELD_FROM -> invalidSyntax(grammar.cursor.position);
            default -> node(inner, "'" + nameOf(inner) + "' is an illegal expression for augmented assignment");
        }
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
        if (first < 0 || !Precedence.startsExpression(tokens.kind(token))) {
            unexpected(token);
        } else if (!endsInMissingComma(first) && !reportLegacyStatement(token)) {
            invalidSyntax(afterOperand ? furthest(token) : token);
        }
    }

    /// Reports two expressions in a row, if that is what they are.
    private boolean endsInMissingComma(int first) {
        if (isSoftKeywordOrPrefix(first) || isLegacyStatement(first) && grammar.cursor.end == first + 1) {
            return false;
        }
        int before = grammar.cursor.position;
        int behind = grammar.cursor.end;
        int end = endOfExpression(false);
        if (end < 0) {
            undoTrial(before, behind);
            return false;
        }
        range(first, end, "invalid syntax. Perhaps you forgot a comma?");
        return true;
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

    void mixedBytes(int token) {
        at(token, "cannot mix bytes and nonbytes literals");
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
        grammar.cursor.moveTo(open);
        int end = endOfExpression(false);
        undoTrial(closer, behind);
        if (end >= 0) {
            range(first, end, "invalid syntax. Perhaps you forgot a comma?");
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

    /// `*` without an operand, in a bracket.
    void bareStarInBracket() {
        at(grammar.cursor.position + 1, "Invalid star expression");
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

    void unpackingInComprehension(int starred) {
        if (!grammar.version.isAtLeast(PythonVersion.PY315)) {
            node(starred, "iterable unpacking cannot be used in comprehension");
        }
    }

    void mappingInComprehension(int doubleStar) {
        if (!grammar.version.isAtLeast(PythonVersion.PY315)) {
            at(doubleStar, "dict unpacking cannot be used in dict comprehension");
        }
    }

    void comprehensionTarget(int firstElement, int lastElement, boolean single) {
        int token = grammar.cursor.position;
        int end = grammar.cursor.end;
        if (isGenericEnough() || !clausesFollow()) {
            reportTrialErrorOr(token);
        } else if (firstElement > 0 && lastElement > 0) {
            range(grammar.tree.first(firstElement), single ? end : grammar.tree.end(lastElement),
                    "did you forget parentheses around the comprehension target?");
        } else {
            invalidSyntax(grammar.cursor.position);
        }
    }

    void missingElse(int first) {
        if (tokens.kind(grammar.cursor.position) == TokenKind.COLON) {
            invalidSyntax(grammar.cursor.position);
        } else {
            range(first, grammar.cursor.end, "expected 'else' after 'if' expression");
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

    void missingDictColon(int key) {
        if (key < 0) {
            invalidSyntax(grammar.cursor.position);
            return;
        }
        int end = tokens.end(grammar.tree.end(key) - 1);
        report(Diagnostic.syntaxError("':' expected after dictionary key", Diagnostic.Stage.PARSE, end - 1, end - 1));
    }

    // Arguments.

    void positionalAfterKeyword(boolean unpacking) {
        int token = grammar.cursor.position;
        while (tokens.kind(token) == TokenKind.STRING) {
            token++;
        }
        at(token, unpacking ? "positional argument follows keyword argument unpacking"
                : "positional argument follows keyword argument");
    }

    void iterableAfterMappingUnpacking(int comma) {
        startingFrom(comma, "iterable argument unpacking follows keyword argument unpacking");
    }

    void unparenthesizedGenerator(int first, int end, boolean isFirst) {
        if (isFirst && tokens.kind(grammar.cursor.position) != TokenKind.COMMA) {
            unexpected(grammar.cursor.position);
            return;
        }
        range(first, end, "Generator expression must be parenthesized");
    }

    /// `expression=` that is no keyword argument.
    void argumentAssignment(int first, int value) {
        int equals = grammar.cursor.position;
        switch (grammar.tree.kind(value)) {
            case TRUE, FALSE, NONE_LITERAL ->
                    range(first, equals + 1, "cannot assign to " + nameOf(value));
            case NAMED_EXPRESSION -> invalidSyntax(equals);
            default -> range(first, equals + 1,
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
            reportTrialErrorOr(token);
            return;
        }
        range(name, name + 2, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }

    void missingArgumentValue(int name) {
        range(name, name + 2, "expected argument value expression");
    }

    // Parameters.

    void afterVarKeyword(int token) {
        at(token, "arguments cannot follow var-keyword argument");
    }

    void missingDefaultAfterDefault(int token) {
        at(token, grammar.version.isAtLeast(PythonVersion.PY312)
                ? "parameter without a default follows parameter with a default"
                : "non-default argument follows default argument");
    }

    void slashAfterStar(int token) {
        at(token, "/ must be ahead of *");
    }

    void secondSlash(int token) {
        at(token, "/ may appear only once");
    }

    void leadingSlash(int token) {
        at(token, "at least one argument must precede /");
    }

    void missingCommaAfterSlash(int star) {
        at(star, "expected comma between / and *");
    }

    void secondStar(int token) {
        at(token, "* argument may appear only once");
    }

    void bareStar(int token) {
        at(token, "named arguments must follow bare *");
    }

    void starDefault(int equals, boolean single) {
        at(equals, single ? "var-positional argument cannot have default value"
                : "var-keyword argument cannot have default value");
    }

    void missingDefault(int equals) {
        at(equals, "expected default value expression");
    }

    /// Something that is no parameter: names in parentheses have a message of their own.
    void invalidParameter(int token, int closer) {
        if (tokens.kind(token) == TokenKind.LPAR && tokens.kind(token + 1) == TokenKind.NAME) {
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
        syntax("Type parameter list cannot be empty", tokens.start(closer), tokens.end(closer + 1) - 1);
    }

    void boundOfStarredTypeParameter(int colon, int bound, boolean single) {
        String what = grammar.tree.kind(bound) == NodeKind.TUPLE ? "constraints" : "bound";
        startingFrom(colon, "cannot use " + what + " with " + (single ? "TypeVarTuple" : "ParamSpec"));
    }

    // Patterns.

    void patternTarget(int token) {
        if (grammar.isWord(token, "_")) {
            at(token, "cannot use '_' as a target");
        } else if (tokens.kind(token) == TokenKind.NAME) {
            invalidSyntax(token + 1);
        } else if (Precedence.startsExpression(tokens.kind(token))) {
            at(token, "invalid pattern target");
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
        if (!grammar.version.isAtLeast(PythonVersion.PY315)) {
            invalidSyntax(token);
        }
    }

    void mappingRestNotLast(int rest) {
        if (grammar.version.isAtLeast(PythonVersion.PY314)) {
            at(rest, "double star pattern must be the last (right-most) subpattern in the mapping pattern");
        } else {
            invalidSyntax(grammar.cursor.position);
        }
    }

    void positionalPatternAfterKeyword(int first, int end) {
        range(first, end, "positional patterns follow keyword patterns");
    }

    // Replacement fields.

    void missingFieldExpression(int token) {
        String found = switch (tokens.kind(token)) {
            case TokenKind.EQUAL -> "=";
            case TokenKind.EXCLAMATION -> "!";
            case TokenKind.COLON -> ":";
            case TokenKind.RBRACE -> "}";
            default -> "";
        };
        at(token, found.isEmpty() ? "f-string: expecting a valid expression after '{'"
                : "f-string: valid expression required before '" + found + "'");
    }

    void missingConversion(int token) {
        int kind = tokens.kind(token);
        at(token, kind == TokenKind.COLON || kind == TokenKind.RBRACE ? "f-string: missing conversion character"
                : "f-string: invalid conversion character");
    }

    void checkConversion(int token) {
        if (grammar.isWord(token, "s") || grammar.isWord(token, "r") || grammar.isWord(token, "a")) {
            return;
        }
        String found = new String(grammar.source.utf8(), tokens.start(token), tokens.end(token) - tokens.start(token),
                java.nio.charset.StandardCharsets.UTF_8);
        at(token, "f-string: invalid conversion character '" + found + "': expected 's', 'r', or 'a'");
    }

    void unfinishedField(int token, int equals, int conversion, int colon) {
        int first = isGenericEnough() ? -1 : grammar.expressions.disjunctionBefore();
        if (colon == 0 && conversion == 0 && equals == 0 && first >= 0
                && Precedence.startsExpression(tokens.kind(token)) && endsInMissingComma(first)) {
            return;
        } else if (colon != 0) {
            at(token, "f-string: expecting '}', or format specs");
        } else if (conversion != 0) {
            at(token, "f-string: expecting ':' or '}'");
        } else if (equals != 0) {
            at(token, "f-string: expecting '!', or ':', or '}'");
        } else {
            at(token, "f-string: expecting '=', or '!', or ':', or '}'");
        }
    }

    // The parts of a report.

    /// CPython's name for an expression, `_PyPegen_get_expr_name`.
    private String nameOf(int expression) {
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
            case STRINGS -> isFormatted(node) ? "f-string expression" : "literal";
            default -> "literal";
        };
    }

    private boolean isFormatted(int strings) {
        int parts = grammar.tree.slot(strings, 0);
        for (int i = 0; i < grammar.tree.length(parts); i++) {
            if (grammar.tree.kind(grammar.tree.element(parts, i)) != NodeKind.STRING) {
                return true;
            }
        }
        return false;
    }

    /// Where a token starts in CPython's eyes: a NEWLINE takes the comment before it along.
    private int startOf(int token) {
        int start = tokens.start(token);
        if (tokens.kind(token) == TokenKind.NEWLINE && token > 0) {
            byte[] utf8 = grammar.source.utf8();
            for (int i = tokens.end(token - 1); i < start; i++) {
                if (utf8[i] == '#') {
                    return i;
                }
            }
        }
        return start;
    }

    private void at(int token, String message) {
        report("SyntaxError", message, token);
    }

    private void indentation(String message, int token) {
        report("IndentationError", message, token);
    }

    /// An error at a token. Those without width have no column in CPython, which then counts up to where its tokenizer
    /// stands and forgets to go from an offset to a column: it points at the character before.
    private void report(String type, String message, int token) {
        int start = startOf(token);
        int end = tokens.end(token);
        if (start == end) {
            start = Math.max(start - 1, 0);
            end = start;
        }
        report(new Diagnostic(type, message, Diagnostic.Stage.PARSE, start, end));
    }

    /// `RAISE_SYNTAX_ERROR_KNOWN_RANGE`, with the token after the last one.
    private void range(int first, int end, String message) {
        syntax(message, tokens.start(first), tokens.end(end - 1));
    }

    private void node(int node, String message) {
        if (node < 0) {
            at(grammar.cursor.position, message);
        } else {
            range(grammar.tree.first(node), grammar.tree.end(node), message);
        }
    }


    /// `RAISE_SYNTAX_ERROR_STARTING_FROM`: up to the token before the current one.
    private void startingFrom(int first, String message) {
        int end = tokens.end(Math.max(first, grammar.cursor.position)) - 1;
        syntax(message, tokens.start(first), Math.max(end, tokens.start(first)));
    }

    private void syntax(String message, int start, int end) {
        report(Diagnostic.syntaxError(message, Diagnostic.Stage.PARSE, start, end));
    }

    private void report(Diagnostic diagnostic) {
        if (silent || diagnostics.size() == LIMIT) {
            return;
        }
        diagnostics.add(diagnostic);
        silent = true;
    }

    private int lineOf(int token) {
        byte[] utf8 = grammar.source.utf8();
        int line = 1;
        for (int i = grammar.source.start(); i < tokens.start(token); i++) {
            if (utf8[i] == '\n' || utf8[i] == '\r' && utf8[i + 1] != '\n') {
                line++;
            }
        }
        return line;
    }
}
