package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.quarry.syntax.codecs.Decoding;
import dev.quarry.syntax.codecs.PythonCodec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceDecodingTest {
    @ParameterizedTest
    @CsvSource({"latin-1, ISO-8859-1", "cp1252, windows-1252", "koi8-r, KOI8-R", "cp1251, windows-1251",
        "iso8859-2, ISO-8859-2", "euc-jp, EUC-JP", "shift_jis, Shift_JIS", "gbk, GBK", "big5, Big5", "euc-kr, EUC-KR",
        "gb18030, GB18030", "cp932, windows-31j", "iso2022_jp, ISO-2022-JP", "mac-roman, x-MacRoman"})
    void rawOffsetsFollowTheCharacters(String codec, String charsetName) {
        Charset charset = Charset.forName(charsetName);
        String sample = "\u00E9\u0416\u044F\u3042\u6F22\u4E2D\uAC00\u0141\uD83D\uDE00".codePoints()
                .mapToObj(Character::toString).filter(character -> charset.newEncoder().canEncode(character))
                .collect(Collectors.joining("a"));
        String text = "# coding: " + codec + "\nx = '" + sample + "'\ny = '" + sample + sample + "'\n";
        byte[] raw = text.getBytes(charset);
        SourceText source = SourceText.decode(raw).text();

        assertEquals(text, new String(source.utf8(), source.start(), source.end() - source.start(),
                StandardCharsets.UTF_8));
        assertEquals(raw.length, source.rawOffset(source.end()));
        if (!codec.startsWith("iso2022")) {
            for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
                int utf8Offset = text.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
                assertEquals(text.substring(0, i).getBytes(charset).length, source.rawOffset(utf8Offset), "at " + i);
            }
        }
    }

    /// A character begins behind the escape sequences and shifts before it.
    @ParameterizedTest
    @CsvSource({"utf-7, x+AGEAYg-y, 'x,0 a,2 b,5 y,9'", "hz, x~{0!0\"~}~~y, 'x,0 \u554A,3 \u963F,5 ~,9 y,11'",
        "iso2022_jp_2, x\u001b$B0!0\"\u001b(By, 'x,0 \u4E9C,4 \u5516,6 y,11'",
        "iso2022_jp_2004, x\u001b$(Q.!\u001b(By, 'x,0 \u4FF1,5 y,10'"})
    void rawOffsetsFollowShifts(String codec, String text, String expected) {
        byte[] raw = bytes(text);
        Decoding decoding = PythonCodec.find(codec).orElseThrow().decode(raw, 0, raw.length);
        String decoded = new String(decoding.utf8(), StandardCharsets.UTF_8);
        StringBuilder actual = new StringBuilder();
        for (int i = 0; i < decoded.length(); i++) {
            actual.append(i == 0 ? "" : " ").append(decoded.charAt(i)).append(',')
                    .append(decoding.offsets().raw(decoded.substring(0, i).getBytes(StandardCharsets.UTF_8).length));
        }
        assertEquals(expected, actual.toString());
    }

    @Test
    void utf8TextIsTheRawArray() {
        byte[] raw = bytes("\u00EF\u00BB\u00BFx = 1\n");
        SourceText source = SourceText.decode(raw).text();
        assertSame(raw, source.utf8());
        assertEquals(3, source.start());
        assertEquals(3, source.lineStart(0));
        assertEquals(0, source.column(3));
        assertEquals(5, source.rawOffset(5));
        assertEquals("utf-8-sig", source.encodingName());
    }

    @Test
    void unknownEncodingKeepsTheBytes() {
        byte[] raw = bytes("# coding: nonsense\nx = '\u00E9'\n");
        SourceText.Decoded decoded = SourceText.decode(raw);
        assertSame(raw, decoded.text().utf8());
        assertNull(decoded.text().encodingName());
        assertEquals(List.of(Diagnostic.ofFile("SyntaxError", "unknown encoding: nonsense", Diagnostic.Stage.DECODE)),
                decoded.diagnostics());
    }

    @Test
    void codecsThatAreMissingAreSaidToBeUnsupported() {
        SourceText.Decoded decoded = SourceText.decode(bytes("# coding: punycode\nx = 1\n"));
        assertEquals(List.of(Diagnostic.ofFile("LimitError", "encoding punycode is known to Python but can't be decoded "
                + "here; convert the file to UTF-8", Diagnostic.Stage.LIMIT)), decoded.diagnostics());
    }

    @Test
    void linesEndAtLineFeedsAndCarriageReturnsAlone() {
        SourceText source = SourceText.decode(bytes("a\nbc\r\nd\re\u000Bf\u000Cg\u001C\u0085h\n\r\r\n")).text();
        List<Integer> starts = new ArrayList<>();
        for (int line = 0; line < source.lineCount(); line++) {
            starts.add(source.lineStart(line));
        }
        assertEquals(List.of(0, 2, 6, 8, 17, 18, 20), starts);
        LineCursor cursor = source.lineCursor();
        int[] byCursor = new int[source.end() + 1];
        int[] bySearch = new int[source.end() + 1];
        for (int offset = 0; offset <= source.end(); offset++) {
            byCursor[offset] = cursor.line0(offset);
            bySearch[offset] = source.line0(offset);
        }
        assertArrayEquals(new int[] {0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 5, 5, 6}, bySearch);
        assertArrayEquals(bySearch, byCursor);
        assertEquals(1, cursor.line0(3), "cursors go back, too");
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
