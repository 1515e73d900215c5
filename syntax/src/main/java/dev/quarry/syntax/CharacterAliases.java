package dev.quarry.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Unicode's formal aliases of characters (NameAliases.txt: `LF`, `NULL`, corrections), which the JDK does not know.
/// Read when the first `\N{…}` is met.
final class CharacterAliases {
    private static final String RESOURCE = "character-aliases.txt";
    private static final Map<String, Integer> CODE_POINTS = read();

    private CharacterAliases() {}

    /// -1 when the name is no alias.
    static int codePoint(String name) {
        Integer codePoint = CODE_POINTS.get(name);
        return codePoint == null ? -1 : codePoint;
    }

    private static Map<String, Integer> read() {
        var codePoints = new HashMap<String, Integer>();
        try (var lines = new BufferedReader(new InputStreamReader(
                CharacterAliases.class.getResourceAsStream(RESOURCE), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int separator = line.indexOf(';');
                codePoints.put(line.substring(separator + 1), Integer.parseInt(line, 0, separator, 16));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of Quarry's jar: is the jar complete?", e);
        }
        return codePoints;
    }
}
