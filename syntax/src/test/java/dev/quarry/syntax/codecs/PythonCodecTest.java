package dev.quarry.syntax.codecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.Interpreters;
import dev.quarry.syntax.Oracle;
import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PythonCodecTest {
    private static final HexFormat HEX = HexFormat.of();

    private record Case(PythonCodec codec, byte[] bytes) {}

    @Test
    void theTableIsThatOfCPythonAndThisJdk() {
        assertEquals(CodecTableGenerator.resource(Interpreters.require(PythonVersion.PY313)),
                Oracle.program("codecs/" + CodecTable.RESOURCE));
    }

    @Test
    void namesAreFoundWhateverTheirCaseAndPunctuation() {
        PythonCodec latin = PythonCodec.find("latin_1").orElseThrow();
        for (String name : List.of("Latin-1", "ISO 8859-1", "l1", "latin-", "iso8859_1", "--8859--", "IBM819")) {
            assertSame(latin, PythonCodec.find(name).orElseThrow(), name);
        }
        assertEquals("ascii", PythonCodec.find("ANSI_X3.4-1968").orElseThrow().name());
        assertEquals(Optional.empty(), PythonCodec.find("nonsense"));
        assertEquals(PythonCodec.Support.NO_TEXT, PythonCodec.find("rot13").orElseThrow().support());
        assertEquals(PythonCodec.Support.MISSING, PythonCodec.find("utf-7").orElseThrow().support());
    }

    /// The text and the first error. Beyond this sample, [#theTableIsThatOfCPythonAndThisJdk] has seen all sequences.
    @Test
    void bytesDecodeAsInCPython() {
        Random random = new Random(7);
        List<Case> cases = new ArrayList<>();
        for (String line : Oracle.program("codecs/" + CodecTable.RESOURCE).lines().toList()) {
            PythonCodec codec = line.startsWith(" ") ? null : PythonCodec.find(line.split(" ")[1]).orElseThrow();
            if (codec == null || codec.support() != PythonCodec.Support.TEXT) {
                continue;
            }
            boolean single = codec instanceof SingleByteCodec;
            boolean stateful = codec instanceof CharsetCodec;
            for (int i = 0; i < (single ? 5 : stateful ? 20 : 1500); i++) {
                cases.add(new Case(codec, bytes(random, single ? 64 : 1 + random.nextInt(12), stateful,
                        codec.name().equals("iso2022_kr"))));
            }
        }
        String input = cases.stream().map(one -> one.codec.name() + " " + HEX.formatHex(one.bytes) + "\n")
                .collect(Collectors.joining());
        List<String> answers = Oracle.run(Interpreters.require(PythonVersion.PY313),
                Oracle.program("codecs/decode.py"), input).lines().toList();
        assertEquals(cases.size(), answers.size());
        TreeMap<String, String> differences = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            Decoding decoding = one.codec.decode(one.bytes, 0, one.bytes.length);
            String actual = HEX.formatHex(decoding.utf8()) + "\t"
                    + (decoding.hasError() ? decoding.errorMessage(decoding.errorAt(), false) : "-");
            if (!actual.equals(answers.get(i))) {
                differences.putIfAbsent(one.codec.name(), HEX.formatHex(one.bytes) + "\n  CPython " + answers.get(i)
                        + "\n  here    " + actual + "\n");
            }
        }
        assertEquals("{}", differences.toString());
        assertTrue(cases.size() > 20_000, "only " + cases.size() + " cases");
    }

    private static byte[] bytes(Random random, int length, boolean stateful, boolean korean) {
        if (stateful) {
            // Well-formed text only: where the JDK and CPython see the errors of escape sequences is not the same.
            StringBuilder text = new StringBuilder(korean ? "\u001b$)C" : "");
            for (int i = 0; i < length; i++) {
                text.append(korean ? "\u000e0!\u000f" : "\u001b$B$\"0l\u001b(B").append(i % 3 == 0 ? "\n" : "ab");
            }
            return text.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            boolean high = random.nextInt(4) > 0;
            bytes[i] = (byte) (high ? 0x80 + random.nextInt(0x80)
                    : random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt(0x80));
        }
        return bytes;
    }
}
