package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.parity.TestInterpreters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Literals that parse as tokens and fail when CPython evaluates them: its message and place.
class StringEscapesTest {
    @ParameterizedTest
    @ValueSource(strings = {"x = '\\x4'", "f('a', '\\x4' )", "x = 'a' '\\x4'  'b'\ny=1", "x = 'é\\N{foo}'",
        "x=f'a\\x4{b}'", "x = b'\\x4'", "x = b'é'", "x = 'a' b'b'\n", "'\\U00110000'", "'\\N'", "'\\N{}'", "'\\N{a'",
        "'é\\é\\x'", "'\\x0g'", "'\\u12'", "b'a\\x'", "f'{a}\\N{nothing}'", "rb'é'"})
    void rejectedAsByCPython(String source) {
        List<Diagnostic> diagnostics = parse(source);
        assertEquals(1, diagnostics.size(), source);
        Diagnostic error = diagnostics.getFirst();
        String ours = error.message() + "|" + column(source, error.start()) + "|" + column(source, error.end());

        assertEquals(TestInterpreters.run(PythonVersion.PY313, """
                import sys
                source = sys.stdin.buffer.read()
                try:
                    compile(source, 'file', 'exec')
                except SyntaxError as e:
                    lines = source.decode().replace('\\r\\n', '\\n').split('\\n')
                    at = lambda line, offset: sum(len(l) + 1 for l in lines[:line - 1]) + offset - 1
                    print(e.msg, at(e.lineno, e.offset), at(e.end_lineno, e.end_offset), sep='|')
                """, source).strip(), ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r'\\x'", "'\\d\\8'", "b'\\u1'", "'\\N{lf}\\x41'", "rf'\\x{a}'", "b'\\xff'",
        "'é\\\\N{a}'"})
    void accepted(String source) {
        assertEquals(List.of(), parse(source));
    }

    @Test
    void decimalIntegersHaveALimit() {
        assertEquals(List.of(), parse("1".repeat(4300)));
        assertEquals(List.of(), parse("0".repeat(5000)));
        assertEquals(List.of(), parse("0x" + "1".repeat(5000)));
        assertEquals("Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
                + "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "
                + "to avoid decimal conversion limits.", parse("1".repeat(4301)).getFirst().message());
    }

    private static List<Diagnostic> parse(String source) {
        return new Parser().parse(source.getBytes(StandardCharsets.UTF_8), ParseOptions.module(PythonVersion.PY313))
                .diagnostics();
    }

    /// Characters before a byte offset, CRLF counted as one.
    private static int column(String source, int offset) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, 0, offset, StandardCharsets.UTF_8).replace("\r\n", "\n").length();
    }
}
