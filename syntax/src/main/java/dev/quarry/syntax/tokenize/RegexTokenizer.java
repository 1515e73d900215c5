package dev.quarry.syntax.tokenize;

import dev.quarry.syntax.Identifiers;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.Utf8;
import dev.quarry.syntax.tokenize.TokenizeError.Kind;
import java.util.Arrays;

/// The tokens of Python 3.8 to 3.11, whose `tokenize` is a loop over lines with regular expressions.
///
/// It knows less than the compiler's tokenizer: what no expression matches becomes an `ERRORTOKEN` of one character
/// (the first blank before it, where there are blanks), brackets are only counted, and f-strings are strings.
final class RegexTokenizer {
    private static final int TAB = 8;
    /// Instead of a place in the line.
    private static final int NEXT_LINE = -1;
    private static final int END = -2;
    private static final int ERROR = -3;

    private final byte[] text;
    private final TokenizeSource source;
    private final PythonVersion version;
    private final PythonTokens tokens;
    private final Columns columns;
    private final RegexPatterns patterns;
    private int[] indents = new int[16];
    private int depth = 1;
    private int line;
    /// The line that is being read.
    private int lineStart;
    private int lineEnd;
    /// Opening brackets less closing ones; may be negative.
    private int parentheses;
    private boolean continued;
    /// Start of the string that has not ended yet, -1 when there is none; its quotes; where it starts.
    private int openString = -1;
    private byte openQuote;
    private boolean openTriple;
    private int openLine;
    private int openColumn;
    /// Whether the open string must end on this line unless a backslash ends the line. As in Python, this outlives a
    /// string that didn't end, and then holds for the next one.
    private boolean needsContinuation;

    RegexTokenizer(TokenizeSource source, PythonVersion version, PythonTokens tokens) {
        this.source = source;
        this.text = source.text();
        this.version = version;
        this.tokens = tokens;
        this.columns = new Columns(text);
        this.patterns = new RegexPatterns(text, version);
    }

    void run() {
        lineStart = source.start();
        lineEnd = source.start();
        while (true) {
            int previousStart = lineStart;
            lineStart = lineEnd;
            lineEnd = TokenizeSource.afterLine(text, lineStart);
            if (source.error() != null && source.errorAt() >= lineStart && source.errorAt() < lineEnd) {
                tokens.fail(source.error());
                return;
            }
            line++;
            boolean atEnd = lineStart == lineEnd;
            int p = lineStart;
            if (openString >= 0) {
                if (atEnd) {
                    tokens.fail(TokenizeError.at(openLine, openColumn, "EOF in multi-line string"));
                    return;
                }
                p = continueString();
            } else if (parentheses == 0 && !continued) {
                p = beginStatement();
                if (p == END) {
                    finish(previousStart);
                    return;
                }
                if (p == ERROR) {
                    return;
                }
            } else {
                if (atEnd) {
                    tokens.fail(TokenizeError.at(line, 0, "EOF in multi-line statement"));
                    return;
                }
                continued = false;
            }
            if (p != NEXT_LINE) {
                scan(p);
            }
        }
    }

    /// Measures the indentation. Returns where the first token begins, NEXT_LINE for a line without a statement, ERROR,
    /// or END at the end and for a last line of nothing but blanks.
    private int beginStatement() {
        int column = 0;
        int p = lineStart;
        while (p < lineEnd) {
            byte b = text[p];
            if (b == ' ') {
                column++;
            } else if (b == '\t') {
                column = (column / TAB + 1) * TAB;
            } else if (b == '\f') {
                column = 0;
            } else {
                break;
            }
            p++;
        }
        if (p == lineEnd) {
            return END;
        }
        byte first = text[p];
        if (first == '#' || first == '\r' || first == '\n') {
            if (first == '#') {
                int end = lineEnd;
                while (text[end - 1] == '\r' || text[end - 1] == '\n') {
                    end--;
                }
                add(TokenType.COMMENT, p, end);
                p = end;
            }
            add(TokenType.NL, p, lineEnd);
            return NEXT_LINE;
        }
        return indent(column, p) ? p : ERROR;
    }

    private boolean indent(int column, int p) {
        if (column > indents[depth - 1]) {
            if (depth == indents.length) {
                indents = Arrays.copyOf(indents, depth * 2);
            }
            indents[depth++] = column;
            add(TokenType.INDENT, lineStart, p);
        }
        while (column < indents[depth - 1]) {
            if (Arrays.binarySearch(indents, 0, depth, column) < 0) {
                tokens.fail(TokenizeError.at(line, p - lineStart,
                        "unindent does not match any outer indentation level"));
                return false;
            }
            depth--;
            add(TokenType.DEDENT, p, p);
        }
        return true;
    }

    /// Looks for the end of the open string. Returns the place after it, NEXT_LINE when it isn't on this line.
    private int continueString() {
        int end = patterns.endOfString(lineStart, lineEnd, openQuote, openTriple);
        if (end >= 0) {
            addString(TokenType.STRING, end);
            needsContinuation = false;
            return end;
        }
        if (needsContinuation && !patterns.endsWithBackslash(lineStart, lineEnd)) {
            addString(TokenType.ERRORTOKEN, lineEnd);
        }
        return NEXT_LINE;
    }

    private void addString(TokenType type, int end) {
        tokens.add(type, openString, end, openLine, openColumn, line, columns.at(lineStart, end));
        openString = -1;
    }

    private void scan(int from) {
        int p = from;
        while (p < lineEnd) {
            int start = patterns.afterBlanks(p, lineEnd);
            if (start == lineEnd) {
                return;
            }
            int end = patterns.match(start, lineEnd);
            if (end < 0) {
                int next = p + Utf8.sequenceLength(text, p, lineEnd);
                add(TokenType.ERRORTOKEN, p, next);
                p = next;
                continue;
            }
            p = end;
            switch (patterns.matched()) {
                case NUMBER -> add(TokenType.NUMBER, start, end);
                case LINE_BREAK -> add(parentheses > 0 ? TokenType.NL : TokenType.NEWLINE, start, end);
                case COMMENT -> add(TokenType.COMMENT, start, end);
                case CONTINUATION -> continued = true;
                case TRIPLE -> {
                    int close = patterns.endOfString(end, lineEnd, text[end - 1], true);
                    if (close < 0) {
                        open(start, text[end - 1], true);
                        return;
                    }
                    add(TokenType.STRING, start, close);
                    p = close;
                }
                case STRING -> add(TokenType.STRING, start, end);
                case OPEN_STRING -> {
                    open(start, patterns.quote(), false);
                    needsContinuation = true;
                    return;
                }
                case WORD -> {
                    boolean name = text[start] >= 0 ? text[start] > '9'
                            : Identifiers.isStart(Utf8.codePoint(text, start), version);
                    add(name ? TokenType.NAME : TokenType.OP, start, end);
                }
                case OPERATOR -> {
                    switch (text[start]) {
                        case '(', '[', '{' -> parentheses++;
                        case ')', ']', '}' -> parentheses--;
                        default -> { }
                    }
                    add(TokenType.OP, start, end);
                }
            }
        }
    }

    private void open(int start, byte quote, boolean triple) {
        openString = start;
        openQuote = quote;
        openTriple = triple;
        openLine = line;
        openColumn = columns.at(lineStart, start);
    }

    /// The line before this one begins at `previousStart`.
    private void finish(int previousStart) {
        int previousEnd = lineStart;
        boolean unended = previousStart < previousEnd && text[previousEnd - 1] != '\n' && text[previousEnd - 1] != '\r';
        boolean commentCounts = version == PythonVersion.PY38;
        if (unended && (commentCounts || !patterns.isComment(previousStart, previousEnd))) {
            int column = columns.at(previousStart, previousEnd);
            tokens.add(TokenType.NEWLINE, previousEnd, previousEnd, line - 1, column, line - 1, column + 1);
        }
        for (int i = 1; i < depth; i++) {
            tokens.add(TokenType.DEDENT, lineEnd, lineEnd, line, 0, line, 0);
        }
        tokens.add(TokenType.ENDMARKER, lineEnd, lineEnd, line, 0, line, 0);
    }

    private void add(TokenType type, int start, int end) {
        int column = columns.at(lineStart, start);
        tokens.add(type, start, end, line, column, line, columns.at(lineStart, end));
    }
}
