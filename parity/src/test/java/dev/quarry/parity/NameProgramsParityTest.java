package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The programs with which the module syntax tests names across files call what their `expected.txt` says that they call.
class NameProgramsParityTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path PROGRAMS = Path.of("../syntax/src/test/resources/dev/quarry/syntax/resolve/programs");
    private static final String SEEN = "# calls seen when run:";
    private static final String HEADING = "## ";

    @Test
    void callsSeenAreAsRecorded() throws IOException {
        String traced = TestInterpreters.run(PythonVersion.PY313,
                TestInterpreters.resource(NameProgramsParityTest.class, "trace_calls.py"), "",
                PROGRAMS.toAbsolutePath().normalize().toString());
        StringBuilder recorded = new StringBuilder();
        for (String program : traced.split("(?m)^" + HEADING)) {
            if (program.isBlank()) {
                continue;
            }
            List<String> lines = program.lines().toList();
            Path expected = PROGRAMS.resolve(lines.getFirst()).resolve("expected.txt");
            List<String> parts = Files.exists(expected) ? Files.readAllLines(expected) : List.of(SEEN);
            int middle = parts.indexOf(SEEN);
            if (UPDATE) {
                List<String> updated = new ArrayList<>(parts.subList(0, middle + 1));
                updated.addAll(lines.subList(1, lines.size()));
                Files.write(expected, updated);
                parts = updated;
            }
            recorded.append(HEADING).append(lines.getFirst()).append('\n');
            parts.subList(middle + 1, parts.size()).forEach(line -> recorded.append(line).append('\n'));
        }
        assertEquals(recorded.toString(), traced, "rewrite the expected.txt with -Dgolden.update=true");
    }
}
