package dev.quarry.syntax.codecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// All of Python's codecs make of bytes what they make of them there.
class PythonCodecParityTest {
    private static final HexFormat HEX = HexFormat.of();

    private record Case(PythonCodec codec, byte[] bytes) {}

    @Test
    void theTableIsThatOfCPythonAndThisJdk() {
        assertEquals(CodecTableGenerator.resource(PythonVersion.PY313), table());
    }

    /// The text and the first error. Beyond this sample, [#theTableIsThatOfCPythonAndThisJdk] has seen all sequences.
    @Test
    void bytesDecodeAsInCPython() {
        Random random = new Random(7);
        List<Case> cases = new ArrayList<>();
        for (String line : table().lines().toList()) {
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
        List<String> answers = TestInterpreters.run(PythonVersion.PY313,
                TestInterpreters.resource(PythonCodecParityTest.class, "decode.py"), input).lines().toList();
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

    private static String table() {
        return TestInterpreters.resource(CodecTable.class, CodecTable.RESOURCE);
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
