package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.ViewBuilder.view;

import java.util.List;

/// The views that say where in the source a binding is bound and used: the symbol tables' bindings joined to the
/// occurrences of names in the concrete syntax, by the block that evaluates or binds the occurrence.
final class BindingSiteViews {
    private static final Dataset SYMBOLS = SymtableDatasets.SYMBOLS;
    private static final Dataset REFS = CstDatasets.REFS;

    private static final Column CONFIDENCE = Column.required("anchor_confidence", ColumnType.Scalar.FLOAT64,
            "1.0, or 0.8 in a file that does not parse.");
    private static final String CONFIDENCE_OF_FILE = "CAST(CASE parse_status WHEN 'ok' THEN 1.0 ELSE 0.8 END AS DOUBLE)";
    private static final String SITE = ", list_value(site.file_id, %s, CAST(site.bstart AS STRING),"
            + " CAST(site.bend AS STRING)))";

    static final List<View> ALL = List.of(defSites(), useSites());

    private BindingSiteViews() {}

    private static View defSites() {
        String binding = BindingViews.bindingId("site", "site");
        String siteId = "stable_id('py_def_site'" + SITE.formatted(binding);
        String defId = "CASE WHEN kind IS NOT NULL THEN " + CstViews.id("cst_def", "kind", "def_bstart", "def_bend")
                + " END";
        // What a scope declares global or nonlocal is bound elsewhere.
        String isBoundElsewhere = "own.kind IN ('global_ref', 'nonlocal_ref')";
        String occurrences = "(SELECT file_id, path, block_id, binding_name AS name,"
                + " CASE kind WHEN 'class' THEN 'class' ELSE 'function' END AS site_kind, kind, bstart AS def_bstart,"
                + " bend AS def_bend, name_bstart AS bstart, name_bend AS bend, 'cst_name_span' AS reason"
                + " FROM cst_defs_v1 UNION ALL SELECT file_id, path, block_id, bound_name, 'import', NULL, NULL, NULL,"
                + " bound_bstart, bound_bend, 'cst_import_alias' FROM cst_imports_v1 WHERE bound_name IS NOT NULL"
                + " UNION ALL SELECT file_id, path, block_id, binding_name, CASE WHEN parent_kind = 'Param' THEN 'param'"
                + " WHEN parent_kind IN ('TypeVar', 'TypeVarTuple', 'ParamSpec') THEN 'type_param' ELSE 'assign' END,"
                + " NULL, NULL, NULL, bstart, bend, 'cst_ref' FROM cst_refs_v1"
                + " WHERE ref_kind = 'name' AND expr_ctx = 'Store')";
        String own = "(SELECT s.file_id, s.block_id, s.name, b.block_type, b.qualpath, " + BindingViews.BINDING_KIND
                + " AS kind FROM " + BindingViews.SYMBOLS_IN_SCOPES + " WHERE NOT s.is_synthetic AND ("
                + BindingViews.DECLARED_HERE + " OR s.is_nonlocal OR s.is_declared_global))";
        String sites = "(SELECT o.file_id, o.path, o.name, o.site_kind, o.kind, o.def_bstart, o.def_bend, o.bstart,"
                + " o.bend, o.reason, f.parse_status, CASE WHEN " + isBoundElsewhere
                + " THEN found.target.block_type ELSE own.block_type END AS block_type, CASE WHEN " + isBoundElsewhere
                + " THEN found.target.qualpath ELSE own.qualpath END AS qualpath FROM " + occurrences + " AS o JOIN "
                + own + " AS own ON own.file_id = o.file_id AND own.block_id = o.block_id AND own.name = o.name"
                + " LEFT JOIN " + BindingViews.found("s.is_nonlocal OR s.is_declared_global") + " AS found"
                + " ON found.file_id = o.file_id AND found.block_id = o.block_id AND found.name = o.name"
                + " JOIN libcst_files_v1 AS f ON f.file_id = o.file_id"
                + " WHERE NOT (" + isBoundElsewhere + ") OR found.file_id IS NOT NULL) AS site";
        return view("symtable_def_sites", "Where bindings are bound.", SYMBOLS).key("def_site_id")
                .computed(SYMBOLS.column("file_id"), "site.file_id")
                .computed(SYMBOLS.column("path"), "site.path")
                .computed(SymtableViews.SCOPE_ID_COLUMN, SymtableViews.scopeId("site"))
                .computed(BindingViews.BINDING_ID, binding)
                .computed(SYMBOLS.column("name"), "site.name")
                .computed(CstViews.DEF_ID.asOptional(), defId)
                .computed(i32("bstart", "Start of the name."), "site.bstart")
                .computed(i32("bend", "End of the name."), "site.bend")
                .computed(str("def_site_kind", "class / function / import / param / type_param / assign."),
                        "site.site_kind")
                .computed(CONFIDENCE, CONFIDENCE_OF_FILE)
                .computed(str("anchor_reason", "cst_name_span / cst_import_alias / cst_ref."), "site.reason")
                .computed(str("ambiguity_group_id", "def_id, or def_site_id."),
                        "coalesce(" + defId + ", " + siteId + ")")
                .computed(str("def_site_id", "Id of the site."), siteId)
                .build(sites, List.of(CstDatasets.DEFS.name(), CstDatasets.IMPORTS.name(), REFS.name(), SYMBOLS.name(),
                        SymtableDatasets.SCOPES.name(), CstDatasets.FILES.name()));
    }

    private static View useSites() {
        String binding = BindingViews.bindingId("site", "site");
        String refId = CstViews.id("cst_ref", "bstart", "bend");
        return view("symtable_use_sites", "Where names are read, written and deleted, with their bindings.", SYMBOLS)
                .key("use_site_id")
                .computed(SYMBOLS.column("file_id"), "site.file_id")
                .computed(SYMBOLS.column("path"), "site.path")
                .computed(SymtableViews.SCOPE_ID_COLUMN, SymtableViews.scopeId("site"))
                .computed(BindingViews.BINDING_ID, binding)
                .computed(SYMBOLS.column("name"), "site.name")
                .computed(CstViews.REF_ID, refId)
                .computed(REFS.column("bstart"), "site.bstart")
                .computed(REFS.column("bend"), "site.bend")
                .computed(str("use_kind", "read / write / del."),
                        "CASE site.expr_ctx WHEN 'Load' THEN 'read' WHEN 'Store' THEN 'write' ELSE 'del' END")
                .computed(CONFIDENCE, CONFIDENCE_OF_FILE)
                .computed(str("anchor_reason", "cst_ref."), "'cst_ref'")
                .computed(str("ambiguity_group_id", "ref_id."), refId)
                .computed(str("use_site_id", "Id of the site."), "stable_id('py_use_site'" + SITE.formatted(binding))
                .build("(SELECT r.file_id, r.path, r.binding_name AS name, r.bstart, r.bend, r.expr_ctx, b.block_type,"
                        + " b.qualpath, f.parse_status FROM cst_refs_v1 AS r JOIN symtable_symbols_v1 AS s"
                        + " ON s.file_id = r.file_id AND s.block_id = r.block_id AND s.name = r.binding_name"
                        + " JOIN symtable_scopes_v1 AS b ON b.file_id = r.file_id AND b.block_id = r.block_id"
                        + " JOIN libcst_files_v1 AS f ON f.file_id = r.file_id"
                        + " WHERE r.ref_kind = 'name' AND NOT s.is_synthetic) AS site",
                        List.of(REFS.name(), SYMBOLS.name(), SymtableDatasets.SCOPES.name(), CstDatasets.FILES.name()));
    }
}
