package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.LineTable.ColumnUnit;
import dev.quarry.syntax.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Rows of `cst_parse_errors_v1`, by position; errors without one come last.
final class ParseErrorRows extends PositionedRows {
    private static final Comparator<Diagnostic> BY_POSITION = Comparator
            .comparingInt((Diagnostic diagnostic) -> diagnostic.start() < 0 ? Integer.MAX_VALUE : diagnostic.start())
            .thenComparingInt(Diagnostic::end);

    private final DictionaryColumn errorType = rows.dictionary("error_type");
    private final StringColumn message = rows.strings("message");
    private final DictionaryColumn stage = rows.dictionary("stage");
    private final IntColumn editorColumn = rows.ints("editor_column");
    private final StringColumn context = rows.strings("context");
    private final IntColumn skippedStart = rows.ints("skipped_bstart");
    private final IntColumn skippedEnd = rows.ints("skipped_bend");
    private final MapColumn meta = rows.map("meta");

    ParseErrorRows() {
        super(CstDatasets.PARSE_ERRORS);
    }

    /// @param source null for a file that was not parsed, whose diagnostics have no place
    void add(SourceText source, List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return;
        }
        List<Diagnostic> ordered = new ArrayList<>(diagnostics);
        ordered.sort(BY_POSITION);
        identity(ordered.size());
        for (Diagnostic diagnostic : ordered) {
            errorType.add(diagnostic.errorType());
            message.add(Texts.storable(diagnostic.message()));
            stage.add(diagnostic.stage().label());
            skippedStart.addNull();
            skippedEnd.addNull();
            meta.addEmpty();
            positions.add(diagnostic);
            if (diagnostic.start() < 0) {
                editorColumn.addNull();
                context.addNull();
            } else {
                editorColumn.add(source.lines().column(diagnostic.start(), ColumnUnit.CODE_POINT) + 1);
                context.add(context(source, diagnostic.start()));
            }
        }
    }

    /// The line of an offset and below it a caret; of a long line only the beginning, and no caret behind that.
    private static String context(SourceText source, int offset) {
        int start = source.lineStart(source.line0(offset));
        String line = Texts.line(source, offset);
        if (offset > Texts.lineEnd(source, offset)) {
            return line;
        }
        String before = new String(source.utf8(), start, offset - start, StandardCharsets.UTF_8);
        StringBuilder caret = new StringBuilder(line).append('\n');
        before.codePoints().forEach(c -> caret.append(c == '\t' || c == '\f' ? (char) c : ' '));
        return caret.append('^').toString();
    }
}
