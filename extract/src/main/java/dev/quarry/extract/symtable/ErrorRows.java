package dev.quarry.extract.symtable;

import dev.quarry.catalog.SymtableDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.symtable.SymbolTable;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Rows of `symtable_errors_v1` by place; errors without place come last.
final class ErrorRows extends PositionedRows {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator
            .comparing((Diagnostic diagnostic) -> diagnostic.start() < 0).thenComparing(Diagnostic::start)
            .thenComparing(Diagnostic::end);

    private final DictionaryColumn errorType = rows.dictionary("error_type");
    private final StringColumn message = rows.strings("message");
    private final DictionaryColumn stage = rows.dictionary("stage");

    ErrorRows() {
        super(SymtableDatasets.ERRORS);
    }

    /// @param table null for a file that was not parsed
    void add(List<Diagnostic> diagnostics, SymbolTable table) {
        if (diagnostics.isEmpty()) {
            return;
        }
        Set<Diagnostic> ofSymbols = Collections.newSetFromMap(new IdentityHashMap<>());
        if (table != null) {
            ofSymbols.addAll(table.diagnostics());
        }
        identity(diagnostics.size());
        for (Diagnostic diagnostic : diagnostics.stream().sorted(BY_PLACE).toList()) {
            errorType.add(diagnostic.errorType());
            message.add(Texts.storable(diagnostic.message()));
            stage.add(ofSymbols.contains(diagnostic) ? "symbols" : diagnostic.stage().label());
            positions.add(diagnostic);
        }
    }
}
