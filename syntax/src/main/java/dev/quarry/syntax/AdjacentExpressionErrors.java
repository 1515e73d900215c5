package dev.quarry.syntax;

import java.util.List;

/// Errors behind a complete expression. There, CPython's second pass looks whether another expression follows, and reads
/// it: a comma may be missing, it may be a statement of Python 2, or have an error that has words of its own.
abstract class AdjacentExpressionErrors extends ErrorRecorder {
    static final String INVALID_STAR = "Invalid star expression";
    private static final List<String> SOFT_KEYWORDS = List.of("match", "case", "type", "_");

    /// What [#explore] has read.
    int explored;
    /// End token of the expression that was read on trial last, -1 when there is none.
    int exploredEnd;
    /// Whether all of it could be read.
    private boolean exploredAll;

    AdjacentExpressionErrors(Grammar grammar) {
        super(grammar);
    }

    /// Something complete is followed by a token that can't follow it.
    void unexpected(int token) {
        boolean afterOperand = grammar.expressions.endsHere();
        if (!isSilent() && (isGenericEnough() || !reportBeyond(token))) {
            invalidSyntax(afterOperand ? furthest(token) : token);
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
            if (reportBrokenString()) {
                reported = true;
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
                boolean star = trialError.diagnostic().message().equals(INVALID_STAR)
                        && !grammar.version.isAtLeast(PythonVersion.PY314);
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

    /// Reads a complete expression that ends before a token.
    int readUpTo(int first, int end) {
        int kind = tokens.kind(end);
        tokens.setKind(end, TokenKind.NEWLINE);
        beginTrial();
        grammar.cursor.moveTo(first);
        int expression = grammar.expressions.starExpression();
        endTrial();
        tokens.setKind(end, kind);
        return expression;
    }

    /// Reads an expression at a token as an `invalid_…` rule does: reports the error in it that has words of its own, else
    /// says whether there is one, or the beginning of one, which is [#explored] up to [#exploredEnd].
    boolean explore(int token) {
        int position = grammar.cursor.position;
        int behind = grammar.cursor.end;
        int deferrals = grammar.deferrals.count();
        ExpressionParser.Last last = grammar.expressions.last();
        grammar.cursor.moveTo(token);
        beginExploration();
        explored = grammar.expressions.expression();
        if (!endExploration()) {
            exploredEnd = endOfExpression(explored);
        } else if (!isSilent()) {
            exploredEnd = ExpressionPrefix.end(tokens, token, explorationError, false);
            explored = exploredEnd < 0 ? 0 : readUpTo(token, exploredEnd);
        }
        undo(deferrals, position, behind, last);
        return !isSilent() && explored != 0;
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

    int endOfExpression(int expression) {
        return expression < 0 ? grammar.cursor.end : grammar.tree.end(grammar.targets.withoutParentheses(expression));
    }

    private boolean isLegacyStatement(int name) {
        return tokens.kind(name) == TokenKind.NAME && (grammar.isWord(name, "print") || grammar.isWord(name, "exec"));
    }

    /// A bracket isn't closed where its content ends.
    void unexpectedInBracket(int token) {
        int first = isGenericEnough() ? -1 : grammar.expressions.disjunctionBefore();
        boolean afterOperand = grammar.expressions.endsHere();
        if (afterOperand && tokens.kind(token) == TokenKind.KW_ASYNC) {
            // CPython has looked for the `for` of a comprehension.
            invalidSyntax(token + 1);
            return;
        }
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
        if (reportBrokenString()) {
            return true;
        }
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
            missingComma(first, endOfExpression(grammar.expressions.lastDisjunction()), exploredEnd);
            reported = true;
        }
        return reported;
    }

    /// `_PyPegen_raise_error_for_missing_comma`
    ///
    /// @param firstEnd end token of the first expression
    private void missingComma(int first, int firstEnd, int secondEnd) {
        String message = "invalid syntax. Perhaps you forgot a comma?";
        int start = tokens.start(first);
        int end = tokens.end(firstEnd - 1);
        if (grammar.source.line0(start) < grammar.source.line0(end)
                && grammar.version.isAtLeast(PythonVersion.PY315)) {
            report(new Diagnostic("SyntaxError", message, Diagnostic.Stage.PARSE, start, end)
                    .withExtent(Diagnostic.Extent.LAST_LINE), reach());
        } else {
            range(first, secondEnd, message);
        }
    }

    /// `STRING (!STRING expression_without_invalid)+ STRING`, since 3.14: the last expression begins with a string, and
    /// what follows up to the next string may have been meant to be part of it.
    private boolean reportBrokenString() {
        int first = grammar.expressions.disjunctionFirst();
        if (first < 0 || tokens.kind(first) != TokenKind.STRING || !grammar.version.isAtLeast(PythonVersion.PY314)) {
            return false;
        }
        int before = grammar.cursor.position;
        int behind = grammar.cursor.end;
        int deferrals = grammar.deferrals.count();
        ExpressionParser.Last last = grammar.expressions.last();
        grammar.cursor.moveTo(first + 1);
        int innerFirst = -1;
        int innerEnd = -1;
        while (grammar.cursor.kind != TokenKind.STRING && Precedence.startsExpression(grammar.cursor.kind)) {
            int start = grammar.cursor.position;
            beginTrial();
            int expression = grammar.expressions.completeExpression();
            boolean failed = endTrial();
            innerEnd = failed ? ExpressionPrefix.end(tokens, start, trialError.token(), false)
                    : endOfExpression(expression);
            if (innerEnd < 0) {
                break;
            }
            if (innerFirst < 0) {
                innerFirst = failed || expression < 0 ? start
                        : grammar.tree.first(grammar.targets.withoutParentheses(expression));
            }
            if (failed) {
                grammar.cursor.moveTo(innerEnd);
            }
        }
        boolean broken = innerEnd >= 0 && grammar.cursor.kind == TokenKind.STRING;
        undo(deferrals, before, behind, last);
        if (broken) {
            range(innerFirst, innerEnd, "invalid syntax. Is this intended to be part of the string?");
        }
        return broken;
    }

    /// `NAME STRING | SOFT_KEYWORD`: words that are a statement's beginning or a string's prefix rather than an operand.
    /// Before 3.14, CPython takes the beginning of a soft keyword (`c` for `case`) for the whole.
    private boolean isSoftKeywordOrPrefix(int token) {
        if (tokens.kind(token) != TokenKind.NAME) {
            return false;
        }
        if (tokens.kind(token + 1) == TokenKind.STRING) {
            return true;
        }
        int length = tokens.end(token) - tokens.start(token);
        for (String keyword : SOFT_KEYWORDS) {
            if (length <= keyword.length() && grammar.isWord(token, keyword.substring(0, length))
                    && (length == keyword.length() || !grammar.version.isAtLeast(PythonVersion.PY314))) {
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
            missingComma(first, open, exploredEnd);
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

    /// Reports two expressions in a row in a replacement field, if the token begins the second.
    boolean reportMissingCommaBefore(int token) {
        int first = isGenericEnough() ? -1 : grammar.expressions.disjunctionBefore();
        return first >= 0 && Precedence.startsExpression(tokens.kind(token)) && reportMissingComma(first);
    }
}
