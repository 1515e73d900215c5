package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.FactRows;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.TokenKind;
import java.util.Arrays;

/// Rows of `cst_tokens_v1`.
final class TokenRows extends FactRows {
    private static final int UNKNOWN = -1;

    private final DictionaryColumn kind = rows.dictionary("kind");
    private final IntColumn bstart = rows.ints("bstart");
    private final IntColumn bend = rows.ints("bend");
    /// Dictionary entries by kind, of this batch.
    private final int[] entries = new int[TokenKind.KW_FALSE];

    TokenRows() {
        super(CstDatasets.TOKENS);
    }

    void add(int tokenKind, int start, int end) {
        if (kind.size() == 0) {
            Arrays.fill(entries, UNKNOWN);
        }
        int entry = entries[tokenKind];
        if (entry == UNKNOWN) {
            entry = kind.entry(TokenKind.name(tokenKind));
            entries[tokenKind] = entry;
        }
        kind.add(entry);
        bstart.add(start);
        bend.add(end);
    }

    /// Ends a file of so many tokens.
    void endFile(int count) {
        identity(count);
    }
}
