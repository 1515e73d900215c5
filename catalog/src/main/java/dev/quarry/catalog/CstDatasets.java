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
import static dev.quarry.catalog.Bundles.textMap;

import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.Dataset.Stage;
import java.util.List;

/// The family of concrete syntax, with names, definitions and calls: one row per file in [#FILES], facts in the other
/// tables.
public final class CstDatasets {
    private static final String FAMILY = "libcst_files_v1";

    private static final ColumnType QUALIFIED_NAMES = new ColumnType.ListOf(new ColumnType.StructOf(List.of(
            str("name", "Dotted name; names within a function contain `<locals>`."),
            str("source", "IMPORT / LOCAL / BUILTIN."))));

    private static final Column BLOCK_ID = i32("block_id", "Scope: number in symtable_scopes_v1 of its file.");
    private static final Column OWNER_BSTART = i32OrNull("owner_def_bstart", "Start of the owner's definition.");
    private static final Column OWNER_BEND = i32OrNull("owner_def_bend", "End of the owner's definition.");

    /// How each file was read; the parse_manifest of the nested shape.
    static final List<Column> PARSE_MANIFEST = List.of(
            strOrNull("encoding", "Python's name of the encoding; NULL when the declaration is wrong."),
            strOrNull("default_indent", "Indentation of the first indented block, four spaces without one."),
            strOrNull("default_newline", "The first line break, LF without one."),
            boolOrNull("has_trailing_newline", "The file ends with a line break that no backslash continues."),
            strings("future_imports", "Names imported from `__future__` where that counts, in order."),
            strOrNull("module_name", "Dotted name under which the file is imported; NULL when its path gives none."),
            strOrNull("package_name", "Package that relative imports start from; empty at the top."),
            str("libcst_version", "Release of LibCST whose node classes are reproduced."),
            str("parser_backend", "Parser that read the file, with its version."),
            str("parsed_python_version", "Grammar accepted, e.g. 3.12."),
            str("schema_fingerprint", "MD5 of the schemas of the family's tables."),
            str("parse_status", "ok / recovered (errors, partial facts) / failed (no facts)."));

    public static final Dataset FILES = new Dataset(FAMILY, Stage.CORE, Role.FILE, FAMILY, "cst",
            "Concrete syntax: one row per parsed file, with how it was read.",
            columns(FILE_TABLE, PARSE_MANIFEST, ATTRS),
            List.of("file_id"), List.of("file_id", "path"), List.of("repo", "path"));

    public static final Dataset NODES = fact("cst_nodes_v1", "Nodes of the concrete syntax tree, in preorder.",
            List.of("cst_id"), List.of("path", "cst_id"),
            i32("cst_id", "Node: preorder index in its file, from 0."),
            i32OrNull("parent_cst_id", "Parent node; NULL for the module."),
            strOrNull("slot", "Attribute of the parent that holds the node; NULL for the module."),
            i32OrNull("slot_index", "Place in a sequence, from 0; NULL in an attribute with one node."),
            str("kind", "LibCST's class name, e.g. FunctionDef."),
            strOrNull("value", "Text of names, numbers and strings."),
            POS, Bundles.position("ws_"));

    public static final Dataset TOKENS = fact("cst_tokens_v1", "Python's tokens; with cst_trivia_v1 they tile the file.",
            List.of("bstart", "bend", "kind"), List.of("path", "bstart", "bend"),
            str("kind", "Name in CPython's `token` module; operators by their exact one, e.g. LPAR."),
            i32("bstart", "Offset of the first byte in the raw file."),
            i32("bend", "Offset after the last byte in the raw file."));

    public static final Dataset TRIVIA = fact("cst_trivia_v1", "The bytes between tokens; with cst_tokens_v1 they tile"
                    + " the file.",
            List.of("bstart"), List.of("path", "bstart"),
            str("kind", "BOM / INDENTATION / WHITESPACE / FORM_FEED / COMMENT / BLANK_LINE / NL / LINE_CONTINUATION /"
                    + " SKIPPED."),
            i32("bstart", "Offset of the first byte in the raw file."),
            i32("bend", "Offset after the last byte in the raw file."),
            i32OrNull("line", "Line of bstart, 1-based."),
            strOrNull("text", "Text of a COMMENT."));

    public static final Dataset PARSE_ERRORS = fact("cst_parse_errors_v1", "Errors of parsing, as CPython would report"
                    + " them.",
            List.of("bstart", "bend", "error_type", "message"), List.of("path", "bstart", "bend"),
            str("error_type", "CPython's exception class, or LimitError."),
            str("message", "The error's message."),
            str("stage", "decode / tokenize / parse / compile / type_comment / limit."),
            OPTIONAL_POS,
            i32OrNull("editor_column", "Column, 1-based, in characters."),
            strOrNull("context", "The line, and below it one with a caret."),
            i32OrNull("skipped_bstart", "Start of the bytes that have no nodes."),
            i32OrNull("skipped_bend", "End of the bytes that have no nodes."),
            textMap("meta", "What else the parser has to say."));

    public static final Dataset REFS = fact("cst_refs_v1", "Occurrences of names and attributes.",
            List.of("bstart", "bend"), List.of("path", "bstart", "bend"),
            str("ref_kind", "name / attribute."),
            str("ref_text", "The name; for an attribute the dotted text if the base is names alone, else the source."),
            strOrNull("binding_name", "The name after class-private mangling; NULL for an attribute."),
            i32("name_bstart", "Start of the last identifier."),
            i32("name_bend", "End of the last identifier."),
            str("expr_ctx", "Load / Store / Del."),
            str("scope_type", "Type of the scope that evaluates the name, e.g. FUNCTION."),
            str("scope_name", "Name of that scope."),
            str("scope_role", "runtime / type_meta."),
            BLOCK_ID,
            str("parent_kind", "LibCST's class of the parent node."),
            bool("is_attribute_base", "It is what an attribute is taken of."),
            POS, ATTRS);

    public static final Dataset IMPORTS = fact("cst_imports_v1", "Imported names, one row per alias.",
            List.of("kind", "bstart", "bend"), List.of("path", "bstart", "bend"),
            str("kind", "import / importfrom."),
            strOrNull("module", "Module after `from`; NULL for import and for `from . import x`."),
            i32("relative_level", "Leading dots; 0 for import."),
            str("name", "Imported name, dotted; `*` for a star import."),
            strOrNull("asname", "Name after `as`."),
            bool("is_star", "It is a star import."),
            strOrNull("bound_name", "Name that is bound in the scope, mangled; NULL for a star import."),
            BLOCK_ID,
            i32("stmt_bstart", "Start of the statement."),
            i32("stmt_bend", "End of the statement."),
            i32OrNull("bound_bstart", "Start of the identifier that is bound; NULL for a star import."),
            i32OrNull("bound_bend", "End of the identifier that is bound."),
            POS, ATTRS);

    public static final Dataset CALLSITES = fact("cst_callsites_v1", "Calls.",
            List.of("bstart", "bend"), List.of("path", "bstart", "bend"),
            i32("callee_bstart", "Start of the callee."),
            i32("callee_bend", "End of the callee."),
            i32OrNull("callee_name_bstart", "Start of the callee's last identifier; NULL when it has none."),
            i32OrNull("callee_name_bend", "End of the callee's last identifier."),
            str("callee_shape", "NAME / ATTRIBUTE / SUBSCRIPT / OTHER."),
            str("callee_text", "Source of the callee."),
            strOrNull("callee_dotted", "a.b.c, when the callee is names alone."),
            i32("arg_count", "Number of arguments: the next four together."),
            i32("positional_count", "Positional arguments without star."),
            i32("keyword_count", "Keyword arguments without `**`."),
            i32("star_arg_count", "Arguments with `*`."),
            i32("star_kwarg_count", "Arguments with `**`."),
            Column.required("callee_qnames", QUALIFIED_NAMES, "Qualified names that the callee may have."),
            strings("callee_fqns", "The same as names of the whole program."),
            BLOCK_ID, POS, ATTRS);

    public static final Dataset DEFS = fact("cst_defs_v1", "Functions and classes.",
            List.of("kind", "bstart", "bend"), List.of("path", "bstart", "bend"),
            strOrNull("container_def_kind", "Kind of the nearest definition around; NULL when there is none."),
            i32OrNull("container_def_bstart", "Start of the nearest definition around."),
            i32OrNull("container_def_bend", "End of the nearest definition around."),
            str("kind", "function / async_function / class."),
            str("name", "Name of the function or class."),
            str("binding_name", "The name after class-private mangling."),
            i32("name_bstart", "Start of the name."),
            i32("name_bend", "End of the name."),
            Column.required("qnames", QUALIFIED_NAMES, "Qualified names."),
            strings("def_fqns", "Qualified names behind the module's."),
            i32("decorator_count", "Number of decorators."),
            i32OrNull("param_count", "Number of parameters; NULL for classes."),
            BLOCK_ID,
            i32("body_block_id", "Scope of the body."),
            POS, ATTRS);

    public static final Dataset TYPE_EXPRS = fact("cst_type_exprs_v1", "Annotations, bounds, defaults and aliased types.",
            List.of("bstart", "bend"), List.of("path", "bstart", "bend"),
            strOrNull("owner_def_kind", "Kind of the definition that it belongs to; NULL at module level."),
            OWNER_BSTART, OWNER_BEND,
            strOrNull("param_name", "The parameter, or the annotated target's text; NULL for a returned value."),
            str("expr_kind", "annotation / type_param / type_alias."),
            str("expr_role", "param / return / variable / bound / default / alias_value."),
            str("expr_text", "Source of the expression."),
            POS);

    public static final Dataset DOCSTRINGS = fact("cst_docstrings_v1", "Docstrings that are not empty.",
            List.of("bstart", "bend"), List.of("path", "bstart", "bend"),
            str("owner_kind", "module / class / function / async_function."),
            OWNER_BSTART, OWNER_BEND,
            str("docstring", "The constant's value, not dedented."),
            POS);

    public static final Dataset DECORATORS = fact("cst_decorators_v1", "Decorators.",
            List.of("bstart", "bend"), List.of("path", "bstart", "bend"),
            str("owner_kind", "class / function / async_function."),
            i32("owner_def_bstart", "Start of the decorated definition."),
            i32("owner_def_bend", "End of the decorated definition."),
            str("decorator_text", "Source of the expression, without the at-sign."),
            i32("decorator_index", "Place among the definition's decorators, from 0."),
            POS);

    public static final Dataset CALL_ARGS = fact("cst_call_args_v1", "Arguments of calls.",
            List.of("call_bstart", "call_bend", "arg_index"), List.of("path", "bstart", "bend"),
            i32("call_bstart", "Start of the call."),
            i32("call_bend", "End of the call."),
            i32("arg_index", "Place among the arguments as written, from 0."),
            strOrNull("keyword", "Name before `=`."),
            str("star", "Empty, `*` or `**`."),
            str("arg_text", "Source of the value."),
            POS);

    public static final Dataset MATCHES = fact("cst_matches_v1", "Nodes that the run's matcher templates match.",
            List.of("template", "match_index"), List.of("path", "template", "match_index"),
            str("template", "Name of the template."),
            i32("match_index", "Place among the template's matches in the file, from 0."),
            i32("cst_id", "Node in cst_nodes_v1."),
            str("kind", "LibCST's class name."),
            strOrNull("text", "Source of the node; NULL behind 16 MiB of a file's matches."),
            POS);

    static final List<Dataset> ALL = List.of(FILES, NODES, TOKENS, TRIVIA, PARSE_ERRORS, REFS, IMPORTS, CALLSITES, DEFS,
            TYPE_EXPRS, DOCSTRINGS, DECORATORS, CALL_ARGS, MATCHES);

    private CstDatasets() {}

    /// MD5 over the schemas of all tables of the family.
    public static String familyFingerprint() {
        StringBuilder text = new StringBuilder();
        ALL.forEach(dataset -> text.append(dataset.schemaFingerprint()).append('\n'));
        return StableId.md5Hex(text.toString());
    }

    private static Dataset fact(String name, String meaning, List<String> key, List<String> order, Object... elements) {
        return Dataset.fact(name, Stage.CORE, FAMILY, "cst", meaning, key, order,
                columns(FACT_TABLE, columns(elements)));
    }
}
