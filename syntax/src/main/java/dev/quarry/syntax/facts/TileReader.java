package dev.quarry.syntax.facts;

import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;

/// Reads a file as tokens and trivia, one behind the other, each byte once, whatever the file.
///
/// Tokens are those of the release that the tree was parsed for: before 3.12 an f-string is one STRING. Type comments
/// are comments, and refused characters trivia.
public final class TileReader {
    private final SyntaxTree tree;
    private final TokenBuffer tokens;
    private final byte[] text;
    private final int textStart;
    private final int textEnd;
    private final boolean splitsFormatStrings;

    /// The next token.
    private int token;
    /// Where it begins.
    private int tokenStart;
    private int at;
    private int brackets;
    /// Only blanks have come since the last line break that no bracket or backslash continues.
    private boolean lineStart = true;

    private int kind;
    private TriviaKind trivia;
    private int start;

    public TileReader(SyntaxTree tree) {
        this.tree = tree;
        tokens = tree.tokens();
        SourceText source = tree.source();
        text = source.utf8();
        textStart = source.start();
        textEnd = source.end();
        splitsFormatStrings = tree.options().version().isAtLeast(PythonVersion.PY312);
        findToken();
    }

    /// Goes to the next piece; false at the end of the file.
    public boolean next() {
        if (token >= tokens.size()) {
            return false;
        }
        start = at;
        if (at < tokenStart) {
            trivia = scan();
        } else {
            trivia = null;
            takeToken();
        }
        return true;
    }

    public boolean isToken() {
        return trivia == null;
    }

    /// Of a token, one of the constants of [TokenKind]: keywords are NAME.
    public int tokenKind() {
        return kind;
    }

    /// Null for a token.
    public TriviaKind triviaKind() {
        return trivia;
    }

    /// Offset of the first byte in [SourceText#utf8]; 0 for a byte order mark.
    public int start() {
        return start;
    }

    /// Offset after the last byte in [SourceText#utf8].
    public int end() {
        return at;
    }

    // Tokens.

    private void takeToken() {
        kind = tokens.kind(token);
        int last = token;
        if (TokenKind.isKeyword(kind)) {
            kind = TokenKind.NAME;
        } else if (kind == TokenKind.FSTRING_START && !splitsFormatStrings) {
            kind = TokenKind.STRING;
            last = lastOfFormatString();
        }
        at = Math.max(at, tokens.end(last));
        switch (kind) {
            case TokenKind.NEWLINE -> {
                lineStart = true;
                brackets = 0;
            }
            case TokenKind.INDENT, TokenKind.DEDENT -> { }
            case TokenKind.LPAR, TokenKind.LSQB, TokenKind.LBRACE -> {
                lineStart = false;
                brackets++;
            }
            case TokenKind.RPAR, TokenKind.RSQB, TokenKind.RBRACE -> {
                lineStart = false;
                brackets = Math.max(0, brackets - 1);
            }
            default -> lineStart = false;
        }
        token = last + 1;
        findToken();
    }

    private int lastOfFormatString() {
        int depth = 1;
        int last = token;
        while (depth > 0 && last + 1 < tokens.size()) {
            last++;
            switch (tokens.kind(last)) {
                case TokenKind.FSTRING_START -> depth++;
                case TokenKind.FSTRING_END -> depth--;
                default -> { }
            }
        }
        return last;
    }

    /// Passes over what CPython's `tokenize` has no token for.
    private void findToken() {
        while (token < tokens.size()) {
            int next = tokens.kind(token);
            if (next == TokenKind.TYPE_COMMENT) {
                boolean alone = isFirstOfLine(token);
                token++;
                // The compiler wants a NEWLINE behind a type comment that stands alone.
                token += alone && tokens.kind(token) == TokenKind.NEWLINE ? 1 : 0;
            } else if (next == TokenKind.ERRORTOKEN) {
                token++;
            } else {
                break;
            }
        }
        tokenStart = token < tokens.size() ? tokens.start(token) : textEnd;
    }

    private boolean isFirstOfLine(int comment) {
        int before = comment - 1;
        while (before >= 0 && (tokens.kind(before) == TokenKind.INDENT || tokens.kind(before) == TokenKind.DEDENT)) {
            before--;
        }
        return before < 0 || tokens.kind(before) == TokenKind.NEWLINE || tokens.kind(before) == TokenKind.TYPE_COMMENT;
    }

    // Trivia.

    private TriviaKind scan() {
        if (at < textStart) {
            at = textStart;
            return TriviaKind.BOM;
        }
        return switch (text[at]) {
            case ' ', '\t' -> blanks();
            case '\f' -> {
                while (at < tokenStart && text[at] == '\f') {
                    at++;
                }
                yield TriviaKind.FORM_FEED;
            }
            case '\n', '\r' -> lineBreak();
            case '#' -> {
                while (at < tokenStart && text[at] != '\n' && text[at] != '\r') {
                    at++;
                }
                lineStart = false;
                yield TriviaKind.COMMENT;
            }
            case '\\' -> backslash();
            default -> skipped();
        };
    }

    private TriviaKind blanks() {
        while (at < tokenStart && (text[at] == ' ' || text[at] == '\t')) {
            at++;
        }
        if (!lineStart || brackets > 0) {
            return TriviaKind.WHITESPACE;
        }
        if (at < tokenStart && (text[at] == '\n' || text[at] == '\r')) {
            takeLineBreak();
            return TriviaKind.BLANK_LINE;
        }
        return at == textEnd ? TriviaKind.WHITESPACE : TriviaKind.INDENTATION;
    }

    private TriviaKind lineBreak() {
        boolean blank = lineStart && brackets == 0;
        takeLineBreak();
        lineStart = true;
        return blank ? TriviaKind.BLANK_LINE : TriviaKind.NL;
    }

    private void takeLineBreak() {
        at += text[at] == '\r' && at + 1 < tokenStart && text[at + 1] == '\n' ? 2 : 1;
    }

    private TriviaKind backslash() {
        at++;
        if (at < tokenStart && (text[at] == '\n' || text[at] == '\r')) {
            takeLineBreak();
            lineStart = false;
            return TriviaKind.LINE_CONTINUATION;
        }
        return at == textEnd ? TriviaKind.LINE_CONTINUATION : skipped();
    }

    private TriviaKind skipped() {
        lineStart = false;
        while (at < tokenStart && " \t\f\n\r#\\".indexOf(text[at]) < 0) {
            at++;
        }
        return TriviaKind.SKIPPED;
    }

    /// The tree whose file is read.
    public SyntaxTree tree() {
        return tree;
    }
}
