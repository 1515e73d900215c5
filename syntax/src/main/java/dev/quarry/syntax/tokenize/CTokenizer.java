package dev.quarry.syntax.tokenize;

import static dev.quarry.syntax.tokenize.LineBuffer.EOF;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.Utf8;
import dev.quarry.syntax.tokenize.TokenizeError.Kind;

/// The tokens of Python 3.12 and later, whose `tokenize` asks the compiler's tokenizer for "extra tokens": comments, line
/// breaks that end no statement, and, unlike for the compiler, no complaint about brackets that don't match, letters
/// after numbers and characters that no name can have.
///
/// A method that returns a type has put the token's place into `start` and `end`; null stands for an error.
final class CTokenizer {
    private static final int TAB = 8;
    private static final int MAX_INDENTS = 100;
    private static final int MAX_BRACKETS = 200;
    /// Instead of a quote.
    private static final int NO_STRING = 0;
    private static final int FAILED = -2;

    private final LineBuffer buffer;
    private final byte[] text;
    private final PythonVersion version;
    private final PythonTokens tokens;
    private final Columns columns;
    private final FormatModes formats;
    private final NumberReader numbers;
    private int[] indents = new int[MAX_INDENTS];
    /// Indentation with tabs of width 1.
    private int[] narrowIndents = new int[MAX_INDENTS];
    private int depth;
    /// INDENTs (positive) or DEDENTs (negative) that are due.
    private int pending;
    private boolean atLineStart = true;
    private boolean blankLine;
    /// A comment has come that stands alone on its line.
    private boolean commentOnly;
    private int brackets;
    private TokenizeError error;
    private int start;
    private int end;
    /// Line of the current token's start and where that line begins, for tokens that may span lines.
    private int firstLine;
    private int firstLineStart;

    CTokenizer(TokenizeSource source, PythonVersion version, PythonTokens tokens) {
        buffer = new LineBuffer(source.text(), source.start());
        text = buffer.text();
        this.version = version;
        this.tokens = tokens;
        columns = new Columns(text);
        formats = new FormatModes(version);
        numbers = new NumberReader(this);
    }

    void run() {
        TokenType type;
        do {
            type = formats.inText() ? formatText() : token();
            if (type == null) {
                tokens.fail(error);
                return;
            }
            add(type);
        } while (type != TokenType.ENDMARKER);
    }

    private void add(TokenType type) {
        int sourceEnd = tokens.text().length;
        if (type == TokenType.ENDMARKER || type == TokenType.DEDENT && buffer.isAtEnd()) {
            tokens.add(type, sourceEnd, sourceEnd, buffer.line + 1, 0, buffer.line + 1, 0);
            return;
        }
        int startLine = buffer.line;
        int startLineStart = buffer.lineStart;
        switch (type) {
            case STRING, FSTRING_MIDDLE, TSTRING_MIDDLE -> {
                startLine = firstLine;
                startLineStart = firstLineStart;
            }
            default -> { }
        }
        int column = start < startLineStart ? -1 : columns.at(startLineStart, start);
        int endColumn = columns.at(buffer.lineStart, end);
        if (startLine != buffer.line && !version.isAtLeast(PythonVersion.PY313)) {
            // Python 3.12 counts the characters of the last line's bytes in the token's first line.
            int bytes = end - buffer.lineStart;
            endColumn = columns.characters(startLineStart, Math.min(startLineStart + bytes, buffer.lineEnd));
        }
        if (type == TokenType.NEWLINE) {
            endColumn++;
        }
        int stringEnd = end;
        if (type == TokenType.NEWLINE && !buffer.isLineUnended()) {
            stringEnd = buffer.position;
        } else if (type == TokenType.NL && buffer.isLineUnended()) {
            stringEnd = start;
        }
        tokens.add(type, start, stringEnd, startLine, column, buffer.line, endColumn);
    }

    // Reading.

    int next() {
        return buffer.next(formats.isOpen());
    }

    void back(int c) {
        buffer.back(c);
    }

    private TokenType accept(TokenType type) {
        start = buffer.tokenStart;
        end = buffer.position;
        return type;
    }

    /// Fails at the place that has been read.
    TokenType fail(String message) {
        return failAt(buffer.line, buffer.lineStart, buffer.position, message);
    }

    private TokenType failAt(int line, int lineStart, int position, String message) {
        error = TokenizeError.at(line, columns.characters(lineStart, position), message);
        return null;
    }

    /// Fails at the end of the buffer's text.
    private TokenType failInLine(String message) {
        int column = columns.characters(buffer.bufferStart, buffer.lineEnd - 1) + 1;
        error = TokenizeError.at(buffer.line, column, message);
        return null;
    }

    /// Fails at the end of the file, or where a null byte has been met.
    private TokenType failAtEnd() {
        if (buffer.foundNull()) {
            return failAt(buffer.line, buffer.lineStart, buffer.lineStart, "source code cannot contain null bytes");
        }
        error = TokenizeError.at(buffer.line, buffer.lineEnd - buffer.bufferStart,
                "unexpected EOF in multi-line statement");
        return null;
    }

    // Tokens outside the text of f-strings.

    private TokenType token() {
        buffer.tokenStart = -1;
        blankLine = false;
        if (atLineStart && !indentation()) {
            return null;
        }
        buffer.tokenStart = buffer.position;
        if (pending < 0) {
            pending++;
            return accept(TokenType.DEDENT);
        }
        if (pending > 0) {
            pending--;
            accept(TokenType.INDENT);
            start = buffer.bufferStart;
            return TokenType.INDENT;
        }
        while (true) {
            buffer.tokenStart = -1;
            int c = next();
            while (c == ' ' || c == '\t' || c == '\f') {
                c = next();
            }
            buffer.tokenStart = c == EOF ? buffer.position : buffer.position - 1;
            if (c == '#') {
                return comment();
            }
            if (c == EOF) {
                return brackets > 0 || buffer.foundNull() ? failAtEnd() : accept(TokenType.ENDMARKER);
            }
            if (c != '\\') {
                return token(c);
            }
            if (!continuation()) {
                return null;
            }
        }
    }

    private TokenType comment() {
        int c;
        do {
            c = next();
        } while (c != EOF && c != '\n' && c != '\r');
        back(c);
        commentOnly = blankLine;
        return accept(TokenType.COMMENT);
    }

    private TokenType token(int first) {
        int c = first;
        if (isNameStart(c)) {
            int quote = stringPrefix(c);
            if (quote == FAILED) {
                return null;
            }
            if (quote == NO_STRING) {
                return accept(TokenType.NAME);
            }
            return formats.sawFormat() ? formatStart(quote) : string(quote);
        }
        if (c == '\r') {
            // A carriage return alone joins the next token, whatever that is.
            c = next();
        }
        if (c == '\n') {
            return lineBreak();
        }
        if (c == '.') {
            c = next();
            if (!isDigit(c)) {
                return dots(c);
            }
            return numbers.fraction(c) ? accept(TokenType.NUMBER) : null;
        }
        if (isDigit(c)) {
            return numbers.number(c) ? accept(TokenType.NUMBER) : null;
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (c == '\\') {
            return continuation() ? token() : null;
        }
        return operator(c);
    }

    private TokenType lineBreak() {
        atLineStart = true;
        if (blankLine || brackets > 0 || commentOnly) {
            commentOnly = false;
            return accept(TokenType.NL);
        }
        accept(TokenType.NEWLINE);
        end--;
        return TokenType.NEWLINE;
    }

    /// `...` or `.`; `second` follows the first dot.
    private TokenType dots(int second) {
        if (second == '.') {
            int third = next();
            if (third == '.') {
                return accept(TokenType.OP);
            }
            back(third);
        }
        back(second);
        return accept(TokenType.OP);
    }

    private boolean continuation() {
        int c = next();
        if (c == '\r') {
            c = next();
        }
        if (c != '\n') {
            failInLine("unexpected character after line continuation character");
            return false;
        }
        c = next();
        if (c == EOF) {
            failAtEnd();
            return false;
        }
        back(c);
        return true;
    }

    // Indentation.

    private boolean indentation() {
        atLineStart = false;
        int column = 0;
        int narrow = 0;
        int continued = 0;
        int c = next();
        for (; ; c = next()) {
            if (c == ' ') {
                column++;
                narrow++;
            } else if (c == '\t') {
                column = (column / TAB + 1) * TAB;
                narrow++;
            } else if (c == '\f') {
                column = 0;
                narrow = 0;
            } else if (c == '\\') {
                // The first part of a continued line decides.
                continued = continued == 0 ? column : continued;
                if (!continuation()) {
                    return false;
                }
            } else {
                break;
            }
        }
        back(c);
        if (buffer.foundNull()) {
            failAtEnd();
            return false;
        }
        blankLine = c == '#' || c == '\n' || c == '\r';
        return blankLine || brackets > 0
                || (continued == 0 ? indentation(column, narrow) : indentation(continued, continued));
    }

    private boolean indentation(int column, int narrow) {
        if (column > indents[depth]) {
            if (depth + 1 == MAX_INDENTS) {
                failInLine("too many levels of indentation");
                return false;
            }
            if (narrow <= narrowIndents[depth]) {
                return failForTabs();
            }
            depth++;
            pending++;
            indents[depth] = column;
            narrowIndents[depth] = narrow;
            return true;
        }
        while (depth > 0 && column < indents[depth]) {
            depth--;
            pending--;
        }
        if (column != indents[depth]) {
            failInLine("unindent does not match any outer indentation level");
            return false;
        }
        return narrow == narrowIndents[depth] || failForTabs();
    }

    private boolean failForTabs() {
        failInLine("inconsistent use of tabs and spaces in indentation");
        return false;
    }

    // Names and strings.

    /// Reads a name, or the letters before a string and its first quote. Returns the quote, NO_STRING or FAILED.
    private int stringPrefix(int first) {
        int c = first;
        formats.beginPrefix();
        while (formats.addToPrefix(c)) {
            c = next();
            if (c == '"' || c == '\'') {
                String conflict = formats.prefixConflict();
                if (conflict != null) {
                    // This column, unlike all others, counts bytes.
                    error = TokenizeError.at(buffer.line, buffer.tokenStart + 1 - buffer.lineStart, conflict);
                    return FAILED;
                }
                return c;
            }
        }
        while (isNameStart(c) || isDigit(c)) {
            c = next();
        }
        back(c);
        return NO_STRING;
    }

    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private TokenType string(int quote) {
        firstLine = buffer.line;
        firstLineStart = buffer.lineStart;
        int size = 1;
        int closing = 0;
        int c = next();
        if (c == quote) {
            c = next();
            if (c == quote) {
                size = 3;
            } else {
                closing = 1;
            }
        }
        if (c != quote) {
            back(c);
        }
        boolean escapedQuote = false;
        while (closing != size) {
            c = next();
            if (c == EOF && buffer.foundNull()) {
                return failAtEnd();
            }
            if (c == EOF || size == 1 && c == '\n') {
                return failUnterminated(quote, size, escapedQuote);
            }
            if (c == quote) {
                closing++;
                continue;
            }
            closing = 0;
            if (c == '\\') {
                c = next();
                escapedQuote |= c == quote;
                if (c == '\r') {
                    next();
                }
            }
        }
        return accept(TokenType.STRING);
    }

    private TokenType failUnterminated(int quote, int size, boolean escapedQuote) {
        int at = buffer.tokenStart + 1;
        boolean hint = escapedQuote && version.isAtLeast(PythonVersion.PY313);
        String message;
        if (formats.isOpen() && formats.endsWith(quote, size)) {
            message = formats.letter() + "-string: expecting '}'";
        } else if (size == 3) {
            message = "EOF in multi-line string";
        } else {
            message = "unterminated string literal (detected at line " + buffer.line + ")"
                    + (hint ? "; perhaps you escaped the end quote?" : "");
        }
        return failAt(firstLine, firstLineStart, at, message);
    }

    // Operators.

    private TokenType operator(int c) {
        formats.see(c);
        if (c == ':' && formats.beginsSpecification()) {
            formats.enterSpecification();
            return accept(TokenType.OP);
        }
        int second = next();
        if (isPair(c, second)) {
            int third = next();
            if (third != '=' || c != second || c == '=') {
                back(third);
            }
            return accept(TokenType.OP);
        }
        back(second);
        switch (c) {
            case '(', '[', '{' -> {
                if (brackets == MAX_BRACKETS) {
                    return fail("too many nested parentheses");
                }
                brackets++;
                formats.openBracket();
            }
            case ')', ']', '}' -> {
                String problem = formats.closeBracket(c);
                if (problem != null) {
                    return fail(problem);
                }
                brackets = Math.max(0, brackets - 1);
            }
            default -> {
                if (c < ' ' || c == 0x7F) {
                    return fail(String.format("invalid non-printable character U+%04X", c));
                }
                if (c >= 0x80) {
                    // A lone carriage return before it made the first byte of a character a token.
                    error = TokenizeError.of(Kind.UNEXPECTED,
                            Utf8.errorMessage(text, buffer.tokenStart, buffer.position, buffer.tokenStart));
                    return null;
                }
            }
        }
        return accept(TokenType.OP);
    }

    private static boolean isPair(int c, int second) {
        return switch (c) {
            case '!', '%', '&', '+', '=', '@', '^', '|', ':' -> second == '=';
            case '-' -> second == '=' || second == '>';
            case '*', '/', '>' -> second == '=' || second == c;
            case '<' -> second == '=' || second == '<' || second == '>';
            default -> false;
        };
    }

    // f-strings and t-strings.

    private TokenType formatStart(int quote) {
        int size = 1;
        int c = next();
        if (c == quote) {
            int third = next();
            if (third == quote) {
                size = 3;
            } else {
                back(third);
                back(c);
            }
        } else {
            back(c);
        }
        if (formats.isFull()) {
            return fail(version.isAtLeast(PythonVersion.PY314) ? "too many nested f-strings or t-strings"
                    : "too many nested f-strings");
        }
        formats.open(quote, size, buffer.tokenStart, buffer.line, buffer.lineStart);
        return accept(formats.isTemplate() ? TokenType.TSTRING_START : TokenType.FSTRING_START);
    }

    /// From a place in the text of an f-string: its end, the bracket of a field, or text up to one of these.
    private TokenType formatText() {
        buffer.tokenStart = buffer.position;
        firstLine = buffer.line;
        firstLineStart = buffer.lineStart;
        int c = next();
        if (c == '{') {
            int second = next();
            back(second);
            back(c);
            if (second != '{') {
                return formats.enterField() ? token() : fail(formats.letter()
                        + "-string: expressions nested too deeply");
            }
        } else {
            back(c);
        }
        int quotes = 0;
        while (quotes < formats.quoteSize()) {
            c = next();
            if (c != formats.quote()) {
                back(c);
                return formatMiddle();
            }
            quotes++;
        }
        TokenType type = formats.isTemplate() ? TokenType.TSTRING_END : TokenType.FSTRING_END;
        formats.close();
        return accept(type);
    }

    private TokenType formatMiddle() {
        boolean named = false;
        int closing = 0;
        while (closing != formats.quoteSize()) {
            int c = next();
            if (c == EOF && buffer.foundNull()) {
                return failAtEnd();
            }
            boolean specification = formats.inSpecification();
            if (c == EOF || formats.quoteSize() == 1 && c == '\n') {
                if (specification && c == '\n') {
                    if (version.isAtLeast(PythonVersion.PY314)) {
                        return fail(String.format("%1$c-string: newlines are not allowed in format specifiers for"
                                + " single quoted %1$c-strings", formats.letter()));
                    }
                    back(c);
                    formats.leaveText();
                    return middle(0);
                }
                return failAt(formats.line(), formats.lineStart(), formats.start() + 1,
                        "unterminated " + (formats.quoteSize() == 3 ? "triple-quoted " : "") + formats.letter()
                                + "-string literal (detected at line " + buffer.line + ")");
            }
            if (c == formats.quote()) {
                closing++;
                continue;
            }
            closing = 0;
            if (c == '{') {
                int second = next();
                if (second == '{' && !specification) {
                    return middle(1);
                }
                back(second);
                back(c);
                return formats.enterField() ? middle(0)
                        : fail(formats.letter() + "-string: expressions nested too deeply");
            }
            if (c == '}') {
                if (named) {
                    return middle(0);
                }
                int second = next();
                if (second == '}' && !specification && formats.depthIsZero()) {
                    return middle(1);
                }
                back(second);
                back(c);
                formats.leaveText();
                return middle(0);
            }
            if (c == '\\') {
                int escaped = next();
                if (escaped == '\r') {
                    escaped = next();
                }
                if (escaped == '{' || escaped == '}') {
                    back(escaped);
                } else if (escaped == 'N' && !formats.isRaw()) {
                    int brace = next();
                    named = brace == '{';
                    if (!named) {
                        back(brace);
                    }
                }
            }
        }
        for (int i = 0; i < formats.quoteSize(); i++) {
            back(formats.quote());
        }
        return middle(0);
    }

    /// Text up to here but for the last bytes.
    private TokenType middle(int without) {
        accept(formats.isTemplate() ? TokenType.TSTRING_MIDDLE : TokenType.FSTRING_MIDDLE);
        end -= without;
        return formats.isTemplate() ? TokenType.TSTRING_MIDDLE : TokenType.FSTRING_MIDDLE;
    }
}
