package dev.quarry.catalog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// docs/invariants.md lists the invariants that are declared; `-Dgolden.update=true` writes it.
class InvariantsPageTest {
    private static final Path PAGE = Path.of("../docs/invariants.md");
    private static final String INTRODUCTION = """
            # Invariants

            What is true of the rows of every store. Each invariant is a query that returns the rows for which it is not \
            true; `quarry check` runs them, `quarry check --list --json` prints them. Their names are a rule and the dataset \
            or view that it is about. Families are compared with each other and with the files only where they know them \
            in the same state: a run with `--datasets` leaves the other datasets as they were.

            This page is generated from the declarations in the module `catalog`, package `check`.
            """;

    @Test
    void thePageListsTheInvariants() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        Map<String, List<Invariant>> rules = new LinkedHashMap<>();
        Invariants.standard().all().forEach(invariant ->
                rules.computeIfAbsent(invariant.rule(), _ -> new ArrayList<>()).add(invariant));
        rules.forEach((rule, invariants) -> {
            page.append("\n## `").append(rule).append("`\n");
            // What is said of several is said once.
            Map<String, List<String>> relations = new LinkedHashMap<>();
            invariants.forEach(invariant -> relations.computeIfAbsent(invariant.description(), _ -> new ArrayList<>())
                    .add("`" + invariant.relation() + "`"));
            page.append("\n| what is true | of |\n|---|---|\n");
            relations.forEach((description, names) ->
                    page.append("| ").append(description).append(" | ").append(String.join(", ", names)).append(""
                            + " |\n"));
        });
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page.toString());
    }
}
