package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.ViewBuilder.view;

import java.util.List;
import java.util.Map;

/// The views over the AST family.
final class AstViews {
    private static final Dataset NODES = AstDatasets.NODES;

    static final View AST_FILES = ViewBuilder.alias(AstDatasets.FILES);
    static final View AST_NODES = nodes();
    static final View AST_EDGES = edges();
    static final View AST_ERRORS = errors();
    static final View AST_DOCSTRINGS = docstrings();
    static final View AST_IMPORTS = imports();
    static final View AST_DEFS = defs();
    static final View AST_CALLS = calls();
    static final View AST_TYPE_IGNORES = typeIgnores();

    static final List<View> ALL = List.of(AST_FILES, AST_NODES, AST_EDGES, AST_ERRORS, AST_DOCSTRINGS, AST_IMPORTS,
            AST_DEFS, AST_CALLS, AST_TYPE_IGNORES,
            ViewBuilder.entries("ast_node_attrs", AST_NODES, "file_id", "path", "ast_id", "parent_ast_id", "kind", "name"),
            ViewBuilder.entries("ast_def_attrs", AST_DEFS, "file_id", "path", "ast_id", "parent_ast_id", "kind", "name"),
            ViewBuilder.entries("ast_call_attrs", AST_CALLS, "file_id", "path", "ast_id", "parent_ast_id", "func_kind",
                    "func_name"),
            ViewBuilder.entries("ast_edge_attrs", AST_EDGES, "file_id", "path", "src", "dst", "kind", "slot", "idx"),
            spanMetadata(), spanUnnest(), parseManifest(), nested());

    private AstViews() {}

    private static View nodes() {
        ViewBuilder view = view("ast_nodes", NODES.meaning(), NODES);
        String attrs = view.attrsOf("field_name=field", "field_pos=field_index");
        return view.columns("file_id", "path", "ast_id", "parent_ast_id", "kind", "name").renamed("value", "value_repr")
                .lines().columns("bstart", "bend").spanAttrsAndRecord(attrs).columns("field", "field_index").build();
    }

    private static View edges() {
        // The kind of the parent is looked up in a grouped subquery: as its keys are unique, DuckDB drops the join from
        // aggregations that don't use attrs (4.5 million nodes: count 0.04 s instead of 2 s). With attrs it costs the
        // same as a plain join.
        String from = "ast_nodes_v1 AS child LEFT JOIN (SELECT file_id, ast_id, any_value(kind) AS kind"
                + " FROM ast_nodes_v1 GROUP BY file_id, ast_id) AS parent"
                + " ON parent.file_id = child.file_id AND parent.ast_id = child.parent_ast_id"
                + " WHERE child.parent_ast_id IS NOT NULL";
        return view("ast_edges", "Parent and child nodes of the abstract syntax tree.", NODES)
                .computed(NODES.column("file_id"), "child.file_id")
                .computed(NODES.column("path"), "child.path")
                .computed(i32("src", "Parent node."), "child.parent_ast_id")
                .computed(i32("dst", "Child node."), "child.ast_id")
                .computed(str("kind", "CHILD."), "'CHILD'")
                .computed(NODES.column("field").named("slot"), "child.field")
                .computed(i32("idx", "Place in a list field, from 0; 0 in a scalar field."),
                        "coalesce(child.field_index, 0)")
                .attrs("text_map(list_value('parent_kind', 'child_kind'), list_value(parent.kind, child.kind))")
                .build(from);
    }

    private static View errors() {
        ViewBuilder view = view("ast_errors", AstDatasets.ERRORS.meaning(), AstDatasets.ERRORS);
        String attrs = view.attrsOf("stage", "text", "skipped_bstart", "skipped_bend");
        return view.columns("file_id", "path", "error_type", "message").lines().spanAttrsAndRecord(attrs)
                .columns("error_index", "stage").build();
    }

    private static View docstrings() {
        ViewBuilder view = view("ast_docstrings", AstDatasets.DOCSTRINGS.meaning(), AstDatasets.DOCSTRINGS);
        String attrs = view.attrsOf("doc_ast_id");
        return view.columns("file_id", "path", "owner_ast_id", "owner_kind", "owner_name", "docstring", "source")
                .lines().spanAttrsAndRecord(attrs).build();
    }

    private static View imports() {
        ViewBuilder view = view("ast_imports", AstDatasets.IMPORTS.meaning(), AstDatasets.IMPORTS);
        String attrs = view.attrsOf("field_pos=alias_index");
        return view.columns("file_id", "path", "ast_id", "parent_ast_id", "kind", "module", "name", "asname",
                "alias_index", "level").lines().spanAttrsAndRecord(attrs).build();
    }

    private static View defs() {
        ViewBuilder view = view("ast_defs", AstDatasets.DEFS.meaning(), AstDatasets.DEFS);
        String attrs = view.attrsOf("decorator_count", "arg_count", "posonly_count", "kwonly_count",
                "type_params_count", "base_count", "keyword_count", "has_vararg", "has_kwarg", "is_async",
                "name_bstart", "name_bend", "decorator_sources", "default_sources", "annotation_sources",
                "returns_source", "base_sources", "keyword_sources");
        return view.columns("file_id", "path", "ast_id", "parent_ast_id", "kind", "name", "decorator_count",
                "arg_count", "posonly_count", "kwonly_count", "type_params_count", "base_count", "keyword_count")
                .lines().spanAttrsAndRecord(attrs).build();
    }

    private static View calls() {
        ViewBuilder view = view("ast_calls", AstDatasets.CALLS.meaning(), AstDatasets.CALLS);
        String attrs = view.attrsOf("func_ast_id", "arg_count", "keyword_count", "starred_count", "kw_star_count");
        return view.columns("file_id", "path", "ast_id", "parent_ast_id", "func_kind", "func_name", "arg_count",
                "keyword_count", "starred_count", "kw_star_count").lines().spanAttrsAndRecord(attrs).build();
    }

    private static View typeIgnores() {
        ViewBuilder view = view("ast_type_ignores", AstDatasets.TYPE_IGNORES.meaning(), AstDatasets.TYPE_IGNORES);
        String attrs = view.attrsOf();
        return view.columns("file_id", "path", "ast_id", "tag").lines().spanAttrsAndRecord(attrs).build();
    }

    private static View spanMetadata() {
        Dataset snapshots = RunDatasets.SCHEMA_SNAPSHOTS;
        ViewBuilder view = view("ast_span_metadata", "What is the same for all positions of each fact table.", snapshots);
        for (Dataset dataset : AstDatasets.ALL) {
            if (dataset.role() != Dataset.Role.FACT) {
                continue;
            }
            String stem = dataset.alias().substring("ast_".length());
            // The metadata of a column never changes within a version of its dataset: any snapshot will do.
            String entry = "max(CASE WHEN dataset = '" + dataset.name() + "' THEN metadata['%s'] END)";
            view.computed(Bundles.i32OrNull(stem + "_line_base", "Number of the first line."),
                    "CAST(" + entry.formatted("line_base") + " AS INT)");
            view.computed(Bundles.strOrNull(stem + "_col_unit", "Unit of columns."), entry.formatted("col_unit"));
            view.computed(Bundles.boolOrNull(stem + "_end_exclusive", "Ends lie after the last byte."),
                    "CAST(" + entry.formatted("end_exclusive") + " AS BOOLEAN)");
        }
        return view.build(snapshots.name() + " WHERE column_path = 'bstart'");
    }

    private static View spanUnnest() {
        return view("ast_span_unnest", "Spans of the nodes that have a position.", NODES)
                .columns("file_id", "path", "bstart", "bend").span()
                .computed(str("col_unit", "Unit of columns."), "'byte'").build("ast_nodes_v1 WHERE bstart IS NOT NULL");
    }

    private static View parseManifest() {
        return view("ast_parse_manifest", "How each file was parsed.", AstDatasets.FILES)
                .columns("file_id", "path", "file_sha256")
                .columns(AstDatasets.PARSE_MANIFEST.stream().map(Column::name).toArray(String[]::new)).build();
    }

    private static View nested() {
        return NestedView.of("ast_files_nested", "One record per file, with its facts as lists.", AstDatasets.FILES,
                Map.of("parse_manifest", AstDatasets.PARSE_MANIFEST), List.of(
                        NestedView.Facts.of("nodes", NODES),
                        NestedView.Facts.of("errors", AstDatasets.ERRORS),
                        NestedView.Facts.of("docstrings", AstDatasets.DOCSTRINGS),
                        NestedView.Facts.of("imports", AstDatasets.IMPORTS),
                        NestedView.Facts.of("defs", AstDatasets.DEFS),
                        NestedView.Facts.of("calls", AstDatasets.CALLS),
                        NestedView.Facts.of("type_ignores", AstDatasets.TYPE_IGNORES)));
    }
}
