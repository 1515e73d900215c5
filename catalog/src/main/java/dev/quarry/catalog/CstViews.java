package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;
import static dev.quarry.catalog.ViewBuilder.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The views over the family of concrete syntax.
///
/// What a view shows of the file is looked up in a grouped subquery: as its key is unique, engines drop the join from
/// queries that ask for nothing of it.
final class CstViews {
    private static final String FILE_BY_ID = " LEFT JOIN (SELECT file_id, any_value(file_sha256) AS file_sha256,"
            + " any_value(parse_status) AS parse_status FROM " + CstDatasets.FILES.name()
            + " GROUP BY file_id) AS file USING (file_id)";
    private static final String ORIGIN = "CASE WHEN parse_status = 'ok' THEN 'parse' ELSE 'recovered' END";
    private static final Column INFERRED_TYPE =
            strOrNull("inferred_type", "Type that a type checker infers; NULL unless one is configured.");

    static final Column REF_ID = str("ref_id", "stable_id('cst_ref', file_id, bstart, bend).");
    private static final Column CALL_ID = str("call_id", "stable_id('cst_call', file_id, call_bstart, call_bend).");
    static final Column DEF_ID = str("def_id", "stable_id('cst_def', file_id, kind, def_bstart, def_bend).");
    private static final Column IMPORT_ID =
            str("import_id", "stable_id('cst_import', file_id, kind, alias_bstart, alias_bend).");
    private static final Column OWNER_DEF_ID =
            strOrNull("owner_def_id", "def_id of the definition that it belongs to; NULL when there is none.");
    private static final Column SPAN_ID = str("span_id", "stable_id('span', file_id, bstart, bend).");

    /// A fact that has an id of its own.
    ///
    /// @param stem of the names of its views
    /// @param id column and expression of its id over the fact table
    private record Identified(String stem, Dataset facts, View.Output id) {
        ViewBuilder view(String suffix, String meaning) {
            return ViewBuilder.view(stem + suffix, meaning, facts).columns("file_id", "path")
                    .computed(id.column(), id.expression());
        }
    }

    private static final Identified REF = new Identified("cst_ref", CstDatasets.REFS,
            new View.Output(REF_ID, id("cst_ref", "bstart", "bend")));
    private static final Identified CALLSITE = new Identified("cst_callsite", CstDatasets.CALLSITES,
            new View.Output(CALL_ID, id("cst_call", "bstart", "bend")));
    private static final Identified DEF = new Identified("cst_def", CstDatasets.DEFS,
            new View.Output(DEF_ID, id("cst_def", "kind", "bstart", "bend")));
    private static final Identified IMPORT = new Identified("cst_import", CstDatasets.IMPORTS,
            new View.Output(IMPORT_ID, id("cst_import", "kind", "bstart", "bend")));
    private static final Identified NODE = new Identified("cst_node", CstDatasets.NODES,
            new View.Output(CstDatasets.NODES.column("cst_id"), "cst_id"));

    private static final View CST_REFS = refs();
    private static final View CST_IMPORTS = imports();
    private static final View CST_CALLSITES = callsites();
    private static final View CST_DEFS = defs();
    private static final View CST_NODES = nodes();
    private static final View CST_EDGES = edges("cst_edges", "Parent and child nodes of the concrete syntax tree.")
            .attrs("text_map(list_value('parent_kind', 'child_kind', 'origin'), list_value(parent.kind, child.kind, "
                    + ORIGIN + "))").build(edgeEnds(), edgeSources());

    static final List<View> ALL = all();

    private CstViews() {}

    private static List<View> all() {
        List<View> views = new ArrayList<>(List.of(ViewBuilder.alias(CstDatasets.FILES), parseManifest(), parseErrors(),
                CST_REFS, CST_IMPORTS, CST_CALLSITES, CST_DEFS, typeExprs(), docstrings(), decorators(), callArgs(),
                matches(), CST_NODES, CST_EDGES));
        Map<Identified, View> attributed = Map.of(REF, CST_REFS, DEF, CST_DEFS, CALLSITE, CST_CALLSITES,
                IMPORT, CST_IMPORTS, NODE, CST_NODES);
        for (Identified fact : List.of(REF, DEF, CALLSITE, IMPORT, NODE)) {
            views.add(ViewBuilder.entries(fact.stem + "s_attrs", attributed.get(fact), "file_id", "path",
                    fact.id.column().name()));
        }
        views.add(ViewBuilder.entries("cst_edges_attrs", CST_EDGES, "file_id", "path", "src", "dst", "kind", "slot",
                "idx"));
        for (Identified fact : List.of(REF, DEF, CALLSITE, IMPORT, NODE)) {
            views.add(attrOrigin(fact));
        }
        views.add(edges("cst_edges_attr_origin", "How the edges of the concrete syntax tree were found.")
                .computed(origin(), ORIGIN).build(edgeEnds(), edgeSources()));
        for (Identified fact : List.of(REF, CALLSITE, DEF)) {
            views.add(fact.view("_spans", "Spans of " + fact.stem + "s.").columns("bstart", "bend").span().build());
        }
        for (Identified fact : List.of(REF, CALLSITE, DEF)) {
            views.add(fact.view("_span_unnest", "Spans of " + fact.stem + "s as columns.").columns("bstart", "bend")
                    .build());
        }
        views.add(CstSchemaDiagnostics.view(CST_EDGES));
        views.add(tokens());
        views.add(trivia());
        views.add(nested());
        return List.copyOf(views);
    }

    /// An id over `file_id` and columns.
    static String id(String prefix, String... columns) {
        StringBuilder parts = new StringBuilder("stable_id('" + prefix + "', list_value(file_id");
        for (String column : columns) {
            parts.append(", ").append(column.endsWith("kind") ? column : "CAST(" + column + " AS STRING)");
        }
        return parts.append("))").toString();
    }

    private static String definitionId(String role) {
        String kind = role.equals("owner") ? "owner_kind" : role + "_kind";
        String span = role.equals("owner") ? "owner_def" : role;
        return "CASE WHEN " + span + "_bstart IS NOT NULL THEN " + id("cst_def", kind, span + "_bstart", span + "_bend")
                + " END";
    }

    private static View withFile(ViewBuilder view, Dataset facts) {
        return view.build(facts.name() + FILE_BY_ID, List.of(facts.name(), CstDatasets.FILES.name()));
    }

    /// The first columns of most views.
    private static ViewBuilder facts(String name, Dataset facts) {
        return view(name, facts.meaning(), facts).columns("file_id", "path").computed(
                Bundles.FILE_SHA256, "file_sha256");
    }

    private static Column origin() {
        return str("origin", "parse; recovered in a file with errors.");
    }

    private static View parseManifest() {
        return view("cst_parse_manifest", "How each file was read.", CstDatasets.FILES)
                .columns("file_id", "path", "file_sha256")
                .columns(CstDatasets.PARSE_MANIFEST.stream().map(Column::name)
                        .filter(column -> !column.equals("parse_status")).toArray(String[]::new)).build();
    }

    private static View parseErrors() {
        return withFile(facts("cst_parse_errors", CstDatasets.PARSE_ERRORS).columns("error_type", "message")
                .renamed("line", "raw_line").renamed("col", "raw_column").renamed("line", "editor_line")
                .columns("editor_column", "context").lineUnits().columns("meta"), CstDatasets.PARSE_ERRORS);
    }

    private static View refs() {
        ViewBuilder view = facts("cst_refs", CstDatasets.REFS).key("ref_id");
        String attrs = view.attrsWith("origin", ORIGIN, "block_id", "binding_name", "name_bstart", "name_bend",
                "is_attribute_base");
        return withFile(view.computed(REF_ID, REF.id.expression())
                .columns("ref_kind", "ref_text", "expr_ctx", "scope_type", "scope_name", "scope_role", "parent_kind")
                .computed(INFERRED_TYPE, "CAST(NULL AS STRING)").columns("bstart", "bend").attrs(attrs),
                CstDatasets.REFS);
    }

    private static View imports() {
        ViewBuilder view = facts("cst_imports", CstDatasets.IMPORTS).key("import_id");
        String attrs = view.attrsWith("origin", ORIGIN, "block_id", "bound_name", "bound_bstart", "bound_bend");
        return withFile(view.columns("kind", "module", "relative_level", "name", "asname", "is_star", "stmt_bstart",
                "stmt_bend").renamed("bstart", "alias_bstart").renamed("bend", "alias_bend").attrs(attrs)
                .computed(IMPORT_ID, IMPORT.id.expression()).computed(SPAN_ID, id("span", "bstart", "bend")),
                CstDatasets.IMPORTS);
    }

    private static View callsites() {
        ViewBuilder view = facts("cst_callsites", CstDatasets.CALLSITES).key("call_id");
        String attrs = view.attrsWith("origin", ORIGIN, "block_id", "positional_count", "keyword_count",
                "star_arg_count", "star_kwarg_count", "callee_name_bstart", "callee_name_bend");
        return withFile(view.computed(CALL_ID, CALLSITE.id.expression()).renamed("bstart", "call_bstart")
                .renamed("bend", "call_bend").columns("callee_bstart", "callee_bend", "callee_shape", "callee_text",
                        "arg_count", "callee_dotted", "callee_qnames", "callee_fqns")
                .computed(INFERRED_TYPE, "CAST(NULL AS STRING)").attrs(attrs)
                .computed(SPAN_ID, id("span", "bstart", "bend")), CstDatasets.CALLSITES);
    }

    private static View defs() {
        ViewBuilder view = facts("cst_defs", CstDatasets.DEFS).key("def_id");
        String attrs = view.attrsWith("origin", ORIGIN, "block_id", "body_block_id", "binding_name", "param_count",
                "decorator_count");
        view.computed(DEF_ID, DEF.id.expression())
                .columns("container_def_kind", "container_def_bstart", "container_def_bend", "kind", "name")
                .renamed("bstart", "def_bstart").renamed("bend", "def_bend")
                .columns("name_bstart", "name_bend", "qnames", "def_fqns")
                .computed(CstDatasets.DOCSTRINGS.column("docstring").asOptional(), "docstring")
                .columns("decorator_count").attrs(attrs)
                .computed(strOrNull("container_def_id", "def_id of the nearest definition around."),
                        definitionId("container_def"))
                .computed(SPAN_ID, id("span", "bstart", "bend"));
        String docstrings = " LEFT JOIN (SELECT file_id, owner_def_bstart AS bstart, owner_def_bend AS bend,"
                + " any_value(docstring) AS docstring FROM " + CstDatasets.DOCSTRINGS.name()
                + " GROUP BY file_id, owner_def_bstart, owner_def_bend) AS documented USING (file_id, bstart, bend)";
        return view.build(CstDatasets.DEFS.name() + FILE_BY_ID + docstrings,
                List.of(CstDatasets.DEFS.name(), CstDatasets.FILES.name(), CstDatasets.DOCSTRINGS.name()));
    }

    private static View typeExprs() {
        return withFile(facts("cst_type_exprs", CstDatasets.TYPE_EXPRS).key("type_expr_id")
                .columns("owner_def_kind", "owner_def_bstart", "owner_def_bend", "param_name", "expr_kind", "expr_role",
                        "bstart", "bend", "expr_text")
                .computed(str("type_expr_id", "stable_id('cst_type_expr', file_id, bstart, bend)."),
                        id("cst_type_expr", "bstart", "bend"))
                .computed(OWNER_DEF_ID, definitionId("owner_def")), CstDatasets.TYPE_EXPRS);
    }

    private static View docstrings() {
        return withFile(facts("cst_docstrings", CstDatasets.DOCSTRINGS).computed(OWNER_DEF_ID, definitionId("owner"))
                .columns("owner_kind", "owner_def_bstart", "owner_def_bend", "docstring", "bstart", "bend"),
                CstDatasets.DOCSTRINGS);
    }

    private static View decorators() {
        return withFile(facts("cst_decorators", CstDatasets.DECORATORS).computed(OWNER_DEF_ID, definitionId("owner"))
                .columns("owner_kind", "owner_def_bstart", "owner_def_bend", "decorator_text", "decorator_index",
                        "bstart", "bend"), CstDatasets.DECORATORS);
    }

    private static View callArgs() {
        return withFile(facts("cst_call_args", CstDatasets.CALL_ARGS).key("call_id", "arg_index")
                .computed(CALL_ID, id("cst_call", "call_bstart", "call_bend"))
                .columns("call_bstart", "call_bend", "arg_index", "keyword", "star", "arg_text", "bstart", "bend"),
                CstDatasets.CALL_ARGS);
    }

    private static View matches() {
        return withFile(facts("cst_matches", CstDatasets.MATCHES)
                .columns("template", "match_index", "cst_id", "kind", "bstart", "bend", "line", "end_line", "col",
                        "end_col", "text").computed(SPAN_ID, id("span", "bstart", "bend")), CstDatasets.MATCHES);
    }

    private static View nodes() {
        ViewBuilder view = view("cst_nodes", CstDatasets.NODES.meaning(), CstDatasets.NODES);
        String attrs = view.attrsWith("origin", ORIGIN, "slot", "slot_index", "value");
        return withFile(view.columns("file_id", "path", "cst_id", "kind").span().span("ws_").attrs(attrs),
                CstDatasets.NODES);
    }

    private static ViewBuilder edges(String name, String meaning) {
        return view(name, meaning, CstDatasets.NODES)
                .computed(CstDatasets.NODES.column("file_id"), "child.file_id")
                .computed(CstDatasets.NODES.column("path"), "child.path")
                .computed(i32("src", "Parent node."), "child.parent_cst_id")
                .computed(i32("dst", "Child node."), "child.cst_id")
                .computed(str("kind", "CHILD."), "'CHILD'")
                .computed(CstDatasets.NODES.column("slot"), "child.slot")
                .computed(i32("idx", "Place in a sequence, from 0; 0 in an attribute with one node."),
                        "coalesce(child.slot_index, 0)");
    }

    private static String edgeEnds() {
        return "cst_nodes_v1 AS child LEFT JOIN (SELECT file_id, cst_id, any_value(kind) AS kind"
                + " FROM cst_nodes_v1 GROUP BY file_id, cst_id) AS parent"
                + " ON parent.file_id = child.file_id AND parent.cst_id = child.parent_cst_id"
                + " LEFT JOIN (SELECT file_id, any_value(parse_status) AS parse_status FROM libcst_files_v1"
                + " GROUP BY file_id) AS file ON file.file_id = child.file_id WHERE child.parent_cst_id IS NOT NULL";
    }

    private static List<String> edgeSources() {
        return List.of(CstDatasets.NODES.name(), CstDatasets.FILES.name());
    }

    private static View attrOrigin(Identified fact) {
        return withFile(fact.view("s_attr_origin", "How each of " + fact.stem + "s was found.")
                .computed(origin(), ORIGIN), fact.facts);
    }

    private static View tokens() {
        // Tokens without width share their place: what ends something comes first.
        String rank = "CASE kind WHEN 'FSTRING_END' THEN 0 WHEN 'TSTRING_END' THEN 0 WHEN 'NEWLINE' THEN 1"
                + " WHEN 'DEDENT' THEN 2 WHEN 'INDENT' THEN 3 ELSE 4 END";
        return view("cst_tokens", CstDatasets.TOKENS.meaning(), CstDatasets.TOKENS).columns("file_id", "path")
                .computed(i32("token_index", "Place in the file, from 0."), "CAST(row_number() OVER (PARTITION BY file_id"
                        + " ORDER BY bstart, bend, " + rank + ") - 1 AS INT)")
                .columns("kind", "bstart", "bend").build();
    }

    private static View trivia() {
        return view("cst_trivia", CstDatasets.TRIVIA.meaning(), CstDatasets.TRIVIA).columns("file_id", "path")
                .computed(i32("trivia_index", "Place in the file, from 0."),
                        "CAST(row_number() OVER (PARTITION BY file_id ORDER BY bstart) - 1 AS INT)")
                .columns("kind", "bstart", "bend", "line", "text").build();
    }

    private static View nested() {
        return NestedView.of("libcst_files_nested", "One record per file, with its concrete syntax and facts as lists.",
                CstDatasets.FILES, Map.of("parse_manifest", CstDatasets.PARSE_MANIFEST), List.of(
                        NestedView.Facts.of("nodes", CstDatasets.NODES),
                        NestedView.Facts.of("tokens", CstDatasets.TOKENS),
                        NestedView.Facts.of("trivia", CstDatasets.TRIVIA),
                        NestedView.Facts.of("parse_errors", CstDatasets.PARSE_ERRORS),
                        NestedView.Facts.of("refs", CstDatasets.REFS),
                        NestedView.Facts.of("imports", CstDatasets.IMPORTS),
                        NestedView.Facts.of("callsites", CstDatasets.CALLSITES),
                        NestedView.Facts.of("defs", CstDatasets.DEFS),
                        NestedView.Facts.of("type_exprs", CstDatasets.TYPE_EXPRS),
                        NestedView.Facts.of("docstrings", CstDatasets.DOCSTRINGS),
                        NestedView.Facts.of("decorators", CstDatasets.DECORATORS),
                        NestedView.Facts.of("call_args", CstDatasets.CALL_ARGS)));
    }
}
