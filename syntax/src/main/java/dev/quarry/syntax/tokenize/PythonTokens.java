package dev.quarry.syntax.tokenize;

import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The tokens of a text as the `tokenize` module of a Python release gives them, in flat arrays.
///
/// Lines count from 1 and columns from 0, in characters (code points), as in Python. Where Python goes wrong the tokens
/// before that are kept, and [#error] says what is wrong.
public final class PythonTokens {
    private static final Map<String, String> EXACT_NAMES = Map.ofEntries(
            Map.entry("(", "LPAR"), Map.entry(")", "RPAR"), Map.entry("[", "LSQB"), Map.entry("]", "RSQB"),
            Map.entry("{", "LBRACE"), Map.entry("}", "RBRACE"), Map.entry(":", "COLON"), Map.entry(",", "COMMA"),
            Map.entry(";", "SEMI"), Map.entry(".", "DOT"), Map.entry("...", "ELLIPSIS"), Map.entry("=", "EQUAL"),
            Map.entry("->", "RARROW"), Map.entry(":=", "COLONEQUAL"), Map.entry("@", "AT"),
            Map.entry("!", "EXCLAMATION"), Map.entry("+", "PLUS"), Map.entry("-", "MINUS"), Map.entry("*", "STAR"),
            Map.entry("/", "SLASH"), Map.entry("//", "DOUBLESLASH"), Map.entry("%", "PERCENT"),
            Map.entry("**", "DOUBLESTAR"), Map.entry("<<", "LEFTSHIFT"), Map.entry(">>", "RIGHTSHIFT"),
            Map.entry("&", "AMPER"), Map.entry("|", "VBAR"), Map.entry("^", "CIRCUMFLEX"), Map.entry("~", "TILDE"),
            Map.entry("<", "LESS"), Map.entry(">", "GREATER"), Map.entry("==", "EQEQUAL"),
            Map.entry("!=", "NOTEQUAL"), Map.entry("<=", "LESSEQUAL"), Map.entry(">=", "GREATEREQUAL"),
            Map.entry("+=", "PLUSEQUAL"), Map.entry("-=", "MINEQUAL"), Map.entry("*=", "STAREQUAL"),
            Map.entry("/=", "SLASHEQUAL"), Map.entry("//=", "DOUBLESLASHEQUAL"), Map.entry("%=", "PERCENTEQUAL"),
            Map.entry("@=", "ATEQUAL"), Map.entry("&=", "AMPEREQUAL"), Map.entry("|=", "VBAREQUAL"),
            Map.entry("^=", "CIRCUMFLEXEQUAL"), Map.entry("<<=", "LEFTSHIFTEQUAL"),
            Map.entry(">>=", "RIGHTSHIFTEQUAL"), Map.entry("**=", "DOUBLESTAREQUAL"));
    private static final TokenType[] TYPES = TokenType.values();

    private final byte[] text;
    private final int textStart;
    private final String encoding;
    private byte[] types = new byte[256];
    /// Per token: start and end in the text, start line and column, end line and column.
    private int[] fields = new int[6 * 256];
    private int size;
    private TokenizeError error;

    PythonTokens(byte[] text, int textStart, String encoding) {
        this.text = text;
        this.textStart = textStart;
        this.encoding = encoding;
    }

    /// Tokenizes a file, as `python3.X -m tokenize FILE` does.
    public static PythonTokens ofFile(byte[] raw, PythonVersion version) {
        return tokenize(TokenizeSource.ofFile(raw, version), version);
    }

    /// Tokenizes what comes on standard input, as `python3.X -m tokenize` does: UTF-8, whatever it declares; all line
    /// breaks count as `\n`; no ENCODING token.
    public static PythonTokens ofStandardInput(byte[] raw, PythonVersion version) {
        return tokenize(TokenizeSource.ofStandardInput(raw), version);
    }

    private static PythonTokens tokenize(TokenizeSource source, PythonVersion version) {
        PythonTokens tokens = new PythonTokens(source.text(), source.start(), source.encoding());
        if (source.encoding() != null) {
            tokens.add(TokenType.ENCODING, 0, 0, 0, 0, 0, 0);
        }
        boolean atOnce = source.encoding() == null || version.isAtLeast(PythonVersion.PY312);
        if (source.error() != null && atOnce) {
            tokens.fail(source.error());
        } else if (version.isAtLeast(PythonVersion.PY312)) {
            new CTokenizer(source, version, tokens).run();
        } else {
            new RegexTokenizer(source, version, tokens).run();
        }
        return tokens;
    }

    void add(TokenType type, int start, int end, int line, int column, int endLine, int endColumn) {
        if (size == types.length) {
            types = Arrays.copyOf(types, size * 2);
            fields = Arrays.copyOf(fields, size * 12);
        }
        int at = 6 * size;
        fields[at] = start;
        fields[at + 1] = end;
        fields[at + 2] = line;
        fields[at + 3] = column;
        fields[at + 4] = endLine;
        fields[at + 5] = endColumn;
        types[size++] = (byte) type.ordinal();
    }

    void fail(TokenizeError newError) {
        error = newError;
    }

    /// The number of tokens.
    public int size() {
        return size;
    }

    /// What made Python stop after these tokens; empty when they end with `ENDMARKER`.
    public Optional<TokenizeError> error() {
        return Optional.ofNullable(error);
    }

    public TokenType type(int token) {
        return TYPES[types[token]];
    }

    /// Where the token's string begins in [#text]. The string of an `ENCODING` is not in the text.
    public int start(int token) {
        return fields[6 * token];
    }

    /// Where the token's string ends in [#text], exclusive.
    public int end(int token) {
        return fields[6 * token + 1];
    }

    public int line(int token) {
        return fields[6 * token + 2];
    }

    public int column(int token) {
        return fields[6 * token + 3];
    }

    public int endLine(int token) {
        return fields[6 * token + 4];
    }

    public int endColumn(int token) {
        return fields[6 * token + 5];
    }

    /// The decoded text in UTF-8. Not a copy: it must not be changed.
    public byte[] text() {
        return text;
    }

    /// The token's string.
    public String string(int token) {
        if (type(token) == TokenType.ENCODING) {
            return encoding;
        }
        return new String(text, start(token), end(token) - start(token), StandardCharsets.UTF_8);
    }

    /// The name of the token's exact type: that of the operator for operators that Python's `token.EXACT_TOKEN_TYPES`
    /// lists, else the type's.
    public String exactName(int token) {
        TokenType type = type(token);
        return type == TokenType.OP ? EXACT_NAMES.getOrDefault(string(token), type.name()) : type.name();
    }

    /// The lines on which the token lies, line breaks included; empty for tokens beyond the last line.
    public String lines(int token) {
        if (line(token) == 0) {
            return "";
        }
        int at = start(token);
        int from = at;
        while (from > textStart && text[from - 1] != '\n') {
            from--;
        }
        int to = Math.max(end(token), at);
        while (to < text.length && (to == from || text[to - 1] != '\n')) {
            to++;
        }
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
