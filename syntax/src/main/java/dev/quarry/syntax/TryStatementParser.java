package dev.quarry.syntax;

/// `try` statements.
final class TryStatementParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    TryStatementParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `try_stmt: 'try' &&':' block (finally_block | (except_block+ | except_star_block+) [else_block] [finally_block])`
    int tryStatement() {
        int first = cursor.position;
        cursor.advance();
        grammar.compounds.forcedColon();
        int body = grammar.statements.block(first, "'try' statement");
        int star = 0;
        int mark = tree.mark();
        while (cursor.kind == TokenKind.KW_EXCEPT) {
            int keyword = cursor.position;
            boolean starred = cursor.peek() == TokenKind.STAR;
            boolean mixed = tree.mark() > mark && starred != (star != 0);
            if (!mixed && starred && star == 0) {
                star = keyword + 1;
            }
            tree.push(handler(starred, mixed));
        }
        int handlers = tree.list(mark);
        int orElse = 0;
        int finalBody = 0;
        if (handlers == 0 && cursor.kind != TokenKind.KW_FINALLY) {
            grammar.errors.missingHandlers(cursor.position);
        } else {
            if (handlers != 0) {
                orElse = grammar.compounds.elseBlock();
            }
            finalBody = finallyBlock();
        }
        return tree.node(NodeKind.TRY, first, grammar.statementEnd, body, handlers, orElse, finalBody, star);
    }

    /// `except_block: 'except' [expression ['as' NAME]] ':' block`, and `except_star_block`
    private int handler(boolean starred, boolean mixed) {
        int first = cursor.position;
        cursor.advance();
        if (starred) {
            grammar.errors.requires(PythonVersion.PY311, cursor.position, "Exception groups are");
            cursor.advance();
        }
        int type = 0;
        int name = 0;
        int count = -1;
        if (cursor.kind != TokenKind.COLON && cursor.kind != TokenKind.NEWLINE) {
            int typeFirst = cursor.position;
            type = grammar.expressions.expressions();
            boolean several = tree.kind(type) == NodeKind.TUPLE && isBare(type);
            if (cursor.eat(TokenKind.KW_AS)) {
                name = cursor.position;
                boolean eaten = cursor.eat(TokenKind.NAME);
                if (!eaten || cursor.kind != TokenKind.COLON && cursor.kind != TokenKind.NEWLINE) {
                    count = grammar.errors.count();
                    grammar.errors.exceptTarget(name, starred);
                }
                name = eaten ? name : 0;
            }
            if (several) {
                grammar.errors.severalExceptionTypes(typeFirst, commaOf(type), name != 0);
            }
        } else if (starred) {
            grammar.errors.missingExceptionType(cursor.position, mixed);
        }
        if (mixed && cursor.kind == TokenKind.COLON) {
            grammar.errors.mixedExcept(first, starred);
        }
        grammar.compounds.colon(0);
        int body = grammar.statements.block(first, starred ? "'except*' statement" : "'except' statement");
        if (count >= 0) {
            grammar.errors.readOn(count);
        }
        return tree.node(NodeKind.EXCEPT_HANDLER, first, grammar.statementEnd, type, name, body);
    }

    /// The first comma of a tuple without parentheses.
    private int commaOf(int tuple) {
        return tree.end(tree.element(tree.slot(tuple, 0), 0));
    }

    private boolean isBare(int tuple) {
        int elements = tree.slot(tuple, 0);
        return tree.length(elements) > 0 && !isOpeningParenthesisOf(tuple, elements);
    }

    private boolean isOpeningParenthesisOf(int tuple, int elements) {
        int element = tree.element(elements, 0);
        return element < 0 || tree.first(element) > tree.first(tuple);
    }

    /// `[finally_block]` with `finally_block: 'finally' &&':' block`
    private int finallyBlock() {
        if (cursor.kind != TokenKind.KW_FINALLY) {
            return 0;
        }
        int keyword = cursor.position;
        cursor.advance();
        grammar.compounds.forcedColon();
        return grammar.statements.block(keyword, "'finally' statement");
    }
}
