package dev.quarry.syntax.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.Interpreters;
import dev.quarry.syntax.Oracle;
import dev.quarry.syntax.PythonVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The tokens of the cases in `cases.txt` (one text per line, in escapes that stand for bytes), printed as the command
/// prints them, are those of CPython.
class PythonTokensTest {
    private static final String FOLDER = "tokenize/";
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @EnumSource(names = {"PY38", "PY39", "PY310", "PY311", "PY312", "PY313"})
    void casesAreTokenizedAsCPythonTokenizesThem(PythonVersion version) throws IOException {
        compare(version, cases());
    }

    @ParameterizedTest
    @EnumSource(names = {"PY38", "PY39", "PY310", "PY311", "PY312", "PY313"})
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
        List<String> answers = Oracle.run(Interpreters.require(version), Oracle.program(FOLDER + "tokenize.py"), input)
                .lines().toList();
        assertEquals(cases.size(), answers.size());
        StringBuilder expected = new StringBuilder();
        StringBuilder actual = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            String answer = new String(HEX.parseHex(answers.get(i)), StandardCharsets.UTF_8);
            String printed = command(cases.get(i), version);
            if (!answer.equals(printed)) {
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

    @Test
    void standardInputHasNoEncodingAndOneKindOfLineBreak() {
        byte[] text = "# coding: nonsense\r\nx\ry".getBytes(StandardCharsets.US_ASCII);
        PythonTokens tokens = PythonTokens.ofStandardInput(text, PythonVersion.PY313);
        assertEquals(List.of("COMMENT", "NL", "NAME", "NEWLINE", "NAME", "NEWLINE", "ENDMARKER"),
                IntStream.range(0, tokens.size()).mapToObj(tokens::exactName).toList());
        assertEquals("\n", tokens.string(1));
        assertEquals("", tokens.string(5));
        assertEquals("y", tokens.lines(4));
    }

    private static List<byte[]> cases() {
        return Oracle.program(FOLDER + "cases.txt").lines()
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
