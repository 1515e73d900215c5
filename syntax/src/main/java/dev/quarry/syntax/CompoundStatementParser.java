package dev.quarry.syntax;

/// `if`, `while`, `for`, and the way to the other compound statements.
final class CompoundStatementParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    CompoundStatementParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `compound_stmt`, at its first token; `match` has its own way in.
    int statement() {
        int first = cursor.position;
        return switch (cursor.kind) {
            case TokenKind.KW_IF -> ifStatement();
            case TokenKind.KW_WHILE -> whileStatement();
            case TokenKind.KW_FOR -> forStatement(first, 0);
            case TokenKind.KW_WITH -> grammar.withs.withStatement(first, 0);
            case TokenKind.KW_TRY -> grammar.tries.tryStatement();
            case TokenKind.KW_ASYNC -> asyncStatement();
            default -> grammar.definitions.definition();
        };
    }

    /// What may follow `async`.
    private int asyncStatement() {
        int first = cursor.position;
        switch (cursor.peek()) {
            case TokenKind.KW_FOR -> {
                cursor.advance();
                return forStatement(first, 1);
            }
            case TokenKind.KW_WITH -> {
                cursor.advance();
                return grammar.withs.withStatement(first, 1);
            }
            case TokenKind.KW_DEF -> {
                return grammar.definitions.definition();
            }
            default -> {
                cursor.advance();
                grammar.errors.invalidSyntax(cursor.position);
                return tree.node(NodeKind.ERROR_STATEMENT, first, cursor.end);
            }
        }
    }

    /// `if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block])`. Every `elif` is an IF in the `orElse` of
    /// the one before it, and all of them end together.
    private int ifStatement() {
        int mark = tree.mark();
        int orElse = 0;
        while (true) {
            int first = cursor.position;
            boolean elif = cursor.kind == TokenKind.KW_ELIF;
            cursor.advance();
            int test = grammar.expressions.namedExpression();
            colon(test);
            int body = grammar.statements.block(first, elif ? "'elif' statement" : "'if' statement");
            tree.push(first);
            tree.push(test);
            tree.push(body);
            if (cursor.kind == TokenKind.KW_ELIF) {
                continue;
            }
            orElse = elseBlock();
            break;
        }
        while (true) {
            int body = tree.pop();
            int test = tree.pop();
            int first = tree.pop();
            int node = tree.node(NodeKind.IF, first, grammar.statementEnd, test, body, orElse);
            if (tree.mark() == mark) {
                return node;
            }
            tree.push(node);
            orElse = tree.list(tree.mark() - 1);
        }
    }

    /// `[else_block]` with `else_block: 'else' &&':' block`
    int elseBlock() {
        if (cursor.kind != TokenKind.KW_ELSE) {
            return 0;
        }
        int keyword = cursor.position;
        cursor.advance();
        forcedColon();
        int block = grammar.statements.block(keyword, "'else' statement");
        if (cursor.kind == TokenKind.KW_ELIF) {
            grammar.errors.elifAfterElse(cursor.position);
        }
        return block;
    }

    /// `while_stmt: 'while' named_expression ':' block [else_block]`
    private int whileStatement() {
        int first = cursor.position;
        cursor.advance();
        int test = grammar.expressions.namedExpression();
        colon(test);
        int body = grammar.statements.block(first, "'while' statement");
        int orElse = elseBlock();
        return tree.node(NodeKind.WHILE, first, grammar.statementEnd, test, body, orElse);
    }

    /// `for_stmt: ['async'] 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]`
    private int forStatement(int first, int async) {
        int keyword = cursor.position;
        cursor.advance();
        int targetsFirst = cursor.position;
        int deferrals = grammar.deferrals.count();
        int target = grammar.comprehensions.targets();
        if (cursor.kind != TokenKind.KW_IN) {
            target = grammar.errors.unfinishedTargets(targetsFirst, target, deferrals, false);
        }
        int iterable;
        if (cursor.kind == TokenKind.KW_IN) {
            grammar.targets.checkFor(target);
            cursor.advance();
            grammar.gates.starredValue(cursor.position, "'for' iterables");
            iterable = grammar.expressions.starExpressions();
        } else {
            iterable = grammar.missing(NodeKind.ERROR_EXPRESSION);
        }
        colon(0);
        int typeComment = cursor.takeTypeComment();
        int body = grammar.statements.block(keyword, "'for' statement");
        int orElse = elseBlock();
        return tree.node(NodeKind.FOR, first, grammar.statementEnd, async, target, iterable, body, orElse,
                typeComment);
    }

    /// `':'` behind the head of a compound statement. `test` is the condition before it, 0 when there is none.
    void colon(int test) {
        if (!cursor.eat(TokenKind.COLON)) {
            grammar.errors.missingColon(cursor.position, test);
            skipHead();
        }
    }

    /// `&&':'`: CPython insists on the colon whatever comes in its place.
    void forcedColon() {
        if (!cursor.eat(TokenKind.COLON)) {
            grammar.errors.expectedToken(cursor.position, ":");
            skipHead();
        }
    }

    /// Skips the rest of a head that can't be read, so that its block is still found.
    private void skipHead() {
        while (true) {
            switch (cursor.kind) {
                case TokenKind.NEWLINE, TokenKind.ENDMARKER, TokenKind.INDENT, TokenKind.DEDENT -> {
                    return;
                }
                case TokenKind.COLON -> {
                    boolean last = cursor.peek() == TokenKind.NEWLINE;
                    cursor.advance();
                    if (last) {
                        return;
                    }
                }
                default -> cursor.advance();
            }
        }
    }
}
