package dev.quarry.syntax.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileReaderTest {
    private static final String SAMPLE = """
            \ufeff# first
            \f
            if x:  # type: ignore
            \t\fdef f(a,  # type: int

                    b):
                    # type: (...) -> str
                    return f'{a!r:>{b}}' \\
                        + '''c
            d'''

              # last
            class $ C: é = [1, {"k": 2}
            """;

    @Test
    void triviaHasTheKindsOfItsPlace() {
        assertEquals(List.of("BOM", "COMMENT", "NL", "FORM_FEED", "BLANK_LINE", "NAME if", "WHITESPACE", "NAME x",
                "COLON :", "WHITESPACE", "COMMENT", "NEWLINE", "FORM_FEED", "INDENTATION", "INDENT", "NAME y", "SEMI ;",
                "LINE_CONTINUATION", "WHITESPACE", "LPAR (", "NL", "WHITESPACE", "NL", "WHITESPACE", "COMMENT", "NL",
                "RPAR )", "NEWLINE", "BLANK_LINE", "INDENTATION", "COMMENT", "NL", "DEDENT", "ENDMARKER"),
                tiles("\ufeff# a\n\f\nif x:  # type: int\n\f\ty;\\\n  (\n \n # b\n)\n  \n # c\n", PythonVersion.PY313));
    }

    @Test
    void aTypeCommentOnItsLineIsAComment() {
        assertEquals(List.of("NAME def", "WHITESPACE", "NAME f", "LPAR (", "RPAR )", "COLON :", "NEWLINE", "INDENTATION",
                "COMMENT", "NL", "INDENTATION", "INDENT", "NAME pass", "NEWLINE", "DEDENT", "ENDMARKER"),
                tiles("def f():\n  # type: () -> int\n  pass\n", PythonVersion.PY313));
    }

    @Test
    void anOlderFormatStringIsOneString() {
        assertEquals(List.of("STRING f\"{a['x']!r:{b}}\"", "WHITESPACE", "STRING 'c'", "NEWLINE", "ENDMARKER"),
                tiles("f\"{a['x']!r:{b}}\" 'c'", PythonVersion.PY311));
        assertEquals(List.of("FSTRING_START f'", "FSTRING_MIDDLE a{{", "LBRACE {", "NAME b", "RBRACE }", "FSTRING_END '",
                "NEWLINE", "ENDMARKER"), tiles("f'a{{{b}'", PythonVersion.PY312));
    }

    @Test
    void whatTheTokenizerRefusesIsSkipped() {
        assertEquals(List.of("NAME a", "WHITESPACE", "SKIPPED", "WHITESPACE", "NAME b", "NEWLINE", "ENDMARKER"),
                tiles("a $? b\n", PythonVersion.PY313));
    }

    /// Cut anywhere, a file is still covered.
    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, "((((\n}}\n'", "f'{a:{b:{c", "\\", "x = \\\r\n\r\\\r", "\t \f", "#", "if x:\n\\\n  y\n z"})
    void tilesCoverBrokenFiles(String source) {
        byte[] file = source.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= file.length; length++) {
            String cut = new String(file, 0, length, StandardCharsets.UTF_8);
            assertTrue(tiles(cut, PythonVersion.PY38).size() > 0);
            assertTrue(tiles(cut, PythonVersion.PY314).size() > 0);
        }
    }

    private static List<String> tiles(String source, PythonVersion version) {
        byte[] file = source.getBytes(StandardCharsets.UTF_8);
        SyntaxTree tree = new Parser().parse(file, ParseOptions.module(version));
        List<String> tiles = new ArrayList<>();
        int end = 0;
        for (TileReader reader = new TileReader(tree); reader.next();) {
            assertEquals(end, reader.start(), source);
            assertTrue(reader.isToken() || reader.end() > reader.start(), source);
            end = reader.end();
            String text = new String(file, reader.start(), end - reader.start(), StandardCharsets.UTF_8).strip();
            tiles.add(reader.isToken() ? TokenKind.name(reader.tokenKind()) + (text.isEmpty() ? "" : " " + text)
                    : reader.triviaKind().name());
        }
        assertEquals(file.length, end, source);
        return tiles;
    }
}
