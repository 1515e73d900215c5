package dev.quarry.extract.symtable;

import dev.quarry.catalog.SymtableDatasets;
import dev.quarry.extract.rows.FactRows;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.ListColumn;
import dev.quarry.syntax.symtable.Namespaces;
import dev.quarry.syntax.symtable.SymbolFlags;
import dev.quarry.syntax.symtable.SymbolProperties;
import dev.quarry.syntax.symtable.SymbolScope;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.Arrays;

/// Rows of `symtable_symbols_v1`: the symbols of each scope by name.
final class SymbolRows extends FactRows {
    private static final int UNKNOWN = -1;

    private final IntColumn blockId = rows.ints("block_id");
    private final DictionaryColumn name = rows.dictionary("name");
    private final BoolColumn isReferenced = rows.bools("is_referenced");
    private final BoolColumn isImported = rows.bools("is_imported");
    private final BoolColumn isParameter = rows.bools("is_parameter");
    private final BoolColumn isTypeParameter = rows.bools("is_type_parameter");
    private final BoolColumn isGlobal = rows.bools("is_global");
    private final BoolColumn isNonlocal = rows.bools("is_nonlocal");
    private final BoolColumn isDeclaredGlobal = rows.bools("is_declared_global");
    private final BoolColumn isLocal = rows.bools("is_local");
    private final BoolColumn isAnnotated = rows.bools("is_annotated");
    private final BoolColumn isFree = rows.bools("is_free");
    private final BoolColumn isAssigned = rows.bools("is_assigned");
    private final BoolColumn isNamespace = rows.bools("is_namespace");
    private final BoolColumn isSynthetic = rows.bools("is_synthetic");
    private final IntColumn namespaceCount = rows.ints("namespace_count");
    private final ListColumn namespaceBlockIds = rows.list("namespace_block_ids");

    private int[] nameEntries = new int[256];

    SymbolRows() {
        super(SymtableDatasets.SYMBOLS);
    }

    void add(SymbolTable table, Namespaces namespaces, NameOrder order) {
        identity(table.symbolCount());
        startNames(table.names().size());
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            int[] sorted = order.sorted(scope);
            for (int i = 0; i < table.endSymbol(scope) - table.firstSymbol(scope); i++) {
                add(table, namespaces, scope, sorted[i]);
            }
        }
    }

    private void add(SymbolTable table, Namespaces namespaces, int scope, int symbol) {
        int flags = table.symbolFlags(symbol);
        SymbolScope place = table.symbolScope(symbol);
        blockId.add(scope);
        name.add(nameEntry(table, table.symbolNameId(symbol)));
        isReferenced.add((flags & SymbolFlags.USE) != 0);
        isImported.add((flags & SymbolFlags.DEF_IMPORT) != 0);
        isParameter.add((flags & SymbolFlags.DEF_PARAM) != 0);
        isTypeParameter.add((flags & SymbolFlags.DEF_TYPE_PARAM) != 0);
        isGlobal.add(SymbolProperties.isGlobal(table, scope, symbol));
        isNonlocal.add((flags & SymbolFlags.DEF_NONLOCAL) != 0);
        isDeclaredGlobal.add(place == SymbolScope.GLOBAL_EXPLICIT);
        isLocal.add(SymbolProperties.isLocal(table, scope, symbol));
        isAnnotated.add((flags & SymbolFlags.DEF_ANNOT) != 0);
        isFree.add(place == SymbolScope.FREE);
        isAssigned.add((flags & SymbolFlags.DEF_LOCAL) != 0);
        isSynthetic.add(SymbolProperties.isSynthetic(table, symbol));
        int count = 0;
        for (int named = namespaces.first(symbol); named != SymbolTable.NONE; named = namespaces.next(named)) {
            namespaceBlockIds.ints().add(named);
            count++;
        }
        namespaceBlockIds.endList();
        namespaceCount.add(count);
        isNamespace.add(count > 0);
    }

    private int nameEntry(SymbolTable table, int id) {
        int entry = nameEntries[id];
        if (entry == UNKNOWN) {
            entry = name.entry(table.names().text(id));
            nameEntries[id] = entry;
        }
        return entry;
    }

    private void startNames(int count) {
        if (nameEntries.length < count) {
            nameEntries = new int[Math.max(count, nameEntries.length * 2)];
        }
        Arrays.fill(nameEntries, 0, count, UNKNOWN);
    }
}
