package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Where a statement begins although a bracket or a string is still open, because what closes it is missing.
///
/// CPython reads on to the end of the file, as the first lexing does. When that finds brackets that nothing closes, or
/// a string in three quotes that reaches to the end, a second lexing with this class ends them where a line looks like
/// the beginning of a statement, so that the rest of the file has its nodes. The first error is that of the first
/// lexing all the same.
final class LineRecovery {
    private static final int TAB = 8;

    /// Words that no expression has: a line that begins with one is no part of a bracket.
    private static final Set<String> STATEMENTS = Set.of("def", "class", "return", "import", "while", "with", "try",
            "raise", "del", "pass", "break", "continue", "global", "nonlocal", "assert", "except", "finally", "elif");
    /// Words that go on with an expression.
    private static final Set<String> OPERATORS = Set.of("and", "or", "in", "is");
    private static final int LONGEST_WORD = 8;

    private final byte[] text;
    /// Offsets of the brackets that nothing closes, in order.
    private final int[] unclosed;
    /// Whether a string in three quotes reaches to the end of the file.
    private final boolean openString;

    /// The outermost of the unclosed brackets that is open now: its depth, -1 for none.
    private int activeDepth = -1;
    /// Of the statement with that bracket: its first token and the column of the line that it is on.
    private int statementToken;
    private int statementColumn;
    /// The token from which the statement's first one was looked for; no need to go back further.
    private int lookedFrom = -1;
    /// The string in three quotes that was looked at last and the column of its line, for others on that line.
    private int lastString;
    private int lastStringColumn;
    /// By statement that has been ended, the offsets of its first token and after its end.
    private final List<Span> ended = new ArrayList<>();

    LineRecovery(byte[] text, int[] unclosed, boolean openString) {
        this.text = text;
        this.unclosed = unclosed;
        this.openString = openString;
        Arrays.sort(unclosed);
    }

    /// The statements that were ended early.
    List<Span> ended() {
        return ended;
    }

    /// The diagnostics of a recovered file: its first error as the first reading gave it, then those of the second
    /// reading, of which a statement that was ended early has one at most.
    ///
    /// @param first those of the first reading; not empty
    /// @param decoding how many of them are about the encoding, which are those of the second reading, too
    List<Diagnostic> withoutNoise(List<Diagnostic> first, int decoding, List<Diagnostic> second) {
        List<Diagnostic> all = new ArrayList<>(first.subList(0, Math.min(first.size(), decoding + 1)));
        Diagnostic error = all.getLast();
        BitSet told = new BitSet();
        int place = statementAt(error.start());
        if (place >= 0) {
            told.set(place);
        }
        for (Diagnostic diagnostic : second.subList(decoding, second.size())) {
            int statement = statementAt(diagnostic.start());
            boolean same = diagnostic.start() == error.start() && diagnostic.message().equals(error.message());
            if (!same && (statement < 0 || !told.get(statement))) {
                all.add(diagnostic);
                if (statement >= 0) {
                    told.set(statement);
                }
            }
        }
        return all;
    }

    /// The number of the statement that was ended early around an offset; -1 when there is none.
    private int statementAt(int offset) {
        int low = 0;
        int high = ended.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            if (ended.get(middle).contains(offset)) {
                return middle;
            }
            if (ended.get(middle).start() > offset) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    /// Takes note of an opening bracket that is about to be pushed.
    void open(int offset, int depth, TokenBuffer tokens) {
        if (activeDepth >= 0 && depth > activeDepth || Arrays.binarySearch(unclosed, offset) < 0) {
            return;
        }
        activeDepth = depth;
        int last = tokens.size() - 1;
        int token = last;
        while (token > Math.max(lookedFrom, 0) && !endsLine(tokens.kind(token - 1))) {
            token--;
        }
        boolean sameStatement = lookedFrom >= 0 && token <= lookedFrom;
        lookedFrom = last;
        if (sameStatement) {
            return;
        }
        statementToken = token;
        int first = tokens.start(token);
        int line = first;
        while (line > 0 && isBlank(text[line - 1])) {
            line--;
        }
        statementColumn = column(line, first);
    }

    private static boolean endsLine(int kind) {
        return kind == TokenKind.NEWLINE || kind == TokenKind.INDENT || kind == TokenKind.DEDENT;
    }

    /// Whether the brackets that are open end before the line that starts at `next`.
    boolean endsBefore(int next, BracketStack brackets, TokenBuffer tokens) {
        if (activeDepth >= brackets.depth()) {
            activeDepth = -1;
        }
        int first = next;
        while (first < text.length && isBlank(text[first])) {
            first++;
        }
        if (first == text.length || text[first] == '\n' || text[first] == '\r' || text[first] == '#') {
            return false;
        }
        if (!beginsStatement(first, next, tokens)) {
            return false;
        }
        endAt(first + 1, brackets, tokens);
        return true;
    }

    /// Takes note that brackets end because the file does.
    void endOfFile(BracketStack brackets, TokenBuffer tokens) {
        endAt(text.length + 1, brackets, tokens);
    }

    /// The first error of the statement may be that of the token behind it, which CPython takes for one of its own.
    private void endAt(int end, BracketStack brackets, TokenBuffer tokens) {
        int start = activeDepth >= 0 && activeDepth < brackets.depth()
                ? tokens.start(statementToken) : brackets.offset(0);
        ended.add(new Span(start, end));
        activeDepth = -1;
    }

    /// Takes note that a statement ends because a string in it does, whose field nothing closes.
    void endString(int start, int end) {
        ended.add(new Span(start, end + 1));
    }

    /// Whether a line begins with a word that no expression has.
    static boolean beginsWithStatement(byte[] text, int lineStart) {
        int first = lineStart;
        while (first < text.length && isBlank(text[first])) {
            first++;
        }
        return STATEMENTS.contains(word(text, first));
    }

    private boolean beginsStatement(int first, int lineStart, TokenBuffer tokens) {
        String word = word(first);
        if (STATEMENTS.contains(word)) {
            return true;
        }
        if (activeDepth < 0 || OPERATORS.contains(word)) {
            return false;
        }
        int column = column(lineStart, first);
        if (column > statementColumn) {
            // The block of a head that lacks a bracket.
            return tokens.kind(tokens.size() - 1) == TokenKind.COLON
                    && beginsBlock(tokens.kind(statementToken));
        }
        int b = text[first];
        return !word.isEmpty() || b < 0 || b == '@' || b == '"' || b == '\'' || b >= '0' && b <= '9' || b == '('
                || b == '[' || b == '{' || b == '*';
    }

    private static boolean beginsBlock(int kind) {
        return switch (kind) {
            case TokenKind.KW_DEF, TokenKind.KW_CLASS, TokenKind.KW_IF, TokenKind.KW_ELIF, TokenKind.KW_ELSE,
                    TokenKind.KW_WHILE, TokenKind.KW_FOR, TokenKind.KW_WITH, TokenKind.KW_TRY, TokenKind.KW_EXCEPT,
                    TokenKind.KW_ASYNC, TokenKind.NAME -> true;
            default -> false;
        };
    }

    /// Where a string in three quotes ends early: before the line break in front of a line that begins a function or a
    /// class and is indented no further than the string's line. -1 when there is none.
    int endOfString(int start, int end) {
        if (!openString) {
            return -1;
        }
        int line = start;
        while (line > lastString && text[line - 1] != '\n' && text[line - 1] != '\r') {
            line--;
        }
        int column = line > 0 && line == lastString ? lastStringColumn : column(line, afterBlanks(line));
        lastString = start;
        lastStringColumn = column;
        for (int at = start; at < end; at++) {
            if (text[at] == '\n' || text[at] == '\r') {
                int lineBreak = at;
                if (text[at] == '\r' && at + 1 < end && text[at + 1] == '\n') {
                    at++;
                }
                int first = afterBlanks(at + 1);
                if (first < end && column(at + 1, first) <= column && beginsDefinition(first)) {
                    return lineBreak;
                }
            }
        }
        return -1;
    }

    /// `def name`, `class name` or `async def`, with what follows a name there.
    private boolean beginsDefinition(int at) {
        String word = word(at);
        if (word.equals("async")) {
            int next = afterBlanks(at + word.length());
            return word(next).equals("def");
        }
        if (!word.equals("def") && !word.equals("class")) {
            return false;
        }
        int name = afterBlanks(at + word.length());
        int end = name;
        while (end < text.length && (text[end] < 0 || ByteClass.IN_NAME[text[end]])) {
            end++;
        }
        return end > name && end < text.length && (text[end] == '(' || text[end] == ':' || text[end] == '[');
    }

    private int afterBlanks(int at) {
        int first = at;
        while (first < text.length && isBlank(text[first])) {
            first++;
        }
        return first;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\f';
    }

    private int column(int from, int to) {
        int column = 0;
        for (int i = from; i < to; i++) {
            column = text[i] == '\t' ? (column / TAB + 1) * TAB : text[i] == '\f' ? 0 : column + 1;
        }
        return column;
    }

    /// The word at an offset, cut where it is longer than any that matters; empty when there is none.
    private String word(int at) {
        return word(text, at);
    }

    private static String word(byte[] text, int at) {
        int end = at;
        int most = Math.min(text.length, at + LONGEST_WORD + 1);
        while (end < most && text[end] >= 0 && ByteClass.IN_NAME[text[end]]) {
            end++;
        }
        return new String(text, at, end - at, StandardCharsets.US_ASCII);
    }
}
