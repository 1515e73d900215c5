package dev.quarry.syntax;

/// Expressions outside brackets: CPython's rules from `star_expressions` down to `primary` and `atom`.
///
/// Operators are read in one loop with a stack of frames instead of one method per precedence level; conditionals and
/// lambdas, which recurse to the right, likewise. A rule that needs an expression and finds none reports the token
/// and yields an ERROR_EXPRESSION of width 0.
final class ExpressionParser {
    /// Frames of operators on the scratch stack are `operands…, first token, operator token, number of operand values,
    /// precedence`; those of [#unwind] `first token, body, test, kind`, a lambda's parameters being in the body's place.
    private static final int FRAME = 4;

    private static final int CONDITIONAL = 0;
    private static final int LAMBDA = 1;
    private static final int LAMBDA_DEFAULT = 2;

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    /// The last `disjunction` read as an `expression`, with its first and its end token: what CPython's "Perhaps you
    /// forgot a comma?" starts from.
    private int disjunction;
    private int disjunctionFirst;
    private int disjunctionEnd;

    /// End token of the last expression of any kind.
    private int operandEnd;

    /// How many defaults of lambdas are being read, each in the one before.
    private int nestedDefaults;

    /// First token of the operand that [#reduce] has built.
    private int operandFirst;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    void reset() {
        disjunction = 0;
        disjunctionFirst = -1;
        disjunctionEnd = -1;
        operandEnd = -1;
        nestedDefaults = 0;
    }

    /// `annotated_rhs: yield_expr | star_expressions`
    int yieldOrStarExpressions() {
        return cursor.kind == TokenKind.KW_YIELD ? yieldExpression() : starExpressions();
    }

    /// `yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]`
    int yieldExpression() {
        int first = cursor.position;
        cursor.advance();
        if (cursor.eat(TokenKind.KW_FROM)) {
            int value = expression();
            return tree.node(NodeKind.YIELD_FROM, first, cursor.end, value);
        }
        int value = startsStarExpression() ? starExpressions() : 0;
        return tree.node(NodeKind.YIELD, first, cursor.end, value);
    }

    /// `star_expressions: star_expression (',' star_expression)* [',']`
    int starExpressions() {
        int first = cursor.position;
        int value = starExpression();
        return cursor.kind == TokenKind.COMMA ? tuple(first, value) : value;
    }

    /// [#starExpressions] behind its first `disjunction`.
    int starExpressionsFrom(int first, int value) {
        int expression = cursor.kind == TokenKind.KW_IF ? conditional(first, value) : value;
        return cursor.kind == TokenKind.COMMA ? tuple(first, expression) : expression;
    }

    /// `star_expression: '*' bitwise_or | expression`
    int starExpression() {
        return cursor.kind == TokenKind.STAR ? starred() : expression();
    }

    /// `star_named_expression: '*' bitwise_or | named_expression`
    int starNamedExpression() {
        if (cursor.kind != TokenKind.STAR) {
            return namedExpression();
        }
        return starred();
    }

    boolean startsStarExpression() {
        return Precedence.startsExpression(cursor.kind) || cursor.kind == TokenKind.STAR;
    }

    /// `'*' bitwise_or`
    int starred() {
        int first = cursor.position;
        cursor.advance();
        int value = operators(Precedence.BITWISE_OR);
        return tree.node(NodeKind.STARRED, first, cursor.end, value);
    }

    /// `starred_expression: '*' expression`, in arguments and subscripts.
    int starredArgument() {
        return starredExpression(true);
    }

    /// @param hasWords whether CPython has words for a star with nothing behind it
    int starredExpression(boolean hasWords) {
        int first = cursor.position;
        int count = grammar.errors.count();
        cursor.advance();
        int value = expression();
        if (grammar.errors.count() > count) {
            if (hasWords) {
                grammar.errors.incompleteUnpacking(first, count);
            }
        } else if (cursor.kind == TokenKind.EQUAL) {
            unpackingAssignment(first, true);
        }
        return tree.node(NodeKind.STARRED, first, cursor.end, value);
    }

    /// `*a=b` or `**a=b` in arguments, at the equals sign: an error, if there is a value.
    void unpackingAssignment(int star, boolean single) {
        if (Precedence.startsExpression(cursor.peek())) {
            cursor.advance();
            expression();
            grammar.errors.assignmentToUnpacking(star, single);
        }
    }

    /// The rest of a tuple without parentheses, at its first comma. A trailing comma belongs to the tuple.
    private int tuple(int first, int element) {
        int mark = tree.mark();
        tree.push(element);
        while (cursor.eat(TokenKind.COMMA) && startsStarExpression()) {
            tree.push(starExpression());
        }
        int elements = tree.list(mark);
        return tree.node(NodeKind.TUPLE, first, cursor.end, elements);
    }

    /// `expressions: expression (',' expression)* [',']`
    int expressions() {
        int first = cursor.position;
        int value = expression();
        if (cursor.kind != TokenKind.COMMA) {
            return value;
        }
        int mark = tree.mark();
        tree.push(value);
        while (cursor.eat(TokenKind.COMMA) && Precedence.startsExpression(cursor.kind)) {
            tree.push(expression());
        }
        int elements = tree.list(mark);
        return tree.node(NodeKind.TUPLE, first, cursor.end, elements);
    }

    /// `named_expression: NAME ':=' expression | expression !':='`
    int namedExpression() {
        int first = cursor.position;
        if (cursor.kind == TokenKind.NAME && cursor.peek() == TokenKind.COLONEQUAL) {
            cursor.advance();
            int target = tree.node(NodeKind.NAME, first, first + 1, first);
            cursor.advance();
            int value = expression();
            return tree.node(NodeKind.NAMED_EXPRESSION, first, cursor.end, target, value);
        }
        int value = expression();
        if (cursor.kind == TokenKind.COLONEQUAL) {
            grammar.errors.walrusTarget(value);
            cursor.advance();
            int named = expression();
            return tree.node(NodeKind.NAMED_EXPRESSION, first, cursor.end, value, named);
        }
        return value;
    }

    /// `expression: disjunction ['if' disjunction 'else' expression] | lambdef`
    int expression() {
        if (cursor.kind == TokenKind.KW_LAMBDA) {
            return rightRecursive();
        }
        int first = cursor.position;
        int value = operators(Precedence.OR);
        disjunction = value;
        disjunctionFirst = first;
        disjunctionEnd = cursor.end;
        return cursor.kind == TokenKind.KW_IF ? conditional(first, value) : value;
    }

    /// `expression_without_invalid`: a conditional without `else` ends at its `if`.
    int completeExpression() {
        if (cursor.kind == TokenKind.KW_LAMBDA) {
            return rightRecursive();
        }
        int first = cursor.position;
        int value = operators(Precedence.OR);
        disjunction = value;
        disjunctionFirst = first;
        disjunctionEnd = cursor.end;
        return value;
    }

    /// What is known of the expression that was read last.
    record Last(int disjunction, int disjunctionFirst, int disjunctionEnd, int operandEnd) {}

    Last last() {
        return new Last(disjunction, disjunctionFirst, disjunctionEnd, operandEnd);
    }

    void restore(Last last) {
        disjunction = last.disjunction;
        disjunctionFirst = last.disjunctionFirst;
        disjunctionEnd = last.disjunctionEnd;
        operandEnd = last.operandEnd;
    }

    /// Whether the last token consumed ends an expression.
    boolean endsHere() {
        return operandEnd == cursor.end;
    }

    /// The `disjunction` that has just been read as an `expression`, 0 if something else ends here.
    int lastDisjunction() {
        return disjunctionEnd == cursor.end ? disjunction : 0;
    }

    /// First token of the `disjunction` that has just been read as an `expression`, with the parentheses around it; -1
    /// if something else ends here.
    int disjunctionFirst() {
        return disjunctionEnd == cursor.end ? disjunctionFirst : -1;
    }

    /// First token of the `disjunction` that has just been read as an `expression`, -1 if something else ends here.
    /// Parentheses around it don't count.
    int disjunctionBefore() {
        if (disjunctionEnd != cursor.end) {
            return -1;
        }
        return disjunction > 0 ? tree.first(grammar.targets.withoutParentheses(disjunction)) : disjunctionFirst;
    }

    /// Conditionals and lambdas whose last part is an expression again: `a if b else lambda: c if d else e`.
    private int rightRecursive() {
        return unwind(tree.mark(), -1, 0);
    }

    private int conditional(int first, int body) {
        return unwind(tree.mark(), first, body);
    }

    /// Pushes a frame per conditional, lambda or default of a lambda's parameter, from a body at its `if` when there is
    /// one (`first` not -1), and builds the nodes when the innermost expression is complete: they all end where it ends.
    private int unwind(int mark, int first, int body) {
        int value;
        while (true) {
            if (first < 0) {
                first = cursor.position;
                if (cursor.kind == TokenKind.KW_LAMBDA) {
                    cursor.advance();
                    pushLambda(first, grammar.parameters.lambdaParameters());
                    first = -1;
                    continue;
                }
                int count = grammar.errors.count();
                body = operators(Precedence.OR);
                if (grammar.errors.count() > count) {
                    incompleteAlternative(mark, first, count);
                }
                disjunction = body;
                disjunctionFirst = first;
                disjunctionEnd = cursor.end;
            }
            value = body;
            if (cursor.kind == TokenKind.KW_IF) {
                cursor.advance();
                int count = grammar.errors.count();
                int condition = cursor.position;
                int test = operators(Precedence.OR);
                if (grammar.errors.count() > count) {
                    grammar.errors.incompleteCondition(first, condition, count);
                }
                if (cursor.kind == TokenKind.KW_ELSE) {
                    cursor.advance();
                    pushFrame(first, body, test, CONDITIONAL);
                    first = -1;
                    continue;
                }
                grammar.errors.missingElse(body, test);
                int missing = grammar.missing(NodeKind.ERROR_EXPRESSION);
                value = tree.node(NodeKind.CONDITIONAL, first, cursor.end, body, test, missing);
            }
            value = complete(mark, value);
            if (value != 0) {
                return value;
            }
            first = -1;
        }
    }

    /// Takes the frames above a mark whose last part an expression is; 0 when it was a default, so that one more
    /// expression is to be read.
    private int complete(int mark, int expression) {
        int value = expression;
        while (tree.mark() > mark) {
            int kind = tree.pop();
            int test = tree.pop();
            int body = tree.pop();
            int first = tree.pop();
            switch (kind) {
                case LAMBDA -> value = tree.node(NodeKind.LAMBDA, first, cursor.end, body, value);
                case CONDITIONAL -> value = tree.node(NodeKind.CONDITIONAL, first, cursor.end, body, test, value);
                default -> {
                    nestedDefaults--;
                    pushLambda(first, grammar.parameters.lambdaParametersAfter(value));
                    return 0;
                }
            }
        }
        return value;
    }

    /// An operand behind `else`, or behind lambdas behind it, can't be read.
    private void incompleteAlternative(int mark, int first, int count) {
        int token = first;
        for (int frame = tree.mark(); frame > mark && tree.at(frame - 1) != LAMBDA_DEFAULT; frame -= FRAME) {
            if (tree.at(frame - 1) == CONDITIONAL) {
                grammar.errors.incompleteAlternative(token, first, count);
                return;
            }
            token = tree.at(frame - FRAME);
        }
    }

    /// `lambdef: 'lambda' [lambda_params] ':' expression`, up to the colon or the default of a parameter.
    private void pushLambda(int first, boolean atDefault) {
        if (atDefault) {
            pushFrame(first, 0, 0, LAMBDA_DEFAULT);
            nestedDefaults++;
            grammar.errors.lambdasInDefaults(first, nestedDefaults);
            return;
        }
        int parameters = tree.pop();
        if (!cursor.eat(TokenKind.COLON)) {
            grammar.errors.invalidSyntax(cursor.position);
        } else if (cursor.kind == TokenKind.FSTRING_MIDDLE || cursor.kind == TokenKind.TSTRING_MIDDLE
                || cursor.kind == TokenKind.RBRACE) {
            grammar.fieldErrors.lambda(first);
        }
        pushFrame(first, parameters, 0, LAMBDA);
    }

    /// The rules from `disjunction` (minimum OR) or `bitwise_or` (minimum BITWISE_OR) down to `primary`.
    int operators(int minimum) {
        int base = tree.mark();
        while (true) {
            int first = cursor.position;
            int kind = cursor.kind;
            if (kind == TokenKind.MINUS || kind == TokenKind.PLUS || kind == TokenKind.TILDE) {
                pushFrame(first, first, 0, Precedence.UNARY);
                cursor.advance();
                continue;
            }
            if (kind == TokenKind.KW_NOT) {
                int outer = tree.mark() > base ? tree.peek(0) : minimum;
                if (outer > Precedence.NOT) {
                    grammar.errors.notAfterOperator(outer);
                }
                pushFrame(first, first, 0, Precedence.NOT);
                cursor.advance();
                continue;
            }
            int operand = primary();
            int precedence = Precedence.ofBinary(cursor.kind);
            if (precedence < minimum
                    || cursor.kind == TokenKind.KW_NOT && cursor.peek() != TokenKind.KW_IN) {
                precedence = 0;
            }
            operandFirst = first;
            while (tree.mark() > base && bindsTighter(tree.peek(0), precedence)) {
                operand = reduce(operand);
            }
            if (precedence == 0) {
                operandEnd = cursor.end;
                return operand;
            }
            shift(operand, precedence, base);
        }
    }

    /// Whether the operator on top of the stack takes the operand before the coming operator can.
    private static boolean bindsTighter(int onStack, int coming) {
        return onStack > coming || onStack == coming && coming >= Precedence.BITWISE_OR && coming != Precedence.POWER;
    }

    private void pushFrame(int first, int a, int b, int kind) {
        tree.push(first);
        tree.push(a);
        tree.push(b);
        tree.push(kind);
    }

    /// Puts an operand and the current operator on the stack; `and`, `or` and comparisons extend the frame of the
    /// same operator, because they make one node of all their operands.
    private void shift(int operand, int precedence, int base) {
        int operator = cursor.position;
        if (precedence <= Precedence.COMPARISON) {
            boolean comparison = precedence == Precedence.COMPARISON;
            int operands = 0;
            int first = operandFirst;
            int firstOperator = operator;
            if (tree.mark() > base && tree.peek(0) == precedence) {
                operands = tree.peek(1);
                firstOperator = tree.peek(2);
                first = tree.peek(3);
                tree.drop(tree.mark() - FRAME);
            }
            tree.push(operand);
            if (comparison) {
                tree.push(operator);
                int kind = cursor.kind;
                cursor.advance();
                if (kind == TokenKind.KW_NOT || kind == TokenKind.KW_IS && cursor.kind == TokenKind.KW_NOT) {
                    cursor.advance();
                }
                pushFrame(first, firstOperator, operands + 2, precedence);
                return;
            }
            pushFrame(first, firstOperator, operands + 1, precedence);
        } else {
            tree.push(operand);
            pushFrame(operandFirst, operator, 1, precedence);
        }
        cursor.advance();
    }

    /// Takes the frame on top of the stack and builds its node, whose last operand is given.
    private int reduce(int operand) {
        int precedence = tree.pop();
        int operands = tree.pop();
        int operator = tree.pop();
        int first = tree.pop();
        operandFirst = first;
        switch (precedence) {
            case Precedence.UNARY, Precedence.NOT -> {
                return tree.node(NodeKind.UNARY, first, cursor.end, operator, operand);
            }
            case Precedence.OR, Precedence.AND -> {
                tree.push(operand);
                int list = tree.list(tree.mark() - operands - 1);
                return tree.node(NodeKind.BOOLEAN, first, cursor.end, operator, list);
            }
            case Precedence.COMPARISON -> {
                tree.push(operand);
                int mark = tree.mark() - operands - 1;
                int left = tree.at(mark);
                int comparators = tree.everySecond(mark + 2);
                int operators = tree.everySecond(mark + 1);
                tree.drop(mark);
                return tree.node(NodeKind.COMPARISON, first, cursor.end, left, operators, comparators);
            }
            default -> {
                int left = tree.pop();
                return tree.node(NodeKind.BINARY, first, cursor.end, left, operator, operand);
            }
        }
    }

    /// `await_primary: 'await' primary | primary`, then the trailers of `primary`: `.name`, `(…)`, `[…]`.
    int primary() {
        int first = cursor.position;
        if (cursor.kind == TokenKind.KW_AWAIT) {
            cursor.advance();
            int value = trailers(cursor.position, atom());
            return tree.node(NodeKind.AWAIT, first, cursor.end, value);
        }
        int value = atom();
        int kind = cursor.kind;
        return kind == TokenKind.DOT || kind == TokenKind.LPAR || kind == TokenKind.LSQB
                ? trailers(first, value) : value;
    }

    private int trailers(int first, int value) {
        while (true) {
            switch (cursor.kind) {
                case TokenKind.DOT -> {
                    if (cursor.peek() != TokenKind.NAME) {
                        // As in CPython, the primary ends here; whoever can't go on with a dot reports it.
                        return value;
                    }
                    cursor.advance();
                    int name = cursor.position;
                    cursor.advance();
                    value = tree.node(NodeKind.ATTRIBUTE, first, cursor.end, value, name);
                }
                case TokenKind.LPAR -> {
                    int arguments = grammar.isDeferred()
                            ? grammar.defer(Deferrals.Construct.ARGUMENTS) : grammar.brackets.arguments();
                    value = tree.node(NodeKind.CALL, first, cursor.end, value, arguments);
                }
                case TokenKind.LSQB -> {
                    int index = grammar.isDeferred()
                            ? grammar.defer(Deferrals.Construct.SUBSCRIPT_INDEX) : grammar.brackets.subscriptIndex();
                    value = tree.node(NodeKind.SUBSCRIPT, first, cursor.end, value, index);
                }
                default -> {
                    return value;
                }
            }
        }
    }

    /// `atom: NAME | 'True' | … | strings | NUMBER | (tuple | group | genexp) | (list | listcomp) | … | '...'`
    private int atom() {
        int token = cursor.position;
        NodeKind kind;
        switch (cursor.kind) {
            case TokenKind.NAME -> {
                cursor.advance();
                return tree.node(NodeKind.NAME, token, token + 1, token);
            }
            case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> {
                return grammar.isDeferred()
                        ? grammar.defer(Deferrals.Construct.BRACKETED_ATOM) : grammar.brackets.bracketedAtom();
            }
            case TokenKind.STRING, TokenKind.FSTRING_START, TokenKind.TSTRING_START -> {
                return grammar.strings.strings();
            }
            case TokenKind.NUMBER -> {
                grammar.errors.checkNumber(token);
                kind = NodeKind.NUMBER;
            }
            case TokenKind.KW_NONE -> kind = NodeKind.NONE_LITERAL;
            case TokenKind.KW_TRUE -> kind = NodeKind.TRUE;
            case TokenKind.KW_FALSE -> kind = NodeKind.FALSE;
            case TokenKind.ELLIPSIS -> kind = NodeKind.ELLIPSIS;
            default -> {
                grammar.errors.missingOperand(token);
                return grammar.missing(NodeKind.ERROR_EXPRESSION);
            }
        }
        cursor.advance();
        return tree.node(kind, token, token + 1);
    }
}
