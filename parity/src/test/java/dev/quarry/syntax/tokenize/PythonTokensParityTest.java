package dev.quarry.syntax.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.PythonVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tokens of the cases in `cases.txt` (one text per line, in escapes that stand for bytes), printed as the command
/// prints them, are those of CPython.
class PythonTokensParityTest {
    /// The answer of Python 3.14 and later to a t-string whose format specification has a line break.
    private static final String OUT_OF_MEMORY = "\0unexpected error: \n\0" + 1;
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @MethodSource("versions")
    void casesAreTokenizedAsCPythonTokenizesThem(PythonVersion version) throws IOException {
        compare(version, cases());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void soAreCasesThatAreCutAndJoinedAtRandom(PythonVersion version) throws IOException {
        Random random = new Random(version.ordinal());
        List<byte[]> cases = cases();
        List<byte[]> mutants = IntStream.range(0, 2000).mapToObj(i -> {
            byte[] one = cases.get(random.nextInt(cases.size()));
            byte[] other = cases.get(random.nextInt(cases.size()));
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.write(one, 0, random.nextInt(one.length + 1));
            int from = random.nextInt(other.length + 1);
            joined.write(other, from, other.length - from);
            return joined.toByteArray();
        }).filter(text -> !leavesAnAddressInTheMessage(text)).toList();
        compare(version, mutants);
    }

    /// A null byte where an indentation ends makes CPython print the address of an object.
    private static boolean leavesAnAddressInTheMessage(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
    }

    private static void compare(PythonVersion version, List<byte[]> cases) throws IOException {
        String input = cases.stream().map(text -> HEX.formatHex(text) + "\n").collect(Collectors.joining());
        List<String> answers = TestInterpreters.run(version,
                TestInterpreters.resource(PythonTokensParityTest.class, "tokenize.py"), input).lines().toList();
        assertEquals(cases.size(), answers.size());
        StringBuilder expected = new StringBuilder();
        StringBuilder actual = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            String answer = new String(HEX.parseHex(answers.get(i)), StandardCharsets.UTF_8);
            String printed = command(cases.get(i), version);
            if (!answer.equals(printed) && !answer.equals(OUT_OF_MEMORY)) {
                String heading = "== " + Printed.escaped(cases.get(i)) + "\n";
                expected.append(heading).append(answer.replace('\0', '\n'));
                actual.append(heading).append(printed.replace('\0', '\n'));
            }
        }
        assertEquals(expected.toString(), actual.toString());
    }

    private static String command(byte[] text, PythonVersion version) throws IOException {
        PythonTokens tokens = PythonTokens.ofFile(text, version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tokens.error().isPresent()) {
            return "\0" + tokens.error().get().render("case.py", "'case.py'") + "\n\0" + 1;
        }
        TokenPrinter.print(tokens, true, version, out);
        return out.toString(StandardCharsets.UTF_8) + "\0\0" + 0;
    }

    @Test
    void stringsLieInTheTextAndPlacesGrow() {
        for (PythonVersion version : PythonVersion.values()) {
            for (byte[] text : cases()) {
                PythonTokens tokens = PythonTokens.ofFile(text, version);
                int previous = 0;
                for (int i = 0; i < tokens.size(); i++) {
                    assertTrue(previous <= tokens.start(i) && tokens.start(i) <= tokens.end(i)
                            && tokens.end(i) <= tokens.text().length, () -> version + " " + Printed.escaped(text));
                    previous = tokens.end(i);
                }
                boolean ends = tokens.size() > 0 && tokens.type(tokens.size() - 1) == TokenType.ENDMARKER;
                assertTrue(ends != tokens.error().isPresent(), () -> version + " " + Printed.escaped(text));
            }
        }
    }

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.values());
    }

    private static List<byte[]> cases() {
        return TestInterpreters.resource(PythonTokensParityTest.class, "cases.txt").lines()
                .map(line -> line.translateEscapes().getBytes(StandardCharsets.ISO_8859_1)).toList();
    }

    private static final class Printed {
        static String escaped(byte[] text) {
            StringBuilder escaped = new StringBuilder();
            for (byte b : text) {
                if (b >= ' ' && b < 0x7F && b != '\\') {
                    escaped.append((char) b);
                } else {
                    escaped.append(String.format("\\%03o", b & 0xFF));
                }
            }
            return escaped.toString();
        }
    }
}
