package dev.quarry.syntax.names;

import dev.quarry.syntax.PythonVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The attributes of module `builtins`, by release: what `hasattr(builtins, name)` is true for in an interpreter that
/// has read its module `site`. That includes what every module has, such as `__name__` and `__init__`.
///
/// The resource `builtins.txt` has a name in each line and, from the second release on, the release that brought it.
/// No release took one away.
public final class BuiltinNames {
    private static final String RESOURCE = "builtins.txt";
    private static final Map<String, PythonVersion> SINCE = read();

    private BuiltinNames() {}

    public static boolean contains(PythonVersion version, String name) {
        PythonVersion since = SINCE.get(name);
        return since != null && version.isAtLeast(since);
    }

    /// Those of all releases.
    static Set<String> all() {
        return SINCE.keySet();
    }

    private static Map<String, PythonVersion> read() {
        Map<String, PythonVersion> since = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                BuiltinNames.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                if (blank < 0) {
                    since.put(line, PythonVersion.PY38);
                } else {
                    since.put(line.substring(0, blank), PythonVersion.parse(line.substring(blank + 1)).orElseThrow());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of Quarry's jar: is the jar complete?", e);
        }
        return Map.copyOf(since);
    }
}
