package dev.quarry.extract.cst;

import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.symtable.ScopeType;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.Arrays;

/// The columns that say which scope evaluates a name: `scope_type`, `scope_name`, `scope_role`, `block_id`.
final class ScopeColumns {
    private static final int UNKNOWN = -1;

    private final DictionaryColumn type;
    private final DictionaryColumn name;
    private final DictionaryColumn role;
    private final IntColumn blockId;
    private final boolean described;
    private FileContext file;
    /// By scope of the file.
    private int[] typeEntries = new int[64];
    private int[] nameEntries = new int[64];
    private int[] roleEntries = new int[64];

    /// @param described whether rows say more of their scope than its number
    ScopeColumns(BatchBuilder rows, boolean described) {
        this.described = described;
        type = rows.dictionary("scope_type");
        name = rows.dictionary("scope_name");
        role = rows.dictionary("scope_role");
        blockId = rows.ints("block_id");
    }

    /// Starts a file.
    void file(FileContext next) {
        file = next;
        int scopes = next.symbols().scopeCount();
        if (typeEntries.length < scopes) {
            int capacity = Math.max(scopes, typeEntries.length * 2);
            typeEntries = new int[capacity];
            nameEntries = new int[capacity];
            roleEntries = new int[capacity];
        }
        Arrays.fill(typeEntries, 0, scopes, UNKNOWN);
    }

    /// Adds a row for a name at an offset of the parsed text; returns its scope.
    int add(int offset) {
        int block = file.blockAt(offset);
        if (typeEntries[block] == UNKNOWN) {
            SymbolTable symbols = file.symbols();
            ScopeType scopeType = symbols.type(block);
            typeEntries[block] = type.entry(described ? scopeType.name() : "");
            nameEntries[block] = name.entry(described ? symbols.name(block) : "");
            roleEntries[block] = role.entry(!described ? "" : switch (scopeType) {
                case MODULE, FUNCTION, CLASS -> "runtime";
                case ANNOTATION, TYPE_ALIAS, TYPE_PARAMETERS, TYPE_VARIABLE -> "type_meta";
            });
        }
        type.add(typeEntries[block]);
        name.add(nameEntries[block]);
        role.add(roleEntries[block]);
        blockId.add(block);
        return block;
    }
}
