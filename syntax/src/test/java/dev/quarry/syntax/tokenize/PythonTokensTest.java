package dev.quarry.syntax.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The tokens themselves are compared with CPython's in the module `parity`.
class PythonTokensTest {

    @Test
    void standardInputHasNoEncodingAndOneKindOfLineBreak() {
        byte[] text = "# coding: nonsense\r\nx\ry".getBytes(StandardCharsets.US_ASCII);
        PythonTokens tokens = PythonTokens.ofStandardInput(text, PythonVersion.PY313);
        assertEquals(List.of("COMMENT", "NL", "NAME", "NEWLINE", "NAME", "NEWLINE", "ENDMARKER"),
                IntStream.range(0, tokens.size()).mapToObj(tokens::exactName).toList());
        assertEquals("\n", tokens.string(1));
        assertEquals("", tokens.string(5));
        assertEquals("y", tokens.lines(4));
    }

    @Test
    void releasesDifferInFStrings() {
        assertEquals(List.of("ENCODING utf-8", "STRING f'a{b}'", "NEWLINE \n", "ENDMARKER "),
                describe("f'a{b}'\n", PythonVersion.PY311));
        assertEquals(List.of("ENCODING utf-8", "FSTRING_START f'", "FSTRING_MIDDLE a", "LBRACE {", "NAME b", "RBRACE }",
                "FSTRING_END '", "NEWLINE \n", "ENDMARKER "), describe("f'a{b}'\n", PythonVersion.PY312));
        assertEquals(List.of("ENCODING utf-8", "NAME t", "STRING 'a'", "NEWLINE \n", "ENDMARKER "),
                describe("t'a'\n", PythonVersion.PY313));
        assertEquals(List.of("ENCODING utf-8", "TSTRING_START t'", "TSTRING_MIDDLE a", "TSTRING_END '", "NEWLINE \n",
                "ENDMARKER "), describe("t'a'\n", PythonVersion.PY314));
    }

    @Test
    void columnsCountCharacters() {
        PythonTokens tokens = PythonTokens.ofFile("'\uD835\uDCB3\u00E9' + x".getBytes(StandardCharsets.UTF_8),
                PythonVersion.PY313);
        assertEquals(4, tokens.endColumn(1));
        assertEquals(5, tokens.column(2));
    }

    private static List<String> describe(String source, PythonVersion version) {
        PythonTokens tokens = PythonTokens.ofFile(source.getBytes(StandardCharsets.UTF_8), version);
        return IntStream.range(0, tokens.size()).mapToObj(i -> tokens.exactName(i) + " " + tokens.string(i)).toList();
    }
}
