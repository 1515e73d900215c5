package dev.quarry.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The CPython interpreters of this machine, which differential tests take for the truth: those on `PATH` and those of
/// pyenv. The first found of each release counts.
public final class Interpreters {
    /// An interpreter that runs.
    public record Interpreter(PythonVersion version, Path executable) {
        @Override
        public String toString() {
            return "CPython " + version;
        }
    }

    private static final Map<PythonVersion, Interpreter> FOUND = find();

    private Interpreters() {}

    /// All interpreters of supported releases, oldest first.
    public static List<Interpreter> all() {
        return List.copyOf(FOUND.values());
    }

    public static Optional<Interpreter> of(PythonVersion version) {
        return Optional.ofNullable(FOUND.get(version));
    }

    /// The interpreter of a release; without it the test is skipped, or fails with `-Dquarry.oracles=required`.
    public static Interpreter require(PythonVersion version) {
        Optional<Interpreter> found = of(version);
        String missing = "no CPython " + version + " on PATH or in ~/.pyenv/versions";
        if (areRequired()) {
            return found.orElseGet(() -> Assertions.fail(missing));
        }
        Assumptions.assumeTrue(found.isPresent(), missing);
        return found.orElseThrow();
    }

    /// Whether tests must fail when an oracle is missing, and run all oracles rather than the newest.
    public static boolean areRequired() {
        return "required".equals(System.getProperty("quarry.oracles"));
    }

    private static Map<PythonVersion, Interpreter> find() {
        var found = new TreeMap<PythonVersion, Interpreter>();
        for (Path candidate : candidates()) {
            PythonVersion.parse(candidate.getFileName().toString().substring("python".length()))
                    .filter(version -> !found.containsKey(version) && runs(candidate, version))
                    .ifPresent(version -> found.put(version, new Interpreter(version, candidate)));
        }
        return found;
    }

    private static List<Path> candidates() {
        var directories = new ArrayList<Path>();
        Path pyenv = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        if (Files.isDirectory(pyenv)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(pyenv)) {
                for (Path version : versions) {
                    directories.add(version.resolve("bin"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + pyenv, e);
            }
        }
        for (String entry : System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator"))) {
            directories.add(Path.of(entry));
        }
        var candidates = new ArrayList<Path>();
        for (Path directory : directories) {
            for (PythonVersion version : PythonVersion.values()) {
                Path executable = directory.resolve("python" + version);
                if (Files.isExecutable(executable)) {
                    candidates.add(executable);
                }
            }
        }
        return candidates;
    }

    /// Version managers leave scripts on the path that start nothing.
    private static boolean runs(Path executable, PythonVersion version) {
        try {
            Process process = new ProcessBuilder(executable.toString(), "-I", "-c",
                    "import sys; print('%d.%d' % sys.version_info[:2])").redirectErrorStream(true).start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && answer.equals(version.toString());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
