package dev.quarry.catalog.check;

import java.util.List;

/// Invariants of what covers files byte for byte.
///
/// Spans cover a file without gap or overlap exactly when the places where spans start, and the file's end, are the
/// places
/// where spans end, and the file's start: as often each. Sums of hashes compare that without sorting.
final class Tiles {
    private static final String PLACES_DIFFER =
            "sum(hash(%1$s)::HUGEINT) + any_value(hash(f.size_bytes::INT))::HUGEINT"
            + " <> sum(hash(%2$s)::HUGEINT) + hash(0::INT)::HUGEINT";

    private Tiles() {}

    static List<Invariant> all() {
        return List.of(tokens(), lines());
    }

    private static Invariant tokens() {
        return new Invariant("tiles", "cst_tokens_v1", "Tokens and trivia follow each other from the file's first byte"
                + " to"
                + " its last; of repositories with both.",
                "SELECT f.path, f.size_bytes, sum(t.bend - t.bstart) AS bytes FROM (SELECT c.file_id, c.path,"
                        + " r.size_bytes FROM"
                        + " libcst_files_v1 AS c JOIN repo_files_v1 AS r USING (file_id, file_sha256) WHERE c.repo IN "
                        + Files.repositoriesWith("tokens", "trivia") + " AND r.size_bytes > 0) AS f LEFT JOIN"
                        + " (SELECT file_id, bstart, bend FROM cst_tokens_v1 WHERE bstart <> bend UNION ALL"
                        + " SELECT file_id, bstart, bend FROM cst_trivia_v1) AS t USING (file_id) GROUP BY f.file_id,"
                        + " f.path,"
                        + " f.size_bytes HAVING count(t.bstart) = 0 OR " + PLACES_DIFFER.formatted("t.bstart",
                        "t.bend"));
    }

    private static Invariant lines() {
        return new Invariant("tiles", "file_line_index_v1", "Lines are as many as line_count says and follow each"
                + " other from"
                + " the file's first byte, behind a byte order mark, to its last; of repositories whose newest run"
                + " wrote the"
                + " dataset.",
                "SELECT f.path, f.size_bytes, f.line_count, count(l.line_no) AS lines FROM repo_files_v1 AS f LEFT JOIN"
                        + " file_line_index_v1 AS l USING (file_id, file_sha256) WHERE f.line_count > 0 AND f.repo IN "
                        + Files.coveredRepositories("file_line_index_v1") + " GROUP BY f.file_id, f.path, f.size_bytes,"
                        + " f.line_count, f.encoding HAVING lines <> f.line_count OR min(l.line_no) <> 0"
                        + " OR max(l.line_no) <> lines - 1 OR min(l.line_start_byte) <> CASE f.encoding WHEN"
                        + " 'utf-8-sig' THEN 3"
                        + " ELSE 0 END AND f.encoding IS NOT NULL OR "
                        + PLACES_DIFFER.formatted("CASE l.line_no WHEN 0 THEN 0 ELSE l.line_start_byte END",
                                "l.line_end_byte"));
    }
}
