package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineIndexTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "``, ``",
        "`\\n`, `0-1 LF`",
        "`a`, `0-1 NONE`",
        "`a\\nb`, `0-2 LF, 2-3 NONE`",
        "`a\\r\\nb\\rc\\n`, `0-3 CRLF, 3-5 CR, 5-7 LF`",
        "`\\n\\r`, `0-1 LF, 1-2 CR`",
        "`\\r\\r\\n`, `0-1 CR, 1-3 CRLF`",
        "`\\f a\\013b`, `0-5 NONE`",
    })
    void tilesTheFile(String text, String expected) {
        byte[] bytes = text.translateEscapes().getBytes(StandardCharsets.UTF_8);
        assertEquals(expected == null ? "" : expected, describe(bytes));
    }

    @Test
    void startsAfterTheByteOrderMark() {
        assertEquals("3-5 LF, 5-6 NONE", describe("\ufeffa\nb".getBytes(StandardCharsets.UTF_8)));
        assertEquals("", describe("\ufeff".getBytes(StandardCharsets.UTF_8)));
        assertEquals("0-3 NONE", describe("\u2028".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void countsTheSameInChunksOfAnySize() {
        Random random = new Random(1);
        LineCount count = new LineCount();
        LineIndex index = new LineIndex();
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) "ab\r\n".charAt(random.nextInt(4));
            }
            index.index(bytes, bytes.length);
            count.reset();
            int at = 0;
            while (at < bytes.length) {
                int length = Math.min(1 + random.nextInt(5), bytes.length - at);
                byte[] chunk = new byte[8];
                System.arraycopy(bytes, at, chunk, 0, length);
                count.add(chunk, length);
                at += length;
            }
            assertEquals(index.count(), count.lines(), () -> describe(bytes));
        }
    }

    @Test
    void indexesManyLines() {
        byte[] bytes = "line\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        LineIndex index = new LineIndex();
        index.index(bytes, bytes.length);
        assertEquals(100_000, index.count());
        assertEquals(499_995, index.start(99_999));
        assertEquals(500_000, index.end(99_999));
        assertEquals(499_999, index.textEnd(99_999));
    }

    private static String describe(byte[] bytes) {
        LineIndex index = new LineIndex();
        index.index(bytes, bytes.length);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < index.count(); i++) {
            text.append(i == 0 ? "" : ", ").append(index.start(i)).append('-').append(index.end(i)).append(' ')
                    .append(index.newline(i));
        }
        return text.toString();
    }
}
