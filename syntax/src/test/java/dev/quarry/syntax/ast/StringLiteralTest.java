package dev.quarry.syntax.ast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StringLiteralTest {
    static List<String[]> literals() {
        return List.of(
                pair("''", "''"), pair("'a'", "'a'"), pair("\"a\"", "'a'"), pair("'''a\nb'''", "'a\\nb'"),
                pair("\"it's\"", "\"it's\""), pair("'\"'", "'\"'"), pair("'\\'\"'", "'\\'\"'"),
                pair("'\\t\\x00\\x7f\\xad'", "'\\t\\x00\\x7f\\xad'"), pair("'é'", "'é'"), pair("'\\xe9'", "'é'"),
                pair("'\\u20ac\\U0001F600'", "'€😀'"), pair("'\\ud800'", "'\\ud800'"),
                pair("'\\ud83d\\ude00'", "'\\ud83d\\ude00'"), pair("'\u2028\u00a0\u200b'", "'\\u2028\\xa0\\u200b'"),
                pair("'\\0\\12\\1234\\777'", "'\\x00\\nS4ǿ'"), pair("'\\d\\8'", "'\\\\d\\\\8'"),
                pair("'a\\\nb\\\r\nc\\\rd'", "'abcd'"), pair("'''a\r\nb\rc'''", "'a\\nb\\nc'"),
                pair("r'\\n\\''", "\"\\\\n\\\\'\""), pair("'\\N{LATIN SMALL LETTER A}\\N{lf}'", "'a\\n'"),
                pair("'\\N{HANGUL SYLLABLE GAGS}\\N{CJK UNIFIED IDEOGRAPH-4E00}'", "'갃一'"),
                pair("b'a\\xff\\n\\400'", "b'a\\xff\\n\\x00'"), pair("Rb'\\x00\"'", "b'\\\\x00\"'"),
                pair("b\"'\"", "b\"'\""), pair("b'\\u0041\\N{DIGIT ONE}'", "b'\\\\u0041\\\\N{DIGIT ONE}'"),
                pair("U'x'", "'x'"), pair("'\uE000\\U0010ffff'", "'\\ue000\\U0010ffff'"));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void reprOfLiteral(String literal, String expected) {
        assertEquals(expected, repr(literal, PythonVersion.newest()));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void decodingTheReprGivesTheReprAgain(String literal, String repr) {
        // Two escaped surrogates side by side are two code points in Python and one in Java.
        if (!repr.startsWith("b") && !repr.equals("'\\ud83d\\ude00'")) {
            byte[] bytes = repr.getBytes(UTF_8);
            String decoded = StringRepr.decode(bytes, 0, bytes.length);
            assertEquals(repr, reprOfText(decoded, PythonVersion.newest()));
        }
    }

    @Test
    void namesThatPythonDoesNotKnowStay() {
        for (String name : List.of("BASIC LATIN 41", "CJK UNIFIED IDEOGRAPHS 4E00", "HANGUL SYLLABLES AC00", "NULL ",
                "LATIN SMALL LETTER A WITH MACRON AND GRAVE", "", "CJK UNIFIED IDEOGRAPH-0041", "HANGUL SYLLABLE X")) {
            assertEquals("'\\\\N{" + name + "}'", repr("'\\N{" + name + "}'", PythonVersion.newest()));
        }
    }

    private static String[] pair(String literal, String repr) {
        return new String[] {literal, repr};
    }

    private static String repr(String literal, PythonVersion version) {
        AstTable table = new AstProjector().project(new Parser().parse(literal.getBytes(UTF_8),
                new ParseOptions(version, ParseMode.EVAL, false)));
        return table.value(1);
    }

    private static String reprOfText(String text, PythonVersion version) {
        var decoded = new ByteSink();
        text.codePoints().forEach(decoded::putCodePoint);
        var out = new ByteSink();
        StringRepr.writeString(decoded.array(), 0, decoded.size(), version, out);
        return new String(out.array(), 0, out.size(), UTF_8);
    }
}
