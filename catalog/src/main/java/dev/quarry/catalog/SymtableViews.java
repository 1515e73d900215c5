package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.i32OrNull;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;
import static dev.quarry.catalog.ViewBuilder.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The views over the symbol tables' family that show its facts; for names and what they refer to see [BindingViews].
final class SymtableViews {
    private static final Dataset SCOPES = SymtableDatasets.SCOPES;
    private static final Dataset SYMBOLS = SymtableDatasets.SYMBOLS;
    private static final String SCOPE_ID =
            "stable_id('sym_scope', list_value(%1$sfile_id, %1$sblock_type, %1$squalpath))";
    private static final String PARTITIONS = "CASE WHEN block_type = 'FUNCTION' THEN "
            + ViewBuilder.struct(SymtableDatasets.FUNCTION_PARTITIONS) + " END";
    private static final Column PARTITIONS_COLUMN = Column.optional("function_partitions",
            new ColumnType.StructOf(SymtableDatasets.FUNCTION_PARTITIONS),
            "A function's names by where they live; NULL for other scopes.");
    static final Column SCOPE_ID_COLUMN = str("scope_id", "Id of the scope.");
    static final Column TABLE_ID_COLUMN =
            SCOPES.column("block_id").named("table_id");

    static final View SYMTABLE_SCOPES = scopes();
    static final View SYMTABLE_SYMBOLS = symbols();

    static final List<View> ALL = List.of(ViewBuilder.alias(SymtableDatasets.FILES), SYMTABLE_SCOPES, SYMTABLE_SYMBOLS,
            scopeEdges(), namespaceEdges(), functionPartitions(), classMethods(), symbolAttrs(), spanUnnest(),
            scopeRegions(), errors(), nested());

    private SymtableViews() {}

    /// The expression of a scope's id.
    ///
    /// @param alias of `symtable_scopes_v1` in the FROM clause, empty if it is the only relation there
    static String scopeId(String alias) {
        return SCOPE_ID.formatted(alias.isEmpty() ? "" : alias + ".");
    }

    private static View scopes() {
        return view("symtable_scopes", SCOPES.meaning(), SCOPES).key("scope_id")
                .columns("file_id", "path")
                .renamed("block_id", "table_id")
                .computed(SCOPE_ID_COLUMN, scopeId(""))
                .renamed("block_id", "scope_local_id").renamed("block_type", "scope_type")
                .computed(i32("scope_type_value", "Number of the scope type."), """
                        CASE block_type WHEN 'FUNCTION' THEN 0 WHEN 'CLASS' THEN 1 WHEN 'MODULE' THEN 2 \
                        WHEN 'ANNOTATION' THEN 3 WHEN 'TYPE_ALIAS' THEN 4 WHEN 'TYPE_PARAMETERS' THEN 5 ELSE 6 END""")
                .renamed("name", "scope_name").columns("qualpath")
                .computed(PARTITIONS_COLUMN, PARTITIONS)
                .columns("class_methods").renamed("line", "lineno").columns("is_meta_scope")
                .renamed("parent_block_id", "parent_table_id").build();
    }

    private static View symbols() {
        ViewBuilder view = view("symtable_symbols", SYMBOLS.meaning(), SYMBOLS).key("sym_symbol_id")
                .computed(SYMBOLS.column("file_id"), "symbols.file_id")
                .computed(SYMBOLS.column("path"), "symbols.path")
                .computed(TABLE_ID_COLUMN, "symbols.block_id")
                .computed(SCOPE_ID_COLUMN, scopeId("blocks"))
                .computed(SYMBOLS.column("name").named("symbol_name"), "symbols.name")
                .computed(str("sym_symbol_id", "Id of the symbol."),
                        "stable_id('sym_symbol', list_value(symbols.file_id, " + scopeId("blocks") + ", symbols.name))");
        for (Column flag : SymtableDatasets.SYMBOL_FLAGS) {
            view.computed(flag, "symbols." + flag.name());
        }
        return view.computed(SYMBOLS.column("namespace_count"), "symbols.namespace_count")
                .computed(SYMBOLS.column("namespace_block_ids"), "symbols.namespace_block_ids")
                .build("symtable_symbols_v1 AS symbols JOIN symtable_scopes_v1 AS blocks"
                        + " ON blocks.file_id = symbols.file_id AND blocks.block_id = symbols.block_id"
                        + " WHERE NOT symbols.is_synthetic", List.of(SYMBOLS.name(), SCOPES.name()));
    }

    private static View scopeEdges() {
        return view("symtable_scope_edges", "Scopes and the scopes around them.", SCOPES)
                .key("child_scope_id")
                .computed(SCOPES.column("file_id"), "child.file_id")
                .computed(SCOPES.column("path"), "child.path")
                .computed(i32OrNull("parent_table_id", "Scope around; NULL for the module."), "child.parent_block_id")
                .computed(i32("child_table_id", "The scope."), "child.block_id")
                .computed(strOrNull("parent_scope_id", "Id of the scope around; NULL for the module."),
                        "CASE WHEN parent.block_id IS NOT NULL THEN " + scopeId("parent") + " END")
                .computed(str("child_scope_id", "Id of the scope."), scopeId("child"))
                .build("symtable_scopes_v1 AS child LEFT JOIN symtable_scopes_v1 AS parent"
                        + " ON parent.file_id = child.file_id AND parent.block_id = child.parent_block_id");
    }

    private static View namespaceEdges() {
        return view("symtable_namespace_edges", "Symbols and the scopes that bear their names.", SYMTABLE_SYMBOLS)
                .key("scope_id", "symbol_name", "child_table_id")
                .computed(SCOPES.column("file_id"), "named.file_id")
                .computed(SCOPES.column("path"), "named.path")
                .computed(SCOPE_ID_COLUMN, "named.scope_id")
                .computed(SYMBOLS.column("name").named("symbol_name"), "named.symbol_name")
                .computed(i32("child_table_id", "Scope that bears the name."), "named.child_table_id")
                .computed(str("child_scope_id", "Id of that scope."), scopeId("child"))
                .computed(SYMBOLS.column("namespace_count"), "named.namespace_count")
                .build("(SELECT file_id, path, scope_id, symbol_name, namespace_count,"
                        + " each_element(namespace_block_ids) AS child_table_id FROM symtable_symbols) AS named"
                        + " JOIN symtable_scopes_v1 AS child"
                        + " ON child.file_id = named.file_id AND child.block_id = named.child_table_id",
                        List.of(SYMTABLE_SYMBOLS.name(), SCOPES.name()));
    }

    private static View functionPartitions() {
        return view("symtable_function_partitions", "Names of functions by where they live.", SCOPES)
                .key("scope_id")
                .columns("file_id", "path").computed(SCOPE_ID_COLUMN, scopeId("")).renamed("name", "scope_name")
                .columns(SymtableDatasets.FUNCTION_PARTITIONS.stream().map(Column::name).toArray(String[]::new))
                .build("symtable_scopes_v1 WHERE block_type = 'FUNCTION'");
    }

    private static View classMethods() {
        return view("symtable_class_methods", "Functions that classes bind in their bodies.", SCOPES)
                .key("scope_id", "method_name")
                .columns("file_id", "path").computed(SCOPE_ID_COLUMN, "scope_id").renamed("name", "scope_name")
                .computed(str("method_name", "Name of the function."), "method_name")
                .build("(SELECT file_id, path, " + scopeId("") + " AS scope_id, name,"
                        + " each_element(class_methods) AS method_name FROM symtable_scopes_v1) AS methods");
    }

    private static View symbolAttrs() {
        List<String> keys = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Column flag : SymtableDatasets.SYMBOL_FLAGS) {
            keys.add("'" + flag.name() + "'");
            texts.add("CASE WHEN " + flag.name() + " THEN 'true' END");
        }
        keys.add("'namespace_count'");
        texts.add("CASE WHEN namespace_count > 0 THEN CAST(namespace_count AS STRING) END");
        return view("symtable_symbol_attrs", "What is true of each symbol.", SYMTABLE_SYMBOLS)
                .columns("file_id", "path", "scope_id", "symbol_name")
                .computed(str("attr_key", "Name of the flag, or namespace_count."), "entry.key")
                .computed(strOrNull("attr_value", "true, or the count."), "entry.value")
                .build("(SELECT file_id, path, scope_id, symbol_name, each_entry(text_map(list_value("
                        + String.join(", ", keys) + "), list_value(" + String.join(", ", texts)
                        + "))) AS entry FROM symtable_symbols) AS entries");
    }

    private static View spanUnnest() {
        return view("symtable_span_unnest", "Spans of the constructs that open scopes.", SCOPES)
                .columns("file_id", "path", "bstart", "bend").span()
                .computed(str("col_unit", "Unit of columns."), "'byte'").build();
    }

    private static View scopeRegions() {
        Dataset regions = SymtableDatasets.REGIONS;
        return view("symtable_scope_regions", regions.meaning(), regions).key("scope_id", "bstart")
                .computed(regions.column("file_id"), "regions.file_id")
                .computed(regions.column("path"), "regions.path")
                .computed(TABLE_ID_COLUMN, "regions.block_id")
                .computed(SCOPE_ID_COLUMN, scopeId("blocks"))
                .computed(regions.column("bstart"), "regions.bstart")
                .computed(regions.column("bend"), "regions.bend")
                .build("symtable_scope_regions_v1 AS regions JOIN symtable_scopes_v1 AS blocks"
                        + " ON blocks.file_id = regions.file_id AND blocks.block_id = regions.block_id",
                        List.of(regions.name(), SCOPES.name()));
    }

    private static View errors() {
        return view("symtable_errors", SymtableDatasets.ERRORS.meaning(), SymtableDatasets.ERRORS)
                .columns("file_id", "path", "error_type", "message", "stage").renamed("line", "lineno")
                .renamed("col", "col_offset").renamed("end_line", "end_lineno").renamed("end_col", "end_col_offset")
                .columns("bstart", "bend").build();
    }

    private static View nested() {
        List<String> owner = List.of("block_id");
        NestedView.Facts regions = NestedView.Facts.within(owner, "regions", SymtableDatasets.REGIONS);
        NestedView.Facts symbols = NestedView.Facts.within(owner, "symbols", SYMBOLS);
        List<Column> partitions = SymtableDatasets.FUNCTION_PARTITIONS;
        List<View.Output> block = new ArrayList<>();
        for (Column column : NestedView.elementColumns(SCOPES)) {
            if (column.equals(partitions.getFirst())) {
                block.add(regions.output());
                block.add(new View.Output(PARTITIONS_COLUMN, PARTITIONS));
            }
            if (!partitions.contains(column)) {
                block.add(new View.Output(column, "element." + column.name()));
            }
        }
        block.add(symbols.output());
        return NestedView.of("symtable_files_nested", "One record per file, with its scopes and symbols as lists.",
                SymtableDatasets.FILES, Map.of("parse_manifest", SymtableDatasets.PARSE_MANIFEST), List.of(
                        NestedView.Facts.of("blocks", SCOPES).with(block, List.of(regions, symbols)),
                        NestedView.Facts.of("errors", SymtableDatasets.ERRORS)));
    }
}
