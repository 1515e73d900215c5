package dev.quarry.store.batch;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import java.util.Set;

/// Decides which text columns travel dictionary-encoded.
///
/// Paths, ids, kinds and names repeat within a batch: rows then hold an index, and the writer hashes each different
/// text once. Texts that are mostly different would pay for the dictionary and gain nothing.
final class Encodings {
    private static final Set<String> PLAIN = Set.of("value", "text", "content", "docstring", "source", "message",
            "context", "detail", "sql", "logical_plan", "physical_plan", "qualpath", "value_text", "signature", "argrepr");
    private static final String[] PLAIN_ENDINGS = {"_text", "_source", "_repr", "_json"};

    /// Source excerpts that are names more often than not.
    private static final Set<String> REPEATING = Set.of("ref_text", "callee_text");

    private Encodings() {}

    static boolean isDictionary(Column column) {
        if (column.type() != ColumnType.Scalar.STRING || PLAIN.contains(column.name())) {
            return false;
        }
        if (REPEATING.contains(column.name())) {
            return true;
        }
        for (String ending : PLAIN_ENDINGS) {
            if (column.name().endsWith(ending)) {
                return false;
            }
        }
        return true;
    }
}
