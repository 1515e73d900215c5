package dev.quarry.syntax.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.resolve.NameProgram.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Small programs, a folder of them per feature of the language: where the resolver says that their calls lead, and how
/// much of that is what CPython called when it ran them.
class NameProgramsTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    /// Has the figures of each feature, as this test prints them.
    private static final Path FIDELITY = Path.of("../docs/fidelity.md");
    /// Share of the calls seen that the resolver must name, and of its `resolved` that must be true.
    private static final double LEAST_RECALL = 0.94;
    private static final double LEAST_PRECISION = 0.99;

    @TestFactory
    Stream<DynamicTest> callsAreAsRecorded() {
        List<NameProgram> programs = NameProgram.all();
        assertFalse(programs.isEmpty(), "no programs in " + NameProgram.FOLDER);
        return programs.stream().map(program -> DynamicTest.dynamicTest(program.name(), () -> check(program)));
    }

    private static void check(NameProgram program) throws IOException {
        List<String> actual = program.resolved();
        if (UPDATE) {
            List<String> lines = new ArrayList<>(actual);
            lines.add(NameProgram.SEEN);
            lines.addAll(program.recorded(true));
            Files.write(program.expectedFile(), lines);
        }
        assertEquals(String.join("\n", program.recorded(false)), String.join("\n", actual),
                () -> program.expectedFile() + " (rewrite with -Dgolden.update=true)");
    }

    /// Counts of one feature, or of all.
    private static final class Figures {
        private int programs;
        private int seen;
        private int named;
        private int resolved;
        private int right;

        double recall() {
            return seen == 0 ? 1 : (double) named / seen;
        }

        double precision() {
            return resolved == 0 ? 1 : (double) right / resolved;
        }

        void count(NameProgram program, List<String> findings) throws IOException {
            programs++;
            Set<Edge> edges = program.seen();
            assertFalse(edges.isEmpty(), () -> program.name() + " was never run (see NameProgramsParityTest)");
            Map<String, Set<String>> called = new HashMap<>();
            edges.forEach(edge -> called.computeIfAbsent(edge.call(), call -> new HashSet<>()).add(edge.target()));
            Map<String, String> answers = new HashMap<>();
            for (String line : program.resolved()) {
                Edge answer = Edge.of(line);
                answers.put(answer.call(), answer.target());
                if (answer.target().startsWith("resolved ") && called.containsKey(answer.call())) {
                    resolved++;
                    if (called.get(answer.call()).contains(answer.target().substring("resolved ".length()))) {
                        right++;
                    } else {
                        findings.add("false  " + program.name() + " " + line + ", called "
                                + called.get(answer.call()));
                    }
                }
            }
            for (Edge edge : edges) {
                if (edge.target().equals(NameProgram.OUTSIDE)) {
                    continue;
                }
                seen++;
                String answer = answers.get(edge.call());
                if (answer != null && Set.of(answer.replaceFirst("^(resolved|candidates) ", "").split(", "))
                        .contains(edge.target())) {
                    named++;
                } else {
                    findings.add("missed " + program.name() + " " + edge.call() + ": " + edge.target() + ", answer "
                            + answer);
                }
            }
        }
    }

    @Test
    void callsSeenAreNamed() throws IOException {
        Map<String, Figures> features = new TreeMap<>();
        Figures all = new Figures();
        List<String> findings = new ArrayList<>();
        for (NameProgram program : NameProgram.all()) {
            features.computeIfAbsent(program.feature(), feature -> new Figures()).count(program, new ArrayList<>());
            all.count(program, findings);
        }
        StringBuilder table = new StringBuilder();
        features.forEach((feature, figures) -> append(table, feature.replace('_', ' '), figures));
        append(table, "all", all);
        String report = table + String.join("\n", findings.stream().sorted().toList());
        assertTrue(all.recall() >= LEAST_RECALL && all.precision() >= LEAST_PRECISION, report);
        assertTrue(Files.readString(FIDELITY).contains(table), () -> FIDELITY + " has other figures than\n" + report);
    }

    private static void append(StringBuilder report, String feature, Figures figures) {
        report.append("| %s | %d | %d | %.1f %% | %d | %.1f %% |\n".formatted(feature, figures.programs, figures.seen,
                100 * figures.recall(), figures.resolved, 100 * figures.precision()));
    }
}
