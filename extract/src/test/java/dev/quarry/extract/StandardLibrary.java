package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarry.parity.Interpreter;
import dev.quarry.parity.Interpreters;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The library of the newest CPython at hand, as real code to test with. A test is skipped where there is none, and
/// fails with `-Dquarry.oracles=required`.
final class StandardLibrary {
    private final Path folder;

    private StandardLibrary(Path folder) {
        this.folder = folder;
    }

    static StandardLibrary require() throws IOException {
        Optional<StandardLibrary> found = find();
        String missing = "no CPython on the PATH or in pyenv, whose library is the repository of this test";
        if ("required".equals(System.getProperty("quarry.oracles"))) {
            assertTrue(found.isPresent(), missing);
        }
        assumeTrue(found.isPresent(), missing);
        return found.orElseThrow();
    }

    private static Optional<StandardLibrary> find() throws IOException {
        for (PythonVersion version : List.of(PythonVersion.values()).reversed()) {
            Optional<Interpreter> interpreter = Interpreters.find(version);
            if (interpreter.isPresent() && Files.isExecutable(Path.of(interpreter.get().location()))) {
                Process python = new ProcessBuilder(interpreter.get().location(), "-I", "-S", "-X", "utf8", "-c",
                        "import os; print(os.path.dirname(os.__file__))").start();
                String folder = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (Files.isDirectory(Path.of(folder))) {
                    return Optional.of(new StandardLibrary(Path.of(folder)));
                }
            }
        }
        return Optional.empty();
    }

    /// Copies packages with all below them, and with `.` the modules that are in none.
    ///
    /// @return files copied
    int copy(List<String> packages, Path target) throws IOException {
        int copied = 0;
        for (String name : packages) {
            try (Stream<Path> files = Files.walk(folder.resolve(name), name.equals(".") ? 1 : Integer.MAX_VALUE)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".py")).sorted().toList()) {
                    Path copy = target.resolve(folder.relativize(file.normalize()));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                    copied++;
                }
            }
        }
        return copied;
    }
}
