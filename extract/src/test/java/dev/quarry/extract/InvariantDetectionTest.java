package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.View;
import dev.quarry.catalog.check.Domains;
import dev.quarry.catalog.check.Invariant;
import dev.quarry.catalog.check.Invariants;
import dev.quarry.session.InvariantCheck;
import dev.quarry.session.InvariantResult;
import dev.quarry.session.InvariantResult.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every invariant notices what it is there for: rows are changed, and it says so.
class InvariantDetectionTest {
    private static final Map<String, List<String>> LISTED = listed();

    @TempDir
    static Path folder;
    private static Reading store;
    private static ScratchTables tables;
    private static InvariantCheck check;

    @BeforeAll
    static void extract() throws Exception {
        store = new Reading(SampleStore.extract(folder));
        tables = new ScratchTables(store.session());
        check = new InvariantCheck(store.session(), 2);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static List<Invariant> invariants() {
        return Invariants.standard().all();
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void notices(Invariant invariant) {
        List<String> changes = changes(invariant);
        assertFalse(changes.isEmpty(), "no change of rows for " + invariant.name());
        for (String change : changes) {
            try {
                for (String statement : change.split(";\\s*")) {
                    tables.change(statement);
                }
                InvariantResult result = check.run(invariant);
                assertEquals(Status.VIOLATION, result.status(), () -> change + "\n" + invariant);
                assertTrue(result.violations() > 0);
                assertTrue(result.examples().getFirst().startsWith("{\""), result::detail);
            } finally {
                tables.restore();
            }
        }
        assertEquals(Status.OK, check.run(invariant).status(), "restored");
    }

    @Test
    void everyListedChangeIsForAnInvariant() {
        TreeSet<String> names = new TreeSet<>();
        invariants().forEach(invariant -> names.add(invariant.name()));
        assertEquals(new TreeSet<>(),
                new TreeSet<>(LISTED.keySet().stream().filter(name -> !names.contains(name)).toList()));
    }

    /// Changes of rows, each of which violates the invariant: those that are listed, else those that follow from what
    /// the
    /// dataset declares.
    private static List<String> changes(Invariant invariant) {
        if (LISTED.containsKey(invariant.name())) {
            return LISTED.get(invariant.name());
        }
        String relation = invariant.relation();
        Dataset dataset = Catalog.standard().dataset(relation).orElse(null);
        return switch (invariant.rule()) {
            case "key" -> dataset != null ? List.of(duplicate(relation)) : List.of(duplicate(firstDataset(relation)));
            case "required" -> required(dataset);
            case "domain" -> Domains.of(dataset).keySet().stream().map(column -> set(dataset, column,
                    "'nonsense'")).toList();
            case "current" -> List.of(set(dataset, "file_sha256", "'0'"), set(dataset, "path", "path || 'x'"));
            case "complete" -> List.of("DELETE FROM " + relation + " WHERE path = 'empty.py'");
            case "file" -> Stream.of("repo_key", dataset.pathColumn(), dataset.pathColumn().replace("path", "file_id"))
                    .map(column -> set(dataset, column, "'elsewhere'")).toList();
            case "span" -> spans(dataset);
            case "line" -> lines(dataset);
            case "logged" -> List.of(set(dataset, "message", "'never said'"));
            default -> List.of();
        };
    }

    private static String firstDataset(String view) {
        View declared = Catalog.standard().view(view).orElseThrow();
        return Catalog.standard().sources(declared).iterator().next().name();
    }

    private static String duplicate(String dataset) {
        return "INSERT INTO " + dataset + " FROM " + dataset;
    }

    private static String set(Dataset dataset, String column, String value) {
        return "UPDATE " + dataset.name() + " SET " + column + " = " + value;
    }

    private static List<String> required(Dataset dataset) {
        List<String> changes = new ArrayList<>();
        for (Column column : dataset.storedColumns()) {
            if (!column.nullable()) {
                changes.add(set(dataset, column.name(), "NULL"));
            }
            if (column.type() instanceof ColumnType.ListOf) {
                changes.add(set(dataset, column.name(), "[NULL]"));
            }
        }
        return changes;
    }

    private static List<String> spans(Dataset dataset) {
        List<String> changes = new ArrayList<>();
        for (Column column : dataset.columns()) {
            if (column.name().endsWith("bstart") && !column.name().startsWith("target_")) {
                String end = column.name().replace("bstart", "bend");
                changes.add(set(dataset, column.name(), "-1"));
                changes.add(set(dataset, column.name(), "2, " + end + " = 1"));
                changes.add(set(dataset, column.name(), "0, " + end + " = 1000000"));
                changes.add(set(dataset, column.name(), "0, " + end + " = NULL"));
            }
        }
        return changes;
    }

    private static List<String> lines(Dataset dataset) {
        List<String> changes = new ArrayList<>();
        for (Column column : dataset.columns()) {
            if (column.name().endsWith("line") || column.name().endsWith("col")) {
                changes.add(set(dataset, column.name(), column.name() + " + 1"));
                changes.add(set(dataset, column.name(), "NULL"));
            }
        }
        return changes;
    }

    /// The changes that are written down: `name => change`, a line for each; statements of one change end in `;`.
    private static Map<String, List<String>> listed() {
        Map<String, List<String>> changes = new TreeMap<>();
        try (InputStream file = InvariantDetectionTest.class.getResourceAsStream("invariant-changes.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" => ", 2);
                    changes.computeIfAbsent(parts[0].strip(), _ -> new ArrayList<>()).add(parts[1].strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changes;
    }
}
