package dev.quarry.syntax;

/// Errors in expressions and literals, worded and placed as CPython 3.13 does: the `invalid_…` rules for expressions
/// and brackets.
abstract class ExpressionErrors extends UnpackingErrors {
    ExpressionErrors(Grammar grammar) {
        super(grammar);
    }

    /// [#unexpected] behind a simple statement.
    void unexpectedAfterStatement(int token) {
        if (isSilent() || !reportWalrus(token) && !reportStatementBeforeIf(token - 1)) {
            unexpected(token);
        }
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

    /// `a + not b`; `outer` is the precedence of the operator before `not`.
    void notAfterOperator(int outer) {
        int not = grammar.cursor.position;
        if (isGenericEnough() || !grammar.version.isAtLeast(PythonVersion.PY313)) {
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

    void missingDictValue(int colon) {
        at(colon, "expression expected after dictionary key and ':'");
    }

    /// The key of a dict's second or later item can't be read: CPython takes what it can of it.
    ///
    /// @param count how many errors there were before the key
    void incompleteDictKey(int first, int count) {
        int error = grammar.version.isAtLeast(PythonVersion.PY315) ? genericSince(count) : errorSince(count);
        int end = error < 0 ? -1 : ExpressionPrefix.end(tokens, first, error, false);
        if (end >= 0 && !findings().get(count).diagnostic().message().equals(INVALID_STAR)) {
            forget(count);
            missingDictColonBehind(end);
        }
    }

    void missingDictColon(int key) {
        if (grammar.version.isAtLeast(PythonVersion.PY315) && reportAdjacent()) {
            return;
        }
        missingDictColonBehind(key < 0 ? grammar.cursor.end : grammar.tree.end(key));
    }

    private void missingDictColonBehind(int endToken) {
        int end = tokens.end(endToken - 1);
        report(new Diagnostic("SyntaxError", "':' expected after dictionary key", Diagnostic.Stage.PARSE, end - 1,
                end - 1).withExtent(Diagnostic.Extent.BEGINNING), endToken);
    }

    /// Where the errors of a string literal are: in it, and before 3.12 behind it and the literals that follow it.
    int placeOfLiteral(int token) {
        // Most of the errors in nested literals aren't kept: looking for their places would take quadratic time.
        if (grammar.version.isAtLeast(PythonVersion.PY312) || isGenericEnough()) {
            return token;
        }
        int depth = 0;
        int i = token;
        while (true) {
            switch (tokens.kind(i)) {
                case TokenKind.FSTRING_START -> depth++;
                case TokenKind.FSTRING_END -> depth--;
                case TokenKind.NEWLINE, TokenKind.ENDMARKER -> {
                    return i;
                }
                default -> {
                    if (depth == 0 && tokens.kind(i) != TokenKind.STRING) {
                        return i;
                    }
                }
            }
            i++;
        }
    }

    void mixedBytes(int token) {
        at(token, "cannot mix bytes and nonbytes literals");
    }

    void bytesBeyondAscii(int token) {
        at(grammar.version.isAtLeast(PythonVersion.PY311) ? token : placeOfLiteral(token),
                "bytes can only contain ASCII literal characters");
    }

    /// A message of [StringEscapes]; null is none.
    void escape(int token, String message) {
        if (message != null) {
            at(placeOfLiteral(token), message);
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
