package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command around the dump; that the dump is CPython's is tested where the dump is made.
class AstCommandTest {

    @TempDir
    Path directory;

    @Test
    void aFileIsPrintedAsCPythonPrintsIt() throws IOException {
        Files.writeString(directory.resolve("one.py"), "x = [1]\n");
        CommandRun run = CommandRun.of(directory, "ast", "one.py");
        assertEquals(new CommandRun(0, """
                Module(
                   body=[
                      Assign(
                         targets=[
                            Name(id='x', ctx=Store())],
                         value=List(
                            elts=[
                               Constant(value=1)]))])
                """, ""), run);
    }

    @Test
    void optionsMeanWhatTheyMeanInCPython() {
        CommandRun run = CommandRun.withInput(directory, "a", "ast", "-m", "eval", "-a", "-i", "1", "-");
        assertEquals(new CommandRun(0, """
                Expression(
                 body=Name(
                  id='a',
                  lineno=1,
                  col_offset=0,
                  end_lineno=1,
                  end_col_offset=1))
                """, ""), run);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3.12 | Module(body=[], type_ignores=[])", "3.13 | Module()"})
    void thePythonDecidesTheShape(String python, String module) {
        CommandRun run = CommandRun.withInput(directory, "", "ast", "--python", python);
        assertEquals(new CommandRun(0, module + "\n", ""), run);
    }

    @Test
    void typeCommentsAreReadUnlessTheyAreSwitchedOff() {
        String source = "x = 1  # type: int\n";
        assertTrue(CommandRun.withInput(directory, source, "ast").out().contains("type_comment='int'"));
        assertTrue(!CommandRun.withInput(directory, source, "ast", "--no-type-comments").out().contains("type_comment"));
    }

    @Test
    void aSyntaxErrorIsSaidInCPythonsWords() throws IOException {
        Files.writeString(directory.resolve("broken.py"), "if x:\n\treturn min(1,\n");
        CommandRun run = CommandRun.of(directory, "ast", "broken.py");
        assertEquals(new CommandRun(ExitCode.BAD_INPUT, "", """
                  File "broken.py", line 2
                    \treturn min(1,
                    \t          ^
                SyntaxError: '(' was never closed
                """), run);
    }

    @Test
    void caretsStandBelowWideCharactersToo() {
        CommandRun run = CommandRun.withInput(directory, "é = 1 2\n", "ast");
        assertEquals(new CommandRun(ExitCode.BAD_INPUT, "", """
                  File "<stdin>", line 1
                    é = 1 2
                          ^
                SyntaxError: invalid syntax
                """), run);
    }

    @Test
    void aMissingFileIsOneLine() {
        assertEquals(new CommandRun(ExitCode.BAD_INPUT, "",
                "quarry: no file none.py; name a Python file, or '-' for standard input\n"),
                CommandRun.of(directory, "ast", "none.py"));
    }

    @Test
    void anUnknownPythonIsAUsageError() {
        CommandRun run = CommandRun.of(directory, "ast", "--python", "2.7", "x.py");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("unknown Python version '2.7'; known are 3.8 to 3.15"), run.err());
        assertEquals(1, run.err().lines().count());
    }
}
