package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PathTextTest {
    @Test
    void escapesWhatIsNoTextAndNothingElse() {
        assertEquals("src/naïve 😀.py", escape("src/naïve 😀.py"));
        assertEquals("a\\x5cb\\x00\\x1f\\x7f\\xc2\\x85", escape("a\\b\0\u001f\u007f\u0085"));
        assertEquals("\\xff\\xc3(\\xed\\xa0\\x80",
                PathText.escape(new byte[] {(byte) 0xff, (byte) 0xc3, '(', (byte) 0xed, (byte) 0xa0, (byte) 0x80}));
    }

    @Test
    void isReversibleAndUniqueForAnyBytes() {
        Random random = new Random(3);
        Set<String> texts = new HashSet<>();
        Set<String> originals = new HashSet<>();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(6)];
            random.nextBytes(bytes);
            String text = PathText.escape(bytes);
            assertArrayEquals(bytes, PathText.unescape(text));
            assertFalse(text.chars().anyMatch(Character::isISOControl));
            texts.add(text);
            originals.add(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        assertEquals(originals.size(), texts.size());
    }

    @Test
    void refusesTextThatItDidNotMake() {
        for (String wrong : new String[] {"a\\", "\\x4", "\\q41", "\\xzz"}) {
            assertThrows(IllegalArgumentException.class, () -> PathText.unescape(wrong));
        }
    }

    private static String escape(String text) {
        return PathText.escape(text.getBytes(StandardCharsets.UTF_8));
    }
}
