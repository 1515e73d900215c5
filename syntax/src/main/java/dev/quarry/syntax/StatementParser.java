package dev.quarry.syntax;

/// Files, blocks and simple statements.
///
/// Statements gather on the scratch stack; whoever reads several takes them off as a list. After an error, the rest
/// of the logical line is skipped into an ERROR_STATEMENT.
final class StatementParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;
    private final ExpressionParser expressions;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
        expressions = grammar.expressions;
    }

    /// `file: [statements] ENDMARKER`
    int module() {
        int mark = tree.mark();
        while (true) {
            statements();
            if (cursor.kind == TokenKind.ENDMARKER) {
                break;
            }
            // A DEDENT that closes no block: only behind an INDENT that was an error.
            cursor.advance();
        }
        int body = tree.list(mark);
        return tree.node(NodeKind.MODULE, 0, cursor.position, body);
    }

    /// `interactive: statement_newline`: one compound statement, or simple statements on a line, or nothing.
    int interactive() {
        int first = cursor.position;
        int mark = tree.mark();
        if (cursor.kind == TokenKind.NEWLINE) {
            tree.push(tree.node(NodeKind.PASS, first, first + 1));
        } else if (cursor.kind == TokenKind.ENDMARKER) {
            grammar.errors.invalidSyntax(first);
        } else {
            statement();
        }
        while (cursor.eat(TokenKind.NEWLINE)) {
            // The empty line that ends a compound statement.
        }
        if (cursor.kind != TokenKind.ENDMARKER) {
            grammar.errors.severalStatements(cursor.position);
        }
        skipTrailing();
        int body = tree.list(mark);
        return tree.node(NodeKind.INTERACTIVE, 0, cursor.position, body);
    }

    /// `eval: expressions NEWLINE* ENDMARKER`
    int evaluation() {
        int body = expressions.expressions();
        skipTrailing();
        return tree.node(NodeKind.EXPRESSION, 0, cursor.position, body);
    }

    /// `func_type: '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER`; the stars of `*args` and
    /// `**kwargs` leave no trace in the AST and none in the tree.
    int functionType() {
        if (!cursor.eat(TokenKind.LPAR)) {
            grammar.errors.invalidSyntax(cursor.position);
        }
        int parameters = typeExpressions();
        if (!cursor.eat(TokenKind.RARROW)) {
            grammar.errors.invalidSyntax(cursor.position);
        }
        int returns = expressions.expression();
        skipTrailing();
        return tree.node(NodeKind.FUNCTION_TYPE, 0, cursor.position, parameters, returns);
    }

    /// `type_expressions`: plain ones, then one with a star, then one with two, of which any may be left out; and the
    /// closing parenthesis. Python 3.8 has plain ones behind the star, too, and a comma at the end.
    private int typeExpressions() {
        boolean relaxed = !grammar.version.isAtLeast(PythonVersion.PY39);
        int mark = tree.mark();
        int last = TokenKind.COMMA;
        while (cursor.kind == TokenKind.STAR || cursor.kind == TokenKind.DOUBLESTAR
                || Precedence.startsExpression(cursor.kind)) {
            int kind = cursor.kind;
            boolean plain = kind != TokenKind.STAR && kind != TokenKind.DOUBLESTAR;
            if (last == TokenKind.DOUBLESTAR || last == TokenKind.STAR
                    && (kind == TokenKind.STAR || plain && !relaxed)) {
                grammar.errors.invalidSyntax(last == TokenKind.STAR ? cursor.position : cursor.end - 1);
            }
            if (!plain) {
                last = kind;
                cursor.advance();
            }
            tree.push(expressions.expression());
            if (!cursor.eat(TokenKind.COMMA)) {
                break;
            }
            if (cursor.kind == TokenKind.RPAR && !(relaxed && last == TokenKind.COMMA)) {
                grammar.errors.invalidSyntax(cursor.position);
            }
        }
        grammar.brackets.close(TokenKind.RPAR);
        return tree.list(mark);
    }

    /// `NEWLINE* ENDMARKER`
    private void skipTrailing() {
        while (cursor.kind != TokenKind.ENDMARKER) {
            if (cursor.kind != TokenKind.NEWLINE) {
                grammar.errors.invalidSyntax(cursor.position);
            }
            cursor.advance();
        }
    }

    /// `statements: statement+`, up to a DEDENT or the end.
    void statements() {
        while (true) {
            switch (cursor.kind) {
                case TokenKind.ENDMARKER, TokenKind.DEDENT -> {
                    return;
                }
                // Ends a line that has nothing but a type comment.
                case TokenKind.NEWLINE -> cursor.advance();
                case TokenKind.INDENT -> unexpectedIndent();
                default -> statement();
            }
        }
    }

    /// An indented block that no statement has announced: its statements join those around it. One that is read later
    /// has to be a node meanwhile, the body of an IF without a test.
    private void unexpectedIndent() {
        grammar.errors.startStatement();
        grammar.errors.unexpectedIndent(cursor.position);
        if (grammar.isDeferred()) {
            int open = cursor.position;
            int block = deferBlock(Deferrals.Construct.BLOCK);
            int test = tree.node(NodeKind.ERROR_EXPRESSION, open, open);
            tree.push(tree.node(NodeKind.IF, open, grammar.statementEnd, test, block, 0));
            return;
        }
        cursor.advance();
        statements();
        cursor.eat(TokenKind.DEDENT);
    }

    /// `block: NEWLINE INDENT statements DEDENT | simple_stmts`: the list of statements. `keyword` and `owner` are for
    /// the message when the block is missing.
    int block(int keyword, String owner) {
        grammar.statementEnd = cursor.end;
        if (cursor.kind != TokenKind.NEWLINE) {
            int mark = tree.mark();
            simpleStatements();
            return tree.list(mark);
        }
        cursor.advance();
        // A type comment on a line of its own leaves its NEWLINE behind.
        while (cursor.kind == TokenKind.NEWLINE) {
            cursor.advance();
        }
        if (cursor.kind != TokenKind.INDENT) {
            grammar.errors.missingBlock(cursor.position, keyword, owner);
            return 0;
        }
        if (grammar.isDeferred()) {
            return deferBlock(Deferrals.Construct.BLOCK);
        }
        return indentedStatements();
    }

    /// Leaves a block for later, see [Deferrals], and finds where its last statement ends.
    int deferBlock(Deferrals.Construct construct) {
        int block = grammar.defer(construct);
        int end = cursor.position;
        TokenBuffer tokens = cursor.tokens();
        while (end > 0 && isBetweenStatements(tokens.kind(end - 1))) {
            end--;
        }
        grammar.statementEnd = end;
        return block;
    }

    private static boolean isBetweenStatements(int kind) {
        return kind == TokenKind.NEWLINE || kind == TokenKind.DEDENT;
    }

    /// `INDENT statements DEDENT`
    int indentedStatements() {
        int mark = tree.mark();
        cursor.advance();
        statements();
        cursor.eat(TokenKind.DEDENT);
        return tree.list(mark);
    }

    /// `statement: compound_stmt | simple_stmts`; pushes what it reads.
    void statement() {
        grammar.errors.startStatement();
        int start = cursor.position;
        switch (cursor.kind) {
            case TokenKind.KW_IF, TokenKind.KW_WHILE, TokenKind.KW_FOR, TokenKind.KW_WITH, TokenKind.KW_TRY,
                    TokenKind.KW_DEF, TokenKind.KW_CLASS, TokenKind.KW_ASYNC, TokenKind.AT ->
                    pushCompound(grammar.compounds.statement());
            case TokenKind.NAME -> {
                if (grammar.matches.startsMatch()) {
                    pushCompound(grammar.matches.matchStatement());
                } else if (grammar.matches.mayBeCase()) {
                    caseOrSimpleStatements(start);
                } else {
                    simpleStatements();
                }
            }
            default -> simpleStatements();
        }
        if (cursor.position == start) {
            skipLine(start);
        }
    }

    /// A statement that begins with the word `case`, outside of `match`.
    private void caseOrSimpleStatements(int first) {
        int count = grammar.errors.count();
        simpleStatements();
        if (grammar.errors.genericSince(count) >= 0 && grammar.errors.strayCase(first, count)) {
            if (cursor.kind == TokenKind.INDENT && !grammar.isDeferred()) {
                cursor.advance();
                statements();
                cursor.eat(TokenKind.DEDENT);
            }
            grammar.errors.readOn(count);
        }
    }

    /// A head without a block is a statement's end, too.
    private void pushCompound(int statement) {
        tree.push(statement);
        grammar.statementEnd = Math.max(grammar.statementEnd, tree.end(statement));
    }

    /// `simple_stmts: ';'.simple_stmt+ [';'] NEWLINE`; pushes what it reads.
    void simpleStatements() {
        do {
            tree.push(simpleStatement());
        } while (cursor.eat(TokenKind.SEMI) && cursor.kind != TokenKind.NEWLINE
                && cursor.kind != TokenKind.ENDMARKER);
        // A semicolon at the end belongs to the compound statement around, though not to the simple one before it.
        grammar.statementEnd = cursor.end;
        if (cursor.kind == TokenKind.NEWLINE) {
            cursor.advance();
        } else if (cursor.kind != TokenKind.ENDMARKER) {
            if (endsInBareTuple()) {
                grammar.errors.annotatedTuple(tree.slot(tree.peek(0), 0));
            }
            grammar.errors.unexpectedAfterStatement(cursor.position);
            skipLine(cursor.position);
        }
    }

    /// Whether the statement on top of the stack is a tuple without parentheses and without a comma at its end.
    private boolean endsInBareTuple() {
        int statement = tree.peek(0);
        if (tree.kind(statement) != NodeKind.EXPRESSION_STATEMENT) {
            return false;
        }
        int value = tree.slot(statement, 0);
        return tree.kind(value) == NodeKind.TUPLE && expressions.lastDisjunction() > 0
                && tree.first(expressions.lastDisjunction()) > tree.first(value);
    }

    /// Skips to behind the next NEWLINE.
    private void skipLine(int first) {
        while (true) {
            switch (cursor.kind) {
                case TokenKind.ENDMARKER, TokenKind.INDENT, TokenKind.DEDENT -> {
                    pushError(first);
                    return;
                }
                case TokenKind.NEWLINE -> {
                    pushError(first);
                    cursor.advance();
                    return;
                }
                default -> cursor.advance();
            }
        }
    }

    private void pushError(int first) {
        if (cursor.end > first) {
            tree.push(tree.node(NodeKind.ERROR_STATEMENT, first, cursor.end));
            grammar.statementEnd = cursor.end;
        }
    }

    /// `simple_stmt`
    int simpleStatement() {
        int first = cursor.position;
        return switch (cursor.kind) {
            case TokenKind.KW_RETURN -> {
                cursor.advance();
                int value = expressions.startsStarExpression() ? expressions.starExpressions() : 0;
                yield tree.node(NodeKind.RETURN, first, cursor.end, value);
            }
            case TokenKind.KW_IMPORT, TokenKind.KW_FROM -> grammar.imports.importStatement(first, 0);
            case TokenKind.KW_RAISE -> raise(first);
            case TokenKind.KW_PASS -> keyword(NodeKind.PASS);
            case TokenKind.KW_BREAK -> keyword(NodeKind.BREAK);
            case TokenKind.KW_CONTINUE -> keyword(NodeKind.CONTINUE);
            case TokenKind.KW_DEL -> delete(first);
            case TokenKind.KW_ASSERT -> assertion(first);
            case TokenKind.KW_GLOBAL -> names(NodeKind.GLOBAL);
            case TokenKind.KW_NONLOCAL -> names(NodeKind.NONLOCAL);
            case TokenKind.NAME -> {
                int next = cursor.peek();
                if (next == TokenKind.NAME && grammar.isWord(first, "type")
                        && (grammar.version.isAtLeast(PythonVersion.PY312) || isTypeAlias(first + 2))) {
                    yield typeAlias(first);
                }
                if ((next == TokenKind.KW_IMPORT || next == TokenKind.KW_FROM) && grammar.isWord(first, "lazy")) {
                    grammar.errors.requires(PythonVersion.PY315, first, "Lazy imports are");
                    cursor.advance();
                    yield grammar.imports.importStatement(first, 1);
                }
                yield assignmentOrExpression(first);
            }
            default -> assignmentOrExpression(first);
        };
    }

    private int keyword(NodeKind kind) {
        int token = cursor.position;
        cursor.advance();
        return tree.node(kind, token, token + 1);
    }

    /// `assignment | star_expressions | yield_stmt`
    private int assignmentOrExpression(int first) {
        int value = expressions.yieldOrStarExpressions();
        switch (cursor.kind) {
            case TokenKind.EQUAL -> {
                return assignment(first, value);
            }
            case TokenKind.COLON -> {
                return annotatedAssignment(first, value);
            }
            default -> {
                if (TokenKind.isAugmentedAssignment(cursor.kind)) {
                    return augmentedAssignment(first, value);
                }
                return tree.node(NodeKind.EXPRESSION_STATEMENT, first, cursor.end, value);
            }
        }
    }

    /// `(star_targets '=')+ annotated_rhs !'=' [TYPE_COMMENT]`; the comment belongs to the statement's span, as in CPython
    private int assignment(int first, int target) {
        int mark = tree.mark();
        int value = target;
        do {
            tree.push(value);
            value = tree.kind(value) == NodeKind.NAME || grammar.targets.firstInvalid(value, true) == 0
                    ? valueAfterTarget(mark) : valueAfterInvalidTarget(mark);
        } while (cursor.kind == TokenKind.EQUAL);
        int targets = tree.list(mark);
        int typeComment = cursor.takeTypeComment();
        return tree.node(NodeKind.ASSIGN, first, cursor.end, targets, value, typeComment);
    }

    /// What follows `=`; the targets are on the scratch stack, from `mark` on.
    private int valueAfterTarget(int mark) {
        cursor.advance();
        int count = grammar.errors.count();
        int first = cursor.position;
        int value = expressions.yieldOrStarExpressions();
        if (grammar.errors.count() > count && tree.mark() - mark > 1) {
            grammar.errors.incompleteAssignment(tree.at(mark), tree.at(mark + 1), first, count);
        }
        return value;
    }

    /// The same behind something that can't be assigned to, which is the error to report, whatever follows.
    private int valueAfterInvalidTarget(int mark) {
        int target = tree.peek(0);
        cursor.advance();
        int first = cursor.position;
        grammar.errors.beginTrial();
        int value = expressions.yieldOrStarExpressions();
        boolean failed = grammar.errors.endTrial();
        int firstValue = tree.mark() - mark > 1 ? tree.at(mark + 1) : failed ? 0 : value;
        grammar.errors.cannotAssignStatement(target, tree.at(mark), firstValue, first);
        return value;
    }

    /// `single_target ':' expression ['=' annotated_rhs]`
    private int annotatedAssignment(int first, int target) {
        int colon = cursor.position;
        int count = grammar.errors.count();
        cursor.advance();
        int annotationFirst = cursor.position;
        int annotation = expressions.expression();
        if (!grammar.targets.isSingleTarget(target)) {
            grammar.errors.annotationTarget(target, colon, annotationFirst, count);
        }
        int value = cursor.eat(TokenKind.EQUAL) ? expressions.yieldOrStarExpressions() : 0;
        return tree.node(NodeKind.ANNOTATED_ASSIGN, first, cursor.end, target, annotation, value);
    }

    /// `single_target augassign ~ annotated_rhs`
    private int augmentedAssignment(int first, int target) {
        int operator = cursor.position;
        int count = grammar.errors.count();
        cursor.advance();
        int valueFirst = cursor.position;
        grammar.gates.starredValue(cursor.position, "augmented assignments");
        int value = expressions.yieldOrStarExpressions();
        if (!grammar.targets.isSingleTarget(target)) {
            grammar.errors.augmentedTarget(target, operator, valueFirst, count);
        }
        return tree.node(NodeKind.AUGMENTED_ASSIGN, first, cursor.end, target, operator, value);
    }

    /// `raise_stmt: 'raise' [expression ['from' expression]]`
    private int raise(int first) {
        cursor.advance();
        int exception = 0;
        int cause = 0;
        if (Precedence.startsExpression(cursor.kind)) {
            exception = expressions.expression();
            int from = cursor.position;
            if (cursor.eat(TokenKind.KW_FROM)) {
                int count = grammar.errors.count();
                cause = expressions.expression();
                if (grammar.errors.count() > count) {
                    grammar.errors.incompleteCause(from, count);
                }
            }
        } else if (cursor.kind == TokenKind.KW_FROM) {
            grammar.errors.missingException(first, cursor.position);
        }
        return tree.node(NodeKind.RAISE, first, cursor.end, exception, cause);
    }

    /// `assert_stmt: 'assert' expression [',' expression]`
    private int assertion(int first) {
        cursor.advance();
        int test = expressions.expression();
        int message = 0;
        if (cursor.eat(TokenKind.COMMA)) {
            message = expressions.expression();
        }
        grammar.errors.assertedAssignment(message == 0 ? test : message);
        return tree.node(NodeKind.ASSERT, first, cursor.end, test, message);
    }

    /// `del_stmt: 'del' del_targets &(';' | NEWLINE)`
    private int delete(int first) {
        cursor.advance();
        int mark = tree.mark();
        do {
            int targetFirst = cursor.position;
            int count = grammar.errors.count();
            int target = expressions.starExpression();
            if (grammar.errors.count() > count) {
                grammar.errors.incompleteDelete(targetFirst, count);
            }
            grammar.targets.checkDelete(target);
            tree.push(target);
        } while (cursor.eat(TokenKind.COMMA) && expressions.startsStarExpression());
        int targets = tree.list(mark);
        return tree.node(NodeKind.DELETE, first, cursor.end, targets);
    }

    /// `global_stmt: 'global' ','.NAME+`, and `nonlocal_stmt`
    private int names(NodeKind kind) {
        int first = cursor.position;
        cursor.advance();
        int mark = tree.mark();
        do {
            if (cursor.kind != TokenKind.NAME) {
                grammar.errors.invalidSyntax(cursor.position);
                break;
            }
            tree.push(cursor.position);
            cursor.advance();
        } while (cursor.eat(TokenKind.COMMA));
        int names = tree.list(mark);
        return tree.node(kind, first, cursor.end, names);
    }

    /// Whether what stands behind `type NAME` makes a type alias of it, which the version doesn't have.
    private boolean isTypeAlias(int token) {
        int kind = cursor.tokens().kind(token);
        return kind == TokenKind.EQUAL || kind == TokenKind.LSQB;
    }

    /// `type_alias: "type" NAME [type_params] '=' expression`
    private int typeAlias(int first) {
        grammar.errors.requires(PythonVersion.PY312, first, "Type statement is");
        cursor.advance();
        int token = cursor.position;
        cursor.advance();
        int name = tree.node(NodeKind.NAME, token, token + 1, token);
        if (cursor.kind == TokenKind.LSQB && cursor.peek() == TokenKind.RSQB) {
            // CPython has read `type` as a name before, followed by a name and an empty list.
            grammar.errors.reachTo(cursor.position + 2);
        }
        int typeParameters = cursor.kind == TokenKind.LSQB ? grammar.parameters.typeParameters() : 0;
        if (!cursor.eat(TokenKind.EQUAL)) {
            grammar.errors.invalidSyntax(cursor.position);
        }
        int value = expressions.expression();
        return tree.node(NodeKind.TYPE_ALIAS, first, cursor.end, name, typeParameters, value);
    }
}
