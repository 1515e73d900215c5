package dev.quarry.syntax;

import java.util.Arrays;

/// The f-strings and t-strings that are open at a place of the text, and the lexing of their literal parts.
///
/// Before Python 3.12 the end of such a string was found first, as for any string, and its fields were read within
/// that range: there, `limit` of the lexer is the place of the closing quotes. From 3.12 on, the string ends where a
/// literal part meets the quotes.
final class FormatStrings {
    /// CPython's limits on nesting.
    private static final int MAX_STRINGS = 149;
    private static final int MAX_FIELDS = 3;
    private static final int MAX_FIELDS_BEFORE_312 = 2;

    private final Lexer lexer;
    private final BracketStack brackets;
    private final TokenBuffer tokens;
    private byte[] text;
    private LexicalErrors errors;
    /// Whether the end of an f-string is found first; t-strings never were read so.
    private boolean legacy;
    /// How many of the open strings are read so.
    private int endFirstDepth;
    /// Whether a line break in a format specification of a string with single quotes is an error.
    private boolean refusesLineBreaks;
    /// Whether the rest of a format specification behind a nested field is read as literal text outside of fields.
    private boolean forgetsSpecification;

    private int[] flags = new int[16];
    private int[] starts = new int[16];
    /// Depth of the bracket stack outside the string.
    private int[] bases = new int[16];
    /// The lexer's limit outside the string.
    private int[] limits = new int[16];
    private int depth;

    FormatStrings(Lexer lexer, BracketStack brackets, TokenBuffer tokens) {
        this.lexer = lexer;
        this.brackets = brackets;
        this.tokens = tokens;
    }

    void begin(byte[] newText, PythonVersion version, LexicalErrors newErrors) {
        text = newText;
        errors = newErrors;
        legacy = !version.isAtLeast(PythonVersion.PY312);
        endFirstDepth = 0;
        forgetsSpecification = version.isAtLeast(PythonVersion.PY313);
        refusesLineBreaks = version.isAtLeast(PythonVersion.PY314);
        depth = 0;
    }

    boolean isOpen() {
        return depth > 0;
    }

    /// Whether fields of the rules before 3.12 are being read, in which backslashes and comments are forbidden.
    boolean isRestricted() {
        return endFirstDepth > 0;
    }

    private boolean isEndFirst(int stringFlags) {
        return legacy && StringFlags.has(stringFlags, StringFlags.FORMAT);
    }

    /// Whether the end of the innermost string is known.
    private boolean isEndKnown() {
        return isEndFirst(flags[depth - 1]);
    }

    /// `f-string: ` or `t-string: `, as the messages about the innermost string begin.
    String label() {
        return noun() + ": ";
    }

    /// `f-string` or `t-string`.
    String noun() {
        return StringFlags.has(flags[depth - 1], StringFlags.TEMPLATE) ? "t-string" : "f-string";
    }

    /// Whether the innermost string would end with these quotes, were the lexer in its literal part.
    boolean endsWith(int stringFlags) {
        int mask = StringFlags.DOUBLE_QUOTED | StringFlags.TRIPLE;
        return depth > 0 && !isEndKnown() && ((flags[depth - 1] ^ stringFlags) & mask) == 0;
    }

    /// Opens a string whose quotes begin at `quoteAt`, and lexes up to its first field or its end.
    int open(int start, int quoteAt, int stringFlags) {
        int opened = stringFlags;
        int contentStart = quoteAt + StringFlags.quoteLength(stringFlags);
        int limit = lexer.limit;
        if (isEndFirst(stringFlags)) {
            int end = lexer.endOfString(quoteAt, stringFlags);
            if (end < 0) {
                opened |= StringFlags.UNTERMINATED;
                lexer.reportUnterminated(tokens.size(), start, ~end, stringFlags, "string");
                limit = ~end;
            } else {
                limit = end - StringFlags.quoteLength(stringFlags);
            }
        } else if (depth == MAX_STRINGS) {
            errors.at(quoteAt, "too many nested " + (StringFlags.has(opened, StringFlags.TEMPLATE) ? "t" : "f")
                    + "-strings");
        }
        push(opened, start);
        lexer.limit = limit;
        tokens.add(kind(TokenKind.FSTRING_START), start, contentStart, opened);
        return literal(contentStart);
    }

    private void push(int opened, int start) {
        if (depth == flags.length) {
            flags = Arrays.copyOf(flags, depth * 2);
            starts = Arrays.copyOf(starts, depth * 2);
            bases = Arrays.copyOf(bases, depth * 2);
            limits = Arrays.copyOf(limits, depth * 2);
        }
        flags[depth] = opened;
        starts[depth] = start;
        bases[depth] = brackets.depth();
        limits[depth] = lexer.limit;
        depth++;
        endFirstDepth += isEndFirst(opened) ? 1 : 0;
    }

    private int kind(int formatKind) {
        return StringFlags.has(flags[depth - 1], StringFlags.TEMPLATE)
                ? formatKind - TokenKind.FSTRING_START + TokenKind.TSTRING_START : formatKind;
    }

    /// Lexes literal text from `from` on, up to and including the `{` of a field or the closing quotes. Returns where
    /// tokens begin again.
    int literal(int from) {
        final byte[] bytes = text;
        final int limit = lexer.limit;
        final int stringFlags = flags[depth - 1];
        final int quote = StringFlags.has(stringFlags, StringFlags.DOUBLE_QUOTED) ? '"' : '\'';
        final boolean triple = StringFlags.has(stringFlags, StringFlags.TRIPLE);
        final boolean endKnown = isEndKnown();
        boolean inSpecification = brackets.topIsSpecification() && brackets.depth() > bases[depth - 1];
        // From 3.13 on, CPython forgets behind a nested field that it is in a specification: braces are doubled there.
        boolean doublesBraces = !inSpecification || forgetsSpecification && bytes[from - 1] == '}';
        boolean inCharacterName = false;
        int start = from;
        int p = from;
        while (p < limit) {
            int b = bytes[p];
            switch (b) {
                case '{' -> {
                    if (doublesBraces && p + 1 < limit && bytes[p + 1] == '{') {
                        p += 2;
                    } else {
                        middle(start, p);
                        return openField(p);
                    }
                }
                case '}' -> {
                    if (inCharacterName) {
                        inCharacterName = false;
                        p++;
                    } else if (inSpecification) {
                        middle(start, p);
                        brackets.pop(tokens, tokens.add(TokenKind.RBRACE, p, p + 1, 0));
                        inSpecification = brackets.topIsSpecification() && brackets.depth() > bases[depth - 1];
                        doublesBraces = !inSpecification || forgetsSpecification;
                        start = ++p;
                    } else if (p + 1 < limit && bytes[p + 1] == '}') {
                        p += 2;
                    } else {
                        errors.at(p, label() + "single '}' is not allowed");
                        p++;
                    }
                }
                case '\\' -> {
                    int next = p + 1 < limit ? bytes[p + 1] : 0;
                    if (next == '{' || next == '}') {
                        p++;
                    } else if (next == 'N' && p + 2 < limit && bytes[p + 2] == '{'
                            && !StringFlags.has(stringFlags, StringFlags.RAW)) {
                        inCharacterName = true;
                        p += 3;
                    } else {
                        p = lexer.afterEscape(p, limit);
                    }
                }
                case '"', '\'' -> {
                    if (b == quote && !endKnown && (!triple || lexer.isTriple(p, quote))) {
                        middle(start, p);
                        return close(p, p + (triple ? 3 : 1));
                    }
                    p++;
                }
                case '\n', '\r' -> {
                    if (!triple && !endKnown) {
                        int token = tokens.size();
                        middle(start, p);
                        return breakLine(token, p, inSpecification && !doublesBraces);
                    }
                    p++;
                }
                default -> p++;
            }
        }
        int token = tokens.size();
        middle(start, limit);
        return endAtLimit(token, limit, inSpecification);
    }

    private void middle(int start, int end) {
        if (start < end) {
            tokens.add(kind(TokenKind.FSTRING_MIDDLE), start, end, 0);
        }
    }

    private int openField(int p) {
        int token = lexer.openingToken(TokenKind.LBRACE, p);
        // Only specifications are literal text inside fields, so all that is open in this string are fields.
        int fields = brackets.depth() - bases[depth - 1] + 1;
        if (fields == (isEndKnown() ? MAX_FIELDS_BEFORE_312 : MAX_FIELDS) + 1) {
            errors.atToken(token, p - 1, label() + "expressions nested too deeply");
        }
        lexer.pushBracket(BracketStack.FIELD, p, token);
        return p + 1;
    }

    /// A line break in a string of single quotes: it ends a format specification, and the string when in its text,
    /// which is `token`.
    private int breakLine(int token, int p, boolean inSpecification) {
        if (inSpecification) {
            if (refusesLineBreaks) {
                errors.at(p, label() + "newlines are not allowed in format specifiers for single quoted " + noun()
                        + "s");
            }
            brackets.setTopSpecification(false);
            return p;
        }
        reportUnterminated(token, p);
        return close(p, p);
    }

    private void reportUnterminated(int token, int p) {
        lexer.reportUnterminated(token, starts[depth - 1], p, flags[depth - 1], noun());
    }

    private int endAtLimit(int token, int limit, boolean inSpecification) {
        if (isEndKnown()) {
            if (inSpecification) {
                errors.at(limit, label() + "expecting '}'");
            }
            return closeAtQuotes(limit);
        }
        if (!StringFlags.has(flags[depth - 1], StringFlags.TRIPLE)) {
            return breakLine(token, limit, inSpecification);
        }
        reportUnterminated(token, limit);
        return close(limit, limit);
    }

    /// Called when tokens reach the lexer's limit inside a field: the string ends in the middle of it.
    int closeInField(int limit) {
        if (!isEndKnown()) {
            return close(limit, limit);
        }
        boolean inExpression = brackets.topIsField();
        errors.at(limit, label() + (inExpression ? "expecting '}'" : "unmatched '" + brackets.topCharacter() + "'"));
        return closeAtQuotes(limit);
    }

    /// Whether the innermost string should not go on behind a line break in a field: since 3.12 it may.
    boolean isOfOneLine() {
        return !isEndKnown() && !StringFlags.has(flags[depth - 1], StringFlags.TRIPLE);
    }

    /// Ends the innermost strings of one line before a line break in a field; returns where the outermost of them starts.
    int closeBefore(int lineBreak) {
        errors.at(lineBreak, label() + "expecting '}'");
        int start = lineBreak;
        while (isOpen() && isOfOneLine()) {
            start = starts[depth - 1];
            close(lineBreak, lineBreak);
        }
        return start;
    }

    private int closeAtQuotes(int limit) {
        return close(limit, limit + StringFlags.closingLength(flags[depth - 1]));
    }

    /// Ends the innermost string with the quotes from `start` to `end`, whatever is still open in it.
    int close(int start, int end) {
        int token = tokens.add(kind(TokenKind.FSTRING_END), start, end, 0);
        depth--;
        endFirstDepth -= isEndFirst(flags[depth]) ? 1 : 0;
        brackets.popTo(bases[depth], tokens, token);
        lexer.limit = limits[depth];
        return end;
    }
}
