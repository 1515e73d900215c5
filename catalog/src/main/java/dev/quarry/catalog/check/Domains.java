package dev.quarry.catalog.check;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Columns that hold one of few texts, and the invariants that they do. References have empty ones where an option leaves
/// out what is to be computed of them.
public final class Domains {
    private static final List<String> DEFINITION = List.of("function", "async_function", "class");
    private static final List<String> PARSE_STATUS = List.of("ok", "recovered", "failed");
    private static final List<String> VERSION_SOURCE = List.of("option", "requires_python", "classifiers",
            "python_version_file", "default");
    private static final List<String> ERROR_STAGE = List.of("decode", "tokenize", "parse", "compile", "type_comment",
            "limit");
    private static final List<String> SCOPE_TYPE = List.of("MODULE", "FUNCTION", "CLASS", "ANNOTATION", "TYPE_ALIAS",
            "TYPE_PARAMETERS", "TYPE_VARIABLE");
    private static final List<String> SCOPE_ROLE = List.of("runtime", "type_meta");
    private static final List<String> STATUS = List.of("resolved", "candidates", "external", "unresolved");
    private static final List<String> REASON = List.of("undefined_name", "star_import", "parameter", "item",
            "expression",
            "call_result", "external_value", "pattern", "no_attribute", "unknown_base", "getattr", "function_attribute",
            "beyond_top", "string_annotation", "no_value", "deleted", "abstract", "too_many");
    private static final List<String> TARGET = List.of("function", "class", "variable", "declaration", "parameter",
            "type_parameter", "type_alias", "lambda", "module", "external", "unknown");

    /// By dataset and column.
    private static final Map<String, Map<String, List<String>>> VALUES = Map.ofEntries(
            Map.entry("repo_files_v1", Map.of("mode", List.of("regular", "executable", "symlink"),
                    "kind", List.of("py", "pyi", "pyw", "ipynb", "script"))),
            Map.entry("file_line_index_v1", Map.of("newline_kind", List.of("CRLF", "LF", "CR", "NONE"))),
            Map.entry("scope_manifest_v1", Map.of("scope_kind", List.of("repo", "submodule", "worktree"),
                    "reason", List.of("extension", "shebang", "include_rule", "exclude_rule", "exclude_dir",
                            "git_ignored",
                            "untracked_off", "submodule_off", "worktree_off", "symlink", "outside_root", "not_python",
                            "unreadable", "not_changed", "not_regular_file"),
                    "source", List.of("git_tracked", "git_untracked", "git_ignored", "submodule", "worktree", "walk"))),
            Map.entry("python_extensions_v1", Map.of("source", List.of("default", "option", "config"))),
            Map.entry("ast_files_v1", Map.of("parse_mode", List.of("exec", "eval", "single", "func_type"),
                    "python_version_source", VERSION_SOURCE, "parse_status", PARSE_STATUS)),
            Map.entry("ast_errors_v1", Map.of("stage", ERROR_STAGE)),
            Map.entry("ast_docstrings_v1", Map.of("owner_kind", List.of("Module", "ClassDef", "FunctionDef",
                    "AsyncFunctionDef"))),
            Map.entry("ast_imports_v1", Map.of("kind", List.of("Import", "ImportFrom"))),
            Map.entry("ast_defs_v1", Map.of("kind", List.of("FunctionDef", "AsyncFunctionDef", "ClassDef"))),
            Map.entry("libcst_files_v1", Map.of("parse_status", PARSE_STATUS)),
            Map.entry("cst_trivia_v1", Map.of("kind", List.of("BOM", "INDENTATION", "WHITESPACE", "FORM_FEED",
                    "COMMENT",
                    "BLANK_LINE", "NL", "LINE_CONTINUATION", "SKIPPED"))),
            Map.entry("cst_parse_errors_v1", Map.of("stage", ERROR_STAGE)),
            Map.entry("cst_refs_v1", Map.of("ref_kind", List.of("name", "attribute"),
                    "expr_ctx", List.of("Load", "Store", "Del", ""),
                    "scope_type", orEmpty(SCOPE_TYPE), "scope_role", orEmpty(SCOPE_ROLE))),
            Map.entry("cst_imports_v1", Map.of("kind", List.of("import", "importfrom"))),
            Map.entry("cst_callsites_v1", Map.of("callee_shape", List.of("NAME", "ATTRIBUTE", "SUBSCRIPT", "OTHER"))),
            Map.entry("cst_defs_v1", Map.of("kind", DEFINITION, "container_def_kind", DEFINITION)),
            Map.entry("cst_type_exprs_v1", Map.of("owner_def_kind", DEFINITION,
                    "expr_kind", List.of("annotation", "type_param", "type_alias"),
                    "expr_role", List.of("param", "return", "variable", "bound", "default", "alias_value"))),
            Map.entry("cst_docstrings_v1", Map.of("owner_kind", List.of("module", "class", "function",
                    "async_function"))),
            Map.entry("cst_decorators_v1", Map.of("owner_kind", DEFINITION)),
            Map.entry("cst_call_args_v1", Map.of("star", List.of("", "*", "**"))),
            Map.entry("symtable_files_v1", Map.of("compile_type", List.of("exec"), "python_version_source",
                    VERSION_SOURCE,
                    "parse_status", PARSE_STATUS)),
            Map.entry("symtable_scopes_v1", Map.of("block_type", SCOPE_TYPE, "scope_role", SCOPE_ROLE)),
            Map.entry("symtable_errors_v1", Map.of("stage", List.of("decode", "tokenize", "parse", "compile", "limit",
                    "symbols"))),
            Map.entry("name_files_v1", Map.of("parse_status", PARSE_STATUS)),
            Map.entry("python_imports_v1", Map.of("source", List.of("cst", "ast", "tree_sitter"),
                    "kind", List.of("import", "importfrom"))),
            Map.entry("py_imports_resolved_v1", Map.of("status", STATUS, "reason", REASON)),
            Map.entry("name_resolution_v1", Map.of("status", STATUS, "reason", REASON, "target_kind", TARGET)),
            Map.entry("call_resolution_v1", Map.of("status", STATUS, "reason", REASON, "target_kind", TARGET)),
            Map.entry("python_external_interfaces_v1", Map.of("status", List.of("resolved", "unresolved"),
                    "origin", List.of("stdlib", "site_packages", "namespace", "unknown"),
                    "dist_source", List.of("installed", "lock", "requirement"))),
            Map.entry("runs_v1", Map.of("status", List.of("completed", "completed_with_errors"))));

    private Domains() {}

    private static List<String> orEmpty(List<String> values) {
        return Stream.concat(values.stream(), Stream.of("")).toList();
    }

    /// What a dataset's columns may hold, by column in the dataset's order; empty for columns that may hold anything.
    public static Map<String, List<String>> of(Dataset dataset) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Column column : dataset.columns()) {
            List<String> few = VALUES.getOrDefault(dataset.name(), Map.of()).get(column.name());
            if (few != null) {
                values.put(column.name(), few);
            }
        }
        return values;
    }

    static List<Invariant> of(Catalog catalog) {
        List<Invariant> all = new ArrayList<>();
        for (Dataset dataset : catalog.datasets()) {
            Map<String, List<String>> values = of(dataset);
            if (!values.isEmpty()) {
                all.add(domain(dataset, values));
            }
        }
        return all;
    }

    private static Invariant domain(Dataset dataset, Map<String, List<String>> values) {
        String place = dataset.pathColumn() == null ? dataset.primaryKey().getFirst() : dataset.pathColumn();
        String wrong = values.entrySet().stream().map(entry -> entry.getKey() + " NOT IN " + entry.getValue().stream()
                .map(value -> "'" + value + "'").collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(" OR "));
        return new Invariant("domain", dataset.name(), "Values of " + String.join(", ", values.keySet())
                + " are among those that their columns' meanings list.",
                "SELECT " + place + ", " + String.join(", ", values.keySet()) + " FROM " + dataset.name() + " WHERE "
                        + wrong);
    }
}
