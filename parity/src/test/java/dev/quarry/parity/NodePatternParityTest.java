package dev.quarry.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.cst.CstTable;
import dev.quarry.syntax.match.NodePattern;
import dev.quarry.syntax.match.PatternException;
import dev.quarry.syntax.match.PatternFinder;
import dev.quarry.syntax.match.RandomPatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Patterns match the nodes that LibCST's matchers match.
class NodePatternParityTest {
    private static final int SAMPLE = 60;
    private static final long LEAST_BYTES = 2_000;
    private static final long MOST_BYTES = 8_000;
    private static final Path RARE = Path.of("src/test/resources/dev/quarry/parity/pattern_cases.py");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RANDOM_PATTERNS = 300;
    private static final List<String> PATTERNS =
            TestInterpreters.resource(NodePatternParityTest.class, "patterns.txt").lines().toList();

    private final Parser parser = new Parser();
    private final CstProjector projector = new CstProjector();

    @Test
    void filesOfTheStandardLibrary() throws IOException, OracleFailure {
        Interpreter interpreter = TestInterpreters.requireLibCst();
        List<Path> files = TestInterpreters.standardLibrary(interpreter.version()).stream()
                .filter(file -> file.toFile().length() > LEAST_BYTES && file.toFile().length() < MOST_BYTES).toList();
        List<Path> sample = new ArrayList<>(IntStream.range(0, SAMPLE)
                .mapToObj(i -> files.get((int) ((long) i * files.size() / SAMPLE))).toList());
        sample.addAll(CstParityTest.goldenFiles());
        sample.add(RARE);
        int[] found = new int[PATTERNS.size()];
        int compared = 0;
        try (Oracle oracle = oracle(interpreter)) {
            assertEquals(Integer.toString(PATTERNS.size()),
                    oracle.askText("patterns", String.join("\n", PATTERNS).getBytes(StandardCharsets.UTF_8)));
            for (Path file : sample) {
                byte[] source = Files.readAllBytes(file);
                String expected = oracle.askText("matches", source);
                if (expected.equals("!")) {
                    continue;
                }
                compared++;
                assertEquals(readable(expected.lines(), PATTERNS), readable(matches(PATTERNS,
                        project(source, interpreter.version()), found).stream(), PATTERNS), file::toString);
            }
        }
        assertTrue(compared > SAMPLE, "compared: " + compared);
        List<String> neverFound = IntStream.range(0, found.length).filter(i -> found[i] == 0).mapToObj(PATTERNS::get)
                .toList();
        assertEquals(List.of(), neverFound);
    }

    /// Patterns at random that are like nodes of the file that they are asked of.
    @Test
    void randomPatterns() throws IOException, OracleFailure {
        Interpreter interpreter = TestInterpreters.requireLibCst();
        RandomPatterns generator = new RandomPatterns(new Random(20261121));
        List<Path> files = new ArrayList<>(CstParityTest.goldenFiles());
        files.add(RARE);
        int compared = 0;
        int[] found = new int[RANDOM_PATTERNS];
        try (Oracle oracle = oracle(interpreter)) {
            for (Path file : files) {
                byte[] source = Files.readAllBytes(file);
                CstTable table = project(source, interpreter.version());
                List<String> patterns = IntStream.range(0, RANDOM_PATTERNS).mapToObj(_ -> generator.like(table)).toList();
                oracle.askText("patterns", String.join("\n", patterns).getBytes(StandardCharsets.UTF_8));
                String expected = oracle.askText("matches", source);
                if (!expected.equals("!")) {
                    compared++;
                    assertEquals(readable(expected.lines(), patterns), readable(matches(patterns, table, found).stream(),
                            patterns), file::toString);
                }
            }
        }
        assertTrue(compared > 5, "compared: " + compared);
        assertTrue(IntStream.of(found).filter(count -> count > 0).count() > RANDOM_PATTERNS * 3 / 4, "most never match");
    }

    /// Each attribute of LibCST's classes is known here at the same place.
    @Test
    void attributes() throws OracleFailure {
        List<String> unknown = new ArrayList<>();
        int classes = 0;
        try (Oracle oracle = oracle(TestInterpreters.requireLibCst())) {
            for (String line : oracle.askText("attributes", new byte[0]).lines().toList()) {
                String[] words = line.split(" ");
                classes++;
                for (int i = 1; i < words.length; i++) {
                    String pattern = words[0] + "(" + "DoNotCare(), ".repeat(i) + words[i] + "=DoNotCare())";
                    PatternException twice = assertThrows(PatternException.class, () -> NodePattern.compile(pattern));
                    if (!twice.problem().equals(words[0] + " gets '" + words[i] + "' twice")) {
                        unknown.add(words[0] + "." + words[i] + ": " + twice.problem());
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(classes > 140, "classes: " + classes);
    }

    private static Oracle oracle(Interpreter interpreter) {
        return new Oracle(interpreter, Resources.text(LibCst.SCRIPT) + Resources.text("cst_rows.py")
                + TestInterpreters.resource(NodePatternParityTest.class, "match_rows.py"), PATIENCE);
    }

    private CstTable project(byte[] source, PythonVersion version) {
        return projector.project(parser.parse(source, new ParseOptions(version, ParseMode.EXEC, false)));
    }

    /// The matches as the script writes them.
    private static List<String> matches(List<String> patterns, CstTable table, int[] found) {
        PatternFinder finder = new PatternFinder(patterns.stream().map(NodePattern::compile).toList());
        List<String> matches = new ArrayList<>();
        int base = table.tree().source().start();
        finder.find(table, (pattern, row) -> {
            found[pattern]++;
            matches.add(pattern + " " + table.kind(row).className() + " " + (table.start(row) - base) + ","
                    + (table.end(row) - base));
        });
        return matches;
    }

    private static String readable(Stream<String> rows, List<String> patterns) {
        return String.join("\n", rows.map(row -> {
            int blank = row.indexOf(' ');
            return patterns.get(Integer.parseInt(row.substring(0, blank))) + row.substring(blank);
        }).toList());
    }
}
