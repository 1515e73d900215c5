package dev.quarry.extract;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.DataFile;
import dev.quarry.store.Snapshot;
import dev.quarry.store.TableVersion;
import java.util.Map;
import java.util.OptionalInt;

/// How many buckets a repository's rows get in each table: a power of two, about one per 4 MiB of Parquet, so that one
/// changed file rewrites little.
final class BucketPlan {
    private static final long BUCKET_BYTES = 4L << 20;
    private static final int MOST_BUCKETS = 1024;

    /// Of the tables with the most rows. They have the same number of buckets, although most have 0.3 to 0.6 bytes and one
    /// has 2.4: files come in the order of the largest number, and only tables with that number are written as they come.
    /// The rows of all others wait in a temporary file, which millions should not.
    private static final double MOST_ROWS = 1.3;

    /// Parquet bytes per byte of Python source, measured on CPython's standard library; tables that are not named are
    /// so small that one bucket does.
    private static final Map<String, Double> BYTES_PER_SOURCE_BYTE = Map.ofEntries(
            Map.entry("ast_nodes_v1", MOST_ROWS),
            Map.entry("cst_nodes_v1", MOST_ROWS),
            Map.entry("cst_tokens_v1", MOST_ROWS),
            Map.entry("cst_trivia_v1", MOST_ROWS),
            Map.entry("ast_calls_v1", 0.12),
            Map.entry("ast_defs_v1", 0.06),
            Map.entry("ast_docstrings_v1", 0.06),
            Map.entry("cst_refs_v1", MOST_ROWS),
            Map.entry("name_resolution_v1", MOST_ROWS),
            Map.entry("call_resolution_v1", 0.09),
            Map.entry("symtable_scopes_v1", 0.14),
            Map.entry("symtable_symbols_v1", 0.07),
            Map.entry("cst_callsites_v1", 0.33),
            Map.entry("cst_call_args_v1", 0.25),
            Map.entry("cst_defs_v1", 0.09),
            Map.entry("cst_docstrings_v1", 0.06),
            Map.entry("file_line_index_v1", 0.35),
            Map.entry("repo_file_blobs_v1", 0.5));

    private BucketPlan() {}

    /// @param base the run that is built on
    /// @param sourceBytes bytes of the repository's files in scope
    static int buckets(Dataset dataset, Snapshot base, String repoKey, long sourceBytes) {
        OptionalInt current = base.buckets(dataset, repoKey);
        if (current.isEmpty()) {
            return bucketsFor((long) (sourceBytes * BYTES_PER_SOURCE_BYTE.getOrDefault(dataset.name(), 0.0)));
        }
        long stored = base.table(dataset.name()).map(table -> bytes(table, repoKey)).orElse(0L);
        if (BYTES_PER_SOURCE_BYTE.getOrDefault(dataset.name(), 0.0) == MOST_ROWS) {
            stored = Math.max(stored, (long) (sourceBytes * MOST_ROWS));
        }
        int wanted = bucketsFor(stored);
        // A new count rewrites the repository's part of the table, so it must pay: half as many or twice as many stay.
        boolean far = wanted > current.getAsInt() * 2 || wanted * 4 < current.getAsInt();
        return far ? wanted : current.getAsInt();
    }

    private static long bytes(TableVersion table, String repoKey) {
        return table.files(repoKey).stream().mapToLong(DataFile::bytes).sum();
    }

    private static int bucketsFor(long bytes) {
        long wanted = Math.clamp((bytes + BUCKET_BYTES - 1) / BUCKET_BYTES, 1, MOST_BUCKETS);
        return wanted == 1 ? 1 : (int) (Long.highestOneBit(wanted - 1) << 1);
    }
}
