package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.ATTRS;
import static dev.quarry.catalog.Bundles.FACT_TABLE;
import static dev.quarry.catalog.Bundles.FILE_TABLE;
import static dev.quarry.catalog.Bundles.OPTIONAL_POS;
import static dev.quarry.catalog.Bundles.POS;
import static dev.quarry.catalog.Bundles.bool;
import static dev.quarry.catalog.Bundles.boolOrNull;
import static dev.quarry.catalog.Bundles.columns;
import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.i32OrNull;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;
import static dev.quarry.catalog.Bundles.strings;

import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.Dataset.Stage;
import java.util.List;

/// The family of CPython's abstract syntax trees: one row per file in [#FILES], facts in the other tables.
public final class AstDatasets {
    private static final String FAMILY = "ast_files_v1";

    private static final Column AST_ID = i32("ast_id", "Node: preorder index in its file, from 0.");
    private static final Column PARENT_AST_ID = i32("parent_ast_id", "Parent node.");

    /// How each file was parsed; the parse_manifest of the nested shape.
    static final List<Column> PARSE_MANIFEST = List.of(
            str("parse_mode", "exec / eval / single / func_type."),
            str("feature_version", "Grammar accepted, e.g. 3.12."),
            bool("type_comments", "Type comments were parsed."),
            i32("optimize", "Optimization level; 0 folds nothing."),
            bool("allow_top_level_await", "`await` was allowed outside functions."),
            bool("dont_inherit", "Only the source's own `__future__` imports count."),
            str("python_version_source", "option / requires_python / classifiers / python_version_file / default."),
            str("reference_python", "Release whose node classes, field order and positions are reproduced."),
            str("parser_name", "Parser that read the file."),
            str("parser_version", "Its version."),
            str("parse_status", "ok / recovered (errors, partial facts) / failed (no facts)."));

    public static final Dataset FILES = new Dataset(FAMILY, Stage.CORE, Role.FILE, FAMILY, "ast",
            "Abstract syntax trees: one row per parsed file, with how it was parsed.",
            columns(FILE_TABLE, PARSE_MANIFEST, ATTRS),
            List.of("file_id"), List.of("file_id", "path"), List.of("repo", "path"));

    public static final Dataset NODES = fact("ast_nodes_v1", "Nodes of the abstract syntax tree, in preorder.",
            List.of("ast_id"), List.of("path", "ast_id"),
            AST_ID,
            i32OrNull("parent_ast_id", "Parent node; NULL for the root."),
            strOrNull("field", "Field of the parent that holds the node; NULL for the root."),
            i32OrNull("field_index", "Place in a list field, from 0; NULL in a scalar field."),
            str("kind", "CPython's class name, e.g. FunctionDef."),
            strOrNull("name", "name, id, attr, arg, module or rest: whichever the class has as an identifier."),
            strOrNull("value", "repr of a constant."),
            OPTIONAL_POS, ATTRS);

    public static final Dataset ERRORS = fact("ast_errors_v1", "Errors of parsing, as CPython would report them.",
            List.of("error_index"), List.of("path", "bstart", "bend", "error_index"),
            i32("error_index", "0 for the error that CPython reports, then the others by position."),
            str("error_type", "CPython's exception class, or LimitError."),
            str("message", "The error's message."),
            str("stage", "decode / tokenize / parse / compile / type_comment / limit."),
            OPTIONAL_POS,
            strOrNull("text", "Offending line."),
            i32OrNull("skipped_bstart", "Start of the bytes that have no nodes."),
            i32OrNull("skipped_bend", "End of the bytes that have no nodes."));

    public static final Dataset DOCSTRINGS = fact("ast_docstrings_v1",
            "Docstrings of modules, classes and functions.",
            List.of("owner_ast_id"), List.of("path", "bstart", "bend", "doc_ast_id"),
            i32("owner_ast_id", "Node of the module, class or function."),
            i32("doc_ast_id", "Node of the constant."),
            str("owner_kind", "Module / ClassDef / FunctionDef / AsyncFunctionDef."),
            strOrNull("owner_name", "Name of the owner; NULL for a module."),
            str("docstring", "The constant's value, not dedented."),
            str("source", "The literal as written."),
            POS);

    public static final Dataset IMPORTS = fact("ast_imports_v1", "Imported names, one row per alias.",
            List.of("ast_id"), List.of("path", "bstart", "bend", "ast_id"),
            i32("ast_id", "Node of the alias."),
            i32("parent_ast_id", "Node of the statement."),
            str("kind", "Import / ImportFrom."),
            strOrNull("module", "Module after `from`; NULL for Import and for `from . import x`."),
            str("name", "Imported name, `*` for a star import."),
            strOrNull("asname", "Name after `as`."),
            i32("alias_index", "Place in the statement, from 0."),
            i32("level", "Leading dots; 0 for Import."),
            POS);

    public static final Dataset DEFS = fact("ast_defs_v1", "Functions and classes.",
            List.of("ast_id"), List.of("path", "bstart", "bend", "ast_id"),
            AST_ID, PARENT_AST_ID,
            str("kind", "FunctionDef / AsyncFunctionDef / ClassDef."),
            str("name", "Name of the function or class."),
            i32("name_bstart", "Offset of the name's first byte in the raw file."),
            i32("name_bend", "Offset after the name's last byte in the raw file."),
            i32("decorator_count", "Number of decorators."),
            i32OrNull("arg_count", "Positional-or-keyword parameters, positional-only ones not included; NULL for"
                    + " classes."),
            i32OrNull("posonly_count", "Positional-only parameters; NULL for classes."),
            i32OrNull("kwonly_count", "Keyword-only parameters; NULL for classes."),
            boolOrNull("has_vararg", "Takes `*args`; NULL for classes."),
            boolOrNull("has_kwarg", "Takes `**kwargs`; NULL for classes."),
            boolOrNull("is_async", "Defined by `async def`; NULL for classes."),
            i32("type_params_count", "Number of type parameters."),
            i32OrNull("base_count", "Number of bases; NULL for functions."),
            i32OrNull("keyword_count", "Number of class keywords; NULL for functions."),
            strings("decorator_sources", "Source of each decorator's expression."),
            strings("default_sources", "Source of each parameter's default."),
            strings("annotation_sources", "Source of each parameter's annotation."),
            strOrNull("returns_source", "Source of the return annotation."),
            strings("base_sources", "Source of each base."),
            strings("keyword_sources", "Source of each class keyword."),
            POS, ATTRS);

    public static final Dataset CALLS = fact("ast_calls_v1", "Calls.",
            List.of("ast_id"), List.of("path", "bstart", "bend", "ast_id"),
            AST_ID, PARENT_AST_ID,
            i32("func_ast_id", "Node of the callee."),
            str("func_kind", "Class of the callee, e.g. Name or Attribute."),
            strOrNull("func_name", "id or attr of the callee, else NULL."),
            i32("arg_count", "Positional arguments, starred ones included."),
            i32("keyword_count", "Keyword arguments, `**` ones included."),
            i32("starred_count", "Arguments with `*`."),
            i32("kw_star_count", "Arguments with `**`."),
            POS);

    public static final Dataset TYPE_IGNORES = fact("ast_type_ignores_v1", "`# type: ignore` comments.",
            List.of("ast_id"), List.of("path", "bstart", "bend", "ast_id"),
            i32("ast_id", "Node of the TypeIgnore."),
            str("tag", "Text after `ignore`."),
            POS);

    static final List<Dataset> ALL =
            List.of(FILES, NODES, ERRORS, DOCSTRINGS, IMPORTS, DEFS, CALLS, TYPE_IGNORES);

    private AstDatasets() {}

    private static Dataset fact(String name, String meaning, List<String> key, List<String> order, Object... elements) {
        return Dataset.fact(name, Stage.CORE, FAMILY, "ast", meaning, key, order,
                columns(FACT_TABLE, columns(elements)));
    }
}
