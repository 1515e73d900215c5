package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.SourceText;
import java.util.List;

/// Rows of `ast_errors_v1`, in the order of the diagnostics: the error that CPython reports comes first.
final class ErrorRows extends PositionedRows {
    private final IntColumn errorIndex = rows.ints("error_index");
    private final DictionaryColumn errorType = rows.dictionary("error_type");
    private final StringColumn message = rows.strings("message");
    private final DictionaryColumn stage = rows.dictionary("stage");
    private final StringColumn text = rows.strings("text");
    private final IntColumn skippedStart = rows.ints("skipped_bstart");
    private final IntColumn skippedEnd = rows.ints("skipped_bend");

    ErrorRows() {
        super(AstDatasets.ERRORS);
    }

    /// @param source null for a file that was not parsed, whose diagnostics have no place
    void add(SourceText source, List<Diagnostic> diagnostics) {
        identity(diagnostics.size());
        for (int i = 0; i < diagnostics.size(); i++) {
            Diagnostic diagnostic = diagnostics.get(i);
            errorIndex.add(i);
            errorType.add(diagnostic.errorType());
            message.add(Texts.storable(diagnostic.message()));
            stage.add(diagnostic.stage().label());
            skippedStart.addNull();
            skippedEnd.addNull();
            positions.add(diagnostic);
            if (diagnostic.start() < 0) {
                text.addNull();
            } else {
                text.add(Texts.line(source, diagnostic.start()));
            }
        }
    }
}
