package dev.quarry.syntax;

/// `match` statements (PEP 634).
final class MatchStatementParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    MatchStatementParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// Whether the NAME at the cursor is the soft keyword `match`. CPython tries the statement before the expression;
    /// here the next token decides, and where it could continue an expression as well, the end of the logical line
    /// does: only the statement has its colon there.
    boolean startsMatch() {
        int kind = cursor.peek();
        boolean subject = Precedence.startsExpression(kind) || kind == TokenKind.STAR;
        if (!subject || !grammar.isWord(cursor.position, "match")) {
            return false;
        }
        return switch (kind) {
            case TokenKind.LPAR, TokenKind.LSQB, TokenKind.PLUS, TokenKind.MINUS, TokenKind.STAR ->
                    isLineEndingInColon();
            case TokenKind.KW_NOT -> cursor.tokens().kind(cursor.position + 2) != TokenKind.KW_IN;
            default -> true;
        };
    }

    /// Whether a statement that begins with the NAME at the cursor may be a `case` out of place; CPython says so since
    /// 3.15.
    boolean mayBeCase() {
        return grammar.version.isAtLeast(PythonVersion.PY315) && grammar.isWord(cursor.position, "case");
    }

    /// Reads `"case" patterns ['if' named_expression] ':'` and what of its block is on the same line. Returns the colon,
    /// -1 where there is none or no block behind it.
    int caseHead() {
        cursor.advance();
        grammar.patterns.patterns();
        if (cursor.eat(TokenKind.KW_IF)) {
            grammar.expressions.namedExpression();
        }
        int colon = cursor.position;
        if (!cursor.eat(TokenKind.COLON)) {
            return -1;
        }
        if (cursor.kind == TokenKind.NEWLINE) {
            return cursor.peek() == TokenKind.INDENT ? colon : -1;
        }
        int mark = tree.mark();
        grammar.statements.simpleStatements();
        tree.drop(mark);
        return colon;
    }

    private boolean isLineEndingInColon() {
        TokenBuffer tokens = cursor.tokens();
        int token = cursor.position;
        while (tokens.kind(token) != TokenKind.NEWLINE && tokens.kind(token) != TokenKind.ENDMARKER) {
            token++;
        }
        do {
            token--;
        } while (tokens.kind(token) == TokenKind.TYPE_COMMENT);
        return tokens.kind(token) == TokenKind.COLON;
    }

    /// `match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT`
    int matchStatement() {
        int first = cursor.position;
        grammar.errors.requires(PythonVersion.PY310, first, "Pattern matching is");
        cursor.advance();
        int subject = subject();
        grammar.compounds.colon(subject > 0 && tree.kind(subject) != NodeKind.TUPLE ? subject : 0);
        grammar.statementEnd = cursor.end;
        int cases = 0;
        if (!cursor.eat(TokenKind.NEWLINE)) {
            grammar.errors.invalidSyntax(cursor.position);
            int mark = tree.mark();
            grammar.statements.simpleStatements();
            tree.drop(mark);
        } else if (cursor.kind != TokenKind.INDENT) {
            grammar.errors.missingBlock(cursor.position, first, "'match' statement");
        } else if (grammar.isDeferred()) {
            cases = grammar.statements.deferBlock(Deferrals.Construct.CASES);
        } else {
            cases = caseBlocks();
        }
        return tree.node(NodeKind.MATCH, first, grammar.statementEnd, subject, cases);
    }

    /// `subject_expr: star_named_expression ',' [star_named_expressions] | named_expression`
    private int subject() {
        int first = cursor.position;
        int subject = grammar.expressions.starNamedExpression();
        if (cursor.kind != TokenKind.COMMA) {
            return subject;
        }
        int mark = tree.mark();
        tree.push(subject);
        while (cursor.eat(TokenKind.COMMA) && grammar.expressions.startsStarExpression()) {
            tree.push(grammar.expressions.starNamedExpression());
        }
        int elements = tree.list(mark);
        return tree.node(NodeKind.TUPLE, first, cursor.end, elements);
    }

    /// `INDENT case_block+ DEDENT`; statements that are no case are reported and dropped.
    int caseBlocks() {
        cursor.advance();
        int mark = tree.mark();
        while (cursor.kind != TokenKind.DEDENT && cursor.kind != TokenKind.ENDMARKER) {
            if (cursor.kind == TokenKind.NAME && grammar.isWord(cursor.position, "case")) {
                grammar.errors.startStatement();
                tree.push(caseBlock());
            } else if (cursor.kind == TokenKind.NEWLINE) {
                cursor.advance();
            } else {
                grammar.errors.invalidSyntax(cursor.position);
                skipStatement();
            }
        }
        cursor.eat(TokenKind.DEDENT);
        return tree.list(mark);
    }

    private void skipStatement() {
        int depth = 0;
        do {
            if (cursor.kind == TokenKind.INDENT) {
                depth++;
            } else if (cursor.kind == TokenKind.DEDENT) {
                depth--;
            }
            cursor.advance();
        } while (cursor.kind != TokenKind.ENDMARKER && (depth > 0
                || cursor.kind != TokenKind.DEDENT && cursor.tokens().kind(cursor.end - 1) != TokenKind.NEWLINE
                || cursor.kind == TokenKind.INDENT));
    }

    /// `case_block: "case" patterns ['if' named_expression] ':' block`
    private int caseBlock() {
        int first = cursor.position;
        cursor.advance();
        int pattern = grammar.patterns.patterns();
        int guard = cursor.eat(TokenKind.KW_IF) ? grammar.expressions.namedExpression() : 0;
        grammar.compounds.colon(guard);
        int body = grammar.statements.block(first, "'case' statement");
        return tree.node(NodeKind.MATCH_CASE, first, grammar.statementEnd, pattern, guard, body);
    }
}
