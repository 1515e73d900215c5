package dev.quarry.syntax;

/// Parameters of functions and lambdas, and type parameters.
///
/// A PARAMETER spans name and annotation and leaves out its default, a STAR_PARAMETER or DOUBLE_STAR_PARAMETER starts
/// at its star: CPython's `arg` starts at the name in both.
final class ParameterParser {
    private static final ParameterOrder[] ORDERS = ParameterOrder.values();
    /// In place of a name: the default that is being read belongs to nothing.
    private static final int NO_NAME = -1;

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    ParameterParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `[params]` between the parentheses of a `def`; consumes the closing one.
    int functionParameters() {
        boolean atDefault = parameters(TokenKind.RPAR, cursor.position, tree.mark(), ParameterOrder.START);
        while (atDefault) {
            atDefault = afterDefault(TokenKind.RPAR, grammar.expressions.expression());
        }
        int parameters = tree.pop();
        grammar.brackets.close(TokenKind.RPAR);
        return parameters;
    }

    /// `[lambda_params]`, up to the colon or a default. Lambdas may stand in the defaults of lambdas without any
    /// bracket, so that it is left to the caller to read the default, without recursion, and to call
    /// [#lambdaParametersAfter] with it.
    ///
    /// @return whether a default is to be read; if not, the node of the parameters is on the scratch stack
    boolean lambdaParameters() {
        return parameters(TokenKind.COLON, cursor.position, tree.mark(), ParameterOrder.START);
    }

    /// [#lambdaParameters] behind a default. The scratch stack is as it was before that was read.
    boolean lambdaParametersAfter(int defaultValue) {
        return afterDefault(TokenKind.COLON, defaultValue);
    }

    /// `parameters` and `lambda_parameters`, which differ in the token that follows and in annotations, from the
    /// beginning or behind a comma. Stops at an expression that is a default, with a frame on the scratch stack, or at
    /// the end of the list, with its node there.
    ///
    /// @param mark where the parameters begin on the scratch stack
    /// @return whether a default is to be read
    private boolean parameters(int closer, int first, int mark, ParameterOrder before) {
        ParameterOrder order = before;
        while (cursor.kind != closer) {
            int token = cursor.position;
            switch (cursor.kind) {
                case TokenKind.NAME -> {
                    cursor.advance();
                    int annotation = closer == TokenKind.RPAR && cursor.eat(TokenKind.COLON)
                            ? grammar.expressions.expression() : 0;
                    int end = cursor.end;
                    if (cursor.eat(TokenKind.EQUAL)) {
                        if (cursor.kind == TokenKind.COMMA || cursor.kind == TokenKind.RPAR) {
                            grammar.errors.missingDefault(cursor.end - 1);
                        }
                        pushFrame(first, mark, order, token, annotation, end);
                        return true;
                    }
                    order = named(closer, order, token, annotation, end, 0);
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
                case TokenKind.STAR, TokenKind.DOUBLESTAR -> {
                    order = cursor.kind == TokenKind.STAR ? order.afterStar(grammar.errors, token)
                            : order.afterDoubleStar(grammar.errors, token);
                    if (starParameter(closer)) {
                        pushFrame(first, mark, order, NO_NAME, 0, 0);
                        return true;
                    }
                }
                default -> {
                    grammar.errors.invalidParameter(token, closer, order == ParameterOrder.START);
                    skipToCloser(closer);
                    finish(first, mark);
                    return false;
                }
            }
            if (!next(closer)) {
                break;
            }
        }
        finish(first, mark);
        return false;
    }

    private void pushFrame(int first, int mark, ParameterOrder order, int name, int annotation, int end) {
        tree.push(first);
        tree.push(mark);
        tree.push(order.ordinal());
        tree.push(name);
        tree.push(annotation);
        tree.push(end);
    }

    /// Goes on behind the default of a parameter whose frame is on the stack.
    private boolean afterDefault(int closer, int value) {
        int end = tree.pop();
        int annotation = tree.pop();
        int name = tree.pop();
        ParameterOrder order = ORDERS[tree.pop()];
        int mark = tree.pop();
        int first = tree.pop();
        if (name != NO_NAME) {
            order = named(closer, order, name, annotation, end, value);
        }
        if (next(closer)) {
            return parameters(closer, first, mark, order);
        }
        finish(first, mark);
        return false;
    }

    /// The end of `param_no_default` or `param_with_default`.
    private ParameterOrder named(int closer, ParameterOrder order, int name, int annotation, int end, int value) {
        tree.push(tree.node(NodeKind.PARAMETER, name, end, name, annotation, value, 0));
        return cursor.kind == TokenKind.COMMA || cursor.kind == closer
                ? order.afterName(grammar.errors, name, value != 0) : order;
    }

    /// The comma behind a parameter and its type comment; whether there was one.
    private boolean next(int closer) {
        boolean more = cursor.eat(TokenKind.COMMA);
        if (closer == TokenKind.RPAR) {
            typeCommentOfLast();
        }
        return more;
    }

    private void finish(int first, int mark) {
        int items = tree.list(mark);
        tree.push(tree.node(NodeKind.PARAMETERS, first, items == 0 ? first : cursor.end, items));
    }

    /// The starred alternatives of `star_etc` and `kwds`; whether a default follows, which is an error.
    private boolean starParameter(int closer) {
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
            return false;
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
        }
        return cursor.eat(TokenKind.EQUAL);
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
