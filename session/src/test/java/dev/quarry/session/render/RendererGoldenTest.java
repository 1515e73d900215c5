package dev.quarry.session.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.session.Query;
import dev.quarry.session.RuntimeProfile;
import dev.quarry.session.Session;
import dev.quarry.store.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each `.sql` file beside its result as a table (5 rows at most, 80 cells wide), as CSV and as JSON.
class RendererGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/quarry/session/render");

    @TempDir
    Path folder;

    static Stream<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void resultsAreDrawnAsRecorded(Path file) throws IOException {
        try (Session session = Session.open(new Snapshot(null, Map.of()), RuntimeProfile.dev(), folder)) {
            Query query = session.query(Files.readString(file));
            StringBuilder table = new StringBuilder();
            TableRenderer.write(query, new TableRenderer.Limits(5, 80), table);
            compare(file, "table", table);
            StringBuilder csv = new StringBuilder();
            CsvRenderer.write(query, csv);
            compare(file, "csv", csv);
            StringBuilder json = new StringBuilder();
            JsonRenderer.write(query, json);
            compare(file, "json", json);
        }
    }

    private static void compare(Path query, String extension, CharSequence actual) throws IOException {
        Path golden = query.resolveSibling(query.getFileName().toString().replace(".sql", "." + extension));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual.toString());
    }
}
