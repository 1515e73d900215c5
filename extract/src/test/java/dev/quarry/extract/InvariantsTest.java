package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.check.Domains;
import dev.quarry.catalog.check.Invariant;
import dev.quarry.catalog.check.Invariants;
import dev.quarry.session.InvariantCheck;
import dev.quarry.session.InvariantResult;
import dev.quarry.session.InvariantResult.Status;
import dev.quarry.syntax.resolve.Unresolved;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every store must satisfy, over a store in which every dataset has rows.
class InvariantsTest {
    @TempDir
    static Path folder;
    private static Reading store;
    private static InvariantCheck check;

    @BeforeAll
    static void extract() throws Exception {
        store = new Reading(SampleStore.extract(folder));
        check = new InvariantCheck(store.session(), 3);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void theStoreHasWhatTheInvariantsSpeakOf() {
        for (Dataset dataset : Catalog.standard().datasets()) {
            assertTrue(store.number("SELECT count(*) FROM " + dataset.name()) > 0, dataset.name());
        }
        assertEquals(9 + 2, store.number("SELECT count(*) FROM repo_files_v1"));
        assertEquals(9 - 1 + 3, store.number("SELECT count(*) FROM symtable_files_v1"), "of the newest run that"
                + " covered it");
        assertEquals(List.of("calls 2", "decorators 1", "definitions 3", "docstrings 2", "imports 2"), store.texts("""
                SELECT 'calls ' || count(*) FROM cst_callsites WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'definitions ' || count(*) FROM cst_defs WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'docstrings ' || count(*) FROM cst_docstrings WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'decorators ' || count(*) FROM cst_decorators WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'imports ' || count(*) FROM cst_imports WHERE path = 'pkg/shapes.py' ORDER BY 1"""));
        assertEquals(1, store.number("SELECT count(*) FROM cst_nodes_v1 WHERE path = 'invalid.py'"
                + " AND kind = 'SimpleString'"
                + " AND value IS NULL"), "bytes that are no UTF-8 are no text");
        assertEquals(List.of("failed", "recovered"), store.texts(
                "SELECT DISTINCT parse_status FROM ast_parse_manifest WHERE parse_status <> 'ok' ORDER BY 1"));
    }

    static List<Invariant> invariants() {
        return Invariants.standard().all();
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void holds(Invariant invariant) {
        InvariantResult result = check.run(invariant);
        assertEquals(Status.OK, result.status(), () -> invariant + "\n" + result.detail());
    }

    @Test
    void originsAreThoseOfTheFiles() {
        assertEquals(List.of(), store.texts("SELECT path FROM cst_refs_attr_origin JOIN libcst_files_v1 USING"
                + " (file_id, path)"
                + " WHERE origin <> CASE parse_status WHEN 'ok' THEN 'parse' ELSE 'recovered' END"));
    }

    @Test
    void theReasonsOfTheCatalogAreThoseOfTheResolver() {
        Set<String> labels = Arrays.stream(Unresolved.values()).map(Unresolved::label).collect(Collectors.toSet());
        Dataset references = Catalog.standard().dataset("name_resolution_v1").orElseThrow();
        assertEquals(labels, Set.copyOf(Domains.of(references).get("reason")));
    }
}
