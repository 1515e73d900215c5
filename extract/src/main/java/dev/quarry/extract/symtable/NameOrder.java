package dev.quarry.extract.symtable;

import dev.quarry.syntax.symtable.SymbolNames;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Sorts the symbols of each scope by name. Names are compared once per file, then their ranks.
final class NameOrder {
    private final SymbolTable table;
    private final int[] ranks;
    private long[] keys = new long[64];
    private int[] sorted = new int[64];
    private int current = SymbolTable.NONE;

    NameOrder(SymbolTable table) {
        this.table = table;
        SymbolNames names = table.names();
        int[] order = IntStream.range(0, names.size()).boxed().sorted(names::compare).mapToInt(Integer::intValue)
                .toArray();
        ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
    }

    /// The scope's symbols by name, from index 0 on; what follows them in the array means nothing. Valid until the next
    /// call for another scope.
    int[] sorted(int scope) {
        if (scope == current) {
            return sorted;
        }
        current = scope;
        int first = table.firstSymbol(scope);
        int count = table.endSymbol(scope) - first;
        if (count > keys.length) {
            keys = new long[Math.max(count, keys.length * 2)];
            sorted = new int[keys.length];
        }
        for (int i = 0; i < count; i++) {
            keys[i] = (long) ranks[table.symbolNameId(first + i)] << 32 | first + i;
        }
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }
}
