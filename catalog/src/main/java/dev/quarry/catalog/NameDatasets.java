package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.FACT_TABLE;
import static dev.quarry.catalog.Bundles.FILE_TABLE;
import static dev.quarry.catalog.Bundles.PARTITION;
import static dev.quarry.catalog.Bundles.POS;
import static dev.quarry.catalog.Bundles.bool;
import static dev.quarry.catalog.Bundles.columns;
import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.i32OrNull;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;
import static dev.quarry.catalog.Bundles.strings;

import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.Dataset.Stage;
import java.util.List;

/// The family of names between files: which module each file is, what it imports, and where its references and calls
/// lead.
public final class NameDatasets {
    private static final String FAMILY = "name_files_v1";
    private static final String TEMPLATE = "python_imports";

    public static final Dataset FILES = new Dataset(FAMILY, Stage.CORE, Role.FILE, FAMILY, TEMPLATE,
            "Names between files: one row per parsed file, with the module that it is.",
            columns(FILE_TABLE,
                    strOrNull("module_fqn", "Dotted name of the module; NULL when no import can name the file."),
                    bool("is_init", "The file is a package's own: `__init__.py` or `__init__.pyi`."),
                    strings("exported_names", "Strings listed in `__all__`; empty without one."),
                    str("resolver_version", "Version of the rules that say where names lead."),
                    str("parse_status", "ok / recovered (errors, partial facts) / failed (no facts).")),
            List.of("file_id"), List.of("file_id", "path"), List.of("repo", "path"));

    public static final Dataset MODULES = new Dataset("py_module_index_v1", Stage.CORE, Role.FACT, FAMILY, TEMPLATE,
            "Files by the name of their module.",
            columns(identity(), str("module_fqn", "Dotted name of the module; that of the package for its `__init__`."),
                    bool("is_init", "The file is a package's own: `__init__.py` or `__init__.pyi`.")),
            List.of("file_id"), List.of("file_id", "module_fqn"), List.of("path"));

    public static final Dataset IMPORTS = new Dataset("python_imports_v1", Stage.CORE, Role.FACT, FAMILY, TEMPLATE,
            "Imported names, one row per alias, whichever extractor sees it.",
            columns(identity(),
                    str("source", "First extractor that has the alias: cst / ast / tree_sitter."),
                    strings("sources", "All that have it."),
                    str("kind", "import / importfrom."),
                    strOrNull("module", "Module after `from`; NULL for an import and for `from . import x`."),
                    str("name", "Imported name, dotted for modules, `*` for a star import."),
                    strOrNull("asname", "Name after `as`."),
                    i32("level", "Leading dots; 0 for an absolute import."),
                    bool("is_star", "`from module import *`."),
                    POS),
            List.of("file_id", "bstart", "name"), List.of("file_id", "module"), List.of("path", "bstart", "name"));

    public static final Dataset RESOLVED_IMPORTS = new Dataset("py_imports_resolved_v1", Stage.CORE, Role.FACT, FAMILY,
            TEMPLATE, "Where each imported name leads, re-exports followed.",
            columns(Bundles.REPO, PARTITION, Bundles.RUN_ID,
                    Bundles.FILE_ID.named("importer_file_id"),
                    Bundles.PATH.named("importer_path"),
                    i32("bstart", "Offset of the alias in the raw file."),
                    i32("bend", "Offset after the alias."),
                    str("imported_module_fqn", "Absolute name of the module that is named."),
                    strOrNull("imported_name", "Name after `import` in a from-import; NULL for a module."),
                    bool("is_star", "`from module import *`."),
                    targetFile(), targetStart(), status(), reason()),
            List.of("importer_file_id", "bstart", "imported_module_fqn", "imported_name", "target_file_id",
                    "target_bstart"),
            List.of("importer_file_id", "target_file_id"),
            List.of("importer_path", "bstart", "imported_name", "target_file_id", "target_bstart"));

    public static final Dataset REFERENCES = fact("name_resolution_v1",
            "Where each name and attribute that is read leads: to the place that binds it.",
            i32("bstart", "Offset of the reference in the raw file."),
            i32("bend", "Offset after the reference."));

    public static final Dataset CALLS = fact("call_resolution_v1", "Which functions and classes each call may call.",
            i32("bstart", "Offset of the call in the raw file."),
            i32("bend", "Offset after the call."));

    /// Belongs to the repository, not to files: written whenever names are.
    public static final Dataset EXTERNALS = new Dataset("python_external_interfaces_v1", Stage.CORE, Role.SCAN, null,
            "python_external", "Top-level modules that are imported from outside the repository, and what they come from.",
            columns(Bundles.SCAN_TABLE,
                    str("name", "Top-level module."),
                    str("status", "resolved (a module of the standard library, or one distribution) / unresolved."),
                    strOrNull("origin", "stdlib / site_packages or namespace (a namespace package), where a virtual"
                            + " environment of the repository has the module / unknown."),
                    strOrNull("dist_name", "Distribution, its name normalised (PEP 503); NULL when none or several are"
                            + " known."),
                    strOrNull("dist_version", "Its version; NULL when none or several are known."),
                    bool("is_stdlib", "A module of the standard library of the run's Python."),
                    strOrNull("dist_source", "What names the distribution: installed / lock / requirement; the last two"
                            + " name no modules, so that the names were equal."),
                    strings("dist_candidates", "Distributions that all have the module, when there are several.")),
            List.of("repo", "name"), List.of("name"), List.of("name"));

    static final List<Dataset> ALL =
            List.of(FILES, MODULES, IMPORTS, RESOLVED_IMPORTS, REFERENCES, CALLS, EXTERNALS);

    private NameDatasets() {}

    private static Dataset fact(String name, String meaning, Column start, Column end) {
        return Dataset.fact(name, Stage.CORE, FAMILY, TEMPLATE, meaning, List.of("bstart", "bend", "target_index"),
                List.of("path", "bstart", "bend", "target_index"),
                columns(FACT_TABLE, start, end,
                        i32("target_index", "Place among the targets, from 0."),
                        status(), reason(),
                        str("target_kind", "function / class / variable / declaration / parameter / type_parameter /"
                                + " type_alias / lambda / module / external / unknown."),
                        targetFile(), targetStart(),
                        i32OrNull("target_bend", "Offset after the target."),
                        strOrNull("target_name", "Name that the target binds; dotted for modules and what is external.")));
    }

    private static List<Column> identity() {
        return List.of(Bundles.REPO, Bundles.REPO_KEY, Bundles.BUCKET, Bundles.RUN_ID, Bundles.FILE_ID, Bundles.PATH);
    }

    private static Column status() {
        return str("status", "resolved (one target) / candidates (one row each) / external (outside the repository) /"
                + " unresolved.");
    }

    private static Column reason() {
        return strOrNull("reason", "Why an unresolved row leads nowhere; NULL for the others.");
    }

    private static Column targetFile() {
        return strOrNull("target_file_id", "File of the target; NULL outside the repository.");
    }

    private static Column targetStart() {
        return i32OrNull("target_bstart", "Offset of the target: of a definition's `def`, `async` or `class`, else of"
                + " the name; 0 for a module.");
    }
}
