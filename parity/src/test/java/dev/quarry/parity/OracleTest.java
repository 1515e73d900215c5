package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The child process: what goes wrong in it concerns one question and not the next.
class OracleTest {
    private static final String SCRIPT = """
            import ctypes, sys, time

            def reverse(payload, *words):
                return payload[::-1] + ','.join(words).encode()

            def text(payload):
                return 'ä\\udc80'

            def stumble(payload):
                raise KeyError('why')

            def hang(payload):
                time.sleep(3600)

            def crash(payload):
                ctypes.string_at(0)

            def chatter(payload):
                print('noise')
                sys.stdout.flush()
                return b'answer'
            """;

    private static final byte[] NOTHING = {};

    static Stream<PythonVersion> versions() {
        return TestInterpreters.among(PythonVersion.PY38, PythonVersion.PY313, PythonVersion.PY315);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void answers(PythonVersion version) throws OracleFailure {
        try (Oracle oracle = oracle(version, Oracle.PATIENCE)) {
            assertEquals("cba", oracle.askText("reverse", "abc".getBytes(StandardCharsets.UTF_8)));
            assertEquals("1,2", oracle.askText("reverse 1 2", NOTHING));
            byte[] large = new byte[3_000_000];
            new Random(1).nextBytes(large);
            byte[] reversed = oracle.ask("reverse", large);
            assertEquals(large[0], reversed[large.length - 1]);
            assertArrayEquals(new byte[] {(byte) 0xC3, (byte) 0xA4, (byte) 0xED, (byte) 0xB2, (byte) 0x80},
                    oracle.ask("text", NOTHING));
            assertEquals("answer", oracle.askText("chatter", NOTHING));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anExceptionLeavesTheInterpreter(PythonVersion version) throws OracleFailure {
        try (Oracle oracle = oracle(version, Oracle.PATIENCE)) {
            OracleFailure failure = assertThrows(OracleFailure.class, () -> oracle.ask("stumble", NOTHING));
            assertEquals("KeyError: 'why'", failure.getMessage());
            assertEquals("ba", oracle.askText("reverse", "ab".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void programsReadAndPrint(PythonVersion version) {
        assertEquals("['x', 'y'] é\n!\n", TestInterpreters.run(version,
                "import sys\nprint(sys.argv[1:], sys.stdin.read(), end='!\\n')", "é\n", "x", "y"));
    }

    @Test
    void anotherInterpreterFollowsOneThatHangs() throws OracleFailure {
        try (Oracle oracle = oracle(PythonVersion.PY313, Duration.ofSeconds(2))) {
            OracleFailure failure = assertThrows(OracleFailure.class, () -> oracle.ask("hang", NOTHING));
            assertEquals("no answer in 2 s", failure.getMessage());
            assertEquals("a", oracle.askText("reverse", "a".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void anotherInterpreterFollowsOneThatCrashes() throws OracleFailure {
        try (Oracle oracle = oracle(PythonVersion.PY313, Oracle.PATIENCE)) {
            OracleFailure failure = assertThrows(OracleFailure.class, () -> oracle.ask("crash", NOTHING));
            assertTrue(failure.getMessage().startsWith("the interpreter ended with status"), failure::getMessage);
            assertEquals("a", oracle.askText("reverse", "a".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Oracle oracle(PythonVersion version, Duration patience) {
        return new Oracle(TestInterpreters.require(version), version == PythonVersion.PY315
                ? SCRIPT.replace("import ctypes, ", "import ") : SCRIPT, patience);
    }
}
