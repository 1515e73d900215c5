package dev.quarry.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.Dataset.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Catalog catalog = Catalog.standard();

    @Test
    void findsADatasetByAnyOfItsNames() {
        assertSame(AstDatasets.NODES, catalog.find("ast_nodes_v1"));
        assertSame(AstDatasets.NODES, catalog.find("codeintel.public.AST_NODES_V1"));
        assertSame(RepoDatasets.SCOPE_MANIFEST, catalog.dataset("scope_manifest_v1").orElseThrow());
        assertTrue(catalog.dataset("scope_manifest").isEmpty());
    }

    @Test
    void suggestsTheNearestNames() {
        var unknown = assertThrows(UnknownNameException.class, () -> catalog.find("ast_nodez_v1"));
        assertEquals(List.of("ast_nodes_v1"), unknown.nearest());
        assertEquals("there is no dataset or view ast_nodez_v1. Did you mean ast_nodes_v1?", unknown.getMessage());
        assertEquals("there is no dataset or view xyzzy. `quarry tables` lists all of them.",
                assertThrows(UnknownNameException.class, () -> catalog.find("xyzzy")).getMessage());
    }

    @Test
    void whatContinuesANameComesBeforeWhatDiffers() {
        assertEquals(List.of("runs", "runs_v1"), NearestNames.of("run", List.of("run_eventz", "runs_v1", "runs", "ru"))
                .subList(0, 2));
        assertEquals("Did you mean alpha?", NearestNames.hint("alhpa", List.of("alpha", "omega")));
        assertEquals("", NearestNames.hint("x", List.of("alpha")));
    }

    @Test
    void arrowSchemasHaveTypesNullabilityAndMetadata() {
        var schema = ArrowSchemas.of(List.of(AstDatasets.NODES.column("bstart"), AstDatasets.NODES.column("attrs"),
                AstDatasets.DEFS.column("decorator_sources"), AstDatasets.NODES.column("ast_id")));
        assertEquals("Schema<bstart: Int(32, true), attrs: Map(false)<entries: Struct<key: Utf8 not null, value: Utf8>"
                + " not null> not null, decorator_sources: List<element: Utf8 not null> not null,"
                + " ast_id: Int(32, true) not null>", schema.toString());
        assertEquals("byte", schema.findField("bstart").getMetadata().get("col_unit"));
    }

    @Test
    void aFamilyStandsForAllOfItsTablesAndAFactBringsItsFileTable() {
        assertEquals(Set.copyOf(AstDatasets.ALL), catalog.resolve(List.of("ast_files_v1")));
        assertEquals(Set.copyOf(AstDatasets.ALL), catalog.resolve(List.of("ast")));
        assertEquals(Set.of(AstDatasets.FILES, AstDatasets.CALLS), catalog.resolve(List.of("ast_calls_v1")));
        assertEquals(Set.of(), catalog.resolve(List.of("runs_v1")));
        assertThrows(UnknownNameException.class, () -> catalog.resolve(List.of("ast", "nothing")));
    }

    @Test
    void keysAndOrdersNameColumns() {
        for (Dataset dataset : catalog.datasets()) {
            Set<String> columns = names(dataset);
            assertEquals(dataset.columns().size(), columns.size(), dataset.name());
            assertTrue(columns.containsAll(dataset.primaryKey()), dataset.name());
            assertTrue(columns.containsAll(dataset.joinKeys()), dataset.name());
            assertTrue(columns.containsAll(dataset.order()), dataset.name());
            assertTrue(columns.containsAll(dataset.partition()), dataset.name());
            assertTrue(dataset.columns().stream().noneMatch(column -> column.meaning().isBlank()), dataset.name());
        }
    }

    @Test
    void sharedColumnsComeFirst() {
        for (Dataset dataset : catalog.datasets()) {
            List<String> shared = switch (dataset.role()) {
                case SCAN -> List.of("repo", "repo_key", "bucket", "run_id");
                case FILE -> List.of("repo", "path", "file_id", "file_sha256", "repo_key", "bucket", "run_id",
                        "extractor_hash");
                // Datasets that are written by file like a family's facts, and say of which repository and run they are.
                case FACT -> dataset.template().equals("python_imports") && !dataset.name().contains("resolution")
                        ? List.of("repo", "repo_key", "bucket", "run_id") : List.of("repo_key", "bucket", "path", "file_id");
                case RUN -> List.of();
            };
            assertEquals(shared, dataset.columns().stream().map(Column::name).limit(shared.size()).toList());
            assertEquals(dataset.role() == Role.FILE || dataset.role() == Role.FACT, dataset.family() != null);
        }
    }

    @Test
    void namesAreUnique() {
        Set<String> names = new HashSet<>();
        catalog.datasets().forEach(dataset -> assertTrue(names.add(dataset.name()), dataset.name()));
        catalog.views().forEach(view -> assertTrue(names.add(view.name()), view.name()));
    }

    @Test
    void columnsAreWrittenInTheNotationOfTheDocumentation() {
        assertEquals("str!~", RepoDatasets.REPO_FILES.column("run_id").notation());
        assertEquals("i64~", RepoDatasets.REPO_FILES.column("mtime_ns").notation());
        assertEquals("map<str,str>", AstDatasets.NODES.column("attrs").notation());
        assertEquals("list<struct{dataset str!, path str!, delta_version i64!, rows i64!, changed bool!, "
                + "schema_fingerprint str!, extractor_hash str}>", RunDatasets.RUNS.column("datasets").notation());
    }

    private static Set<String> names(Relation relation) {
        return relation.columns().stream().map(Column::name).collect(Collectors.toSet());
    }
}
