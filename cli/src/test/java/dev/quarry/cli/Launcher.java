package dev.quarry.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the launcher script, or anything else, as a user's shell would.
final class Launcher {
    private static final long TIMEOUT_SECONDS = 300;

    private Launcher() {}

    /// The root of the project that is being tested.
    static Path projectRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("quarry"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the project");
    }

    /// Runs a program with nothing on its standard input and, besides the given variables, only the PATH's and the
    /// home's; `JAVA_HOME` is the JDK that runs this test.
    static CommandRun run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("quarry-test", ".out");
        Path err = Files.createTempFile("quarry-test", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            Map<String, String> own = Map.copyOf(builder.environment());
            builder.environment().clear();
            for (String name : List.of("PATH", "HOME")) {
                if (own.containsKey(name)) {
                    builder.environment().put(name, own.get(name));
                }
            }
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end in " + TIMEOUT_SECONDS + " s");
            }
            return new CommandRun(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// Copies a folder, except hidden folders.
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path relative = from.relativize(file);
                if (!relative.toString().startsWith(".")) {
                    Files.createDirectories(to.resolve(relative).getParent());
                    Files.copy(file, to.resolve(relative));
                }
            }
        }
        assertTrue(Files.isDirectory(to), () -> to + " was copied");
    }
}
