package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.FactRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.LineCursor;
import dev.quarry.syntax.SourceText;
import dev.quarry.syntax.facts.TileReader;
import dev.quarry.syntax.facts.TriviaKind;

/// Rows of `cst_trivia_v1`.
final class TriviaRows extends FactRows {
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final IntColumn bstart = rows.ints("bstart");
    private final IntColumn bend = rows.ints("bend");
    private final IntColumn line = rows.ints("line");
    private final StringColumn text = rows.strings("text");
    private LineCursor lines;

    TriviaRows() {
        super(CstDatasets.TRIVIA);
    }

    /// Starts a file.
    void source(SourceText source) {
        lines = source.lineCursor();
    }

    void add(TileReader tile, int start, int end) {
        kind.add(tile.triviaKind().name());
        bstart.add(start);
        bend.add(end);
        line.add(lines.line0(tile.start()) + 1);
        if (tile.triviaKind() == TriviaKind.COMMENT) {
            Texts.addExcerpt(text, tile.tree().source(), tile.start(), tile.end());
        } else {
            text.addNull();
        }
    }

    /// Ends a file of so many pieces of trivia.
    void endFile(int count) {
        identity(count);
    }

    /// A file that could not be decoded.
    void addSkipped(int size) {
        identity(1);
        kind.add(TriviaKind.SKIPPED.name());
        bstart.add(0);
        bend.add(size);
        line.add(1);
        text.addNull();
    }
}
