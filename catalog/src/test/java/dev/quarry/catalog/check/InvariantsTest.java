package dev.quarry.catalog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.catalog.UnknownNameException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private static final Invariants INVARIANTS = Invariants.standard();

    private static Invariant only(String name) {
        List<Invariant> named = INVARIANTS.named(List.of(name));
        assertEquals(1, named.size(), name);
        return named.getFirst();
    }

    @Test
    void namesSelectInvariantsRulesAndRelations() {
        assertEquals(INVARIANTS.all(), INVARIANTS.named(List.of()));
        assertEquals("key.ast_nodes_v1", only("key.ast_nodes_v1").name());
        assertEquals(Set.of("nesting.ast_nodes_v1"), names(INVARIANTS.named(List.of("nesting"))));
        Set<String> nodes = names(INVARIANTS.named(List.of("ast_nodes_v1")));
        assertTrue(nodes.containsAll(Set.of("key.ast_nodes_v1", "dense.ast_nodes_v1", "span.ast_nodes_v1")),
                nodes::toString);
        UnknownNameException unknown =
                assertThrows(UnknownNameException.class, () -> INVARIANTS.named(List.of("key.ast_node_v1")));
        assertEquals("there is no invariant key.ast_node_v1. Did you mean key.ast_nodes_v1?", unknown.getMessage());
    }

    private static Set<String> names(List<Invariant> invariants) {
        Set<String> names = new TreeSet<>();
        invariants.forEach(invariant -> names.add(invariant.name()));
        return names;
    }

    @Test
    void everyRelationIsKnownAndAskedAbout() {
        Set<String> asked = new TreeSet<>();
        for (Invariant invariant : INVARIANTS.all()) {
            assertTrue(Catalog.standard().names().contains(invariant.relation()), invariant.name());
            asked.add(invariant.relation());
        }
        for (Dataset dataset : Catalog.standard().datasets()) {
            assertTrue(asked.contains(dataset.name()), dataset.name());
        }
    }

    @Test
    void anInvariantKnowsTheDatasetsThatItNeeds() {
        assertEquals(Set.of(AstDatasets.NODES), only("nesting.ast_nodes_v1").datasets(Catalog.standard()));
        assertEquals(Set.of(AstDatasets.FILES, RepoDatasets.REPO_FILES),
                only("current.ast_files_v1").datasets(Catalog.standard()));
        assertEquals(Set.of(), only("pinned.runs_v1").datasets(Catalog.standard()));
    }

    @Test
    void theValuesOfAColumnAreThoseThatItsMeaningLists() {
        for (Dataset dataset : Catalog.standard().datasets()) {
            Domains.of(dataset).forEach((column, values) -> {
                String meaning = dataset.column(column).meaning();
                // Reasons are many and listed by the resolver; kinds of scopes by the symbol tables.
                if (!column.equals("reason") && !column.equals("scope_type") && !meaning.startsWith("Kind of")) {
                    values.forEach(value -> assertTrue(meaning.contains(value),
                            dataset.name() + "." + column + " may be " + value + ": " + meaning));
                }
            });
        }
    }
}
