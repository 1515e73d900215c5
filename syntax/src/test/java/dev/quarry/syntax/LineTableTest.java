package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quarry.syntax.LineTable.ColumnUnit;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTableTest {
    private static final String[] PIECES = {"a", "é", "€", "𝒳", "\n", "\r\n", "\r", " ", "\t"};

    @Test
    void columnsInThreeUnits() {
        LineTable lines = SourceText.of("x\né€𝒳y").text().lines();
        int y = 2 + 2 + 3 + 4;
        assertEquals(1, lines.line0(y));
        assertEquals(9, lines.column(y, ColumnUnit.UTF8));
        assertEquals(3, lines.column(y, ColumnUnit.CODE_POINT));
        assertEquals(4, lines.column(y, ColumnUnit.UTF16));
        assertEquals(y, lines.offset(1, 9, ColumnUnit.UTF8));
        assertEquals(y, lines.offset(1, 3, ColumnUnit.CODE_POINT));
        assertEquals(y, lines.offset(1, 4, ColumnUnit.UTF16));
        assertEquals(y - 4, lines.offset(1, 3, ColumnUnit.UTF16), "within a pair");
        assertEquals(y + 1, lines.offset(1, 99, ColumnUnit.UTF16), "beyond the line");
        assertThrows(IndexOutOfBoundsException.class, () -> lines.start(2));
    }

    /// Against a plain count over the text, for texts of several samples.
    @Test
    void agreesWithAPlainCount() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            StringBuilder built = new StringBuilder();
            boolean longLines = random.nextBoolean();
            for (int i = random.nextInt(3000); i > 0; i--) {
                built.append(PIECES[random.nextInt(longLines ? 4 : PIECES.length)]);
            }
            check(built.toString());
        }
        check("");
        check("a".repeat(512));
        check("𝒳".repeat(1024) + "\n");
    }

    private static void check(String text) {
        LineTable lines = SourceText.of(text).text().lines();
        int line = 0;
        int offset = 0;
        int lineStart = 0;
        int points = 0;
        int units = 0;
        for (int i = 0; i <= text.length();) {
            assertEquals(line, lines.line0(offset));
            assertEquals(offset - lineStart, lines.column(offset, ColumnUnit.UTF8));
            assertEquals(points, lines.column(offset, ColumnUnit.CODE_POINT));
            assertEquals(units, lines.column(offset, ColumnUnit.UTF16));
            assertEquals(offset, lines.offset(line, points, ColumnUnit.CODE_POINT));
            assertEquals(offset, lines.offset(line, units, ColumnUnit.UTF16));
            if (i == text.length()) {
                break;
            }
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int length = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (length > 1) {
                assertEquals(points, lines.column(offset + 1, ColumnUnit.CODE_POINT), "within a character");
            }
            offset += length;
            points++;
            units += Character.charCount(codePoint);
            if (codePoint == '\n' || codePoint == '\r' && (i == text.length() || text.charAt(i) != '\n')) {
                assertEquals(offset, lines.end(line));
                line++;
                lineStart = offset;
                points = 0;
                units = 0;
                assertEquals(lineStart, lines.start(line));
            }
        }
        assertEquals(line + 1, lines.count());
        assertEquals(offset, lines.end(line));
    }

    @Test
    void aByteOrderMarkIsInNoColumn() {
        LineTable lines = SourceText.decode("\uFEFFxy".getBytes(StandardCharsets.UTF_8)).text().lines();
        assertEquals(3, lines.start(0));
        assertEquals(1, lines.column(4, ColumnUnit.UTF8));
        assertEquals(1, lines.column(4, ColumnUnit.CODE_POINT));
        assertEquals(4, lines.offset(0, 1, ColumnUnit.UTF16));
        assertEquals(0, lines.column(0, ColumnUnit.UTF8));
    }

    @Test
    void unpairedSurrogatesInTextAreDiagnosed() {
        SourceText.Decoded decoded = SourceText.of("x = '\uD800'");
        assertEquals("'utf-8' codec can't encode character '\\ud800' in position 5: surrogates not allowed",
                decoded.diagnostics().getFirst().message());
        assertEquals(9, decoded.text().raw().length);
    }
}
