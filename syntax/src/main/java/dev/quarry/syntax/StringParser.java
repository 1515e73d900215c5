package dev.quarry.syntax;

/// String literals and the replacement fields of f-strings and t-strings.
final class StringParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    StringParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `strings: (fstring | string)+ | tstring+`
    int strings() {
        int first = cursor.position;
        int mark = tree.mark();
        boolean bytes = false;
        boolean text = false;
        boolean templates = false;
        while (true) {
            switch (cursor.kind) {
                case TokenKind.STRING -> {
                    int token = cursor.position;
                    boolean isBytes = StringFlags.has(cursor.tokens().payload(token), StringFlags.BYTES);
                    bytes |= isBytes;
                    text |= !isBytes;
                    checkContent(token);
                    cursor.advance();
                    tree.push(tree.node(NodeKind.STRING, token, token + 1));
                }
                case TokenKind.FSTRING_START -> {
                    text = true;
                    tree.push(formatted(NodeKind.FSTRING, TokenKind.FSTRING_END));
                }
                case TokenKind.TSTRING_START -> {
                    grammar.errors.requires(PythonVersion.PY314, cursor.position, "t-strings are");
                    templates = true;
                    tree.push(formatted(NodeKind.TSTRING, TokenKind.TSTRING_END));
                }
                default -> {
                    if (bytes && text) {
                        grammar.errors.mixedBytes(cursor.position);
                    }
                    if (templates) {
                        checkTemplates(mark);
                    }
                    int parts = tree.list(mark);
                    return tree.node(NodeKind.STRINGS, first, cursor.end, parts);
                }
            }
        }
    }

    /// t-strings are joined with their like only.
    private void checkTemplates(int mark) {
        for (int i = mark + 1; i < tree.mark(); i++) {
            int before = tree.at(i - 1);
            int part = tree.at(i);
            if ((tree.kind(before) == NodeKind.TSTRING) != (tree.kind(part) == NodeKind.TSTRING)) {
                grammar.errors.range(tree.first(before), tree.end(part),
                        "cannot mix t-string literals with string or bytes literals");
                return;
            }
        }
    }

    /// What CPython finds when it evaluates a literal.
    private void checkContent(int token) {
        int flags = cursor.tokens().payload(token);
        boolean bytes = StringFlags.has(flags, StringFlags.BYTES);
        if (bytes && StringFlags.has(flags, StringFlags.NON_ASCII)) {
            grammar.errors.bytesBeyondAscii(token);
        } else if (StringFlags.has(flags, StringFlags.BACKSLASH) && !StringFlags.has(flags, StringFlags.RAW)) {
            int from = cursor.tokens().start(token) + StringFlags.contentStart(flags);
            int to = cursor.tokens().end(token) - StringFlags.closingLength(flags);
            byte[] text = grammar.source.utf8();
            grammar.errors.escape(token,
                    bytes ? StringEscapes.bytesError(text, from, to) : StringEscapes.stringError(text, from, to));
        }
    }

    /// Checks the escapes of an f-string's texts when its closing quotes are reached, where CPython reports them.
    private void checkEscapes(int parts, int flags, int string) {
        for (int i = 0; i < tree.length(parts) && !StringFlags.has(flags, StringFlags.RAW); i++) {
            int part = tree.element(parts, i);
            // Fields that are parsed later have no node yet.
            if (part > 0 && tree.kind(part) == NodeKind.FSTRING_TEXT) {
                int token = tree.first(part);
                int place = grammar.version.isAtLeast(PythonVersion.PY312) ? cursor.position : string;
                grammar.errors.escape(place, StringEscapes.stringError(grammar.source.utf8(),
                        cursor.tokens().start(token), cursor.tokens().end(token)));
            }
        }
    }

    /// `fstring: FSTRING_START fstring_middle* FSTRING_END`
    private int formatted(NodeKind kind, int closer) {
        int first = cursor.position;
        cursor.advance();
        int parts = parts(first);
        if (cursor.kind == closer) {
            checkEscapes(parts, cursor.tokens().payload(first), first);
        }
        if (!cursor.eat(closer)) {
            grammar.errors.invalidSyntax(cursor.position);
            skipTo(closer);
        }
        return tree.node(kind, first, cursor.end, parts);
    }

    /// `fstring_middle*`, also as `fstring_format_spec*`
    ///
    /// @param string opening token of the string
    private int parts(int string) {
        int mark = tree.mark();
        while (true) {
            switch (cursor.kind) {
                case TokenKind.FSTRING_MIDDLE, TokenKind.TSTRING_MIDDLE -> {
                    int token = cursor.position;
                    cursor.advance();
                    tree.push(tree.node(NodeKind.FSTRING_TEXT, token, token + 1));
                }
                case TokenKind.LBRACE -> tree.push(grammar.isDeferred()
                        ? grammar.defer(Deferrals.Construct.REPLACEMENT_FIELD, string) : replacementField(string));
                default -> {
                    return tree.list(mark);
                }
            }
        }
    }

    /// `fstring_replacement_field: '{' annotated_rhs ['='] ['!' NAME] [':' fstring_format_spec*] '}'`
    ///
    /// @param string opening token of the string
    int replacementField(int string) {
        int outer = grammar.fieldErrors.enter(string);
        int open = cursor.position;
        cursor.advance();
        int value = fieldExpression();
        int equals = 0;
        if (cursor.kind == TokenKind.EQUAL) {
            equals = cursor.position;
            cursor.advance();
        }
        int conversion = 0;
        if (cursor.kind == TokenKind.EXCLAMATION) {
            cursor.advance();
            if (cursor.kind == TokenKind.NAME) {
                conversion = cursor.position;
                grammar.fieldErrors.checkConversion(conversion);
                cursor.advance();
            } else {
                grammar.fieldErrors.missingConversion(cursor.position);
            }
        }
        int colon = 0;
        int formatParts = 0;
        if (cursor.kind == TokenKind.COLON) {
            colon = cursor.position;
            cursor.advance();
            formatParts = parts(string);
            checkSpecification(formatParts, string);
        }
        if (!cursor.eat(TokenKind.RBRACE)) {
            grammar.fieldErrors.unfinished(cursor.position, equals, conversion, colon);
            skipTo(TokenKind.RBRACE);
        }
        grammar.fieldErrors.enter(outer);
        return tree.node(NodeKind.REPLACEMENT_FIELD, open, cursor.end, value, equals, conversion, colon, formatParts);
    }

    /// `annotated_rhs`; up to 3.11, what may stand in parentheses.
    private int fieldExpression() {
        int first = cursor.position;
        if (!Precedence.startsExpression(cursor.kind) && cursor.kind != TokenKind.STAR
                && cursor.kind != TokenKind.KW_YIELD) {
            grammar.fieldErrors.missingExpression(first);
            return grammar.missing(NodeKind.ERROR_EXPRESSION);
        }
        boolean parenthesized = !grammar.version.isAtLeast(PythonVersion.PY312);
        int count = grammar.errors.count();
        int value = grammar.expressions.yieldOrStarExpressions();
        if (parenthesized && grammar.brackets.startsClause()) {
            int clauses = grammar.comprehensions.clauses(value);
            value = tree.node(NodeKind.GENERATOR, first, cursor.end, value, clauses);
        } else if (parenthesized && tree.kind(value) == NodeKind.STARRED
                && grammar.version.isAtLeast(PythonVersion.PY39)) {
            grammar.fieldErrors.starred(value);
        }
        if (grammar.errors.count() > count) {
            grammar.fieldErrors.incompleteExpression(first, count);
        }
        return value;
    }

    /// Checks the escapes of a format specification. Releases 3.12 and 3.13 read them in a raw f-string, too.
    private void checkSpecification(int parts, int string) {
        int flags = cursor.tokens().payload(string);
        boolean raw = grammar.version != PythonVersion.PY312 && grammar.version != PythonVersion.PY313;
        checkEscapes(parts, raw ? flags : flags & ~StringFlags.RAW, string);
    }

    /// Skips to behind the closing token of this nesting level, or to the end of the string or logical line.
    private void skipTo(int closer) {
        int depth = 0;
        while (true) {
            int kind = cursor.kind;
            if (kind == TokenKind.NEWLINE || kind == TokenKind.ENDMARKER) {
                return;
            }
            if (depth == 0 && kind == closer) {
                cursor.advance();
                return;
            }
            if (kind == TokenKind.LPAR || kind == TokenKind.LSQB || kind == TokenKind.LBRACE
                    || kind == TokenKind.FSTRING_START || kind == TokenKind.TSTRING_START) {
                depth++;
            } else if (kind == TokenKind.RPAR || kind == TokenKind.RSQB || kind == TokenKind.RBRACE
                    || kind == TokenKind.FSTRING_END || kind == TokenKind.TSTRING_END) {
                if (depth == 0) {
                    return;
                }
                depth--;
            }
            cursor.advance();
        }
    }
}
