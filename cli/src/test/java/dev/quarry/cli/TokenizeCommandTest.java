package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command around the tokens; that they are CPython's is tested where they are made.
class TokenizeCommandTest {

    @TempDir
    Path directory;

    @Test
    void aFileIsPrintedAsCPythonPrintsIt() throws IOException {
        Files.writeString(directory.resolve("one.py"), "x = [1]\n");
        CommandRun run = CommandRun.of(directory, "tokenize", "one.py");
        assertEquals(new CommandRun(0, """
                0,0-0,0:            ENCODING       'utf-8'       \s
                1,0-1,1:            NAME           'x'           \s
                1,2-1,3:            OP             '='           \s
                1,4-1,5:            OP             '['           \s
                1,5-1,6:            NUMBER         '1'           \s
                1,6-1,7:            OP             ']'           \s
                1,7-1,8:            NEWLINE        '\\n'          \s
                2,0-2,0:            ENDMARKER      ''            \s
                """, ""), run);
    }

    @Test
    void operatorsHaveNamesOnDemandAndThePythonDecides() {
        assertEquals(new CommandRun(0, """
                1,0-1,3:            NAME           'tau'         \s
                1,3-1,4:            EXCLAMATION    '!'           \s
                1,4-1,5:            NEWLINE        ''            \s
                2,0-2,0:            ENDMARKER      ''            \s
                """, ""), CommandRun.withInput(directory, "tau!", "tokenize", "--exact"));
        assertEquals(new CommandRun(0, """
                1,0-1,3:            NAME           'tau'         \s
                1,3-1,4:            ERRORTOKEN     '!'           \s
                1,4-1,5:            NEWLINE        ''            \s
                2,0-2,0:            ENDMARKER      ''            \s
                """, ""), CommandRun.withInput(directory, "tau!", "tokenize", "-e", "--python", "3.11"));
    }

    @Test
    void aBadFileHasAnErrorAndNoTokens() throws IOException {
        Files.writeString(directory.resolve("bad.py"), "x = 1\ny = 'a\n");
        assertEquals(new CommandRun(1, "", "bad.py:2:5: error: unterminated string literal (detected at line 2)\n"),
                CommandRun.of(directory, "tokenize", "bad.py"));
        Files.writeString(directory.resolve("bad.py"), "# coding: nonsense\n");
        assertEquals(new CommandRun(1, "", "bad.py: error: unknown encoding for 'bad.py': nonsense\n"),
                CommandRun.of(directory, "tokenize", "bad.py"));
    }

    @Test
    void badInputHasTheTokensBeforeTheError() {
        assertEquals(new CommandRun(1, """
                1,0-1,1:            OP             '('           \s
                1,1-1,2:            NL             '\\n'          \s
                """, "<stdin>:1:0: error: unexpected EOF in multi-line statement\n"),
                CommandRun.withInput(directory, "(\n", "tokenize"));
    }
}
