package dev.quarry.syntax;

/// Import statements.
final class ImportParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    private boolean inequalityChanged;

    ImportParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    void reset() {
        inequalityChanged = false;
    }

    /// `import_stmt: import_name | import_from`, at `import` or `from`; `first` is the `lazy` before it, if any.
    int importStatement(int first, int lazy) {
        return cursor.kind == TokenKind.KW_IMPORT ? importNames(first, lazy) : importFrom(first, lazy);
    }

    /// `import_name: 'import' ','.dotted_as_name+`
    private int importNames(int first, int lazy) {
        cursor.advance();
        if (cursor.kind == TokenKind.NEWLINE) {
            if (lazy == 0) {
                grammar.errors.missingImportNames(cursor.position);
            } else {
                grammar.errors.invalidSyntax(cursor.position);
            }
        }
        int mark = tree.mark();
        boolean renamed = false;
        do {
            int name = cursor.position;
            if (!dottedName()) {
                break;
            }
            renamed |= cursor.kind == TokenKind.KW_AS;
            tree.push(alias(name, cursor.end - 1));
        } while (cursor.eat(TokenKind.COMMA));
        if (cursor.kind == TokenKind.KW_FROM) {
            if (cursor.peek() != TokenKind.NAME || renamed || lazy != 0) {
                grammar.errors.invalidSyntax(cursor.position);
            }
            cursor.advance();
            dottedName();
            grammar.errors.importBeforeFrom(first);
        }
        int names = tree.list(mark);
        return tree.node(NodeKind.IMPORT, first, cursor.end, names, lazy);
    }

    /// `dotted_name: NAME ('.' NAME)*`
    private boolean dottedName() {
        do {
            if (!cursor.eat(TokenKind.NAME)) {
                grammar.errors.invalidSyntax(cursor.position);
                return false;
            }
        } while (cursor.eat(TokenKind.DOT));
        return true;
    }

    /// `… ['as' NAME]`
    private int alias(int firstName, int lastName) {
        int asName = 0;
        if (cursor.eat(TokenKind.KW_AS)) {
            asName = cursor.position;
            if (!cursor.eat(TokenKind.NAME)) {
                grammar.errors.importTarget(asName);
                asName = 0;
            } else if (!endsAlias()) {
                grammar.errors.importTarget(asName);
            }
        }
        return tree.node(NodeKind.ALIAS, firstName, cursor.end, firstName, lastName, asName);
    }

    /// Whether the name behind `as` is all there is.
    private boolean endsAlias() {
        return switch (cursor.kind) {
            case TokenKind.COMMA, TokenKind.RPAR, TokenKind.SEMI, TokenKind.NEWLINE -> true;
            case TokenKind.DOT, TokenKind.LPAR, TokenKind.LSQB -> false;
            default -> !grammar.version.isAtLeast(PythonVersion.PY314);
        };
    }

    /// `import_from: 'from' ('.' | '...')* [dotted_name] 'import' import_from_targets`
    private int importFrom(int first, int lazy) {
        cursor.advance();
        int level = 0;
        while (cursor.kind == TokenKind.DOT || cursor.kind == TokenKind.ELLIPSIS) {
            level += cursor.kind == TokenKind.DOT ? 1 : 3;
            cursor.advance();
        }
        int firstName = 0;
        int lastName = 0;
        if (cursor.kind == TokenKind.NAME || level == 0) {
            firstName = cursor.position;
            lastName = dottedName() ? cursor.end - 1 : firstName;
        }
        if (lazy != 0 && level == 0 && firstName == lastName && grammar.isWord(firstName, "__future__")) {
            grammar.errors.lazyFuture(first);
        }
        int names = 0;
        if (cursor.eat(TokenKind.KW_IMPORT)) {
            names = targets();
        } else {
            grammar.errors.invalidSyntax(cursor.position);
        }
        if (level == 0 && grammar.version.isAtLeast(PythonVersion.PY314) && isFlufl(firstName, names)) {
            changeInequality();
        }
        return tree.node(NodeKind.IMPORT_FROM, first, cursor.end, level, firstName, lastName, names, lazy);
    }

    /// `from __future__ import barry_as_FLUFL`
    private boolean isFlufl(int module, int names) {
        if (inequalityChanged || !grammar.isWord(module, "__future__")) {
            return false;
        }
        for (int i = 0; i < tree.length(names); i++) {
            if (grammar.isWord(tree.first(tree.element(names, i)), "barry_as_FLUFL")) {
                return true;
            }
        }
        return false;
    }

    /// From here on `<>` is the operator and `!=` is none (PEP 401).
    private void changeInequality() {
        inequalityChanged = true;
        TokenBuffer tokens = cursor.tokens();
        for (int token = cursor.position; token < tokens.size(); token++) {
            if (tokens.kind(token) == TokenKind.NOTEQUAL) {
                grammar.errors.formerInequality(token);
            } else if (tokens.kind(token) == TokenKind.ERRORTOKEN && grammar.isWord(token, "<>")) {
                tokens.setKind(token, TokenKind.NOTEQUAL);
            }
        }
    }

    /// `import_from_targets: '(' ','.import_from_as_name+ [','] ')' | ','.import_from_as_name+ | '*'`
    private int targets() {
        int mark = tree.mark();
        int token = cursor.position;
        switch (cursor.kind) {
            case TokenKind.STAR -> {
                cursor.advance();
                tree.push(tree.node(NodeKind.ALIAS, token, token + 1, token, token, 0));
            }
            case TokenKind.LPAR -> {
                cursor.advance();
                do {
                    if (cursor.kind == TokenKind.RPAR && tree.mark() > mark) {
                        break;
                    }
                    name();
                } while (cursor.eat(TokenKind.COMMA));
                grammar.brackets.close(TokenKind.RPAR);
            }
            case TokenKind.NEWLINE -> grammar.errors.missingImportNames(token);
            default -> {
                do {
                    if (cursor.kind == TokenKind.NEWLINE) {
                        grammar.errors.trailingImportComma(cursor.position);
                        break;
                    }
                    name();
                } while (cursor.eat(TokenKind.COMMA));
            }
        }
        return tree.list(mark);
    }

    /// `import_from_as_name: NAME ['as' NAME]`
    private void name() {
        int name = cursor.position;
        if (cursor.eat(TokenKind.NAME)) {
            tree.push(alias(name, name));
        } else {
            grammar.errors.invalidSyntax(name);
        }
    }
}
