package dev.quarry.syntax;

/// Functions and classes with their decorators.
final class DefinitionParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    DefinitionParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `function_def` or `class_def`: `('@' named_expression NEWLINE)* …`
    int definition() {
        int firstDecorator = cursor.position;
        int mark = tree.mark();
        while (cursor.eat(TokenKind.AT)) {
            int decorator = grammar.expressions.namedExpression();
            tree.push(decorator);
            grammar.gates.decorator(decorator);
            if (cursor.kind == TokenKind.EQUAL) {
                grammar.errors.assignmentInCondition(decorator);
            }
            while (cursor.kind != TokenKind.NEWLINE && cursor.kind != TokenKind.ENDMARKER) {
                grammar.errors.unexpected(cursor.position);
                cursor.advance();
            }
            cursor.eat(TokenKind.NEWLINE);
        }
        int decorators = tree.list(mark);
        int first = cursor.position;
        if (cursor.kind == TokenKind.KW_CLASS) {
            return classDefinition(decorators);
        }
        if (cursor.kind == TokenKind.KW_DEF) {
            return function(first, 0, decorators);
        }
        if (cursor.kind == TokenKind.KW_ASYNC && cursor.peek() == TokenKind.KW_DEF) {
            cursor.advance();
            return function(first, 1, decorators);
        }
        grammar.errors.invalidSyntax(first);
        return tree.node(NodeKind.ERROR_STATEMENT, firstDecorator, cursor.end);
    }

    /// `class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block`
    private int classDefinition(int decorators) {
        int first = cursor.position;
        cursor.advance();
        int name = name();
        int typeParameters = cursor.kind == TokenKind.LSQB ? grammar.parameters.typeParameters() : 0;
        int arguments = 0;
        if (cursor.kind == TokenKind.LPAR) {
            arguments = grammar.brackets.arguments();
            grammar.errors.checkClassArguments(arguments);
        }
        grammar.compounds.colon(0);
        int body = grammar.statements.block(first, "class definition");
        return tree.node(NodeKind.CLASS_DEF, first, grammar.statementEnd, decorators, name, typeParameters, arguments,
                body);
    }

    /// `function_def_raw: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' [func_type_comment]
    /// block`
    private int function(int first, int async, int decorators) {
        int keyword = cursor.position;
        cursor.advance();
        int name = name();
        int bracket = cursor.position;
        int count = grammar.errors.count();
        int typeParameters = cursor.kind == TokenKind.LSQB ? grammar.parameters.typeParameters() : 0;
        if (grammar.errors.genericSince(count) >= 0) {
            // CPython goes back to before the bracket and insists on the parameters there.
            grammar.errors.forget(count);
            grammar.errors.missingParameters(bracket);
        }
        int parameters;
        if (cursor.eat(TokenKind.LPAR)) {
            parameters = grammar.parameters.functionParameters();
        } else {
            grammar.errors.missingParameters(cursor.position);
            parameters = tree.node(NodeKind.PARAMETERS, cursor.position, cursor.position, 0);
        }
        if (cursor.kind == TokenKind.RARROW && !Precedence.startsExpression(cursor.peek())) {
            grammar.errors.expectedToken(cursor.position, ":");
        }
        int returns = cursor.eat(TokenKind.RARROW) ? grammar.expressions.expression() : 0;
        grammar.compounds.forcedColon();
        int typeComment = cursor.takeTypeComment();
        if (typeComment == 0 && cursor.kind == TokenKind.NEWLINE) {
            typeComment = typeCommentOnNextLine();
        }
        int body = grammar.statements.block(keyword, "function definition");
        return tree.node(NodeKind.FUNCTION_DEF, first, grammar.statementEnd, decorators, async, name, typeParameters,
                parameters, returns, body, typeComment);
    }

    /// `func_type_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | …`, at the NEWLINE.
    private int typeCommentOnNextLine() {
        TokenBuffer tokens = cursor.tokens();
        int comment = cursor.position + 1;
        if (tokens.kind(comment) != TokenKind.TYPE_COMMENT) {
            return 0;
        }
        int next = tokens.kind(comment + 1);
        if (next == TokenKind.NEWLINE) {
            next = tokens.kind(comment + 2);
        }
        if (next != TokenKind.INDENT) {
            return 0;
        }
        cursor.advance();
        return cursor.takeTypeComment();
    }

    private int name() {
        int name = cursor.position;
        if (!cursor.eat(TokenKind.NAME)) {
            grammar.errors.invalidSyntax(name);
        }
        return name;
    }
}
