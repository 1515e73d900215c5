package dev.quarry.syntax;

/// `with` statements, whose parentheses may belong to the statement or to its first item.
final class WithStatementParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    WithStatementParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `with_stmt: ['async'] 'with' ('(' ','.with_item+ [','] ')' | ','.with_item+) ':' [TYPE_COMMENT] block`
    int withStatement(int first, int async) {
        int keyword = cursor.position;
        cursor.advance();
        int mark = tree.mark();
        if (cursor.kind == TokenKind.LPAR && parenthesesMayBelongToStatement(async)) {
            parenthesizedItems();
        } else {
            items();
        }
        int items = tree.list(mark);
        grammar.compounds.colon(0);
        int typeComment = cursor.takeTypeComment();
        int body = grammar.statements.block(keyword, "'with' statement");
        return tree.node(NodeKind.WITH, first, grammar.statementEnd, async, items, body, typeComment);
    }

    /// Whether CPython tries the parenthesised alternative: the closing parenthesis must be right before the colon.
    /// That alternative takes a type comment from 3.13 on, but not behind `async`.
    private boolean parenthesesMayBelongToStatement(int async) {
        TokenBuffer tokens = cursor.tokens();
        int depth = 0;
        int token = cursor.position;
        while (true) {
            switch (tokens.kind(token)) {
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> depth++;
                case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> depth--;
                case TokenKind.NEWLINE, TokenKind.ENDMARKER -> {
                    return false;
                }
                default -> { }
            }
            if (depth == 0) {
                break;
            }
            token++;
        }
        if (tokens.kind(token + 1) == TokenKind.NEWLINE) {
            // The colon is missing, which is reported when the items have been read.
            return true;
        }
        if (tokens.kind(token + 1) != TokenKind.COLON) {
            return false;
        }
        int comment = token + 2;
        if (tokens.kind(comment) != TokenKind.TYPE_COMMENT) {
            return true;
        }
        if (async == 0 && !grammar.version.isAtLeast(PythonVersion.PY313) && isItemNamed(cursor.position)) {
            grammar.gates.typeCommentOfParenthesizedItems(comment);
            return true;
        }
        return async == 0 && grammar.version.isAtLeast(PythonVersion.PY313);
    }

    /// `'(' ','.with_item+ [','] ')'` if all elements can be items, else the atom that they make: `with (yield):`,
    /// `with (*a, b):`, `with (x := y):`, `with (x for x in y):`. Pushes the items.
    private void parenthesizedItems() {
        int open = cursor.position;
        cursor.advance();
        int mark = tree.mark();
        // Python 3.8 has expressions only; what can be nothing else is read as items all the same.
        boolean onlyItems = grammar.version.isAtLeast(PythonVersion.PY39) || isItemNamed(open);
        boolean comma = false;
        while (grammar.expressions.startsStarExpression() || cursor.kind == TokenKind.KW_YIELD) {
            int first = cursor.position;
            int context = cursor.kind == TokenKind.KW_YIELD
                    ? grammar.expressions.yieldExpression() : grammar.expressions.starNamedExpression();
            if (grammar.brackets.startsClause()) {
                if (comma) {
                    grammar.errors.invalidSyntax(cursor.position);
                    tree.drop(mark);
                }
                generatorItem(open, context);
                return;
            }
            onlyItems &= switch (tree.kind(context)) {
                case YIELD, YIELD_FROM, STARRED, NAMED_EXPRESSION -> false;
                default -> true;
            };
            tree.push(item(first, context));
            if (!cursor.eat(TokenKind.COMMA)) {
                break;
            }
            comma = true;
        }
        boolean empty = tree.mark() == mark;
        grammar.brackets.close(TokenKind.RPAR);
        if (onlyItems && !empty) {
            return;
        }
        int element = 0;
        for (int i = mark; i < tree.mark(); i++) {
            int item = tree.at(i);
            if (tree.slot(item, 1) != 0) {
                grammar.errors.invalidSyntax(tree.end(tree.slot(item, 0)));
            }
            element = tree.slot(item, 0);
            tree.set(i, element);
        }
        int elements = tree.list(mark);
        int atom = comma || empty ? tree.node(NodeKind.TUPLE, open, cursor.end, elements)
                : tree.node(NodeKind.PAREN, open, cursor.end, element);
        tree.push(tree.node(NodeKind.WITH_ITEM, open, cursor.end, atom, 0));
    }

    /// Whether an `as` stands right inside the parentheses.
    private boolean isItemNamed(int open) {
        TokenBuffer tokens = cursor.tokens();
        int depth = 0;
        int token = open;
        do {
            switch (tokens.kind(token++)) {
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> depth++;
                case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> depth--;
                case TokenKind.KW_AS -> {
                    if (depth == 1) {
                        grammar.gates.parenthesizedItems(open);
                        return true;
                    }
                }
                default -> { }
            }
        } while (depth > 0);
        return false;
    }

    private void generatorItem(int open, int element) {
        int clauses = grammar.comprehensions.clauses(element);
        grammar.brackets.close(TokenKind.RPAR);
        int generator = tree.node(NodeKind.GENERATOR, open, cursor.end, element, clauses);
        tree.push(tree.node(NodeKind.WITH_ITEM, open, cursor.end, generator, 0));
    }

    /// `','.with_item+`; pushes the items.
    private void items() {
        int mark = tree.mark();
        do {
            if (cursor.kind == TokenKind.COLON) {
                if (tree.mark() > mark) {
                    grammar.errors.trailingWithComma(cursor.end - 1);
                } else {
                    grammar.errors.invalidSyntax(cursor.position);
                }
                return;
            }
            int first = cursor.position;
            tree.push(item(first, grammar.expressions.expression()));
        } while (cursor.eat(TokenKind.COMMA));
    }

    /// `star_target &(',' | ')' | ':')`
    private int target() {
        int first = cursor.position;
        int target = cursor.kind == TokenKind.STAR ? grammar.expressions.starExpression()
                : grammar.expressions.operators(Precedence.POWER + 1);
        if (!endsItem()) {
            int token = cursor.position;
            grammar.errors.beginTrial();
            cursor.moveTo(first);
            int expression = grammar.expressions.expression();
            if (grammar.errors.endTrial()) {
                grammar.errors.invalidTarget(token);
                return target;
            }
            target = expression;
            if (!endsItem()) {
                return target;
            }
        }
        grammar.targets.checkWith(target);
        return target;
    }

    private boolean endsItem() {
        return cursor.kind == TokenKind.COMMA || cursor.kind == TokenKind.RPAR || cursor.kind == TokenKind.COLON;
    }

    /// `with_item: expression ['as' star_target]` behind the expression.
    private int item(int first, int context) {
        int target = 0;
        if (cursor.eat(TokenKind.KW_AS)) {
            target = target();
        }
        return tree.node(NodeKind.WITH_ITEM, first, cursor.end, context, target);
    }
}
