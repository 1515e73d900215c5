package dev.quarry.extract.cst;

import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.facts.Definitions;

/// The columns that say which definition a fact belongs to: its kind and span.
final class OwnerColumns {
    private final DictionaryColumn kind;
    private final IntColumn start;
    private final IntColumn end;

    /// @param span prefix of the span's columns
    OwnerColumns(BatchBuilder rows, String kind, String span) {
        this.kind = rows.dictionary(kind);
        this.start = rows.ints(span + "_bstart");
        this.end = rows.ints(span + "_bend");
    }

    /// @param definition of [Definitions], -1 for none
    void add(FileContext file, int definition) {
        if (definition < 0) {
            kind.addNull();
            addNoSpan();
            return;
        }
        Definitions definitions = file.facts().definitions();
        kind.add(FileContext.label(definitions.kind(definition)));
        start.add(file.source().rawOffset(definitions.start(definition)));
        end.add(file.source().rawOffset(definitions.end(definition)));
    }

    /// The module is the owner, which has a kind and no span.
    void addModule() {
        kind.add("module");
        addNoSpan();
    }

    private void addNoSpan() {
        start.addNull();
        end.addNull();
    }
}
