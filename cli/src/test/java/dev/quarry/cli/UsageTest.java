package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                  | no command given; 'quarry help' explains the command line",
        "vresion           | unknown command 'vresion', did you mean version?; 'quarry help' explains the command line",
        "frobnicate        | unknown command 'frobnicate'; 'quarry help' explains the command line",
        "version --verbos  | unknown option '--verbos', did you mean --verbose?; 'quarry help version' explains the command line",
        "help vresion      | unknown command 'vresion', did you mean version?; 'quarry help' explains the command line",
    })
    void aWrongCommandLineIsOneLine(String arguments, String message) {
        CommandRun run = CommandRun.of(directory, arguments == null ? new String[0] : arguments.split(" "));
        assertEquals("quarry: " + message + "\n", run.err());
        assertEquals("", run.out());
        assertEquals(ExitCode.USAGE, run.exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void versionIsThePoms(String argument) {
        CommandRun run = CommandRun.of(directory, argument);
        assertTrue(run.out().matches("quarry \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+.*\\)\n"), run.out());
        assertEquals("", run.err());
        assertEquals(ExitCode.DONE, run.exitCode());
    }

    @Test
    void helpOfACommandIsItsUsage() {
        CommandRun help = CommandRun.of(directory, "help", "version");
        assertTrue(help.out().startsWith("Usage: quarry version "), help.out());
        assertEquals(help, CommandRun.of(directory, "version", "--help"));
    }
}
