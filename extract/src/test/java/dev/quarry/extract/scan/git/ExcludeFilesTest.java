package dev.quarry.extract.scan.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcludeFilesTest {
    @TempDir
    Path home;

    @TempDir
    Path repository;

    @BeforeEach
    void layOutTheRepository() throws IOException {
        for (String folder : new String[] {"objects", "refs", "info"}) {
            Files.createDirectories(repository.resolve(".git").resolve(folder));
        }
        Files.writeString(repository.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    }

    @Test
    void theUsersRulesComeFromTheConfiguredFileElseFromItsUsualPlace() throws IOException {
        Files.createDirectories(home.resolve(".config/git"));
        Files.writeString(home.resolve(".config/git/ignore"), "usual.py\n");
        assertIgnored("usual.py");

        Files.writeString(home.resolve("named"), "named.py\n");
        Files.writeString(home.resolve(".gitconfig"), "[core]\n\texcludesFile = ~/named\n");
        assertIgnored("named.py");

        Files.writeString(repository.resolve("own"), "own.py\n");
        Files.writeString(repository.resolve(".git/config"), "[core]\nexcludesfile = own\n");
        assertIgnored("own.py");
    }

    @Test
    void rulesThatAreNoFileOrTooLargeAreRefused() throws IOException {
        Files.writeString(repository.resolve(".git/config"), "[core]\nexcludesfile = /dev/zero\n");
        if (Files.exists(Path.of("/dev/zero"))) {
            assertThrows(IOException.class, this::rules);
        }
        Files.write(repository.resolve(".gitignore"), new byte[(1 << 23) + 1]);
        assertThrows(IOException.class, () -> ExcludeFiles.gitignore(repository, false));
    }

    private void assertIgnored(String expected) throws IOException {
        IgnoreRules rules = rules();
        for (String name : new String[] {"usual.py", "named.py", "own.py"}) {
            boolean ignored = rules.lastMatch(name.getBytes(), 0, name.length(), false) >= 0;
            assertEquals(name.equals(expected), ignored, name);
        }
    }

    private IgnoreRules rules() throws IOException {
        return ExcludeFiles.global(GitDirectory.at(repository), Map.of("HOME", home.toString())::get);
    }
}
