package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.ATTRS;
import static dev.quarry.catalog.Bundles.FACT_TABLE;
import static dev.quarry.catalog.Bundles.FILE_TABLE;
import static dev.quarry.catalog.Bundles.OPTIONAL_POS;
import static dev.quarry.catalog.Bundles.POS;
import static dev.quarry.catalog.Bundles.bool;
import static dev.quarry.catalog.Bundles.columns;
import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.i32OrNull;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strings;

import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.Dataset.Stage;
import java.util.List;

/// The family of symbol tables: one row per file in [#FILES], facts in the other tables.
public final class SymtableDatasets {
    private static final String FAMILY = "symtable_files_v1";

    private static final Column BLOCK_ID = i32("block_id",
            "Scope: preorder number in its file, from 0, children as CPython creates them.");

    /// How each file was read; the parse_manifest of the nested shape.
    static final List<Column> PARSE_MANIFEST = List.of(
            str("compile_type", "exec."),
            str("feature_version", "Grammar accepted, e.g. 3.12."),
            str("python_version_source", "option / requires_python / classifiers / python_version_file / default."),
            str("reference_python", "Release whose symbol tables are reproduced."),
            str("parser_version", "Version of the parser that read the file."),
            str("parse_status", "ok / recovered (errors, partial facts) / failed (no facts)."));

    /// The names of a function by where they live; the function_partitions of the nested shape. Empty for other blocks.
    static final List<Column> FUNCTION_PARTITIONS = List.of(
            strings("parameters", "Parameters in the order in which CPython declares them: `*args` and `**kwargs` last."),
            strings("locals", "Names that live in the function, parameters included, sorted."),
            strings("globals", "Global and builtin names, sorted."),
            strings("nonlocals", "Names that are declared nonlocal, sorted."),
            strings("frees", "Names that live in a function around, sorted."));

    /// What a symbol is, as `symtable.Symbol` tells it; in the order of the nested shape.
    static final List<Column> SYMBOL_FLAGS = List.of(
            bool("is_referenced", "The block reads the name."),
            bool("is_imported", "An import binds it."),
            bool("is_parameter", "It is a parameter."),
            bool("is_type_parameter", "It is a type parameter."),
            bool("is_global", "It is global or builtin, or bound by the module itself."),
            bool("is_nonlocal", "It is declared nonlocal."),
            bool("is_declared_global", "It is declared global, here or around."),
            bool("is_local", "It lives in the block."),
            bool("is_annotated", "It is an annotated variable."),
            bool("is_free", "It lives in a function around."),
            bool("is_assigned", "An assignment, a definition or the like binds it."),
            bool("is_namespace", "A block within bears its name."));

    public static final Dataset FILES = new Dataset(FAMILY, Stage.CORE, Role.FILE, FAMILY, "symtable",
            "Symbol tables: one row per parsed file, with how it was read.",
            columns(FILE_TABLE, PARSE_MANIFEST, ATTRS),
            List.of("file_id"), List.of("file_id", "path"), List.of("repo", "path"));

    public static final Dataset SCOPES = fact("symtable_scopes_v1", "Blocks of the symbol table: scopes of names.",
            List.of("block_id"), List.of("path", "block_id"),
            BLOCK_ID,
            i32OrNull("parent_block_id", "Block around; NULL for the module."),
            str("block_type", "MODULE / FUNCTION (lambdas and comprehensions, too) / CLASS / ANNOTATION / TYPE_ALIAS"
                    + " / TYPE_PARAMETERS / TYPE_VARIABLE."),
            str("name", "Name of the block: top, lambda, listcomp, genexpr, or the definition's."),
            str("qualpath", "Names of the blocks from the module to this one, joined by `::`; `#2` and so on after a"
                    + " name that an earlier block of the same parent has."),
            i32("ast_id", "Node that opens the block."),
            str("node_kind", "Class of that node."),
            str("scope_role", "runtime for MODULE, FUNCTION and CLASS, else type_meta."),
            bool("is_meta_scope", "scope_role is type_meta."),
            bool("is_nested", "Within a function, at any depth."),
            bool("is_optimized", "Its locals are fast: a FUNCTION."),
            bool("has_children", "There are blocks within."),
            bool("is_inlined", "A comprehension that the reference Python runs in its parent's frame."),
            POS,
            FUNCTION_PARTITIONS,
            strings("class_methods", "Functions that the body of a CLASS binds, in order."));

    public static final Dataset REGIONS = fact("symtable_scope_regions_v1",
            "Ranges of bytes whose names a block evaluates or binds, those of the blocks within included.",
            List.of("block_id", "bstart"), List.of("path", "block_id", "bstart"),
            BLOCK_ID, POS.subList(0, 2));

    public static final Dataset SYMBOLS = fact("symtable_symbols_v1", "Names of each block, and what it does with them.",
            List.of("block_id", "name"), List.of("path", "block_id", "name"),
            BLOCK_ID,
            str("name", "The name, mangled as the compiler does."),
            SYMBOL_FLAGS,
            bool("is_synthetic", "The compiler invented the name, or merged it in from an inlined comprehension."),
            i32("namespace_count", "Number of blocks within that bear its name."),
            Column.required("namespace_block_ids", new ColumnType.ListOf(ColumnType.Scalar.INT32), "Those blocks."));

    public static final Dataset ERRORS = fact("symtable_errors_v1",
            "Why CPython's symtable refuses a file.",
            List.of("bstart", "bend", "error_type", "message"), List.of("path", "bstart", "bend"),
            str("error_type", "CPython's exception class, or LimitError."),
            str("message", "The error's message."),
            str("stage", "decode / tokenize / parse / compile / limit, or symbols for errors of the symbol table."),
            OPTIONAL_POS);

    static final List<Dataset> ALL = List.of(FILES, SCOPES, REGIONS, SYMBOLS, ERRORS);

    private SymtableDatasets() {}

    private static Dataset fact(String name, String meaning, List<String> key, List<String> order, Object... elements) {
        return Dataset.fact(name, Stage.CORE, FAMILY, "symtable", meaning, key, order,
                columns(FACT_TABLE, columns(elements)));
    }
}
