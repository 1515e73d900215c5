package dev.quarry.extract.cst;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

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
            addText(tile.tree().source(), tile.start(), tile.end());
        } else {
            text.addNull();
        }
    }

    /// CPython does not mind bytes in a comment that are no UTF-8; then there is no text.
    private void addText(SourceText source, int start, int end) {
        int kept = Texts.cut(source.utf8(), start, end - start, Texts.MAX_TEXT_BYTES);
        if (source.isWellFormed()) {
            text.add(source.utf8(), start, kept);
            return;
        }
        try {
            text.add(UTF_8.newDecoder().decode(ByteBuffer.wrap(source.utf8(), start, kept)).toString());
        } catch (CharacterCodingException e) {
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
