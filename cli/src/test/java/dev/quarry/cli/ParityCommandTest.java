package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.parity.Interpreter;
import dev.quarry.parity.Interpreters;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityCommandTest {

    @TempDir
    Path directory;

    @Test
    void filesThatAgree() throws IOException {
        Interpreter python = python();
        Files.writeString(directory.resolve("a.py"), "x = f'{1!r:>{2}}'\n");
        Files.writeString(directory.resolve("b.py"), "x = = 1\n");
        Files.writeString(directory.resolve("notes.txt"), "not Python\n");

        CommandRun run = CommandRun.of(directory, "parity", "ast", "--python", "3.13", ".");

        assertEquals("", run.err());
        assertEquals(python + "\n  2 files compared, 0 differ; 1 refused by both\n", run.out());
        assertEquals(ExitCode.DONE, run.exitCode());
    }

    @Test
    void oneObjectForPrograms() throws IOException {
        Interpreter python = python();
        Files.writeString(directory.resolve("a.py"), "x = 1\n");

        CommandRun run = CommandRun.of(directory, "parity", "ast", "--json", "--python-exe", python.location(), "a.py");

        assertEquals("{\"interpreters\": [\n  {\"version\": \"3.13\", \"release\": \"" + python.release()
                + "\", \"location\": \"" + python.location() + "\",\n   \"findings\": [],\n   \"compared\": 1, \"different\": 0, "
                + "\"refused\": 0, \"not_compared\": 0}\n]}\n", run.out());
        assertEquals(ExitCode.DONE, run.exitCode());
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        Path empty = Files.writeString(directory.resolve("python"), "");
        CommandRun noInterpreter = CommandRun.of(directory, "parity", "ast", "--python-exe", empty.toString(), ".");
        assertEquals("quarry: " + empty + " is no CPython 3.8 to 3.15 that runs; name another\n", noInterpreter.err());
        assertEquals(ExitCode.BAD_INPUT, noInterpreter.exitCode());

        CommandRun noFile = CommandRun.of(directory, "parity", "ast", "nothing.py");
        assertTrue(noFile.err().startsWith("quarry: no file or folder "), noFile::err);
        assertEquals(ExitCode.BAD_INPUT, noFile.exitCode());

        CommandRun noKind = CommandRun.of(directory, "parity", "soup", ".");
        assertTrue(noKind.err().startsWith("quarry: Invalid value for positional parameter"), noKind::err);
        assertEquals(ExitCode.USAGE, noKind.exitCode());
    }

    private static Interpreter python() {
        var found = Interpreters.find(PythonVersion.PY313);
        String missing = "no CPython 3.13 on the PATH or in pyenv";
        if ("required".equals(System.getProperty("quarry.oracles"))) {
            return found.orElseGet(() -> Assertions.fail(missing));
        }
        Assumptions.assumeTrue(found.isPresent(), missing);
        return found.orElseThrow();
    }
}
