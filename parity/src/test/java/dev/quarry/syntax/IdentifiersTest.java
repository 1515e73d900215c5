package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.parity.TestInterpreters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All code points beyond ASCII, against `str.isidentifier`.
class IdentifiersTest {
    private static final String PROGRAM = """
            print("".join(str(chr(c).isidentifier() + 2 * ("a" + chr(c)).isidentifier()) for c in range(128, 0x110000)))
            """;

    @ParameterizedTest
    @EnumSource(names = {"PY38", "PY39", "PY310", "PY311", "PY312", "PY313"})
    void identifierCharacters(PythonVersion version) {
        String expected = TestInterpreters.run(version, PROGRAM, "").strip();
        StringBuilder differences = new StringBuilder();
        for (int codePoint = 128; codePoint < 0x110000; codePoint++) {
            int actual = (Identifiers.isStart(codePoint, version) ? 1 : 0)
                    + (Identifiers.isPart(codePoint, version) ? 2 : 0);
            if (actual != expected.charAt(codePoint - 128) - '0') {
                differences.append(String.format("U+%04X ", codePoint));
            }
        }
        assertEquals("", differences.toString());
    }
}
