package dev.quarry.syntax.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expressions that are refused, and those that backtracking would not survive; the module `parity` compares what
/// expressions match with Python.
class RegularExpressionTest {
    private final RegexMatch match = new RegexMatch();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            a(        => missing ), unterminated subpattern at position 1
            a)        => unbalanced parenthesis at position 1
            *a        => nothing to repeat at position 0
            a**       => multiple repeat at position 2
            a{3,2}    => min repeat greater than max repeat at position 1
            ^*        => a place cannot be repeated at position 0
            [a        => unterminated character set at position 0
            [z-a]     => bad character range at position 1
            [\\d-a]   => bad character range at position 1
            \\q       => bad escape \\q at position 0
            \\xg1     => incomplete escape at position 0
            (a)\\1    => references to groups are not supported at position 3
            (?P=a)    => references to groups are not supported at position 0
            (?#a)     => comments are not supported at position 0
            a{2}{2}   => multiple repeat at position 4
            {2}       => nothing to repeat at position 0
            (?P<a>)(?P<a>) => redefinition of group name 'a' at position 11
            (?P<1>)   => bad character in group name '1' at position 4
            (?=a)     => lookahead and lookbehind are not supported at position 0
            (?<!a)    => lookahead and lookbehind are not supported at position 0
            (?>a)     => atomic groups are not supported at position 0
            a++       => possessive repetition is not supported at position 2
            a(?i)     => global flags not at the start of the expression at position 1
            (?x)a     => unknown or unsupported flag, which may be one of aimsu at position 2
            a{9999999} => the expression is too large at position 1
            (a{99}){99} => the expression is too large at position 0
            """)
    void whatIsRefused(String expression, String problem) {
        assertEquals(problem, assertThrows(RegexException.class, () -> RegularExpression.compile(expression)).getMessage());
    }

    @Test
    void nestingIsBounded() {
        String deep = "(".repeat(10_000) + ")".repeat(10_000);
        assertTrue(assertThrows(RegexException.class, () -> RegularExpression.compile(deep)).getMessage()
                .startsWith("groups are nested more than 100 deep"));
    }

    @Test
    void repeatedNothing() {
        assertTimeout(Duration.ofSeconds(5), () -> assertTrue(matches("(((a{0}){9999}){9999}){9999}(|b*)*", "bb")));
    }

    /// Backtracking would take 2^100000 steps.
    @Test
    void timeIsProportionalToTheText() {
        String text = "a".repeat(100_000);
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertFalse(matches("(a*)*b", text));
            assertFalse(matches("(a|a)*b", text));
            assertFalse(matches("(a|aa)+$b", text));
            assertFalse(matches(".*.*.*.*.*x", text));
            assertTrue(matches("(a?){100}a*", text));
        });
    }

    @Test
    void textsThatAreNoUtf8() {
        byte[] bytes = {'a', (byte) 0xC3, (byte) 0xF0, (byte) 0x9F, 'b'};
        assertTrue(match.matches(RegularExpression.compile("a\\ufffd{3}b"), bytes, 0, bytes.length));
    }

    private boolean matches(String expression, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return match.matches(RegularExpression.compile(expression), utf8, 0, utf8.length);
    }
}
