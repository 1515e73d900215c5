package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.check.Invariant;
import dev.quarry.session.InvariantResult.Status;
import java.util.ArrayList;
import java.util.List;

/// Runs invariants over what a session shows.
public final class InvariantCheck {
    private final Session session;
    private final int examples;

    /// @param examples how many rows of a violation to keep
    public InvariantCheck(Session session, int examples) {
        this.session = session;
        this.examples = examples;
    }

    /// Runs one. It is skipped when the store lacks a dataset that it needs.
    ///
    /// @throws QueryException if a table can't be read
    public InvariantResult run(Invariant invariant) {
        long start = System.nanoTime();
        List<String> missing = invariant.datasets(Catalog.standard()).stream().map(Dataset::name)
                .filter(name -> session.snapshot().table(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return new InvariantResult(invariant, Status.SKIPPED, 0, List.of(), missing, 0);
        }
        // Which rows are examples doesn't depend on the order in which threads find them.
        String sql = "SELECT count(*), unnest(coalesce(min(CAST(to_json(violation) AS VARCHAR), " + examples + "),"
                + " [NULL]))"
                + " FROM (" + invariant.sql() + ") AS violation";
        long violations = 0;
        List<String> rows = new ArrayList<>();
        try (ResultChunks chunks = session.stream(sql)) {
            while (chunks.next()) {
                for (int row = 0; row < chunks.rows(); row++) {
                    violations = chunks.getLong(0, row);
                    if (!chunks.isNull(1, row)) {
                        rows.add(chunks.getString(1, row));
                    }
                }
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new InvariantResult(invariant, violations == 0 ? Status.OK : Status.VIOLATION, violations, rows,
                List.of(),
                millis);
    }
}
