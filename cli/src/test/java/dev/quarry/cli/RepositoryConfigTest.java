package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryConfigTest {

    @TempDir
    Path root;

    @Test
    void withoutAFileNothingIsSet() {
        assertEquals(new RepositoryConfig(List.of(), List.of(), null), RepositoryConfig.in(root));
    }

    @Test
    void harmlessKeysAreRead() throws IOException {
        write("""
                # comment
                include = ["src/**", 'tools/*.py']
                exclude = []
                python = "3.9"
                """);
        assertEquals(new RepositoryConfig(List.of("src/**", "tools/*.py"), List.of(), PythonVersion.PY39),
                RepositoryConfig.in(root));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "inlcude = []          | 1:1: unknown key 'inlcude', did you mean include?",
        "colour = 'red'        | 1:1: unknown key 'colour'; known are include, exclude, python",
        "out = '/tmp'          | 1:1: 'out' names a location, which a repository's own file may not set; remove it and use the command line",
        "interpreter = 'sh'    | 1:1: 'interpreter' names an interpreter, which a repository's own file may not set; remove it and use the command line",
        "command = 'sh'        | 1:1: 'command' names a command, which a repository's own file may not set; remove it and use the command line",
        "library.path = 'x.so' | 1:1: 'library' names a library, which a repository's own file may not set; remove it and use the command line",
        "max-file-bytes = 9    | 1:1: 'max-file-bytes' is the choice of the person who extracts, which a repository's own file may not set; remove it and use the command line",
        "include = 'src'       | 1:1: 'include' has to be a list of strings, e.g. [\"src/**\"]",
        "exclude = ['a', 1]    | 1:1: 'exclude' has to be a list of strings, e.g. [\"src/**\"]",
        "python = 3.9          | 1:1: 'python' has to be a string, e.g. \"3.12\"",
        "python = '3.7'        | 1:1: unknown Python version '3.7'; known are 3.8 to 3.15",
    })
    void whatItMayNotSayIsRefusedWithItsPlace(String toml, String problem) throws IOException {
        write(toml);
        CommandFailure failure = assertThrows(CommandFailure.class, () -> RepositoryConfig.in(root));
        assertEquals(root.resolve("quarry.toml") + ":" + problem, failure.getMessage());
        assertEquals(ExitCode.BAD_INPUT, failure.exitCode());
    }

    @Test
    void aFileThatIsNotTomlIsRefusedWithItsPlace() throws IOException {
        write("include = [\"a\"]\nexclude = [\n");
        CommandFailure failure = assertThrows(CommandFailure.class, () -> RepositoryConfig.in(root));
        assertEquals(1, failure.getMessage().lines().count());
        String place = root.resolve("quarry.toml") + ":";
        assertEquals(place, failure.getMessage().substring(0, place.length()));
        assertEquals(ExitCode.BAD_INPUT, failure.exitCode());
    }

    @Test
    void deepNestingIsRefusedLikeAnyOtherMistake() throws IOException {
        write("include = " + "[".repeat(60_000));
        CommandFailure failure = assertThrows(CommandFailure.class, () -> RepositoryConfig.in(root));
        assertEquals(ExitCode.BAD_INPUT, failure.exitCode());
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(root.resolve("elsewhere"), "secret = 1\n");
        Files.createSymbolicLink(root.resolve("quarry.toml"), elsewhere);
        CommandFailure failure = assertThrows(CommandFailure.class, () -> RepositoryConfig.in(root));
        assertEquals(root.resolve("quarry.toml") + " is no regular file; make it one or remove it",
                failure.getMessage());
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        write("#".repeat(70_000));
        CommandFailure failure = assertThrows(CommandFailure.class, () -> RepositoryConfig.in(root));
        assertEquals(root.resolve("quarry.toml") + " is larger than 65536 bytes; shorten it", failure.getMessage());
    }

    private void write(String toml) throws IOException {
        Files.writeString(root.resolve("quarry.toml"), toml);
    }
}
