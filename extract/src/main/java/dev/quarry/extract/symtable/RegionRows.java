package dev.quarry.extract.symtable;

import dev.quarry.catalog.SymtableDatasets;
import dev.quarry.extract.rows.FactRows;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.symtable.ScopeRegions;
import dev.quarry.syntax.symtable.SymbolTable;

/// Rows of `symtable_scope_regions_v1`.
final class RegionRows extends FactRows {
    private final IntColumn blockId = rows.ints("block_id");
    private final IntColumn start = rows.ints("bstart");
    private final IntColumn end = rows.ints("bend");

    RegionRows() {
        super(SymtableDatasets.REGIONS);
    }

    void add(SymbolTable table, ScopeRegions regions) {
        SourceText source = table.tree().source();
        identity(regions.regionCount());
        for (int scope = 0; scope < table.scopeCount(); scope++) {
            for (int region = regions.firstRegion(scope); region < regions.endRegion(scope); region++) {
                blockId.add(scope);
                // The module is the whole file, a byte order mark included.
                start.add(scope == 0 ? 0 : source.rawOffset(regions.start(region)));
                end.add(scope == 0 ? source.raw().length : source.rawOffset(regions.end(region)));
            }
        }
    }
}
