package dev.quarry.syntax.ast;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReprTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0", "00_0, 0", "7, 7", "1_000, 1000", "0xFF, 255", "0X_ff, 255", "0o17, 15", "0b1_01, 5",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "0xffffffffffffffffffff, 1208925819614629174706175",
        "1.0, 1.0", "1., 1.0", ".5, 0.5", "1e3, 1000.0", "1E-3, 0.001", "0.0001, 0.0001", "0.00001, 1e-05",
        "1e15, 1000000000000000.0", "1e16, 1e+16", "12345678901234567.0, 1.2345678901234568e+16",
        "9007199254740993.0, 9007199254740992.0", "0.1, 0.1", "1_0.0_1, 10.01", "5e-324, 5e-324",
        "4.9e-324, 5e-324",
        "2e-323, 2e-323", "1e-323, 1e-323", "9.9e-324, 1e-323", "1.5e300, 1.5e+300", "1e999, inf", "0.0, 0.0", "0e5, 0.0", "2e22, 2e+22", "1e23, 1e+23",
        "1j, 1j", "1.5J, 1.5j", "0j, 0j", "1e16j, 1e+16j", "1e999j, infj", "010j, 10j", "0_0.5, 0.5", "100.0j, 100j",
    })
    void reprOfLiteral(String literal, String expected) {
        assertEquals(expected, repr(literal));
    }

    @Test
    void integersBeyondWhatCPythonConvertsAreHexadecimal() {
        assertEquals("0x" + "f".repeat(4000), repr("0x" + "F".repeat(4000)));
    }

    @Test
    void integersOf4300DigitsAreDecimal() {
        String digits = "9".repeat(4300);
        assertEquals(digits, repr(digits));
        assertEquals(digits, repr("0x" + new java.math.BigInteger(digits).toString(16)));
        assertEquals("0x" + new java.math.BigInteger(digits + "0").toString(16),
                repr("0x" + new java.math.BigInteger(digits + "0").toString(16)));
    }

    @Test
    void longLiteralsOfEveryRadixAreHexadecimal() {
        for (int length = 15_000; length < 15_012; length++) {
            for (int radix : new int[] {2, 8, 16}) {
                String digits = "00" + "1204b7e035".repeat(length / 10 + 1).substring(0, length)
                        .chars().map(c -> Character.forDigit(Character.digit(c, 16) % radix, radix))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
                String prefix = radix == 2 ? "0b" : radix == 8 ? "0o" : "0x";
                assertEquals("0x" + new java.math.BigInteger(digits, radix).toString(16), repr(prefix + digits));
            }
        }
    }

    private static String repr(String literal) {
        var out = new ByteSink();
        byte[] source = literal.getBytes(US_ASCII);
        NumberRepr.write(source, 0, source.length, out);
        return new String(out.array(), 0, out.size(), US_ASCII);
    }
}
