package dev.quarry.syntax;

import static dev.quarry.syntax.BracketStack.CURLY;
import static dev.quarry.syntax.BracketStack.FIELD;
import static dev.quarry.syntax.BracketStack.PAREN;
import static dev.quarry.syntax.BracketStack.SQUARE;

import dev.quarry.syntax.Diagnostic.Extent;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/// Turns a [SourceText] into a [TokenBuffer].
///
/// One pass over the bytes, in time linear in their number, for any bytes: an error is reported and lexing goes on, so
/// that the last token is always `ENDMARKER`. A lexer keeps its buffers from file to file; it is for one thread.
///
/// Start reading at [#run].
final class Lexer {
    /// Brackets at each multiple of this nesting level know the token that closes them, see [TokenKind].
    static final int DEFERRAL_INTERVAL = 64;

    /// CPython's limit on open brackets; going on beyond it is fine here.
    private static final int MAX_BRACKETS = 200;
    private static final byte[] TYPE_COMMENT_PREFIX = "# type: ".getBytes(StandardCharsets.US_ASCII);
    private static final long SPACES = EightBytes.eight(' ');
    private static final long FEEDS = EightBytes.eight('\n');
    private static final long RETURNS = EightBytes.eight('\r');
    private static final long BACKSLASHES = EightBytes.eight('\\');
    private static final byte[] IGNORE = "ignore".getBytes(StandardCharsets.US_ASCII);

    private final TokenBuffer tokens = new TokenBuffer(4096);
    private final NameInterner names = new NameInterner();
    private final BracketStack brackets = new BracketStack();
    private final FormatStrings formats = new FormatStrings(this, brackets, tokens);
    private final IndentationStack indentation = new IndentationStack(tokens);
    /// By quote and length: up to here, no such quotes close a string. Keeps searching for them linear.
    private final int[] unclosedUntil = new int[4];

    private SourceText source;
    private byte[] text;
    private PythonVersion version;
    private boolean typeComments;
    private LexicalErrors errors;
    private NumberScanner numbers;
    private boolean unclosedReported;
    /// The last backslash that has been reported.
    private int badContinuation;
    private boolean openString;
    /// Whether a field of an f-string goes on where a statement seems to begin.
    private boolean openField;
    /// Where to end what nothing closes; null in a first lexing.
    private LineRecovery recovery;
    /// NON_ASCII and BACKSLASH of the string that was scanned last.
    private int contentFlags;
    /// Where the text to lex ends: the file's end, or that of an f-string's content before 3.12.
    int limit;

    /// Lexes a file.
    ///
    /// @param diagnostics receives errors of stage TOKENIZE in the order of their detection
    TokenBuffer lex(SourceText newSource, ParseOptions options, List<Diagnostic> diagnostics) {
        return lex(newSource, options, diagnostics, null);
    }

    /// What the file that was lexed last needs in a second lexing; null when all that it opens is closed.
    LineRecovery recovery(SourceText lexed) {
        int[] unclosed = brackets.unclosed();
        return unclosed.length == 0 && !openString && !openField ? null : new LineRecovery(lexed.utf8(), unclosed, openString);
    }

    /// Lexes a file and ends brackets and strings early where `newRecovery` says so, if it isn't null.
    TokenBuffer lex(SourceText newSource, ParseOptions options, List<Diagnostic> diagnostics,
            LineRecovery newRecovery) {
        recovery = newRecovery;
        openString = false;
        openField = false;
        source = newSource;
        text = newSource.utf8();
        limit = newSource.end();
        version = options.version();
        typeComments = options.typeComments();
        errors = new LexicalErrors(diagnostics, newSource, tokens, formats, brackets, version);
        numbers = new NumberScanner(text, limit, version, errors);
        tokens.clear();
        names.clear(newSource.end());
        brackets.clear();
        formats.begin(text, version, errors);
        indentation.begin();
        unclosedReported = false;
        badContinuation = -1;
        Arrays.fill(unclosedUntil, 0);
        run(newSource.start());
        finish();
        TokenBuffer result = tokens.trimmedCopy();
        source = null;
        text = null;
        recovery = null;
        return result;
    }

    /// How CPython meets the first error of the file that was lexed last; null when it has none.
    LexicalErrors.Strike strike() {
        return errors.strike();
    }

    /// The identifiers of the file that was lexed last.
    NameTable names() {
        return names.freeze();
    }

    private void run(int start) {
        final byte[] bytes = text;
        int p = beginLine(start);
        while (true) {
            if (p >= limit) {
                if (!formats.isOpen()) {
                    break;
                }
                reportUnclosed();
                p = formats.closeInField(limit);
                continue;
            }
            int b = bytes[p];
            // Most blanks are single spaces between tokens.
            if (b == ' ' && p + 1 < limit) {
                b = bytes[++p];
            }
            switch (ByteClass.OF[b & 0xff]) {
                case ByteClass.BLANK -> p++;
                case ByteClass.NAME -> p = word(p);
                case ByteClass.OPERATOR -> p = operator(p, b);
                case ByteClass.OPENING -> {
                    pushBracket(bracketKind(b), p, openingToken(ByteClass.KIND[b], p));
                    if (recovery != null && !formats.isOpen()) {
                        recovery.open(p, brackets.depth() - 1, tokens);
                    }
                    p++;
                }
                case ByteClass.CLOSING -> p = closing(p, b);
                case ByteClass.DOT -> p = dot(p);
                case ByteClass.COLON -> p = colon(p);
                case ByteClass.QUOTE -> p = string(p, p, 0);
                case ByteClass.DIGIT -> p = number(p);
                case ByteClass.LINE_BREAK -> {
                    int next = afterLineBreak(p);
                    if (brackets.depth() == 0 || endsEarly(p, next)) {
                        tokens.add(TokenKind.NEWLINE, p, next, 0);
                        p = beginLine(next);
                    } else {
                        p = next;
                    }
                }
                case ByteClass.COMMENT -> p = comment(p);
                case ByteClass.BACKSLASH -> p = continuation(p);
                case ByteClass.NON_ASCII -> p = wordBeyondAscii(p, p);
                default -> p = other(p, b);
            }
        }
    }

    /// Ends the brackets that are open before the line at `next`, if recovery has it so.
    private boolean endsEarly(int lineBreak, int next) {
        if (formats.isOpen()) {
            return formats.isOfOneLine() && LineRecovery.beginsWithStatement(text, next)
                    && endsStrings(lineBreak, next);
        }
        if (recovery == null || !recovery.endsBefore(next, brackets, tokens)) {
            return false;
        }
        errors.neverClosed(brackets.topOffset(), next);
        brackets.popTo(0, tokens, tokens.size() - 1);
        return true;
    }

    /// Ends the f-strings whose fields no expression can go on in, in a second lexing.
    private boolean endsStrings(int lineBreak, int next) {
        if (recovery == null) {
            openField = true;
            return false;
        }
        int start = formats.closeBefore(lineBreak);
        if (!formats.isOpen() && brackets.depth() == 0) {
            recovery.endString(start, next);
            return true;
        }
        return !formats.isOpen() && endsEarly(lineBreak, next);
    }

    private void finish() {
        int end = limit;
        int last = tokens.size() - 1;
        if (brackets.depth() > 0) {
            reportUnclosed();
            if (recovery != null) {
                recovery.endOfFile(brackets, tokens);
            }
            brackets.markUnclosed(0);
            brackets.popTo(0, tokens, last);
        }
        if (last >= 0) {
            int kind = tokens.kind(last);
            if (kind != TokenKind.NEWLINE && kind != TokenKind.INDENT && kind != TokenKind.DEDENT) {
                tokens.add(TokenKind.NEWLINE, end, end, 0);
            }
        }
        indentation.closeAll(end);
        tokens.add(TokenKind.ENDMARKER, end, end, 0);
    }

    private void reportUnclosed() {
        if (limit == source.end() && !unclosedReported) {
            unclosedReported = true;
            errors.neverClosed(brackets.topOffset(), limit);
        }
    }

    // Lines.

    /// From the start of a line that begins a statement: skips lines without tokens, accounts for the indentation of
    /// the first other one and returns the place of its first token.
    private int beginLine(int start) {
        final byte[] bytes = text;
        int p = start;
        while (p + EightBytes.LENGTH <= limit) {
            long blanks = EightBytes.at(bytes, p) ^ SPACES;
            p += EightBytes.first(blanks);
            if (blanks != 0) {
                return ByteClass.BEGINS_STATEMENT[bytes[p] & 0xff] && indentation.isCurrent(p - start)
                        ? p : beginOtherLine(start);
            }
        }
        return beginOtherLine(start);
    }

    private int beginOtherLine(int start) {
        final byte[] bytes = text;
        int p = start;
        while (true) {
            int lineStart = p;
            int column = 0;
            // With tabs of width 1: lines whose order depends on the width of a tab are errors.
            int narrow = 0;
            int continued = 0;
            scan:
            while (p < limit) {
                switch (bytes[p]) {
                    case ' ' -> {
                        column++;
                        narrow++;
                        p++;
                    }
                    case '\t' -> {
                        column = (column | 7) + 1;
                        narrow++;
                        p++;
                    }
                    case '\f' -> {
                        column = 0;
                        narrow = 0;
                        p++;
                    }
                    case '\\' -> {
                        // The indentation of a continued line is that of the first part that has some, since 3.10; in
                        // 3.9 it has none, in 3.8 that before the backslash.
                        if (!version.isAtLeast(PythonVersion.PY310)) {
                            column = version == PythonVersion.PY39 ? 0 : column;
                            narrow = version == PythonVersion.PY39 ? 0 : narrow;
                            break scan;
                        }
                        if (p + 1 < limit && bytes[p + 1] != '\n' && bytes[p + 1] != '\r') {
                            // CPython sees this before it looks at the indentation.
                            reportContinuation(p);
                            break scan;
                        }
                        continued = continued == 0 ? column : continued;
                        p = continuation(p);
                        lineStart = p;
                    }
                    default -> {
                        break scan;
                    }
                }
            }
            if (p >= limit) {
                return p;
            }
            byte b = bytes[p];
            if (b == '#') {
                p = commentLine(p);
            } else if (b == '\n' || b == '\r') {
                p = afterLineBreak(p);
            } else {
                int token = tokens.size();
                int order = continued == 0
                        ? indentation.line(p, column, narrow) : indentation.line(p, continued, continued);
                if (order != IndentationStack.FINE) {
                    reportIndentation(order, token, lineStart, p);
                }
                return p;
            }
        }
    }

    private void reportIndentation(int problem, int token, int lineStart, int p) {
        switch (problem) {
            case IndentationStack.TABS -> errors.indentation("TabError", token, lineStart, Extent.BEGINNING,
                    "inconsistent use of tabs and spaces in indentation");
            case IndentationStack.TOO_DEEP -> errors.indentation("IndentationError", token, lineStart,
                    Extent.BEGINNING, "too many levels of indentation");
            default -> errors.indentation("IndentationError", token, endOfLine(p), Extent.READ_SO_FAR,
                    "unindent does not match any outer indentation level");
        }
    }

    /// A comment without anything before it. A type comment makes a logical line of its own, as in CPython.
    private int commentLine(int p) {
        int end = endOfLine(p);
        int next = afterLineBreak(end);
        if (typeComments && typeComment(p, end, true)) {
            tokens.add(TokenKind.NEWLINE, end, next, 0);
        }
        return next;
    }

    private int comment(int p) {
        if (formats.isRestricted()) {
            errors.at(p, formats.noun() + " expression part cannot include '#'");
            tokens.add(TokenKind.ERRORTOKEN, p, p + 1, 0);
            return p + 1;
        }
        int end = endOfLine(p);
        if (typeComments) {
            typeComment(p, end, false);
        }
        return end;
    }

    /// Adds a token for a type comment, and to the list of TypeIgnores for `# type: ignore`. Each blank of the prefix
    /// stands for any number of blanks, none included.
    private boolean typeComment(int start, int end, boolean alone) {
        int p = start;
        for (byte expected : TYPE_COMMENT_PREFIX) {
            if (expected == ' ') {
                while (p < end && (text[p] == ' ' || text[p] == '\t')) {
                    p++;
                }
            } else if (p < end && text[p] == expected) {
                p++;
            } else {
                return false;
            }
        }
        int tag = p + IGNORE.length;
        if (tag <= end && Arrays.equals(text, p, tag, IGNORE, 0, IGNORE.length)
                && (tag == end || text[tag] == '_' || text[tag] >= 0 && !ByteClass.IN_NAME[text[tag]])) {
            tokens.typeIgnores().add(start, tag, end, alone);
            return false;
        }
        tokens.add(TokenKind.TYPE_COMMENT, p, end, 0);
        return true;
    }

    private int endOfLine(int from) {
        final byte[] bytes = text;
        final int end = limit;
        int p = from;
        while (p + EightBytes.LENGTH <= end) {
            long eight = EightBytes.at(bytes, p);
            long found = EightBytes.equal(eight, FEEDS) | EightBytes.equal(eight, RETURNS);
            if (found != 0) {
                return p + EightBytes.first(found);
            }
            p += EightBytes.LENGTH;
        }
        while (p < end && bytes[p] != '\n' && bytes[p] != '\r') {
            p++;
        }
        return p;
    }

    private int afterLineBreak(int p) {
        if (p >= limit) {
            return limit;
        }
        return text[p] == '\r' && p + 1 < limit && text[p + 1] == '\n' ? p + 2 : p + 1;
    }

    private int continuation(int p) {
        if (formats.isRestricted()) {
            reportBackslashInField(p);
            tokens.add(TokenKind.ERRORTOKEN, p, p + 1, 0);
            return p + 1;
        }
        int next = p + 1;
        if (next < limit && text[next] != '\n' && text[next] != '\r') {
            if (p != badContinuation) {
                reportContinuation(p);
            }
            tokens.add(TokenKind.ERRORTOKEN, p, next, 0);
            return next;
        }
        int line = afterLineBreak(next);
        if (line >= limit) {
            if (brackets.depth() > 0) {
                reportUnclosed();
            } else {
                errors.signalled(next, Extent.READ_SO_FAR, "unexpected EOF while parsing");
            }
        }
        return line;
    }

    private void reportContinuation(int backslash) {
        badContinuation = backslash;
        errors.signalled(backslash + 1, Extent.BEGINNING_IN_BUFFER,
                "unexpected character after line continuation character");
    }

    private void reportBackslashInField(int p) {
        errors.at(p, formats.noun() + " expression part cannot include a backslash");
    }

    // Names and numbers.

    private int word(int start) {
        final byte[] bytes = text;
        if (start + EightBytes.LENGTH < bytes.length) {
            long word = EightBytes.at(bytes, start);
            long rest = EightBytes.notInWord(word);
            int p = start + EightBytes.first(rest);
            if (rest != 0 && ByteClass.AFTER_WORD[bytes[p] & 0xff]) {
                // All bits below the one that marks the first byte after the word.
                long meaning = names.find(word & (rest & -rest) - 1 >>> 7);
                if (meaning != 0) {
                    tokens.add(NameInterner.kind(meaning), start, p, NameInterner.name(meaning));
                    return p;
                }
            }
        }
        return newWord(start);
    }

    /// Any word, or a string that begins with a prefix.
    private int newWord(int start) {
        final byte[] bytes = text;
        final int end = limit;
        int p = start;
        while (p + EightBytes.LENGTH <= end) {
            long rest = EightBytes.notInWord(EightBytes.at(bytes, p));
            p += EightBytes.first(rest);
            if (rest != 0) {
                break;
            }
        }
        while (p < end && ByteClass.IN_NAME[bytes[p] & 0xff]) {
            p++;
        }
        if (p < end) {
            int next = bytes[p];
            if (next < 0) {
                return wordBeyondAscii(start, p);
            }
            if ((next == '"' || next == '\'') && p - start <= 2) {
                int prefix = StringFlags.prefix(bytes, start, p - start);
                if (prefix >= 0) {
                    return string(start, p, prefix);
                }
            }
            if ((next == '"' || next == '\'') && p - start <= StringFlags.LETTERS
                    && version.isAtLeast(PythonVersion.PY314)) {
                String clash = StringFlags.incompatible(bytes, start, p);
                if (clash != null) {
                    errors.over(start, p, clash);
                }
            }
        }
        long meaning = names.intern(bytes, start, p);
        tokens.add(NameInterner.kind(meaning), start, p, NameInterner.name(meaning));
        return p;
    }

    /// A word of which the bytes before `p` are ASCII. Stops at the first character that no word can have.
    private int wordBeyondAscii(int start, int p) {
        int at = p;
        while (at < limit && (text[at] < 0 || ByteClass.IN_NAME[text[at]])) {
            int length = Utf8.sequenceLength(text, at, limit);
            boolean valid = length > 0 && (text[at] >= 0 || isWordCharacter(at, at == start));
            if (!valid) {
                reportNoWord(start, at, length);
                name(start, at);
                int next = at + Math.max(1, length);
                tokens.add(TokenKind.ERRORTOKEN, at, next, 0);
                return next;
            }
            at += length;
        }
        name(start, at);
        return at;
    }

    private boolean isWordCharacter(int at, boolean first) {
        int codePoint = Utf8.codePoint(text, at);
        return first ? Identifiers.isStart(codePoint, version) : Identifiers.isPart(codePoint, version);
    }

    /// CPython decodes the whole word before it looks at the characters.
    private void reportNoWord(int start, int at, int length) {
        if (errors.isFull()) {
            return;
        }
        if (!source.isWellFormed()) {
            int end = at;
            while (end < limit && (text[end] < 0 || ByteClass.IN_NAME[text[end]])) {
                end++;
            }
            if (Utf8.errorAt(text, at, end) >= 0) {
                errors.at(start, "(unicode error) " + Utf8.errorMessage(text, at, end, start));
                return;
            }
        }
        if (length > 0) {
            reportCharacter(at, Utf8.codePoint(text, at));
        }
    }

    private void reportCharacter(int at, int codePoint) {
        errors.at(at, Printable.isPrintable(codePoint, version)
                ? String.format("invalid character '%s' (U+%04X)", Character.toString(codePoint), codePoint)
                : String.format("invalid non-printable character U+%04X", codePoint));
    }

    /// Adds a NAME for text that isn't all ASCII or that is followed by what no name can have. Empty text adds none.
    private void name(int start, int end) {
        if (start == end) {
            return;
        }
        String written = new String(text, start, end - start, StandardCharsets.UTF_8);
        int name;
        if (Normalizer.isNormalized(written, Normalizer.Form.NFKC)) {
            name = names.internName(text, start, end);
        } else {
            byte[] normal = Normalizer.normalize(written, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
            name = names.internName(normal, 0, normal.length);
        }
        tokens.add(TokenKind.NAME, start, end, name);
    }

    private int number(int start) {
        int end = numbers.end(start);
        tokens.add(TokenKind.NUMBER, start, end, 0);
        return end;
    }

    private int dot(int p) {
        int next = p + 1 < limit ? text[p + 1] : 0;
        if (next >= '0' && next <= '9') {
            return number(p);
        }
        if (next == '.' && p + 2 < limit && text[p + 2] == '.') {
            tokens.add(TokenKind.ELLIPSIS, p, p + 3, 0);
            return p + 3;
        }
        tokens.add(TokenKind.DOT, p, p + 1, 0);
        return p + 1;
    }

    // Operators and brackets.

    private int operator(int p, int b) {
        int next = p + 1 < limit ? text[p + 1] : 0;
        if (ByteClass.IN_OPERATOR[next & 0xff]) {
            return longOperator(p, b, next);
        }
        tokens.add(ByteClass.KIND[b], p, p + 1, 0);
        return p + 1;
    }

    /// An operator before a byte that may belong to it.
    private int longOperator(int p, int b, int next) {
        int kind = ByteClass.KIND[b];
        int length = 1;
        if (next == '=') {
            int withEqual = ByteClass.KIND_WITH_EQUAL[b];
            if (withEqual != 0) {
                kind = withEqual;
                length = 2;
            }
        } else if (next == b) {
            int doubled = switch (b) {
                case '*' -> TokenKind.DOUBLESTAR;
                case '/' -> TokenKind.DOUBLESLASH;
                case '<' -> TokenKind.LEFTSHIFT;
                case '>' -> TokenKind.RIGHTSHIFT;
                default -> 0;
            };
            if (doubled != 0) {
                kind = doubled;
                length = 2;
                if (p + 2 < limit && text[p + 2] == '=') {
                    kind = switch (b) {
                        case '*' -> TokenKind.DOUBLESTAREQUAL;
                        case '/' -> TokenKind.DOUBLESLASHEQUAL;
                        case '<' -> TokenKind.LEFTSHIFTEQUAL;
                        default -> TokenKind.RIGHTSHIFTEQUAL;
                    };
                    length = 3;
                }
            }
        } else if (next == '>') {
            if (b == '-') {
                kind = TokenKind.RARROW;
                length = 2;
            } else if (b == '<') {
                // One token in CPython, too, and valid nowhere.
                kind = TokenKind.ERRORTOKEN;
                length = 2;
            }
        }
        tokens.add(kind, p, p + length, 0);
        return p + length;
    }

    private int colon(int p) {
        if (brackets.topIsField()) {
            tokens.add(TokenKind.COLON, p, p + 1, 0);
            brackets.setTopSpecification(true);
            return formats.literal(p + 1);
        }
        if (p + 1 < limit && text[p + 1] == '=') {
            tokens.add(TokenKind.COLONEQUAL, p, p + 2, 0);
            return p + 2;
        }
        tokens.add(TokenKind.COLON, p, p + 1, 0);
        return p + 1;
    }

    /// PAREN, SQUARE or CURLY, which are in the order of the brackets' tokens.
    private static int bracketKind(int b) {
        return ByteClass.KIND[b] - TokenKind.LPAR >>> 1;
    }

    /// Adds the token of an opening bracket, which may have to learn later what closes it.
    int openingToken(int kind, int p) {
        return (brackets.depth() + 1 & DEFERRAL_INTERVAL - 1) == 0
                ? tokens.addLarge(kind, p, p + 1, 0) : tokens.add(kind, p, p + 1, 0);
    }

    void pushBracket(int kind, int offset, int token) {
        if (brackets.depth() == MAX_BRACKETS) {
            errors.atToken(token, offset, "too many nested parentheses");
        }
        brackets.push(kind, offset, token);
    }

    private int closing(int p, int b) {
        int token = tokens.add(ByteClass.KIND[b], p, p + 1, 0);
        int kind = bracketKind(b);
        return brackets.popMatching(kind) ? p + 1 : otherClosing(p, b, kind, token);
    }

    private int otherClosing(int p, int b, int kind, int token) {
        if (brackets.depth() == 0) {
            errors.atToken(token, p, "unmatched '" + (char) b + "'");
            return p + 1;
        }
        int top = brackets.topKind();
        if (top == kind) {
            brackets.pop(tokens, token);
            return p + 1;
        }
        if (top != FIELD || kind != CURLY) {
            reportMismatch(token, p, (char) b);
        }
        // After a wrong bracket: what it can close is closed, with everything inside; else it is left alone.
        int closable = brackets.closable(kind);
        if (closable < 0) {
            return p + 1;
        }
        boolean field = brackets.isField(closable);
        brackets.markUnclosed(closable + 1);
        brackets.popTo(closable, tokens, token);
        return field ? formats.literal(p + 1) : p + 1;
    }

    private void reportMismatch(int token, int p, char closing) {
        if (brackets.topIsField()) {
            errors.atToken(token, p, formats.label() + "unmatched '" + closing + "'");
            return;
        }
        int line = source.line0(brackets.topOffset());
        String where = line == source.line0(p) ? "" : " on line " + (line + 1);
        errors.atToken(token, p, (formats.isRestricted() ? formats.label() : "") + "closing parenthesis '" + closing
                + "' does not match opening parenthesis '" + brackets.topCharacter() + "'" + where);
    }

    private int other(int p, int b) {
        // Printable characters that begin no token (`$`, `?`) are the parser's to refuse, before 3.11 all of ASCII; null
        // bytes are reported.
        if (b != 0 && !Printable.isPrintable(b, version) && version.isAtLeast(PythonVersion.PY311)) {
            reportCharacter(p, b);
        }
        tokens.add(TokenKind.ERRORTOKEN, p, p + 1, 0);
        return p + 1;
    }

    // Strings.

    /// The string whose prefix begins at `start` and whose quotes begin at `quoteAt`.
    private int string(int start, int quoteAt, int prefix) {
        int quote = text[quoteAt];
        int flags = prefix | (quote == '"' ? StringFlags.DOUBLE_QUOTED : 0)
                | (isTriple(quoteAt, quote) ? StringFlags.TRIPLE : 0);
        if (StringFlags.has(flags, StringFlags.FORMAT | StringFlags.TEMPLATE)) {
            return formats.open(start, quoteAt, flags);
        }
        int end = endOfString(quoteAt, flags);
        boolean triple = StringFlags.has(flags, StringFlags.TRIPLE);
        if (recovery != null && triple && !formats.isOpen()) {
            int early = recovery.endOfString(start, end < 0 ? ~end : end);
            end = early < 0 ? end : ~early;
        }
        if (end < 0) {
            end = ~end;
            openString |= triple;
            if (formats.endsWith(flags)) {
                errors.at(start, formats.label() + "expecting '}'");
                name(start, quoteAt);
                return formats.close(quoteAt, quoteAt + StringFlags.quoteLength(flags));
            }
            reportUnterminated(tokens.size(), start, end, flags, "string");
            flags |= StringFlags.UNTERMINATED;
        }
        flags |= contentFlags;
        if (StringFlags.has(flags, StringFlags.BACKSLASH) && formats.isRestricted()) {
            reportBackslashInField(start);
        }
        if (StringFlags.has(flags, StringFlags.NON_ASCII) && !source.isWellFormed()) {
            reportMalformedString(start, quoteAt + StringFlags.quoteLength(flags), end, flags);
        }
        tokens.add(TokenKind.STRING, start, end, flags);
        return end;
    }

    private void reportMalformedString(int start, int contentStart, int end, int flags) {
        int contentEnd = end - StringFlags.closingLength(flags);
        if (!StringFlags.has(flags, StringFlags.BYTES) && Utf8.errorAt(text, contentStart, contentEnd) >= 0) {
            errors.over(start, end, "(unicode error) "
                    + Utf8.errorMessage(text, contentStart, contentEnd, contentStart));
        }
    }

    boolean isTriple(int p, int quote) {
        return p + 2 < limit && text[p + 1] == quote && text[p + 2] == quote && text[p] == quote;
    }

    /// After a backslash and the character that it escapes, both bytes of `\r\n` included.
    int afterEscape(int backslash, int end) {
        int next = backslash + 1;
        return next >= end ? end : afterLineBreak(next);
    }

    /// The end of a string after its closing quotes, or the complement of where the search for them ended: the end of
    /// the line for single quotes, the limit for triple ones. Leaves NON_ASCII and BACKSLASH in `contentFlags`.
    int endOfString(int quoteAt, int flags) {
        boolean triple = StringFlags.has(flags, StringFlags.TRIPLE);
        int memo = (flags & StringFlags.DOUBLE_QUOTED) != 0 ? (triple ? 3 : 1) : triple ? 2 : 0;
        contentFlags = 0;
        // What the earlier search passed over was escaped, so a search from within finds nothing either.
        if (quoteAt < unclosedUntil[memo] && unclosedUntil[memo] <= limit) {
            contentFlags = StringFlags.NON_ASCII | StringFlags.BACKSLASH;
            return ~unclosedUntil[memo];
        }
        int end = triple ? endOfTriple(quoteAt + 3, text[quoteAt]) : endOfSingle(quoteAt + 1, text[quoteAt]);
        if (end < 0) {
            unclosedUntil[memo] = ~end;
        }
        return end;
    }

    private int endOfSingle(int from, int quote) {
        final byte[] bytes = text;
        final int end = limit;
        final long quotes = EightBytes.eight(quote);
        int seen = 0;
        int p = from;
        while (p < end) {
            while (p + EightBytes.LENGTH <= end) {
                long eight = EightBytes.at(bytes, p);
                long found = EightBytes.equal(eight, quotes) | EightBytes.equal(eight, BACKSLASHES)
                        | EightBytes.equal(eight, FEEDS) | EightBytes.equal(eight, RETURNS);
                if (found != 0) {
                    seen |= (eight & (found & -found) - 1 & EightBytes.HIGHS) != 0 ? -1 : 0;
                    p += EightBytes.first(found);
                    break;
                }
                seen |= (eight & EightBytes.HIGHS) != 0 ? -1 : 0;
                p += EightBytes.LENGTH;
            }
            if (p == end) {
                break;
            }
            int b = bytes[p];
            if (b == quote) {
                contentFlags |= seen < 0 ? StringFlags.NON_ASCII : 0;
                return p + 1;
            }
            seen |= b;
            if (b == '\\') {
                contentFlags |= StringFlags.BACKSLASH;
                seen |= p + 1 < end ? bytes[p + 1] : 0;
                p = afterEscape(p, end);
            } else if (b == '\n' || b == '\r') {
                break;
            } else {
                p++;
            }
        }
        contentFlags |= seen < 0 ? StringFlags.NON_ASCII : 0;
        return ~p;
    }

    private int endOfTriple(int from, int quote) {
        final byte[] bytes = text;
        final int end = limit;
        final long quotes = EightBytes.eight(quote);
        int seen = 0;
        int p = from;
        while (p < end) {
            while (p + EightBytes.LENGTH <= end) {
                long eight = EightBytes.at(bytes, p);
                long found = EightBytes.equal(eight, quotes) | EightBytes.equal(eight, BACKSLASHES);
                if (found != 0) {
                    // Bytes before the first that is found.
                    seen |= (eight & (found & -found) - 1 & EightBytes.HIGHS) != 0 ? -1 : 0;
                    p += EightBytes.first(found);
                    break;
                }
                seen |= (eight & EightBytes.HIGHS) != 0 ? -1 : 0;
                p += EightBytes.LENGTH;
            }
            if (p == end) {
                break;
            }
            int b = bytes[p];
            seen |= b;
            if (b == quote && isTriple(p, quote)) {
                contentFlags |= seen < 0 ? StringFlags.NON_ASCII : 0;
                return p + 3;
            }
            if (b == '\\') {
                contentFlags |= StringFlags.BACKSLASH;
                seen |= p + 1 < end ? bytes[p + 1] : 0;
                p = afterEscape(p, end);
            } else {
                p++;
            }
        }
        contentFlags |= seen < 0 ? StringFlags.NON_ASCII : 0;
        return ~end;
    }

    /// @param token the token in whose text the end is missed
    /// @param noun `string`, `f-string` or `t-string`
    void reportUnterminated(int token, int start, int end, int flags, String noun) {
        int line = source.line0(end);
        // At the end of a file, the line after the last line break isn't one yet.
        boolean beyond = end == source.end() && line > 0 && source.lineStart(line) == end;
        boolean triple = StringFlags.has(flags, StringFlags.TRIPLE);
        boolean hint = !triple && noun.equals("string") && version.isAtLeast(PythonVersion.PY313)
                && !errors.isFull() && escapesQuote(start + StringFlags.contentStart(flags), end, flags);
        errors.atToken(token, start, "unterminated " + (triple ? "triple-quoted " : "") + noun + " literal (detected at line "
                + (beyond ? line : line + 1) + ")" + (hint ? "; perhaps you escaped the end quote?" : ""));
    }

    private boolean escapesQuote(int from, int end, int flags) {
        int quote = StringFlags.has(flags, StringFlags.DOUBLE_QUOTED) ? '"' : '\'';
        for (int p = from; p + 1 < end; p = text[p] == '\\' ? p + 2 : p + 1) {
            if (text[p] == '\\' && text[p + 1] == quote) {
                return true;
            }
        }
        return false;
    }
}
