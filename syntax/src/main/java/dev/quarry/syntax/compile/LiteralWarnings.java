package dev.quarry.syntax.compile;

import dev.quarry.syntax.Diagnostic.Stage;
import dev.quarry.syntax.IntStack;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.StringFlags;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Warnings about tokens: backslashes that begin no escape, octal escapes beyond one byte, numbers that touch a
/// keyword.
final class LiteralWarnings {
    private static final boolean[] IS_LITERAL = new boolean[128];

    static {
        for (int kind : new int[] {TokenKind.NUMBER, TokenKind.STRING, TokenKind.FSTRING_START,
                TokenKind.TSTRING_START}) {
            IS_LITERAL[kind] = true;
        }
    }

    private final SourceText source;
    private final TokenBuffer tokens;
    private final Findings findings;
    private final String category;
    /// Octal escapes above `\377` are warned about since 3.12 (gh-81548).
    private final boolean checksOctal;
    /// Whether messages about escapes say what to do (since 3.14).
    private final boolean explains;
    /// Numbers before keywords are warned about since 3.10 (bpo-43833).
    private final boolean checksNumbers;

    /// The f-strings around the current token: first tokens, replacement fields and other braces that are open in
    /// each, and how many of [#pending] belong outside.
    private final IntStack strings = new IntStack(16);
    private final IntStack braces = new IntStack(16);
    private final IntStack outerPending = new IntStack(16);
    /// Messages about texts of f-strings, which CPython points out at the closing quotes.
    private final List<String> pending = new ArrayList<>();

    LiteralWarnings(SyntaxTree tree, Findings findings) {
        source = tree.source();
        tokens = tree.tokens();
        this.findings = findings;
        PythonVersion version = tree.options().version();
        category = version.isAtLeast(PythonVersion.PY312) ? "SyntaxWarning" : "DeprecationWarning";
        checksOctal = version.isAtLeast(PythonVersion.PY312);
        explains = version.isAtLeast(PythonVersion.PY314);
        checksNumbers = version.isAtLeast(PythonVersion.PY310);
    }

    void read() {
        for (int token = 0; token < tokens.size(); token++) {
            // Most tokens are none of these, and the others matter inside f-strings alone.
            if (!IS_LITERAL[tokens.kind(token)] && strings.size() == 0) {
                continue;
            }
            switch (tokens.kind(token)) {
                case TokenKind.NUMBER -> {
                    if (checksNumbers && tokens.end(token) == tokens.start(token + 1)
                            && TokenKind.isKeyword(tokens.kind(token + 1))) {
                        number(token);
                    }
                }
                case TokenKind.STRING -> {
                    int flags = tokens.payload(token);
                    if ((flags & (StringFlags.BACKSLASH | StringFlags.RAW)) == StringFlags.BACKSLASH) {
                        string(token, flags);
                    }
                }
                case TokenKind.FSTRING_START, TokenKind.TSTRING_START -> {
                    strings.push(token);
                    braces.push(0);
                    outerPending.push(pending.size());
                }
                case TokenKind.FSTRING_MIDDLE, TokenKind.TSTRING_MIDDLE -> text(token);
                case TokenKind.FSTRING_END, TokenKind.TSTRING_END -> close(token);
                case TokenKind.LBRACE -> brace(1);
                case TokenKind.RBRACE -> brace(-1);
                default -> { }
            }
        }
    }

    private void brace(int change) {
        int top = braces.size() - 1;
        if (top >= 0) {
            braces.set(top, braces.get(top) + change);
        }
    }

    private void close(int token) {
        strings.pop();
        braces.pop();
        int outer = outerPending.pop();
        for (String message : pending.subList(outer, pending.size())) {
            escape(message, tokens.start(token), tokens.end(token));
        }
        pending.subList(outer, pending.size()).clear();
    }

    private void number(int token) {
        byte[] text = source.utf8();
        int start = tokens.start(token);
        int end = tokens.end(token);
        String name = switch (end - start > 1 && text[start] == '0' ? text[start + 1] | 0x20 : 0) {
            case 'x' -> "hexadecimal";
            case 'o' -> "octal";
            case 'b' -> "binary";
            default -> (text[end - 1] | 0x20) == 'j' ? "imaginary" : "decimal";
        };
        findings.warning(category, Stage.TOKENIZE, "invalid " + name + " literal", end - 1, end - 1);
    }

    private void string(int token, int flags) {
        int to = tokens.end(token) - StringFlags.closingLength(flags);
        int at = invalidEscape(tokens.start(token) + StringFlags.contentStart(flags), to,
                StringFlags.has(flags, StringFlags.BYTES));
        if (at < to) {
            escape(message(at, to), tokens.start(token), tokens.end(token));
        }
    }

    /// A text of an f-string. CPython's tokenizer ends it behind doubled braces, and each text has one warning; but a
    /// backslash before a brace is always told, at the brace.
    private void text(int token) {
        if (StringFlags.has(tokens.payload(strings.get(strings.size() - 1)), StringFlags.RAW)) {
            return;
        }
        byte[] text = source.utf8();
        boolean inSpecification = braces.get(braces.size() - 1) > 0;
        int to = tokens.end(token);
        boolean told = false;
        int at = tokens.start(token);
        while (at < to) {
            int b = text[at];
            if (b == '\\') {
                int next = at + 1 < text.length ? text[at + 1] : 0;
                if (next == '{' || next == '}') {
                    escape(message("", "\\" + (char) next), at + 1, at + 1);
                    at++;
                } else {
                    if (!told && at + 1 < to && isInvalid(at, to, false)) {
                        told = true;
                        if (inSpecification) {
                            escape(message(at, to), tokens.start(token), to);
                        } else {
                            pending.add(message(at, to));
                        }
                    }
                    at = next == 'N' && at + 2 < to && text[at + 2] == '{' ? behindName(at + 3, to) : at + 2;
                }
            } else if ((b == '{' || b == '}') && !inSpecification && at + 1 < to && text[at + 1] == b) {
                told = false;
                at += 2;
            } else {
                at++;
            }
        }
    }

    private int behindName(int from, int to) {
        int at = from;
        while (at < to && source.utf8()[at] != '}') {
            at++;
        }
        return at + 1;
    }

    /// The first backslash that begins no escape, `to` when there is none.
    private int invalidEscape(int from, int to, boolean bytes) {
        byte[] text = source.utf8();
        int at = from;
        while (at < to) {
            if (text[at] != '\\') {
                at++;
            } else if (isInvalid(at, to, bytes)) {
                return at;
            } else {
                at += 2;
            }
        }
        return to;
    }

    private boolean isInvalid(int backslash, int to, boolean bytes) {
        byte[] text = source.utf8();
        int next = text[backslash + 1];
        return switch (next) {
            case '\n', '\r', '\\', '\'', '"', 'a', 'b', 'f', 'n', 'r', 't', 'v', 'x', '0', '1', '2', '3' -> false;
            case '4', '5', '6', '7' -> checksOctal && isOctal(backslash + 2, to) && isOctal(backslash + 3, to);
            case 'N', 'u', 'U' -> bytes;
            // A character beyond ASCII is no escape, but not warned about.
            default -> next > 0;
        };
    }

    private boolean isOctal(int at, int to) {
        return at < to && source.utf8()[at] >= '0' && source.utf8()[at] <= '7';
    }

    private String message(int backslash, int to) {
        byte[] text = source.utf8();
        boolean octal = text[backslash + 1] >= '4' && text[backslash + 1] <= '7';
        int end = Math.min(to, backslash + (octal ? 4 : 2));
        return message(octal ? "octal " : "", new String(text, backslash, end - backslash, StandardCharsets.UTF_8));
    }

    private String message(String sort, String sequence) {
        return explains ? "\"" + sequence + "\" is an invalid " + sort + "escape sequence. Such sequences will not work in "
                + "the future. Did you mean \"\\" + sequence + "\"? A raw string is also an option."
                : "invalid " + sort + "escape sequence '" + sequence + "'";
    }

    private void escape(String message, int start, int end) {
        findings.warning(category, Stage.PARSE, message, start, end);
    }
}
