package dev.quarry.syntax.ast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.parity.TestInterpreters;
import dev.quarry.syntax.CharacterNames;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.Printable;
import dev.quarry.syntax.PythonVersion;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What string literals mean, and how their values are written, as CPython has it.
class StringLiteralParityTest {
    /// The table of printable characters holds what each release's own Unicode says.
    @ParameterizedTest
    @EnumSource(value = PythonVersion.class, names = {"PY38", "PY39", "PY310", "PY311", "PY312", "PY313"})
    void printableAsInCPython(PythonVersion version) throws Exception {
        String answer = TestInterpreters.run(version,
                "import hashlib; print(hashlib.md5(bytes(chr(c).isprintable() for c in range(0x110000))).hexdigest())", "");
        var printable = new byte[Character.MAX_CODE_POINT + 1];
        for (int codePoint = 0; codePoint < printable.length; codePoint++) {
            printable[codePoint] = (byte) (Printable.isPrintable(codePoint, version) ? 1 : 0);
        }

        assertEquals(answer.strip(), HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(printable)));
    }

    /// All names and aliases of the newest interpreter.
    @Test
    void namesAsInCPython() throws Exception {
        String answer = TestInterpreters.run(PythonVersion.PY313, """
                import unicodedata
                for c in range(0x110000):
                    name = unicodedata.name(chr(c), '')
                    if name:
                        print('%x;%s' % (c, name))
                """, "");
        var wrong = new ArrayList<String>();
        answer.lines().forEach(line -> {
            int separator = line.indexOf(';');
            byte[] name = line.substring(separator + 1).getBytes(UTF_8);
            if (CharacterNames.codePoint(name, 0, name.length) != Integer.parseInt(line, 0, separator, 16)) {
                wrong.add(line);
            }
        });
        assertEquals(List.of(), wrong.subList(0, Math.min(20, wrong.size())));
    }

    @Test
    void randomLiteralsAsInCPython() throws Exception {
        var random = new Random(42);
        String[] pieces = {"a", "Z", " ", "'", "\"", "\\\\", "\\'", "\\\"", "\\n", "\\r", "\\x41", "\\xff", "\\0",
            "\\777", "\\u0041", "\\ud800", "\\U0001f600", "\\q", "é", "€", "😀", "\u2028", "\t", "{", "}", "\u0378",
            "\\N{EURO SIGN}"};
        var literals = new ArrayList<String>();
        for (int i = 0; i < 3000; i++) {
            var body = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                String piece = pieces[random.nextInt(pieces.length)];
                body.append(piece.equals("'") ? "\\'" : piece);
            }
            literals.add((random.nextInt(4) == 0 ? "r" : "") + "'" + body + "'");
        }
        var script = new StringBuilder();
        for (String literal : literals) {
            script.append("print(ascii(repr(").append(literal).append(")))\n");
        }
        List<String> expected = TestInterpreters.run(PythonVersion.PY313, script.toString(), "").lines()
                .toList();
        for (int i = 0; i < literals.size(); i++) {
            String ours = repr(literals.get(i), PythonVersion.PY313);
            byte[] ascii = expected.get(i).getBytes(UTF_8);
            assertEquals(StringRepr.decode(ascii, 0, ascii.length), ours, literals.get(i));
        }
    }

    private static String repr(String literal, PythonVersion version) {
        AstTable table = new AstProjector().project(new Parser().parse(literal.getBytes(UTF_8),
                new ParseOptions(version, ParseMode.EVAL, false)));
        return table.value(1);
    }
}
