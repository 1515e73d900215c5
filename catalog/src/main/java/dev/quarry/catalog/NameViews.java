package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;
import static dev.quarry.catalog.ViewBuilder.view;

import java.util.List;

/// The views over names between files.
final class NameViews {
    private static final Dataset CALLS = NameDatasets.CALLS;
    private static final Dataset IMPORTS = NameDatasets.RESOLVED_IMPORTS;
    private static final Dataset EXTERNALS = NameDatasets.EXTERNALS;

    static final List<View> ALL = List.of(ViewBuilder.alias(NameDatasets.FILES),
            ViewBuilder.alias(NameDatasets.MODULES), pythonImports(), ViewBuilder.alias(IMPORTS),
            ViewBuilder.alias(NameDatasets.REFERENCES), ViewBuilder.alias(CALLS), callEdges(), importEdges(),
            exportedDefs(), externalInterfaces(), externalImports());

    private NameViews() {}

    private static View pythonImports() {
        return view("python_imports", NameDatasets.IMPORTS.meaning(), NameDatasets.IMPORTS)
                .columns("file_id", "path", "source", "kind", "module", "name", "asname", "level", "is_star").build();
    }

    private static View externalInterfaces() {
        return view("python_external_interfaces", EXTERNALS.meaning(), EXTERNALS)
                .columns("name", "status", "origin", "dist_name", "dist_version", "is_stdlib").build();
    }

    private static View externalImports() {
        return view("external_imports", "Imports from outside the repository, with the distribution that they come from.",
                IMPORTS)
                .computed(IMPORTS.column("importer_file_id").named("file_id"), "importer_file_id")
                .computed(IMPORTS.column("importer_path").named("path"), "importer_path")
                .columns("bstart", "bend", "imported_module_fqn", "imported_name")
                .computed(EXTERNALS.column("origin"), "origin")
                .computed(EXTERNALS.column("dist_name"), "dist_name")
                .computed(EXTERNALS.column("dist_version"), "dist_version")
                .computed(EXTERNALS.column("dist_source"), "dist_source")
                .computed(EXTERNALS.column("is_stdlib"), "is_stdlib")
                .build("(SELECT i.importer_file_id, i.importer_path, i.bstart, i.bend, i.imported_module_fqn,"
                        + " i.imported_name, e.origin, e.dist_name, e.dist_version, e.dist_source, e.is_stdlib FROM "
                        + IMPORTS.name() + " AS i JOIN " + EXTERNALS.name() + " AS e ON e.repo = i.repo AND e.name ="
                        + " split_part(i.imported_module_fqn, '.', 1) WHERE i.status = 'external') AS imports",
                        List.of(IMPORTS.name(), EXTERNALS.name()));
    }

    private static View callEdges() {
        return view("call_edges", "From each call to the functions and classes that it may call.", CALLS)
                .key("call_id", "target_index")
                .columns("file_id", "path")
                .computed(str("call_id", "stable_id('cst_call', file_id, call_bstart, call_bend)."),
                        "stable_id('cst_call', list_value(file_id, CAST(bstart AS STRING), CAST(bend AS STRING)))")
                .renamed("bstart", "call_bstart").renamed("bend", "call_bend")
                .columns("target_index", "status", "reason", "target_kind", "target_file_id", "target_bstart",
                        "target_bend", "target_name")
                .build();
    }

    private static View importEdges() {
        return view("import_edges", "From each file to the files and modules that it imports.", IMPORTS)
                .computed(IMPORTS.column("importer_file_id").named("file_id"), "importer_file_id")
                .computed(IMPORTS.column("importer_path").named("path"), "importer_path")
                .columns("imported_module_fqn", "target_file_id", "status", "reason")
                .build("(SELECT DISTINCT importer_file_id, importer_path, imported_module_fqn, target_file_id, status,"
                        + " reason FROM py_imports_resolved_v1) AS edges");
    }

    private static View exportedDefs() {
        Dataset defs = CstDatasets.DEFS;
        return view("dim_exported_defs_v1", "Functions and classes at the top of modules, by their full names.", defs)
                .key("def_id")
                .computed(defs.column("file_id"), "file_id")
                .computed(defs.column("path"), "path")
                .computed(str("def_id", "stable_id('cst_def', file_id, kind, def_bstart, def_bend)."),
                        "stable_id('cst_def', list_value(file_id, kind, CAST(bstart AS STRING), CAST(bend AS STRING)))")
                .computed(str("def_kind_norm", "function / class."),
                        "CASE WHEN kind = 'class' THEN 'class' ELSE 'function' END")
                .computed(defs.column("name"), "name")
                .computed(str("qname_id", "stable_id('qname', qname)."), "stable_id('qname', list_value(qname))")
                .computed(str("qname", "Full name: the module's and the definition's own."), "qname")
                .computed(str("qname_source", "LOCAL."), "'LOCAL'")
                .computed(strOrNull("symbol", "SCIP symbol; NULL without an index."), "CAST(NULL AS STRING)")
                .computed(Bundles.i32OrNull("symbol_roles", "SCIP roles; NULL without an index."),
                        "CAST(NULL AS INT)")
                .build("(SELECT d.file_id, d.path, d.kind, d.bstart, d.bend, d.name, m.module_fqn || '.' || d.name AS"
                        + " qname FROM " + defs.name() + " AS d JOIN " + NameDatasets.MODULES.name()
                        + " AS m ON m.file_id = d.file_id WHERE d.container_def_kind IS NULL) AS defs",
                        List.of(defs.name(), NameDatasets.MODULES.name()));
    }
}
