package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for the tokens of any bytes whatever.
class LexerPropertiesTest {
    private static final String SAMPLE = """
            # -*- coding: utf-8 -*-
            def f(a, *, b=1_000.5e-3j): # type: (...) -> int
            \tx = rb'\\n' + b"" if a else f'{a!r:>{w}}{{}} {f"{b}"}'
              é = f'''{x
            :%d}''' \\
                + 0xFFor 0o17 # type: ignore[x]
            """;
    /// Pieces that open, close, escape and end things, so that random sequences of them go deep.
    private static final List<String> PIECES = List.of("(", ")", "[", "]", "{", "}", "f'", "f\"", "f'''", "rf\"\"\"",
            "t'", "'", "\"", "'''", "\"\"\"", "\\", "\\\n", "\n", "\r\n", "\r", " ", "\t", "    ", "\f", ":", "!", "=",
            "#", "# type: int", "# type: ignore", "x", "0", "0x", "1e", "_", ".", "...", "é", "€", "\u0000", "\u0001",
            "if", "lambda", "\\N{", "{{", "}}", "<>", "->", "**=");

    private final Lexer lexer = new Lexer();

    @Property
    void anyBytes(@ForAll byte[] bytes, @ForAll PythonVersion version) {
        check(bytes, version);
    }

    @Property
    void anyPieces(@ForAll("pieces") String text, @ForAll PythonVersion version) {
        check(text.getBytes(StandardCharsets.UTF_8), version);
    }

    @Property
    void cutAndDisturbedSource(@ForAll("position") int from, @ForAll("position") int at, @ForAll byte replacement,
            @ForAll PythonVersion version) {
        byte[] bytes = SAMPLE.getBytes(StandardCharsets.UTF_8);
        bytes[at] = replacement;
        check(java.util.Arrays.copyOfRange(bytes, Math.min(from, at), Math.max(from, at) + 1), version);
        check(bytes, version);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Integer> position() {
        return Arbitraries.integers().between(0, SAMPLE.getBytes(StandardCharsets.UTF_8).length - 1);
    }

    private void check(byte[] bytes, PythonVersion version) {
        SourceText.Decoded decoded = SourceText.decode(bytes);
        SourceText source = decoded.text();
        List<Diagnostic> diagnostics = new ArrayList<>(decoded.diagnostics());
        TokenBuffer tokens = lexer.lex(source, ParseOptions.module(version), diagnostics);
        int last = tokens.size() - 1;
        assertEquals(TokenKind.ENDMARKER, tokens.kind(last));
        int end = source.start();
        int depth = 0;
        int strings = 0;
        for (int i = 0; i <= last; i++) {
            int kind = tokens.kind(i);
            assertTrue(tokens.start(i) >= end, () -> "tokens overlap");
            assertTrue(tokens.end(i) >= tokens.start(i), () -> "token ends before it starts");
            assertTrue(i == last || kind != TokenKind.ENDMARKER);
            boolean mayBeEmpty = switch (kind) {
                case TokenKind.ENDMARKER, TokenKind.INDENT, TokenKind.DEDENT, TokenKind.NEWLINE, TokenKind.FSTRING_END,
                        TokenKind.TSTRING_END, TokenKind.TYPE_COMMENT -> true;
                default -> false;
            };
            assertTrue(mayBeEmpty || tokens.end(i) > tokens.start(i), () -> "empty token of kind " + kind);
            switch (kind) {
                case TokenKind.INDENT -> depth++;
                case TokenKind.DEDENT -> depth--;
                case TokenKind.FSTRING_START, TokenKind.TSTRING_START -> strings++;
                case TokenKind.FSTRING_END, TokenKind.TSTRING_END -> strings--;
                case TokenKind.NAME -> assertTrue(tokens.payload(i) < lexer.names().size());
                default -> { }
            }
            assertTrue(depth >= 0 && strings >= 0);
            end = tokens.end(i);
        }
        assertEquals(0, depth, "INDENT and DEDENT tokens");
        assertEquals(0, strings, "starts and ends of f-strings");
        assertEquals(source.end(), end);
        for (Diagnostic diagnostic : diagnostics) {
            assertTrue(diagnostic.start() >= -1 && diagnostic.end() <= source.end()
                    && diagnostic.start() <= diagnostic.end(), diagnostic::toString);
        }
    }
}
