package dev.quarry.syntax;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Python's own library as a heap of real source files. No interpreter is started.
public final class PythonLibraries {
    private static final Pattern FOLDER = Pattern.compile("python3\\.(\\d+)");

    private PythonLibraries() {}

    /// The files of the newest library on this machine, its tests included, in path order. Without one the test is
    /// skipped, or fails with `-Dquarry.oracles=required`.
    public static List<Path> newest() {
        Optional<Path> library = libraries().stream().filter(folder -> Files.exists(folder.resolve("os.py")))
                .max(Comparator.comparingInt(PythonLibraries::minor));
        String missing = "no Python library in pyenv or beside the PATH";
        if ("required".equals(System.getProperty("quarry.oracles"))) {
            Assertions.assertTrue(library.isPresent(), missing);
        }
        Assumptions.assumeTrue(library.isPresent(), missing);
        try (Stream<Path> files = Files.walk(library.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> !file.toString().contains("site-packages"))
                    .filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> libraries() {
        List<Path> parents = new ArrayList<>();
        for (Path installed : entries(Path.of(System.getProperty("user.home"), ".pyenv", "versions"))) {
            parents.add(installed.resolve("lib"));
        }
        for (String entry : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            parents.add(Path.of(entry).resolveSibling("lib"));
        }
        return parents.stream().flatMap(parent -> entries(parent).stream()).filter(entry -> minor(entry) > 0).toList();
    }

    private static int minor(Path library) {
        Matcher matcher = FOLDER.matcher(library.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
