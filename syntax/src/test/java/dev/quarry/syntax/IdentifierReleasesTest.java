package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Characters of identifiers that came with a release's Unicode; CPython's `str.isidentifier` and `str.isprintable` are
/// the source.
class IdentifierReleasesTest {
    @ParameterizedTest
    @CsvSource({"0x088F, PY314, false, false, false", "0x088F, PY315, true, true, true",
        "0x1ACF, PY314, false, false, false", "0x1ACF, PY315, false, true, true",
        "0x20C1, PY315, false, false, true", "0x32000, PY315, true, true, true", "0x3347A, PY315, false, false, false",
        "0x200D, PY312, false, false, false", "0x200D, PY313, false, true, false", "0x200D, PY315, false, true, false",
        "0x30FB, PY312, false, false, true", "0x30FB, PY314, false, true, true"})
    void startPartAndPrintable(String codePoint, PythonVersion version, boolean start, boolean part,
            boolean printable) {
        int character = Integer.decode(codePoint);
        assertEquals(start, Identifiers.isStart(character, version));
        assertEquals(part, Identifiers.isPart(character, version));
        assertEquals(printable, Printable.isPrintable(character, version));
    }
}
