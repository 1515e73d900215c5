package dev.quarry.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.Relation;
import dev.quarry.catalog.RepoDatasets;
import dev.quarry.catalog.RunDatasets;
import dev.quarry.session.render.CsvRenderer;
import dev.quarry.session.render.JsonRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Every declared dataset and view, run over files.
class ViewsTest {
    /// Views over schema_snapshots_v1 with one row, whatever there is.
    private static final Set<String> AGGREGATES = Set.of("ast_span_metadata", "cst_schema_diagnostics");

    /// Views that show some rows only: not the row with the same value in every column of a type. What they show of a
    /// real repository is tested where there are extractors.
    private static final Set<String> CHOOSY = Set.of("symtable_symbols", "symtable_namespace_edges",
            "symtable_function_partitions", "symtable_symbol_attrs", "symtable_bindings", "symtable_def_sites",
            "symtable_use_sites", "symtable_type_params", "symtable_type_param_edges", "symtable_binding_resolutions",
            "dim_exported_defs_v1", "external_imports");
    private static final int ANY = -1;

    @TempDir
    Path folder;

    @Test
    void everyRelationReturnsTheDeclaredColumnsFromFiles() throws Exception {
        try (Session session = new TestStore(folder).withEverything().open()) {
            assertAll(relations().map(relation -> returnsDeclaredColumns(session, relation,
                    CHOOSY.contains(relation.name()) ? ANY : 1)));
        }
    }

    @Test
    void everyRelationReturnsTheDeclaredColumnsWithoutFiles() {
        try (Session session = new TestStore(folder).open()) {
            assertAll(relations().map(relation -> returnsDeclaredColumns(session, relation,
                    AGGREGATES.contains(relation.name()) ? 1 : 0)));
        }
    }

    private static Executable returnsDeclaredColumns(Session session, Relation relation, int rows) {
        return () -> {
            Query query = session.query("SELECT * FROM codeintel.public." + relation.name());
            assertEquals(relation.columns().stream().map(ViewsTest::declared).toList(),
                    query.columns().stream().map(ViewsTest::unquoted).toList(), relation.name());
            long counted = CsvRenderer.write(query, new StringBuilder());
            assertTrue(rows == ANY || (rows == 0 ? counted == 0 : counted >= 1), relation.name() + " has " + counted + " rows");
        };
    }

    private static ResultColumn declared(Column column) {
        return unquoted(new ResultColumn(column.name(), DuckDbSql.type(column.type())));
    }

    /// The engine quotes the names of some fields.
    private static ResultColumn unquoted(ResultColumn column) {
        return new ResultColumn(column.name(), column.type().replace("\"", ""));
    }

    private static Stream<Relation> relations() {
        return Stream.concat(Catalog.standard().datasets().stream(), Catalog.standard().views().stream());
    }

    @Test
    void nodesShowPositionsAndAttrs() throws Exception {
        try (Session session = tree().open()) {
            assertEquals("""
                    [
                    {"kind":"FunctionDef","value_repr":null,"lineno":1,"col_offset":0,"line_base":1,"col_unit":"byte",\
                    "end_exclusive":true,"span":{"bstart":0,"bend":20,"start":{"line0":0,"col":0},"end":{"line0":1,\
                    "col":8},"col_unit":"byte","end_exclusive":true},"attrs":{"field_name":"body","field_pos":"0",\
                    "type_comment":"x"}},
                    {"kind":"Module","value_repr":null,"lineno":null,"col_offset":null,"line_base":1,"col_unit":"byte",\
                    "end_exclusive":true,"span":null,"attrs":{}}
                    ]
                    """, json(session, "SELECT kind, value_repr, lineno, col_offset, line_base, col_unit, end_exclusive,"
                    + " span, attrs FROM ast_nodes WHERE ast_id < 2 ORDER BY kind"));
        }
    }

    @Test
    void edgesKnowTheKindsOfTheirEnds() throws Exception {
        try (Session session = tree().open()) {
            assertEquals("""
                    [
                    {"src":0,"dst":1,"kind":"CHILD","slot":"body","idx":0,"attrs":{"parent_kind":"Module","child_kind":\
                    "FunctionDef"}},
                    {"src":1,"dst":2,"kind":"CHILD","slot":"args","idx":0,"attrs":{"parent_kind":"FunctionDef",\
                    "child_kind":"arguments"}}
                    ]
                    """, json(session, "SELECT src, dst, kind, slot, idx, attrs FROM ast_edges ORDER BY dst"));
            assertEquals("""
                    [
                    {"dst":1,"attr_key":"child_kind","attr_value":"FunctionDef"},
                    {"dst":1,"attr_key":"parent_kind","attr_value":"Module"}
                    ]
                    """, json(session, "SELECT dst, attr_key, attr_value FROM ast_edge_attrs WHERE dst = 1 ORDER BY 2"));
        }
    }

    @Test
    void definitionsShowTypedColumnsAsText() throws Exception {
        try (Session session = tree().with(AstDatasets.DEFS, """
                SELECT 'a.py' AS path, 'f' AS file_id, 1 AS ast_id, 0 AS parent_ast_id, 'FunctionDef' AS kind,
                'f' AS name, 4 AS name_bstart, 5 AS name_bend, 1 AS decorator_count, 0 AS arg_count, false AS is_async,
                ['a"b'] AS decorator_sources, MAP {'type_comment': 'x'} AS attrs""").open()) {
            assertEquals("""
                    [
                    {"attrs":{"decorator_count":"1","arg_count":"0","is_async":"false","name_bstart":"4",\
                    "name_bend":"5","decorator_sources":"[\\"a\\\\\\"b\\"]","default_sources":"[]",\
                    "annotation_sources":"[]","base_sources":"[]","keyword_sources":"[]","type_comment":"x"}}
                    ]
                    """, json(session, "SELECT attrs FROM ast_defs"));
        }
    }

    @Test
    void nestedFilesListFactsInOrder() throws Exception {
        try (Session session = tree().with(AstDatasets.ERRORS, """
                FROM (VALUES ('f', 0, NULL, NULL), ('f', 2, 7, 9), ('f', 1, 3, 4))
                AS t(file_id, error_index, bstart, bend)""").open()) {
            assertEquals("""
                    [
                    {"path":"a.py","file_id":"f","ids":[0,1,2],"errors":[1,2,0],"calls":[],"status":"ok"},
                    {"path":"b.py","file_id":"g","ids":[],"errors":[],"calls":[],"status":"failed"}
                    ]
                    """, json(session, """
                    SELECT path, file_id, [n.ast_id FOR n IN nodes] AS ids, [e.error_index FOR e IN errors] AS errors,
                    calls, parse_manifest.parse_status AS status FROM ast_files_nested ORDER BY path"""));
        }
    }

    @Test
    void spanMetadataComesFromTheSchemaSnapshots() throws Exception {
        try (Session session = new TestStore(folder).with(RunDatasets.SCHEMA_SNAPSHOTS, """
                SELECT 'r' AS run_id, 'ast_calls_v1' AS dataset, 3 AS ordinal, 'bstart' AS column_path,
                MAP {'line_base': '1', 'col_unit': 'byte', 'end_exclusive': 'true'} AS metadata""").open()) {
            assertEquals("""
                    [
                    {"calls_line_base":1,"calls_col_unit":"byte","calls_end_exclusive":true,"nodes_line_base":null}
                    ]
                    """, json(session, "SELECT calls_line_base, calls_col_unit, calls_end_exclusive, nodes_line_base"
                    + " FROM ast_span_metadata"));
        }
    }

    @Test
    void filtersReachTheFilesAndUnusedColumnsAreNotRead() throws Exception {
        try (Session session = tree().open()) {
            String byKind = plan(session, "SELECT count(*) FROM ast_nodes WHERE kind = 'Name'");
            assertTrue(byKind.contains("kind='Name'") || byKind.contains("kind = 'Name'"), byKind);
            assertFalse(byKind.contains("attrs") || byKind.contains("bstart"), byKind);
            String edges = plan(session, "SELECT slot, count(*) FROM ast_edges GROUP BY slot");
            assertFalse(edges.contains("Join"), edges);
            String nested = plan(session, "SELECT path, len(calls) FROM ast_files_nested");
            assertFalse(nested.contains("ast_nodes_v1") || nested.contains("error_index"), nested);
        }
    }

    @Test
    void partitionsComeFromThePaths() throws Exception {
        try (Session session = new TestStore(folder).with(RepoDatasets.REPO_FILES,
                "SELECT 'demo' AS repo, 'f' AS file_id, 'a.py' AS path").open()) {
            assertEquals("[\n{\"repo_key\":\"" + TestStore.REPO_KEY + "\",\"bucket\":0}\n]\n",
                    json(session, "SELECT repo_key, bucket FROM repo_files_v1"));
        }
    }

    private TestStore tree() throws Exception {
        return new TestStore(folder).with(AstDatasets.FILES, """
                FROM (VALUES ('demo', 'a.py', 'f', 'ok'), ('demo', 'b.py', 'g', 'failed'))
                AS t(repo, path, file_id, parse_status)""").with(AstDatasets.NODES, """
                FROM (VALUES
                ('a.py', 'f', 0, NULL, NULL, NULL, 'Module', NULL, NULL, NULL, NULL, NULL, NULL, MAP {}),
                ('a.py', 'f', 1, 0, 'body', 0, 'FunctionDef', 0, 20, 1, 2, 0, 8, MAP {'type_comment': 'x'}),
                ('a.py', 'f', 2, 1, 'args', NULL, 'arguments', NULL, NULL, NULL, NULL, NULL, NULL, MAP {}))
                AS t(path, file_id, ast_id, parent_ast_id, field, field_index, kind, bstart, bend, line, end_line, col,
                end_col, attrs)""");
    }

    private static String plan(Session session, String sql) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvRenderer.write(session.query("EXPLAIN " + sql), text);
        return text.toString();
    }

    static String json(Session session, String sql) throws IOException {
        StringBuilder text = new StringBuilder();
        JsonRenderer.write(session.query(sql), text);
        return text.toString();
    }
}
