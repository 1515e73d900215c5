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

    // Parts of texts, by Latin-1 characters that stand for bytes; `?` is any printable one.
    private static final String[] ISO_2022 = {"ab", "\n", "\u000e", "\u000f", "\u001bN?", "\u001bx", "????", "0!", "??",
            "?", "\u001b(B", "\u001b(B", "\u001b(J", "\u001b(I", "\u001b$@", "\u001b$B", "\u001b$A", "\u001b$(C",
            "\u001b$)C", "\u001b$(D", "\u001b$(O", "\u001b$(P", "\u001b$(Q", "\u001b$O", "\u001b.A", "\u001b.F",
            "\u001b&@\u001b$B", "\u001b", "\u001b$", "\u001b(12", "\u001b$B????????", "\u001b$(D??????",
            "\u001b$(Q??????", "\u001b$(P??????", "\u001b$(O??????", "\u001b$B!@", "\u001b$(Q!@"};
    private static final String[] HZ = {"ab", "~~", "~{", "~}", "~{????????~}", "~\n", "\n", "??", "~", "~?", "!!"};
    private static final String[] UTF_7 = {"ab", "+", "-", "+-", "+AGE-", "+AGE", "+2D3eAA-", "+2D0-", "+3gA-", "\n", "?",
            "+AGEAYg-", "+AG-", "+AGF-", "+////-", ".", "+2D0AYQ-", "+2D0", "\\", "~"};
    private static final String[] WIDE = {"a\0", "\0a", "a\0\0\0", "\0\0\0a", "\u00ff\u00fe", "\u00fe\u00ff", "\u00ff\u00fe\0\0",
            "\0\0\u00fe\u00ff", "\u003d\u00d8\u0000\u00de", "\u00d8\u003d\u00de\u0000", "\u003d\u00d8", "??", "????",
            "?\0\1\0", "\0\1\0?", "\u00d8", "?"};

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
            for (int i = 0; i < (single ? 5 : 1500); i++) {
                cases.add(new Case(codec, switch (codec) {
                    case Iso2022Codec iso -> ofPieces(random, ISO_2022);
                    case HzCodec hz -> ofPieces(random, HZ);
                    case Utf7Codec utf7 -> ofPieces(random, UTF_7);
                    case WideCodec wide -> ofPieces(random, WIDE);
                    default -> bytes(random, single ? 64 : 1 + random.nextInt(12));
                }));
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

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            boolean high = random.nextInt(4) > 0;
            bytes[i] = (byte) (high ? 0x80 + random.nextInt(0x80)
                    : random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt(0x80));
        }
        return bytes;
    }

    /// Some of the pieces, and now and then any byte.
    private static byte[] ofPieces(Random random, String[] pieces) {
        StringBuilder latin1 = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            String piece = pieces[random.nextInt(pieces.length)];
            for (char c : piece.toCharArray()) {
                latin1.append(c == '?' ? (char) (0x21 + random.nextInt(0x5E)) : c);
            }
            if (random.nextInt(20) == 0) {
                latin1.append((char) random.nextInt(0x100));
            }
        }
        return latin1.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
