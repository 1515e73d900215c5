package dev.quarry.extract.symtable;

import dev.quarry.extract.family.FamilyExtractor;
import dev.quarry.extract.family.ParsedFile;
import dev.quarry.extract.rows.ErrorLog;
import dev.quarry.extract.rows.FactRows;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.symtable.Namespaces;
import dev.quarry.syntax.symtable.Qualpaths;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns symbol tables into rows of their family.
final class SymtableExtractor implements FamilyExtractor {
    /// A file whose qualpaths have more characters, all taken together, is not stored.
    static final int MAX_QUALPATH_LENGTH = 1 << 26;

    private final SymtableFamily family;
    private final FileRows files;
    private final ScopeRows scopes = new ScopeRows();
    private final RegionRows regions = new RegionRows();
    private final SymbolRows symbols = new SymbolRows();
    private final ErrorRows errors = new ErrorRows();
    private final List<FactRows> facts = List.of(scopes, regions, symbols, errors);

    SymtableExtractor(SymtableFamily family) {
        this.family = family;
        this.files = new FileRows(family);
    }

    @Override
    public boolean add(ParsedFile file, ErrorLog log) {
        for (FactRows fact : facts) {
            fact.file(file.row(), file.tree());
        }
        SymbolTable table = file.symbols();
        List<Diagnostic> refusals = table.refusals();
        if (!file.isDecoded()) {
            errors.add(refusals, table);
            files.add(file.row(), file.parseStatus());
            return false;
        }
        Optional<Qualpaths> paths = Qualpaths.of(table, MAX_QUALPATH_LENGTH);
        if (paths.isEmpty()) {
            Diagnostic limit = new Diagnostic("LimitError", "the qualpaths of the file's scopes have more than "
                    + MAX_QUALPATH_LENGTH + " characters, as the scopes are nested too deeply",
                    Diagnostic.Stage.LIMIT, -1, -1);
            log.add(file.row().path(), family.fileTable().name(), limit.stage().label(), limit.errorType(),
                    limit.message(), null);
            refusals.add(limit);
            errors.add(refusals, table);
            files.add(file.row(), "failed");
            return true;
        }
        NameOrder order = new NameOrder(table);
        scopes.add(table, file.regions(), paths.get(), order, file.ast());
        regions.add(table, file.regions());
        symbols.add(table, Namespaces.of(table), order);
        errors.add(refusals, table);
        files.add(file.row(), file.parseStatus());
        return false;
    }

    @Override
    public void addUnparsed(FileRow file, Diagnostic reason) {
        errors.file(file);
        errors.add(List.of(reason), null);
        files.add(file, "failed");
    }

    @Override
    public List<ColumnBatch> build() {
        List<ColumnBatch> batches = new ArrayList<>();
        files.buildInto(batches);
        for (FactRows fact : facts) {
            fact.buildInto(batches);
        }
        return batches;
    }
}
