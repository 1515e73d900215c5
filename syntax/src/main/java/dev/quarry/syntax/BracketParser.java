package dev.quarry.syntax;

/// Expressions in brackets: groups, tuples, lists, sets, dicts, their comprehensions, arguments and subscripts.
///
/// Every method starts at the opening token and returns behind the closing one; where that is missing, it is reported
/// and the rest of the bracket is skipped.
final class BracketParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    BracketParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// The alternatives of `atom` that start with `(`, `[` or `{`.
    int bracketedAtom() {
        return switch (cursor.kind) {
            case TokenKind.LPAR -> parenthesized();
            case TokenKind.LSQB -> list();
            default -> braces();
        };
    }

    /// `tuple | group | genexp`
    private int parenthesized() {
        int open = cursor.position;
        cursor.advance();
        if (cursor.eat(TokenKind.RPAR)) {
            return tree.node(NodeKind.TUPLE, open, cursor.end, 0);
        }
        if (cursor.kind == TokenKind.KW_YIELD) {
            int value = grammar.expressions.yieldExpression();
            close(TokenKind.RPAR);
            return tree.node(NodeKind.PAREN, open, cursor.end, value);
        }
        if (cursor.kind == TokenKind.DOUBLESTAR) {
            grammar.errors.mappingElement(cursor.position, "generator expression");
            cursor.advance();
        }
        int element = firstElement(true);
        if (startsClause()) {
            int clauses = grammar.comprehensions.clauses(element);
            close(TokenKind.RPAR);
            return tree.node(NodeKind.GENERATOR, open, cursor.end, element, clauses);
        }
        if (cursor.kind != TokenKind.RPAR) {
            checkStarred(element);
        }
        if (cursor.kind == TokenKind.COMMA) {
            int elements = elements(element, TokenKind.RPAR);
            return tree.node(NodeKind.TUPLE, open, cursor.end, elements);
        }
        if (cursor.kind == TokenKind.RPAR && tree.kind(element) == NodeKind.STARRED) {
            grammar.errors.starredInGroup(element);
        }
        closeAfter(element, TokenKind.RPAR);
        return tree.node(NodeKind.PAREN, open, cursor.end, element);
    }

    /// The first element in brackets: `'*' expression` or `named_expression`. Only a generator may have the former;
    /// elsewhere CPython has `'*' bitwise_or`, which [#checkStarred] sees to.
    ///
    /// @param hasWords whether CPython has words for a star with nothing behind it
    private int firstElement(boolean hasWords) {
        return cursor.kind == TokenKind.STAR ? grammar.expressions.starredExpression(hasWords)
                : grammar.expressions.namedExpression();
    }

    private void checkStarred(int element) {
        if (tree.kind(element) == NodeKind.STARRED) {
            grammar.errors.checkUnpacked(tree.first(element), tree.slot(element, 0));
        }
    }

    /// `list | listcomp`
    private int list() {
        int open = cursor.position;
        cursor.advance();
        if (cursor.eat(TokenKind.RSQB)) {
            return tree.node(NodeKind.LIST, open, cursor.end, 0);
        }
        if (cursor.kind == TokenKind.DOUBLESTAR) {
            grammar.errors.mappingElement(cursor.position, "list comprehension");
            cursor.advance();
        }
        int element = firstElement(!grammar.version.isAtLeast(PythonVersion.PY315));
        if (startsClause()) {
            checkComprehensionElement(element);
            int clauses = grammar.comprehensions.clauses(element);
            close(TokenKind.RSQB);
            return tree.node(NodeKind.LIST_COMPREHENSION, open, cursor.end, element, clauses);
        }
        checkStarred(element);
        int elements = elements(element, TokenKind.RSQB);
        return tree.node(NodeKind.LIST, open, cursor.end, elements);
    }

    /// `set | setcomp | dict | dictcomp`
    private int braces() {
        int open = cursor.position;
        cursor.advance();
        if (cursor.eat(TokenKind.RBRACE)) {
            return tree.node(NodeKind.DICT, open, cursor.end, 0);
        }
        if (cursor.kind == TokenKind.DOUBLESTAR) {
            return mappingFirst(open);
        }
        int element = firstElement(!grammar.version.isAtLeast(PythonVersion.PY315));
        if (cursor.kind == TokenKind.COLON) {
            checkKey(element);
            cursor.advance();
            return dict(open, element, dictValue(true));
        }
        grammar.gates.setElement(element);
        if (startsClause()) {
            checkComprehensionElement(element);
            int clauses = grammar.comprehensions.clauses(element);
            close(TokenKind.RBRACE);
            return tree.node(NodeKind.SET_COMPREHENSION, open, cursor.end, element, clauses);
        }
        checkStarred(element);
        int elements = elements(element, TokenKind.RBRACE);
        return tree.node(NodeKind.SET, open, cursor.end, elements);
    }

    /// A dict that begins with `**`.
    private int mappingFirst(int open) {
        int star = cursor.position;
        int count = grammar.errors.count();
        cursor.advance();
        int value = grammar.expressions.expression();
        if (!startsClause()) {
            grammar.errors.checkUnpacked(star, value);
        }
        if (cursor.kind == TokenKind.COLON) {
            grammar.errors.starredKey(star, value);
        }
        int dict = dict(open, 0, value);
        if (grammar.errors.count() > count) {
            grammar.errors.incompleteMapping(star, count);
        }
        return dict;
    }

    /// The element of a list or set comprehension, whose star takes a `bitwise_or` where it is allowed at all (3.15).
    private void checkComprehensionElement(int element) {
        if (grammar.version.isAtLeast(PythonVersion.PY315)) {
            checkStarred(element);
        }
    }

    /// A key is an `expression`.
    private void checkKey(int key) {
        switch (tree.kind(key)) {
            case STARRED -> grammar.errors.starredKey(tree.first(key), tree.slot(key, 0));
            case NAMED_EXPRESSION -> grammar.errors.invalidSyntax(cursor.position);
            default -> { }
        }
    }

    /// `double_starred_kvpair: '**' bitwise_or | …`, the first alternative, behind the first entry of a dict.
    private int mapping() {
        cursor.advance();
        return grammar.expressions.operators(Precedence.BITWISE_OR);
    }

    /// The part of `kvpair` after the colon.
    private int dictValue(boolean first) {
        int token = cursor.position;
        if (cursor.kind == TokenKind.STAR) {
            int value = grammar.expressions.starred();
            grammar.errors.starredDictValue(token, tree.slot(value, 0), first);
            return value;
        }
        if (cursor.kind == TokenKind.DOUBLESTAR) {
            int value = mapping();
            grammar.errors.starredDictValue(token, value, first);
            return value;
        }
        if (cursor.kind == TokenKind.RBRACE || cursor.kind == TokenKind.COMMA) {
            grammar.errors.missingDictValue(token - 1);
        }
        return grammar.expressions.expression();
    }

    /// `dict | dictcomp` behind the first key and value; the key is 0 for `**value`.
    private int dict(int open, int key, int value) {
        if (startsClause()) {
            if (key == 0) {
                grammar.errors.unpackingInComprehension(open + 1, open + 2,
                        "dict unpacking cannot be used in dict comprehension");
            }
            int clauses = grammar.comprehensions.clauses(0);
            close(TokenKind.RBRACE);
            return tree.node(NodeKind.DICT_COMPREHENSION, open, cursor.end, key, value, clauses);
        }
        int mark = tree.mark();
        tree.push(key);
        tree.push(value);
        while (cursor.eat(TokenKind.COMMA)) {
            if (cursor.kind == TokenKind.DOUBLESTAR) {
                int mapping = mapping();
                tree.push(0);
                tree.push(mapping);
            } else if (Precedence.startsExpression(cursor.kind)) {
                int count = grammar.errors.count();
                int keyFirst = cursor.position;
                int nextKey = grammar.expressions.expression();
                if (grammar.errors.count() > count) {
                    grammar.errors.incompleteDictKey(keyFirst, count);
                }
                int nextValue;
                if (cursor.eat(TokenKind.COLON)) {
                    nextValue = dictValue(false);
                } else {
                    grammar.errors.missingDictColon(nextKey);
                    nextValue = grammar.missing(NodeKind.ERROR_EXPRESSION);
                }
                tree.push(nextKey);
                tree.push(nextValue);
            } else if (cursor.kind == TokenKind.STAR && grammar.version.isAtLeast(PythonVersion.PY315)) {
                starredKeyBehind(cursor.position);
                break;
            } else {
                break;
            }
        }
        close(TokenKind.RBRACE);
        int entries = tree.list(mark);
        return tree.node(NodeKind.DICT, open, cursor.end, entries);
    }

    /// `*x` behind the first entry of a dict.
    private void starredKeyBehind(int star) {
        int starred = grammar.expressions.starred();
        if (cursor.kind == TokenKind.COLON) {
            grammar.errors.starredKey(star, tree.slot(starred, 0));
        } else {
            grammar.errors.invalidSyntax(star);
        }
    }

    /// `star_named_expressions: ','.star_named_expression+ [',']` behind the first element, and the closing token.
    private int elements(int element, int closer) {
        int mark = tree.mark();
        tree.push(element);
        while (cursor.eat(TokenKind.COMMA)
                && (grammar.expressions.startsStarExpression() || cursor.kind == TokenKind.DOUBLESTAR)) {
            int next = nextElement();
            if (closer == TokenKind.RBRACE) {
                grammar.gates.setElement(next);
            }
            tree.push(next);
        }
        if (startsClause() && closer != TokenKind.RPAR) {
            grammar.errors.comprehensionTarget(tree.at(mark), tree.peek(0), tree.mark() - mark == 1);
        }
        closeAfter(tree.peek(0), closer);
        return tree.list(mark);
    }

    /// `star_named_expression_sequence`; before 3.15 `star_named_expression`, which has no words for what is wrong.
    private int nextElement() {
        if (cursor.kind == TokenKind.DOUBLESTAR) {
            grammar.errors.mappingElement(cursor.position, null);
            cursor.advance();
        }
        if (!grammar.version.isAtLeast(PythonVersion.PY315)) {
            return grammar.expressions.starNamedExpression();
        }
        int element = firstElement(false);
        checkStarred(element);
        return element;
    }

    /// `'(' [arguments] ')'` of a call or a class: the list of arguments. A generator that is the only argument
    /// takes the parentheses as its own.
    int arguments() {
        int open = cursor.position;
        cursor.advance();
        if (cursor.eat(TokenKind.RPAR)) {
            return 0;
        }
        int mark = tree.mark();
        boolean keywords = false;
        boolean unpacking = false;
        // How many lists of arguments CPython would see: each ends where a positional one follows a keyword.
        int lists = 1;
        boolean unpackingSeen = false;
        do {
            int first = cursor.position;
            if (cursor.kind == TokenKind.DOUBLESTAR) {
                cursor.advance();
                int value = grammar.expressions.expression();
                if (cursor.kind == TokenKind.EQUAL) {
                    grammar.expressions.unpackingAssignment(first, false);
                } else if (startsClause() && tree.mark() == mark) {
                    grammar.errors.mappingGenerator(first, value);
                }
                tree.push(tree.node(NodeKind.KEYWORD_ARGUMENT, first, cursor.end, 0, value));
                unpacking = true;
            } else if (cursor.kind == TokenKind.STAR) {
                int comma = cursor.end - 1;
                int value = grammar.expressions.starredArgument();
                if (startsClause()) {
                    if (generatorArgument(open, first, value, mark)) {
                        return tree.list(mark);
                    }
                } else {
                    tree.push(value);
                }
                if (unpacking) {
                    grammar.errors.iterableAfterMappingUnpacking(comma);
                }
            } else if (cursor.kind == TokenKind.NAME && cursor.peek() == TokenKind.EQUAL) {
                tree.push(keywordArgument(lists > 1, unpackingSeen));
                keywords = true;
            } else if (Precedence.startsExpression(cursor.kind)) {
                int count = grammar.errors.count();
                int value = grammar.expressions.namedExpression();
                if (grammar.errors.count() > count && (keywords || unpacking)) {
                    grammar.errors.incompletePositional(first, count, unpacking);
                }
                if (startsClause()) {
                    if (generatorArgument(open, first, value, mark)) {
                        return tree.list(mark);
                    }
                    continue;
                } else if (cursor.kind == TokenKind.EQUAL) {
                    grammar.errors.argumentAssignment(first, value);
                    cursor.advance();
                    value = grammar.expressions.expression();
                } else if (keywords || unpacking) {
                    if (++lists == 3) {
                        grammar.errors.positionalAfterKeyword(unpackingSeen);
                    }
                    unpackingSeen |= unpacking;
                    keywords = false;
                    unpacking = false;
                }
                tree.push(value);
            } else {
                break;
            }
        } while (cursor.eat(TokenKind.COMMA));
        if (lists == 2 && !grammar.errors.reportAdjacent()) {
            grammar.errors.positionalAfterKeyword(unpackingSeen);
        }
        close(TokenKind.RPAR);
        return tree.list(mark);
    }

    /// A generator without parentheses of its own, behind its element: pushes it and returns whether it is the only
    /// argument, which ends the call.
    private boolean generatorArgument(int open, int first, int element, int mark) {
        grammar.gates.generatorArgument(element);
        int clauses = grammar.comprehensions.clauses(element);
        boolean isFirst = tree.mark() == mark;
        if (isFirst && cursor.kind == TokenKind.RPAR) {
            cursor.advance();
            tree.push(tree.node(NodeKind.GENERATOR, open, cursor.end, element, clauses));
            return true;
        }
        boolean starred = tree.kind(element) == NodeKind.STARRED;
        grammar.errors.unparenthesizedGenerator(starred ? first + 1 : first, cursor.end, isFirst, starred);
        tree.push(tree.node(NodeKind.GENERATOR, first, cursor.end, element, clauses));
        return false;
    }

    /// `NAME '=' expression`
    ///
    /// @param misplaced whether a positional argument has followed a keyword before, behind an unpacking or not
    private int keywordArgument(boolean misplaced, boolean unpacking) {
        int name = cursor.position;
        cursor.advance();
        cursor.advance();
        if (cursor.kind == TokenKind.COMMA || cursor.kind == TokenKind.RPAR) {
            if (misplaced) {
                grammar.errors.positionalAfterKeyword(unpacking);
            } else {
                grammar.errors.missingArgumentValue(name);
            }
        }
        int value = grammar.expressions.expression();
        if (startsClause()) {
            grammar.errors.assignmentInArgument(name);
        }
        return tree.node(NodeKind.KEYWORD_ARGUMENT, name, cursor.end, name, value);
    }

    /// `'[' slices ']'`: the index. Several slices, or a single starred one, make a tuple without parentheses.
    int subscriptIndex() {
        int open = cursor.position;
        cursor.advance();
        if (cursor.kind == TokenKind.RSQB) {
            grammar.errors.emptySubscript(open);
        }
        int first = cursor.position;
        int index = slice();
        boolean starred = tree.kind(index) == NodeKind.STARRED;
        if (starred || cursor.kind == TokenKind.COMMA) {
            int mark = tree.mark();
            tree.push(index);
            while (cursor.eat(TokenKind.COMMA)
                    && (cursor.kind == TokenKind.COLON || grammar.expressions.startsStarExpression())) {
                tree.push(slice());
            }
            int elements = tree.list(mark);
            index = tree.node(NodeKind.TUPLE, first, cursor.end, elements);
        }
        closeAfter(index, TokenKind.RSQB);
        return index;
    }

    /// `slice: [expression] ':' [expression] [':' [expression]] | named_expression`, or `starred_expression`.
    private int slice() {
        int first = cursor.position;
        if (cursor.kind == TokenKind.STAR) {
            grammar.errors.requires(PythonVersion.PY311, first, "Star expressions in subscripts are");
            return grammar.expressions.starredArgument();
        }
        int lower = 0;
        if (cursor.kind != TokenKind.COLON) {
            lower = grammar.expressions.namedExpression();
            grammar.gates.index(lower);
            if (cursor.kind != TokenKind.COLON) {
                return lower;
            }
            if (tree.kind(lower) == NodeKind.NAMED_EXPRESSION) {
                grammar.errors.invalidSyntax(cursor.position);
            }
        }
        cursor.advance();
        int upper = startsSliceBound() ? grammar.expressions.expression() : 0;
        int step = 0;
        if (cursor.eat(TokenKind.COLON) && startsSliceBound()) {
            step = grammar.expressions.expression();
        }
        return tree.node(NodeKind.SLICE, first, cursor.end, lower, upper, step);
    }

    private boolean startsSliceBound() {
        return Precedence.startsExpression(cursor.kind);
    }

    /// Whether a comprehension's first `for` or `async for` follows.
    boolean startsClause() {
        return cursor.kind == TokenKind.KW_FOR
                || cursor.kind == TokenKind.KW_ASYNC && cursor.peek() == TokenKind.KW_FOR;
    }

    /// [#close] behind a `named_expression`, which an assignment may have been meant as.
    private void closeAfter(int expression, int closer) {
        if (cursor.kind == TokenKind.EQUAL) {
            grammar.errors.assignmentInCondition(expression);
        }
        close(closer);
    }

    /// Consumes the closing token, or reports what stands in its place and skips to it.
    void close(int closer) {
        if (cursor.kind == closer) {
            cursor.advance();
            return;
        }
        if (!grammar.errors.reportStatementBeforeIf(cursor.position)) {
            grammar.errors.unexpectedInBracket(cursor.position);
        }
        skipTo(closer);
    }

    /// Skips to behind the closing token of this nesting level, or to the end of the logical line.
    private void skipTo(int closer) {
        int depth = 0;
        while (true) {
            switch (cursor.kind) {
                case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> depth++;
                case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> {
                    if (depth == 0) {
                        if (cursor.kind == closer) {
                            cursor.advance();
                        }
                        return;
                    }
                    depth--;
                }
                case TokenKind.NEWLINE, TokenKind.ENDMARKER, TokenKind.INDENT, TokenKind.DEDENT,
                        TokenKind.FSTRING_END, TokenKind.TSTRING_END -> {
                    if (depth == 0 || cursor.kind != TokenKind.FSTRING_END && cursor.kind != TokenKind.TSTRING_END) {
                        return;
                    }
                }
                default -> { }
            }
            cursor.advance();
        }
    }
}
