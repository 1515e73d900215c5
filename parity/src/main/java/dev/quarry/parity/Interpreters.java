package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the CPython interpreters of this machine.
public final class Interpreters {
    private static final int PATIENCE_SECONDS = 20;
    private static final String WORKER = Resources.text("worker.py");
    /// Tells release, version and the program itself: what lies on the path may be a script that chooses one.
    private static final String INTRODUCTION = """
            import sys
            v = sys.version_info
            stage = {'alpha': 'a', 'beta': 'b', 'candidate': 'rc'}.get(v[3])
            print('%d.%d.%d%s' % (v[0], v[1], v[2], '%s%d' % (stage, v[4]) if stage else ''))
            print('%d.%d' % v[:2])
            print(sys.executable)
            """;

    private Interpreters() {}

    /// One interpreter for each release that there is, oldest first: `python3.X` on the `PATH`, else the newest of
    /// pyenv's versions; for 3.14 and 3.15 else Pyodide, if it is installed.
    public static List<Interpreter> find() {
        Map<PythonVersion, Interpreter> found = new TreeMap<>();
        for (PythonVersion version : PythonVersion.values()) {
            find(version).ifPresent(interpreter -> found.put(version, interpreter));
        }
        return List.copyOf(found.values());
    }

    /// The interpreter of one release.
    public static Optional<Interpreter> find(PythonVersion version) {
        return find(version, interpreter -> true);
    }

    /// The interpreter of one release that has a property.
    static Optional<Interpreter> find(PythonVersion version, Predicate<Interpreter> property) {
        for (Path folder : folders(version)) {
            Path executable = folder.resolve("python" + version);
            if (Files.isExecutable(executable)) {
                Optional<Interpreter> interpreter = ask(executable)
                        .filter(one -> one.version() == version && property.test(one));
                if (interpreter.isPresent()) {
                    return interpreter;
                }
            }
        }
        return Pyodide.standard().find(version).filter(property);
    }

    /// The interpreter that a file is; empty when it doesn't run, or is of a release that Quarry does not know.
    public static Optional<Interpreter> ask(Path executable) {
        try {
            Process process = new ProcessBuilder(executable.toString(), "-I", "-S", "-X", "utf8", "-c", INTRODUCTION)
                    .redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            List<String> answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            if (process.exitValue() != 0 || answer.size() != 3) {
                return Optional.empty();
            }
            return PythonVersion.parse(answer.get(1))
                    .map(version -> ofExecutable(version, answer.get(0), answer.get(2)));
        } catch (IOException e) {
            // What can't be started is no interpreter.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Interpreter ofExecutable(PythonVersion version, String release, String executable) {
        return new Interpreter(version, release, executable,
                List.of(executable, "-I", "-S", "-B", "-X", "utf8", "-c", WORKER));
    }

    private static List<Path> folders(PythonVersion version) {
        List<Path> folders = new ArrayList<>();
        for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                folders.add(Path.of(entry));
            }
        }
        String root = System.getenv("PYENV_ROOT");
        Path versions = (root == null ? Path.of(System.getProperty("user.home"), ".pyenv") : Path.of(root))
                .resolve("versions");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> entries = Files.list(versions)) {
                entries.filter(entry -> patch(entry, version) >= 0)
                        .sorted(Comparator.comparingInt((Path entry) -> patch(entry, version)).reversed())
                        .forEach(entry -> folders.add(entry.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + versions, e);
            }
        }
        return folders;
    }

    /// The last number of a folder `3.X.Y`; -1 for any other.
    private static int patch(Path folder, PythonVersion version) {
        String name = folder.getFileName().toString();
        String prefix = version + ".";
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d{1,4}")
                ? Integer.parseInt(name.substring(prefix.length())) : -1;
    }
}
