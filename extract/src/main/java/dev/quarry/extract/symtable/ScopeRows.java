package dev.quarry.extract.symtable;

import dev.quarry.catalog.SymtableDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.symtable.ClassMethods;
import dev.quarry.syntax.symtable.Qualpaths;
import dev.quarry.syntax.symtable.ScopeFlags;
import dev.quarry.syntax.symtable.ScopeRegions;
import dev.quarry.syntax.symtable.ScopeType;
import dev.quarry.syntax.symtable.SymbolFlags;
import dev.quarry.syntax.symtable.SymbolProperties;
import dev.quarry.syntax.symtable.SymbolScope;
import dev.quarry.syntax.symtable.SymbolTable;

/// Rows of `symtable_scopes_v1`.
final class ScopeRows extends PositionedRows {
    private final IntColumn blockId = rows.ints("block_id");
    private final IntColumn parentBlockId = rows.ints("parent_block_id");
    private final DictionaryColumn blockType = rows.dictionary("block_type");
    private final DictionaryColumn name = rows.dictionary("name");
    private final StringColumn qualpath = rows.strings("qualpath");
    private final IntColumn astId = rows.ints("ast_id");
    private final DictionaryColumn nodeKind = rows.dictionary("node_kind");
    private final DictionaryColumn scopeRole = rows.dictionary("scope_role");
    private final BoolColumn isMetaScope = rows.bools("is_meta_scope");
    private final BoolColumn isNested = rows.bools("is_nested");
    private final BoolColumn isOptimized = rows.bools("is_optimized");
    private final BoolColumn hasChildren = rows.bools("has_children");
    private final BoolColumn isInlined = rows.bools("is_inlined");
    private final ListColumn parameters = rows.list("parameters");
    private final ListColumn locals = rows.list("locals");
    private final ListColumn globals = rows.list("globals");
    private final ListColumn nonlocals = rows.list("nonlocals");
    private final ListColumn frees = rows.list("frees");
    private final ListColumn classMethods = rows.list("class_methods");

    ScopeRows() {
        super(SymtableDatasets.SCOPES);
    }

    void add(SymbolTable table, ScopeRegions regions, Qualpaths paths, NameOrder order, AstTable ast) {
        int[] astIds = OpeningNodes.of(table, ast);
        identity(table.scopeCount());
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            ScopeType type = table.type(scope);
            boolean meta = isMeta(type);
            blockId.add(scope);
            if (scope == 0) {
                parentBlockId.addNull();
                positions.addWhole();
            } else {
                parentBlockId.add(table.parent(scope));
                positions.add(table.start(scope), end(table, regions, scope));
            }
            blockType.add(type.name());
            name.add(table.name(scope));
            qualpath.add(paths.of(scope));
            astId.add(astIds[scope]);
            nodeKind.add(ast.kind(astIds[scope]).pythonName());
            scopeRole.add(meta ? "type_meta" : "runtime");
            isMetaScope.add(meta);
            isNested.add(table.has(scope, ScopeFlags.NESTED));
            isOptimized.add(type == ScopeType.FUNCTION);
            hasChildren.add(table.subtreeEnd(scope) > scope + 1);
            isInlined.add(table.has(scope, ScopeFlags.COMP_INLINED));
            if (type == ScopeType.FUNCTION) {
                addPartitions(table, scope, order.sorted(scope));
            }
            if (type == ScopeType.CLASS) {
                ClassMethods.of(table, scope).forEach(classMethods.texts()::add);
            }
            parameters.endList();
            locals.endList();
            globals.endList();
            nonlocals.endList();
            frees.endList();
            classMethods.endList();
        }
    }

    private static boolean isMeta(ScopeType type) {
        return switch (type) {
            case MODULE, FUNCTION, CLASS -> false;
            case ANNOTATION, TYPE_ALIAS, TYPE_PARAMETERS, TYPE_VARIABLE -> true;
        };
    }

    /// The scope that a module's or class's annotations share ends with the last of them.
    private static int end(SymbolTable table, ScopeRegions regions, int scope) {
        int lastRegion = regions.endRegion(scope) - 1;
        return table.type(scope) == ScopeType.ANNOTATION && lastRegion >= regions.firstRegion(scope)
                ? Math.max(table.end(scope), regions.end(lastRegion)) : table.end(scope);
    }

    private void addPartitions(SymbolTable table, int scope, int[] sorted) {
        int first = table.firstSymbol(scope);
        int end = table.endSymbol(scope);
        for (int symbol = first; symbol < end; symbol++) {
            if (SymbolProperties.has(table, symbol, SymbolFlags.DEF_PARAM)) {
                add(parameters, table, symbol);
            }
        }
        for (int i = 0; i < end - first; i++) {
            int symbol = sorted[i];
            if (SymbolProperties.has(table, symbol, SymbolFlags.DEF_NONLOCAL)) {
                add(nonlocals, table, symbol);
            }
            SymbolScope place = table.symbolScope(symbol);
            switch (place) {
                case LOCAL, CELL -> add(locals, table, symbol);
                case GLOBAL_EXPLICIT, GLOBAL_IMPLICIT -> add(globals, table, symbol);
                case FREE -> add(frees, table, symbol);
                case UNKNOWN -> { }
            }
        }
    }

    private static void add(ListColumn list, SymbolTable table, int symbol) {
        if (!SymbolProperties.isSynthetic(table, symbol)) {
            list.texts().add(table.symbolName(symbol));
        }
    }
}
