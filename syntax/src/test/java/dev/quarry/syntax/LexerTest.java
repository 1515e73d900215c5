package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
    private final Lexer lexer = new Lexer();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    @Test
    void statements() {
        assertTokens("if x:  # comment\n\n    y **= 1.\n", """
                KW_IF if, NAME x, COLON :, NEWLINE \\n, INDENT, NAME y, DOUBLESTAREQUAL **=, NUMBER 1., NEWLINE \\n, \
                DEDENT, ENDMARKER""");
        assertTokens("x = (1,\n  # inside\n 2)\\\n + 3", """
                NAME x, EQUAL =, LPAR (, NUMBER 1, COMMA ,, NUMBER 2, RPAR ), PLUS +, NUMBER 3, NEWLINE, ENDMARKER""");
        assertTokens("a<>b->c:=...", """
                NAME a, ERRORTOKEN <>, NAME b, RARROW ->, NAME c, COLONEQUAL :=, ELLIPSIS ..., NEWLINE, ENDMARKER""");
        assertTokens("1if 0xfor x", "NUMBER 1, KW_IF if, NUMBER 0xf, KW_OR or, NAME x, NEWLINE, ENDMARKER");
        assertTokens("", "ENDMARKER");
        assertTokens("# only a comment", "ENDMARKER");
        assertTokens("  \n\f\n\\\n\n", "ENDMARKER");
    }

    @Test
    void lineBreaksOfAllSystems() {
        assertTokens("a\r\nb\rc\n", """
                NAME a, NEWLINE \\r\\n, NAME b, NEWLINE \\r, NAME c, NEWLINE \\n, ENDMARKER""");
        assertTokens("a\\\r\n+b\\\r+c", "NAME a, PLUS +, NAME b, PLUS +, NAME c, NEWLINE, ENDMARKER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'a' | 0 | 0", "rb'a' | 3 | 2", "Br\"a\" | 67 | 2", "u'''a''' | 36 | 1", "R\"\"\"a\"\"\" | 97 | 1",
        "'\\n' | 256 | 0", "'é' | 128 | 0", "b'\\é' | 386 | 1"})
    void stringPrefixes(String source, int flags, int prefixLength) {
        TokenBuffer tokens = lex(source, PythonVersion.PY313, false);
        assertEquals(TokenKind.STRING, tokens.kind(0));
        assertEquals(prefixLength, StringFlags.prefixLength(tokens.payload(0)));
        assertEquals(flags, tokens.payload(0) & 0xFFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ub'a'", "bu'a'", "bf'a'", "uf'a'", "bb'a'", "rr'a'", "rbr'a'", "tf'a'", "x'a'"})
    void otherWordsBeforeQuotesAreNames(String source) {
        TokenBuffer tokens = lex(source, PythonVersion.PY313, false);
        assertEquals("NAME STRING", TokenNames.of(tokens.kind(0)) + " " + TokenNames.of(tokens.kind(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.11", "3.12"})
    void formatStringsHaveTheSameTokensInAllVersions(String version) {
        PythonVersion python = PythonVersion.parse(version).orElseThrow();
        assertTokens("f'a{x!r:>{w}}b{{}}'", python, """
                FSTRING_START f', FSTRING_MIDDLE a, LBRACE {, NAME x, EXCLAMATION !, NAME r, COLON :, FSTRING_MIDDLE >, \
                LBRACE {, NAME w, RBRACE }, RBRACE }, FSTRING_MIDDLE b{{}}, FSTRING_END ', NEWLINE, ENDMARKER""");
        assertTokens("rf\"\"\"{d['a':b]=}\\N{x}\n\"\"\"", python, """
                FSTRING_START rf\"\"\", LBRACE {, NAME d, LSQB [, STRING 'a', COLON :, NAME b, RSQB ], EQUAL =, RBRACE }, \
                FSTRING_MIDDLE \\\\N, LBRACE {, NAME x, RBRACE }, FSTRING_MIDDLE \\n, FSTRING_END \"\"\", NEWLINE, \
                ENDMARKER""");
        assertTokens("f'{f\"{x}\"}\\N{DASH}'", python, """
                FSTRING_START f', LBRACE {, FSTRING_START f", LBRACE {, NAME x, RBRACE }, FSTRING_END ", RBRACE }, \
                FSTRING_MIDDLE \\\\N{DASH}, FSTRING_END ', NEWLINE, ENDMARKER""");
        assertEquals(List.of(), diagnostics);
    }

    @Test
    void sameQuotesInsideFieldsEndTheStringBefore312() {
        assertTokens("f'{a['b']}'", PythonVersion.PY312, """
                FSTRING_START f', LBRACE {, NAME a, LSQB [, STRING 'b', RSQB ], RBRACE }, FSTRING_END ', NEWLINE, \
                ENDMARKER""");
        assertTokens("f'{a['b']}'", PythonVersion.PY311, """
                FSTRING_START f', LBRACE {, NAME a, LSQB [, FSTRING_END ', STRING b']}', NEWLINE, \
                ENDMARKER""");
        assertEquals(List.of("f-string: unmatched '['"), messages());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "f'{a#}' | f-string expression part cannot include '#'",
        "f'{\"\\n\"}' | f-string expression part cannot include a backslash",
        "f'{a\\}' | f-string expression part cannot include a backslash", "f'{a' | f-string: expecting '}'",
        "f'{a:x' | f-string: expecting '}'", "f'}' | f-string: single '}' is not allowed",
        "f'{a)}' | f-string: unmatched ')'",
        "f'{(a}' | f-string: closing parenthesis '}' does not match opening parenthesis '('",
        "f'{a:{b:{c}}}' | f-string: expressions nested too deeply", "f'a | unterminated string literal (detected at line 1)"})
    void restrictionsBefore312(String source, String message) {
        lex(source, PythonVersion.PY311, false);
        assertEquals(message, messages().getFirst());
    }

    /// Releases before 3.14 have a name and a string there, which make no sense to any of them.
    @ParameterizedTest
    @EnumSource
    void templateStringsAreRecognizedInAllVersions(PythonVersion version) {
        assertTokens("t'{x}a'", version, """
                TSTRING_START t', LBRACE {, NAME x, RBRACE }, TSTRING_MIDDLE a, TSTRING_END ', NEWLINE, ENDMARKER""");
    }

    @Test
    void typeComments() {
        assertTokens("x = 1 # type: List[int]  \n", PythonVersion.PY313, true, """
                NAME x, EQUAL =, NUMBER 1, TYPE_COMMENT List[int]  , NEWLINE \\n, ENDMARKER""");
        assertTokens("def f():\n  #type:() -> int\n  pass", PythonVersion.PY313, true, """
                KW_DEF def, NAME f, LPAR (, RPAR ), COLON :, NEWLINE \\n, TYPE_COMMENT () -> int, NEWLINE \\n, INDENT, \
                KW_PASS pass, NEWLINE, DEDENT, ENDMARKER""");
        assertTokens("(a, # type: int\n b)\n# types: int\n# type : int", PythonVersion.PY313, true, """
                LPAR (, NAME a, COMMA ,, TYPE_COMMENT int, NAME b, RPAR ), NEWLINE \\n, ENDMARKER""");
        assertTokens("x # type: int", PythonVersion.PY313, false, "NAME x, NEWLINE, ENDMARKER");
    }

    @Test
    void typeIgnores() {
        String source = "x # type: ignore\n# type: ignore[a] b\ny #type:ignore_\nz # type: ignored\n# type: ignoré";
        TokenBuffer tokens = lex(source, PythonVersion.PY313, true);
        TypeIgnores ignores = tokens.typeIgnores();
        byte[] text = source.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ignores.size(); i++) {
            found.add(ignores.start(i) + " " + new String(text, ignores.tagStart(i),
                    ignores.tagEnd(i) - ignores.tagStart(i), StandardCharsets.UTF_8) + " " + ignores.aloneOnLine(i));
        }
        assertEquals(List.of("2  false", "17 [a] b true", "39 _ false"), found);
        assertEquals("""
                NAME x, NEWLINE \\n, NAME y, NEWLINE \\n, NAME z, TYPE_COMMENT ignored, NEWLINE \\n, \
                TYPE_COMMENT ignoré, NEWLINE, ENDMARKER""", describe(tokens, text));
    }

    @Test
    void namesAreNumberedByFirstAppearanceAndNormalised() {
        lex("b a b ﬁ fi 𝐢𝐟 if averylongidentifier averylongidentifieR a", PythonVersion.PY313, false);
        NameTable names = lexer.names();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            texts.add(names.text(i));
        }
        assertEquals(List.of("b", "a", "fi", "if", "averylongidentifier", "averylongidentifieR"), texts);
        assertEquals("fi", new String(names.utf8(2), StandardCharsets.UTF_8));
    }

    @Test
    void aLexerForgetsTheFileBefore() {
        lex("aaa bbb f'{(", PythonVersion.PY313, false);
        assertTokens("  bbb", "INDENT, NAME bbb, NEWLINE, DEDENT, ENDMARKER");
        assertEquals("bbb", lexer.names().text(0));
        assertEquals(1, lexer.names().size());
    }

    @Test
    void bracketsAtEvery64thLevelKnowTheirEnd() {
        int depth = 200;
        TokenBuffer tokens = lex("(".repeat(depth) + "x" + ")".repeat(depth), PythonVersion.PY313, false);
        for (int level = 1; level <= depth; level++) {
            assertEquals(level % 64 == 0 ? 2 * depth - level + 1 : 0, tokens.payload(level - 1), "level " + level);
        }
        TokenBuffer broken = lex("[".repeat(64) + "(" + "]".repeat(64), PythonVersion.PY313, false);
        assertEquals(TokenKind.RSQB, broken.kind(broken.payload(63)));
        TokenBuffer open = lex("[".repeat(64), PythonVersion.PY313, false);
        assertEquals(63, open.payload(63));
    }

    @Test
    void indentationAtEvery64thLevelKnowsItsEnd() {
        StringBuilder source = new StringBuilder();
        for (int level = 0; level < 90; level++) {
            source.append(" ".repeat(level)).append("if x:\n");
        }
        source.append(" ".repeat(90)).append("y\nz\n");
        TokenBuffer tokens = lex(source.toString(), PythonVersion.PY313, false);
        int indents = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) == TokenKind.INDENT && ++indents == 64) {
                int dedent = tokens.payload(i);
                assertEquals(TokenKind.DEDENT, tokens.kind(dedent));
                assertEquals(90 - 64, dedent - firstDedent(tokens));
            } else if (tokens.kind(i) == TokenKind.INDENT) {
                assertEquals(0, tokens.payload(i));
            }
        }
        assertEquals(90, indents);
        assertEquals(List.of(), diagnostics);
    }

    @Test
    void afterAnErrorTheRestIsLexed() {
        assertTokens("x = 'a\ny = (1]\nz)\nw = 1", """
                NAME x, EQUAL =, STRING 'a, NEWLINE \\n, NAME y, EQUAL =, LPAR (, NUMBER 1, RSQB ], NAME z, RPAR ), \
                NEWLINE \\n, NAME w, EQUAL =, NUMBER 1, NEWLINE, ENDMARKER""");
        assertTokens("f'{a'\nb", """
                FSTRING_START f', LBRACE {, NAME a, FSTRING_END ', NEWLINE \\n, NAME b, NEWLINE, ENDMARKER""");
        assertTokens("f'a\nb", "FSTRING_START f', FSTRING_MIDDLE a, FSTRING_END, NEWLINE \\n, NAME b, NEWLINE, ENDMARKER");
        assertTokens("if a:\n    b\n  c\n  d\ne", """
                KW_IF if, NAME a, COLON :, NEWLINE \\n, INDENT, NAME b, NEWLINE \\n, NAME c, NEWLINE \\n, NAME d, \
                NEWLINE \\n, DEDENT, NAME e, NEWLINE, ENDMARKER""");
    }

    @Test
    void limitsOfCPythonAreErrorsAndNoMore() {
        lex("(".repeat(201) + ")".repeat(201), PythonVersion.PY313, false);
        assertEquals(List.of(new Diagnostic("SyntaxError", "too many nested parentheses", Diagnostic.Stage.TOKENIZE,
                200, 200)), diagnostics);
        StringBuilder source = new StringBuilder();
        for (int level = 0; level <= 100; level++) {
            source.append(" ".repeat(level)).append("if x:\n");
        }
        lex(source.toString(), PythonVersion.PY313, false);
        assertEquals(List.of("too many levels of indentation"), messages());
        lex("f'{".repeat(160), PythonVersion.PY313, false);
        assertTrue(messages().contains("too many nested f-strings"), () -> messages().toString());
    }

    /// Inputs on which a careless lexer takes quadratic time, or a recursive one overflows its stack.
    @ParameterizedTest
    @ValueSource(strings = {"(", "f'{", "f\"{", "f'{x:{", "f'''{", "'", "\"\\", "(]", "[(", "\\\n", "# type: ignore\n",
        "'\\'", "f\"{'\\", "f'{\"\\\"", "\t", "\\", "{x:", "0_", "é", "€", "}", "f'}", "f'{#", "\u0001"})
    void timeIsLinear(String piece) {
        int count = 200_000 / piece.length();
        for (PythonVersion version : List.of(PythonVersion.PY311, PythonVersion.PY314)) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> lex(piece.repeat(count), version, true));
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> lex(piece.repeat(count / 2) + ")]}'\"".repeat(count / 10),
                    version, true));
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> lex(piece.repeat(count / 2) + "\"\\\"\\'".repeat(count / 10),
                    version, true));
        }
    }

    private static int firstDedent(TokenBuffer tokens) {
        int i = 0;
        while (tokens.kind(i) != TokenKind.DEDENT) {
            i++;
        }
        return i;
    }

    private List<String> messages() {
        return diagnostics.stream().map(Diagnostic::message).toList();
    }

    private void assertTokens(String source, String expected) {
        assertTokens(source, PythonVersion.PY313, expected);
    }

    private void assertTokens(String source, PythonVersion version, String expected) {
        assertTokens(source, version, false, expected);
    }

    private void assertTokens(String source, PythonVersion version, boolean typeComments, String expected) {
        assertEquals(expected, describe(lex(source, version, typeComments), source.getBytes(StandardCharsets.UTF_8)));
    }

    private TokenBuffer lex(String source, PythonVersion version, boolean typeComments) {
        diagnostics.clear();
        SourceText text = SourceText.decode(source.getBytes(StandardCharsets.UTF_8)).text();
        return lexer.lex(text, new ParseOptions(version, ParseOptions.ParseMode.EXEC, typeComments), diagnostics);
    }

    private static String describe(TokenBuffer tokens, byte[] text) {
        List<String> described = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String content = new String(text, tokens.start(i), tokens.end(i) - tokens.start(i), StandardCharsets.UTF_8)
                    .replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
            described.add(TokenNames.of(tokens.kind(i)) + (content.isEmpty() ? "" : " " + content));
        }
        return String.join(", ", described);
    }
}
