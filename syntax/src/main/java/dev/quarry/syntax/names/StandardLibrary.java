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

/// The top-level modules of the standard library, by release, on whatever platform: `sys.stdlib_module_names` of 3.10 and
/// later (3.15: of its second alpha). Earlier releases have no such list; theirs is what they install, by the same
/// rule, so without tests and examples, and with the modules that 3.10 has on other platforms.
///
/// The resource `stdlib.txt` has a name in each line and, unless all releases have it, the first and, where it is gone,
/// the last release.
public final class StandardLibrary {
    private static final String RESOURCE = "stdlib.txt";
    private static final Map<String, Releases> MODULES = read();

    private record Releases(PythonVersion first, PythonVersion last) {}

    private StandardLibrary() {}

    /// Whether a top-level module belongs to a release.
    public static boolean contains(PythonVersion version, String module) {
        Releases releases = MODULES.get(module);
        return releases != null && version.isAtLeast(releases.first) && releases.last.isAtLeast(version);
    }

    /// Those of all releases.
    static Set<String> all() {
        return MODULES.keySet();
    }

    private static Map<String, Releases> read() {
        PythonVersion[] versions = PythonVersion.values();
        Map<String, Releases> modules = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                StandardLibrary.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                modules.put(words[0], new Releases(
                        words.length > 1 ? PythonVersion.parse(words[1]).orElseThrow() : versions[0],
                        words.length > 2 ? PythonVersion.parse(words[2]).orElseThrow() : versions[versions.length - 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of Quarry's jar: is the jar complete?", e);
        }
        return Map.copyOf(modules);
    }
}
