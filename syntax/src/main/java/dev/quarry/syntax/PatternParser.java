package dev.quarry.syntax;

/// Patterns of `case` blocks (PEP 634).
final class PatternParser {
    private final Grammar grammar;
    private final TokenCursor cursor;
    private final TreeBuilder tree;

    PatternParser(Grammar grammar) {
        this.grammar = grammar;
        cursor = grammar.cursor;
        tree = grammar.tree;
    }

    /// `patterns: open_sequence_pattern | pattern`
    int patterns() {
        int first = cursor.position;
        int pattern = starOrPattern();
        if (cursor.kind != TokenKind.COMMA) {
            if (tree.kind(pattern) == NodeKind.PATTERN_STAR) {
                grammar.errors.invalidSyntax(cursor.position);
            }
            return pattern;
        }
        int mark = tree.mark();
        tree.push(pattern);
        while (cursor.eat(TokenKind.COMMA) && startsPattern()) {
            tree.push(starOrPattern());
        }
        int patterns = tree.list(mark);
        return tree.node(NodeKind.PATTERN_SEQUENCE, first, cursor.end, patterns);
    }

    private boolean startsPattern() {
        return switch (cursor.kind) {
            case TokenKind.NAME, TokenKind.NUMBER, TokenKind.STRING, TokenKind.FSTRING_START, TokenKind.TSTRING_START,
                    TokenKind.MINUS, TokenKind.PLUS, TokenKind.KW_NONE, TokenKind.KW_TRUE, TokenKind.KW_FALSE,
                    TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE, TokenKind.STAR -> true;
            default -> false;
        };
    }

    /// `maybe_star_pattern: star_pattern | pattern`
    private int starOrPattern() {
        if (cursor.kind != TokenKind.STAR) {
            return pattern();
        }
        int first = cursor.position;
        cursor.advance();
        int name = cursor.position;
        if (!cursor.eat(TokenKind.NAME)) {
            grammar.errors.invalidSyntax(name);
            return tree.node(NodeKind.PATTERN_ERROR, first, cursor.end);
        }
        return tree.node(NodeKind.PATTERN_STAR, first, cursor.end, isWildcard(name) ? 0 : name);
    }

    private boolean isWildcard(int token) {
        return grammar.isWord(token, "_");
    }

    /// `pattern: or_pattern 'as' pattern_capture_target | or_pattern`
    private int pattern() {
        int first = cursor.position;
        int pattern = alternatives();
        if (!cursor.eat(TokenKind.KW_AS)) {
            return pattern;
        }
        int name = cursor.position;
        if (cursor.kind != TokenKind.NAME || isWildcard(name) || isTargetTrailer(cursor.peek())) {
            grammar.errors.patternTarget(name);
            if (!cursor.eat(TokenKind.NAME)) {
                return tree.node(NodeKind.PATTERN_ERROR, first, cursor.end);
            }
        } else {
            cursor.advance();
        }
        return tree.node(NodeKind.PATTERN_AS, first, cursor.end, pattern, name);
    }

    private static boolean isTargetTrailer(int kind) {
        return kind == TokenKind.DOT || kind == TokenKind.LPAR || kind == TokenKind.EQUAL;
    }

    /// `or_pattern: '|'.closed_pattern+`
    private int alternatives() {
        int first = cursor.position;
        int pattern = closedPattern();
        if (cursor.kind != TokenKind.VBAR) {
            return pattern;
        }
        int mark = tree.mark();
        tree.push(pattern);
        while (cursor.eat(TokenKind.VBAR)) {
            tree.push(closedPattern());
        }
        int patterns = tree.list(mark);
        return tree.node(NodeKind.PATTERN_OR, first, cursor.end, patterns);
    }

    /// `closed_pattern`
    private int closedPattern() {
        int first = cursor.position;
        switch (cursor.kind) {
            case TokenKind.NAME -> {
                return namedPattern(first);
            }
            case TokenKind.NUMBER, TokenKind.MINUS, TokenKind.PLUS, TokenKind.STRING, TokenKind.FSTRING_START,
                    TokenKind.TSTRING_START -> {
                int value = literal();
                return tree.node(NodeKind.PATTERN_VALUE, first, cursor.end, value);
            }
            case TokenKind.KW_NONE, TokenKind.KW_TRUE, TokenKind.KW_FALSE -> {
                cursor.advance();
                return tree.node(NodeKind.PATTERN_SINGLETON, first, first + 1);
            }
            case TokenKind.LPAR, TokenKind.LSQB -> {
                return grammar.isDeferred()
                        ? grammar.defer(Deferrals.Construct.PATTERN_SEQUENCE) : bracketedSequence();
            }
            case TokenKind.LBRACE -> {
                return grammar.isDeferred() ? grammar.defer(Deferrals.Construct.PATTERN_MAPPING) : mapping();
            }
            default -> {
                grammar.errors.invalidSyntax(first);
                return grammar.missing(NodeKind.PATTERN_ERROR);
            }
        }
    }

    /// `capture_pattern | wildcard_pattern | value_pattern | class_pattern`
    private int namedPattern(int first) {
        int value = dottedName();
        if (cursor.kind == TokenKind.LPAR) {
            int arguments = grammar.isDeferred()
                    ? grammar.defer(Deferrals.Construct.PATTERN_ARGUMENTS) : classArguments();
            return tree.node(NodeKind.PATTERN_CLASS, first, cursor.end, value, arguments);
        }
        if (tree.kind(value) != NodeKind.NAME) {
            return tree.node(NodeKind.PATTERN_VALUE, first, cursor.end, value);
        }
        return tree.node(NodeKind.PATTERN_AS, first, cursor.end, 0, isWildcard(first) ? 0 : first);
    }

    /// `name_or_attr: attr | NAME`
    private int dottedName() {
        int first = cursor.position;
        cursor.advance();
        int value = tree.node(NodeKind.NAME, first, first + 1, first);
        while (cursor.eat(TokenKind.DOT)) {
            int name = cursor.position;
            if (!cursor.eat(TokenKind.NAME)) {
                grammar.errors.invalidSyntax(name);
                return tree.node(NodeKind.ERROR_EXPRESSION, first, cursor.end);
            }
            value = tree.node(NodeKind.ATTRIBUTE, first, cursor.end, value, name);
        }
        return value;
    }

    /// `literal_expr: signed_number | complex_number | strings | 'None' | 'True' | 'False'`
    private int literal() {
        int first = cursor.position;
        switch (cursor.kind) {
            case TokenKind.STRING, TokenKind.FSTRING_START, TokenKind.TSTRING_START -> {
                return grammar.strings.strings();
            }
            case TokenKind.KW_NONE -> {
                return keyword(NodeKind.NONE_LITERAL);
            }
            case TokenKind.KW_TRUE -> {
                return keyword(NodeKind.TRUE);
            }
            case TokenKind.KW_FALSE -> {
                return keyword(NodeKind.FALSE);
            }
            default -> {
                int left = signedNumber();
                if (cursor.kind != TokenKind.PLUS && cursor.kind != TokenKind.MINUS) {
                    return left;
                }
                int operator = cursor.position;
                cursor.advance();
                grammar.errors.checkComplex(left, cursor.position);
                int right = number();
                return tree.node(NodeKind.BINARY, first, cursor.end, left, operator, right);
            }
        }
    }

    private int keyword(NodeKind kind) {
        int token = cursor.position;
        cursor.advance();
        return tree.node(kind, token, token + 1);
    }

    /// `signed_number: NUMBER | '+' NUMBER | '-' NUMBER`; the plus is new in 3.15.
    private int signedNumber() {
        int sign = cursor.position;
        if (cursor.kind == TokenKind.PLUS) {
            grammar.errors.plusInPattern(sign);
            cursor.advance();
            return number();
        }
        if (!cursor.eat(TokenKind.MINUS)) {
            return number();
        }
        int operand = number();
        return tree.node(NodeKind.UNARY, sign, cursor.end, sign, operand);
    }

    private int number() {
        int token = cursor.position;
        if (!cursor.eat(TokenKind.NUMBER)) {
            grammar.errors.invalidSyntax(token);
            return grammar.missing(NodeKind.ERROR_EXPRESSION);
        }
        grammar.errors.checkNumber(token);
        return tree.node(NodeKind.NUMBER, token, token + 1);
    }

    /// `group_pattern | sequence_pattern`
    int bracketedSequence() {
        int open = cursor.position;
        boolean parenthesized = cursor.kind == TokenKind.LPAR;
        int closer = parenthesized ? TokenKind.RPAR : TokenKind.RSQB;
        cursor.advance();
        int mark = tree.mark();
        boolean comma = false;
        while (startsPattern()) {
            tree.push(starOrPattern());
            if (!cursor.eat(TokenKind.COMMA)) {
                break;
            }
            comma = true;
        }
        boolean group = parenthesized && !comma && tree.mark() - mark == 1;
        if (group && tree.kind(tree.peek(0)) == NodeKind.PATTERN_STAR) {
            grammar.errors.invalidSyntax(cursor.position);
        }
        grammar.brackets.close(closer);
        if (group) {
            return tree.node(NodeKind.PATTERN_PAREN, open, cursor.end, tree.pop());
        }
        int patterns = tree.list(mark);
        return tree.node(NodeKind.PATTERN_SEQUENCE, open, cursor.end, patterns);
    }

    /// `mapping_pattern`
    int mapping() {
        int open = cursor.position;
        cursor.advance();
        int mark = tree.mark();
        int rest = 0;
        while (startsPattern() || cursor.kind == TokenKind.DOUBLESTAR) {
            if (cursor.eat(TokenKind.DOUBLESTAR)) {
                rest = cursor.position;
                if (cursor.kind != TokenKind.NAME || isWildcard(rest)) {
                    grammar.errors.invalidSyntax(rest);
                }
                cursor.eat(TokenKind.NAME);
            } else {
                if (rest != 0) {
                    grammar.errors.mappingRestNotLast(rest);
                }
                int key = cursor.kind == TokenKind.NAME ? dottedName() : literal();
                if (tree.kind(key) == NodeKind.NAME || !cursor.eat(TokenKind.COLON)) {
                    grammar.errors.invalidSyntax(cursor.position);
                    cursor.eat(TokenKind.COLON);
                }
                int pattern = pattern();
                tree.push(key);
                tree.push(pattern);
            }
            if (!cursor.eat(TokenKind.COMMA)) {
                break;
            }
        }
        grammar.brackets.close(TokenKind.RBRACE);
        int entries = tree.list(mark);
        return tree.node(NodeKind.PATTERN_MAPPING, open, cursor.end, entries, rest);
    }

    /// The arguments of `class_pattern`, from the opening parenthesis on.
    int classArguments() {
        cursor.advance();
        int mark = tree.mark();
        boolean keywords = false;
        // The first positional pattern behind a keyword, and where the run of them that it begins ends.
        int misplaced = -1;
        int misplacedEnd = -1;
        while (startsPattern()) {
            int first = cursor.position;
            if (cursor.kind == TokenKind.NAME && cursor.peek() == TokenKind.EQUAL) {
                cursor.advance();
                cursor.advance();
                int pattern = pattern();
                tree.push(tree.node(NodeKind.PATTERN_KEYWORD, first, cursor.end, first, pattern));
                keywords = true;
                if (misplaced >= 0) {
                    break;
                }
            } else {
                tree.push(pattern());
                misplaced = keywords && misplaced < 0 ? first : misplaced;
                misplacedEnd = cursor.end;
            }
            if (!cursor.eat(TokenKind.COMMA)) {
                break;
            }
        }
        if (misplaced >= 0) {
            grammar.errors.positionalPatternAfterKeyword(misplaced, misplacedEnd);
        }
        grammar.brackets.close(TokenKind.RPAR);
        return tree.list(mark);
    }
}
