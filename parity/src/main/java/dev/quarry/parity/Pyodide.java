package dev.quarry.parity;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CPython 3.14 and 3.15 as WebAssembly, which Node.js runs: the npm packages of Pyodide, installed in a folder.
///
/// @param folder holds `package.json` and, once installed, `node_modules`
public record Pyodide(Path folder) {
    private static final String MANIFEST = "package.json";
    private static final String LOCK = "package-lock.json";
    private static final Pattern RELEASE = Pattern.compile("\"python\": *\"([^\"]+)\"");

    /// The installation of this user: `quarry/pyodide` in `XDG_CACHE_HOME`, by default `~/.cache`.
    public static Pyodide standard() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches = cache == null || cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cache);
        return new Pyodide(caches.resolve("quarry").resolve("pyodide"));
    }

    /// Whether there is a package for a release.
    public static boolean provides(PythonVersion version) {
        return version.isAtLeast(PythonVersion.PY314);
    }

    /// The interpreter of a release, if it is installed.
    public Optional<Interpreter> find(PythonVersion version) {
        Path module = folder.resolve("node_modules").resolve("pyodide-" + version);
        Path packages = module.resolve("pyodide-lock.json");
        if (!provides(version) || !Files.isReadable(packages)) {
            return Optional.empty();
        }
        try {
            Matcher release = RELEASE.matcher(Files.readString(packages));
            if (!release.find() || !release.group(1).startsWith(version + ".")) {
                return Optional.empty();
            }
            return Optional.of(new Interpreter(version, release.group(1), module.toString(),
                    List.of("node", "--input-type=module", "--eval", Resources.text("worker.mjs"),
                            module.resolve("pyodide.mjs").toString(), Resources.text("worker.py"))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + packages, e);
        }
    }

    /// Writes the list of packages, with their versions and checksums, for npm.
    ///
    /// @return the command that installs them
    public List<String> prepare() throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of(MANIFEST, LOCK)) {
            Files.writeString(folder.resolve(name), Resources.text("pyodide/" + name));
        }
        return List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder.toString());
    }
}
