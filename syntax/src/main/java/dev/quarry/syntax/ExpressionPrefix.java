package dev.quarry.syntax;

/// How much of an expression that can't be read CPython's parser takes all the same.
///
/// A PEG parser goes back to the longest beginning that is an expression by itself: of `a + b(1 +)` that is `a + b`.
/// What follows is found missing or in excess there, not where the expression broke. This walks over the tokens of an
/// expression up to the one that doesn't fit, with operands and operators taking turns.
final class ExpressionPrefix {
    private final TokenBuffer tokens;
    private final int limit;
    private int token;

    private ExpressionPrefix(TokenBuffer tokens, int first, int limit) {
        this.tokens = tokens;
        this.token = first;
        this.limit = limit;
    }

    /// The end token of the longest beginning that is an expression.
    ///
    /// @param first first token of what should be `star_expressions` or one of its parts
    /// @param limit the token that doesn't fit
    /// @param several whether commas may follow, too
    /// @return -1 when not even an operand is complete
    static int end(TokenBuffer tokens, int first, int limit, boolean several) {
        return new ExpressionPrefix(tokens, first, limit).end(several);
    }

    private int end(boolean several) {
        int end = -1;
        // Conditions whose `else` is still to come.
        int conditions = 0;
        if (token < limit && tokens.kind(token) == TokenKind.KW_YIELD) {
            end = ++token;
        }
        while (operand(several)) {
            end = conditions == 0 ? token : end;
            int kind = token < limit ? tokens.kind(token) : TokenKind.ENDMARKER;
            switch (kind) {
                case TokenKind.KW_IF -> conditions++;
                case TokenKind.KW_ELSE -> {
                    if (--conditions < 0) {
                        return end;
                    }
                }
                case TokenKind.COMMA -> {
                    if (!several || conditions > 0) {
                        return end;
                    }
                    end = token + 1;
                }
                default -> {
                    if (!isOperator(kind)) {
                        return end;
                    }
                }
            }
            token++;
        }
        return end;
    }

    private boolean isOperator(int kind) {
        if (kind == TokenKind.KW_NOT) {
            return tokens.kind(++token) == TokenKind.KW_IN;
        }
        if (kind == TokenKind.KW_IS && tokens.kind(token + 1) == TokenKind.KW_NOT) {
            token++;
        }
        return Precedence.ofBinary(kind) != 0;
    }

    /// Passes over an operand with what stands before and behind it.
    private boolean operand(boolean several) {
        while (token < limit) {
            switch (tokens.kind(token)) {
                case TokenKind.KW_NOT, TokenKind.MINUS, TokenKind.PLUS, TokenKind.TILDE, TokenKind.KW_AWAIT -> token++;
                case TokenKind.STAR -> {
                    if (!several) {
                        return false;
                    }
                    token++;
                }
                case TokenKind.KW_LAMBDA -> {
                    if (!parameters()) {
                        return false;
                    }
                }
                case TokenKind.NAME, TokenKind.NUMBER, TokenKind.ELLIPSIS, TokenKind.KW_NONE, TokenKind.KW_TRUE,
                        TokenKind.KW_FALSE -> {
                    token++;
                    return trailers();
                }
                case TokenKind.STRING, TokenKind.FSTRING_START, TokenKind.TSTRING_START -> {
                    return strings() && trailers();
                }
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> {
                    return bracket() && trailers();
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /// Passes over a lambda's parameters and its colon; lambdas in defaults have a colon each.
    private boolean parameters() {
        token++;
        int lambdas = 1;
        while (token < limit) {
            int kind = tokens.kind(token);
            if (isOpening(kind)) {
                if (!bracket()) {
                    return false;
                }
                continue;
            }
            token++;
            if (kind == TokenKind.KW_LAMBDA) {
                lambdas++;
            } else if (kind == TokenKind.COLON && --lambdas == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean strings() {
        boolean any = false;
        while (token < limit) {
            switch (tokens.kind(token)) {
                case TokenKind.STRING -> token++;
                case TokenKind.FSTRING_START, TokenKind.TSTRING_START -> {
                    if (!bracket()) {
                        return any;
                    }
                }
                default -> {
                    return any;
                }
            }
            any = true;
        }
        return any;
    }

    /// Always true: trailers that can't be read are none.
    private boolean trailers() {
        while (token < limit) {
            switch (tokens.kind(token)) {
                case TokenKind.DOT -> {
                    if (token + 1 >= limit || tokens.kind(token + 1) != TokenKind.NAME) {
                        return true;
                    }
                    token += 2;
                }
                case TokenKind.LPAR, TokenKind.LSQB -> {
                    if (!bracket()) {
                        return true;
                    }
                }
                default -> {
                    return true;
                }
            }
        }
        return true;
    }

    /// Passes over a bracket or an f-string, unless what doesn't fit is in it.
    private boolean bracket() {
        int depth = 0;
        for (int i = token; i < limit; i++) {
            int kind = tokens.kind(i);
            if (isOpening(kind)) {
                depth++;
            } else if (isClosing(kind) && --depth == 0) {
                token = i + 1;
                return true;
            }
        }
        return false;
    }

    private static boolean isOpening(int kind) {
        return switch (kind) {
            case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE, TokenKind.FSTRING_START, TokenKind.TSTRING_START ->
                    true;
            default -> false;
        };
    }

    private static boolean isClosing(int kind) {
        return switch (kind) {
            case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE, TokenKind.FSTRING_END, TokenKind.TSTRING_END -> true;
            default -> false;
        };
    }
}
