package dev.quarry.syntax.codecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonCodecTest {

    @Test
    void namesAreFoundWhateverTheirCaseAndPunctuation() {
        PythonCodec latin = PythonCodec.find("latin_1").orElseThrow();
        for (String name : List.of("Latin-1", "ISO 8859-1", "l1", "latin-", "iso8859_1", "--8859--", "IBM819")) {
            assertSame(latin, PythonCodec.find(name).orElseThrow(), name);
        }
        assertEquals("ascii", PythonCodec.find("ANSI_X3.4-1968").orElseThrow().name());
        assertEquals(Optional.empty(), PythonCodec.find("nonsense"));
        assertEquals(PythonCodec.Support.NO_TEXT, PythonCodec.find("rot13").orElseThrow().support());
        assertEquals(PythonCodec.Support.MISSING, PythonCodec.find("punycode").orElseThrow().support());
    }

    @Test
    void textThatDoesNotDecodeIsReplacedAndTheFirstErrorToldInPythonsWords() {
        byte[] raw = "a\u0081\u00e9\u0081".getBytes(StandardCharsets.ISO_8859_1);
        Decoding decoding = PythonCodec.find("cp1252").orElseThrow().decode(raw, 0, raw.length);
        assertEquals("a\uFFFD\u00e9\uFFFD", new String(decoding.utf8(), StandardCharsets.UTF_8));
        assertEquals("'charmap' codec can't decode byte 0x81 in position 7: character maps to <undefined>",
                decoding.errorMessage(7, false));
        assertEquals(1, decoding.errorUtf8At());
        assertEquals(2, decoding.offsets().raw(4), "after the replacement");
        assertEquals(3, decoding.offsets().raw(6));
    }
}
