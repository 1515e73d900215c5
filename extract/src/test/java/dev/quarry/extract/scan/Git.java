package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The git command, the oracle of the listing. Tests that need it are skipped where it is absent, unless
/// `-Dquarry.oracles=required`.
final class Git {
    private final Path folder;

    private Git(Path folder) {
        this.folder = folder;
    }

    /// A new repository.
    static Git init(Path folder) {
        require();
        Git git = new Git(folder);
        git.run("init", "-q", "-b", "main");
        return git;
    }

    static Git in(Path folder) {
        require();
        return new Git(folder);
    }

    static void require() {
        boolean present;
        try {
            present = new ProcessBuilder("git", "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            present = false;
        }
        if ("required".equals(System.getProperty("quarry.oracles"))) {
            assertTrue(present, "the git command is required");
        }
        assumeTrue(present, "no git command to compare with");
    }

    /// Runs git and returns what it prints.
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org",
                "-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false"));
        command.addAll(Arrays.asList(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "git does not end");
            assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + output);
            return output;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Git commitAll() {
        run("add", "-A");
        run("commit", "-q", "--allow-empty", "-m", "state");
        return this;
    }

    /// Paths that git lists as tracked or untracked and not ignored, and that are files on disk.
    List<String> files() {
        return Arrays.stream(run("ls-files", "-co", "--exclude-standard", "-z").split("\0"))
                .filter(path -> !path.isEmpty() && Files.isRegularFile(folder.resolve(path)))
                .distinct()
                .sorted()
                .toList();
    }

    /// Writes a file, with its folders.
    static Path write(Path root, String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
