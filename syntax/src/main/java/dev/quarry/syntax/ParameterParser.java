package dev.quarry.syntax;

/// Parameters of functions and lambdas, and type parameters.
///
/// A PARAMETER spans name and annotation and leaves out its default, a STAR_PARAMETER or DOUBLE_STAR_PARAMETER starts
/// at its star: CPython's `arg` starts at the name in both.
final class ParameterParser {
    /// Lambdas may stand in the defaults of lambdas without any bracket: the one recursion that brackets don't bound.
    private static final int DEFAULT_DEPTH_LIMIT = 100;

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;
    private int lambdaDefaultDepth;

    ParameterParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    void reset() {
        lambdaDefaultDepth = 0;
    }

    /// `[params]` between the parentheses of a `def`; consumes the closing one.
    int functionParameters() {
        int parameters = parameters(TokenKind.RPAR);
        grammar.brackets.close(TokenKind.RPAR);
        return parameters;
    }

    /// `[lambda_params]`, up to the colon.
    int lambdaParameters() {
        return parameters(TokenKind.COLON);
    }

    /// `parameters` and `lambda_parameters`, which differ in the token that follows and in annotations.
    private int parameters(int closer) {
        int first = cursor.position;
        int mark = tree.mark();
        ParameterOrder order = ParameterOrder.START;
        while (cursor.kind != closer) {
            int token = cursor.position;
            switch (cursor.kind) {
                case TokenKind.NAME -> {
                    boolean hasDefault = parameter(closer);
                    if (cursor.kind == TokenKind.COMMA || cursor.kind == closer) {
                        order = order.afterName(grammar.errors, token, hasDefault);
                    }
                }
                case TokenKind.SLASH -> {
                    cursor.advance();
                    tree.push(tree.node(NodeKind.POSITIONAL_ONLY_MARKER, token, token + 1));
                    boolean alone = tree.mark() - mark == 1;
                    if (alone && cursor.kind != TokenKind.COMMA) {
                        grammar.errors.invalidSyntax(token);
                    }
                    order = order.afterSlash(grammar.errors, token, alone);
                    if (cursor.kind == TokenKind.STAR) {
                        grammar.errors.missingCommaAfterSlash(cursor.position);
                    }
                }
                case TokenKind.STAR -> {
                    order = order.afterStar(grammar.errors, token);
                    starParameter(closer);
                }
                case TokenKind.DOUBLESTAR -> {
                    order = order.afterDoubleStar(grammar.errors, token);
                    starParameter(closer);
                }
                default -> {
                    grammar.errors.invalidParameter(token, closer, order == ParameterOrder.START);
                    skipToCloser(closer);
                    return finish(first, mark);
                }
            }
            boolean more = cursor.eat(TokenKind.COMMA);
            if (closer == TokenKind.RPAR) {
                typeCommentOfLast();
            }
            if (!more) {
                break;
            }
        }
        return finish(first, mark);
    }

    private int finish(int first, int mark) {
        int items = tree.list(mark);
        return tree.node(NodeKind.PARAMETERS, first, items == 0 ? first : cursor.end, items);
    }

    /// `param_no_default` and `param_with_default`; whether there was a default.
    private boolean parameter(int closer) {
        int name = cursor.position;
        cursor.advance();
        int annotation = closer == TokenKind.RPAR && cursor.eat(TokenKind.COLON)
                ? grammar.expressions.expression() : 0;
        int end = cursor.end;
        int value = 0;
        if (cursor.eat(TokenKind.EQUAL)) {
            if (cursor.kind == TokenKind.COMMA || cursor.kind == TokenKind.RPAR) {
                grammar.errors.missingDefault(cursor.end - 1);
            }
            value = defaultValue(closer);
        }
        tree.push(tree.node(NodeKind.PARAMETER, name, end, name, annotation, value, 0));
        return value != 0;
    }

    /// `default: '=' expression` behind the equals sign.
    private int defaultValue(int closer) {
        if (closer == TokenKind.RPAR) {
            return grammar.expressions.expression();
        }
        if (lambdaDefaultDepth == DEFAULT_DEPTH_LIMIT) {
            int first = cursor.position;
            grammar.errors.tooDeep(first);
            while (cursor.kind != TokenKind.NEWLINE && cursor.kind != TokenKind.ENDMARKER) {
                cursor.advance();
            }
            return tree.node(NodeKind.ERROR_EXPRESSION, first, cursor.end);
        }
        lambdaDefaultDepth++;
        int value = grammar.expressions.expression();
        lambdaDefaultDepth--;
        return value;
    }

    /// The starred alternatives of `star_etc` and `kwds`.
    private void starParameter(int closer) {
        int star = cursor.position;
        boolean single = cursor.kind == TokenKind.STAR;
        cursor.advance();
        int name = cursor.position;
        if (!cursor.eat(TokenKind.NAME)) {
            if (!single) {
                grammar.errors.invalidSyntax(name);
            } else if (cursor.kind == closer || cursor.kind == TokenKind.COMMA
                    && (cursor.peek() == closer || cursor.peek() == TokenKind.DOUBLESTAR)) {
                grammar.errors.bareStar(closer == TokenKind.RPAR ? star : cursor.position);
            }
            tree.push(tree.node(NodeKind.KEYWORD_ONLY_MARKER, star, star + 1));
            return;
        }
        int annotation = 0;
        boolean starredAnnotation = false;
        if (closer == TokenKind.RPAR && cursor.eat(TokenKind.COLON)) {
            starredAnnotation = cursor.kind == TokenKind.STAR;
            if (single && cursor.kind == TokenKind.STAR) {
                grammar.errors.requires(PythonVersion.PY311, cursor.position, "Starred annotations are");
                annotation = grammar.expressions.starred();
            } else {
                annotation = grammar.expressions.expression();
            }
        }
        NodeKind kind = single ? NodeKind.STAR_PARAMETER : NodeKind.DOUBLE_STAR_PARAMETER;
        int node = tree.node(kind, star, cursor.end, name, annotation, 0);
        tree.push(node);
        if (cursor.kind == TokenKind.EQUAL) {
            grammar.errors.starDefault(cursor.position, single, starredAnnotation);
            cursor.advance();
            defaultValue(closer);
        }
    }

    /// Hands the type comment that the cursor has just passed to the parameter before it.
    private void typeCommentOfLast() {
        int parameter = tree.peek(0);
        switch (tree.kind(parameter)) {
            case PARAMETER -> tree.setSlot(parameter, 3, cursor.takeTypeComment());
            case STAR_PARAMETER, DOUBLE_STAR_PARAMETER -> tree.setSlot(parameter, 2, cursor.takeTypeComment());
            default -> {
                // Behind a marker there is room for a comment in Python 3.8 alone, which then drops it.
                if (!grammar.version.isAtLeast(PythonVersion.PY39)
                        && tree.kind(parameter) == NodeKind.POSITIONAL_ONLY_MARKER) {
                    cursor.takeTypeComment();
                }
            }
        }
    }

    private void skipToCloser(int closer) {
        int depth = 0;
        while (true) {
            switch (cursor.kind) {
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> depth++;
                case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> {
                    if (depth == 0) {
                        return;
                    }
                    depth--;
                }
                case TokenKind.COLON -> {
                    if (depth == 0 && closer == TokenKind.COLON) {
                        return;
                    }
                }
                case TokenKind.NEWLINE, TokenKind.ENDMARKER, TokenKind.INDENT, TokenKind.DEDENT -> {
                    return;
                }
                default -> { }
            }
            cursor.advance();
        }
    }

    /// `type_params: '[' type_param_seq ']'`: the list of type parameters.
    int typeParameters() {
        grammar.errors.requires(PythonVersion.PY312, cursor.position, "Type parameter lists are");
        cursor.advance();
        if (cursor.kind == TokenKind.RSQB) {
            grammar.errors.emptyTypeParameters(cursor.position);
        }
        int mark = tree.mark();
        while (cursor.kind == TokenKind.NAME || cursor.kind == TokenKind.STAR
                || cursor.kind == TokenKind.DOUBLESTAR) {
            tree.push(typeParameter());
            if (!cursor.eat(TokenKind.COMMA)) {
                break;
            }
        }
        grammar.brackets.close(TokenKind.RSQB);
        return tree.list(mark);
    }

    /// `type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression] | '**' NAME ['=' expression]`
    private int typeParameter() {
        int first = cursor.position;
        int star = cursor.kind;
        if (star != TokenKind.NAME) {
            cursor.advance();
        }
        int name = cursor.position;
        if (!cursor.eat(TokenKind.NAME)) {
            grammar.errors.invalidSyntax(name);
        }
        int bound = 0;
        if (cursor.kind == TokenKind.COLON) {
            int colon = cursor.position;
            cursor.advance();
            bound = grammar.expressions.expression();
            if (star != TokenKind.NAME) {
                grammar.errors.boundOfStarredTypeParameter(colon, bound, star == TokenKind.STAR);
            }
        }
        int value = 0;
        if (cursor.kind == TokenKind.EQUAL) {
            grammar.errors.requires(PythonVersion.PY313, cursor.position, "Type parameter defaults are");
            cursor.advance();
            value = star == TokenKind.STAR ? grammar.expressions.starExpression() : grammar.expressions.expression();
        }
        return switch (star) {
            case TokenKind.STAR -> tree.node(NodeKind.TYPE_VAR_TUPLE, first, cursor.end, name, value);
            case TokenKind.DOUBLESTAR -> tree.node(NodeKind.PARAM_SPEC, first, cursor.end, name, value);
            default -> tree.node(NodeKind.TYPE_VAR, first, cursor.end, name, bound, value);
        };
    }
}
