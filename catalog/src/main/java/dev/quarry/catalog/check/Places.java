package dev.quarry.catalog.check;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.Dataset.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Invariants of positions, for every dataset that has some.
final class Places {
    /// Prefixes of spans that lie in another file than the row's own.
    private static final List<String> ELSEWHERE = List.of("target_");

    private Places() {}

    static List<Invariant> of(Catalog catalog) {
        List<Invariant> all = new ArrayList<>();
        for (Dataset dataset : catalog.datasets()) {
            if (dataset.family() == null || dataset.role() != Role.FACT) {
                continue;
            }
            List<String> spans = prefixes(dataset, "bstart", "bend");
            if (!spans.isEmpty()) {
                all.add(span(dataset, spans));
            }
            List<String> positions = prefixes(dataset, "bstart", "line");
            positions.removeIf(prefix -> prefixes(dataset, "bend", "end_col").stream().noneMatch(prefix::equals));
            if (!positions.isEmpty()) {
                all.add(lines(dataset, positions));
            }
        }
        return all;
    }

    /// What stands before two names that a dataset has columns of, e.g. `name_` of `name_bstart` and `name_bend`.
    private static List<String> prefixes(Dataset dataset, String first, String second) {
        List<String> names = dataset.columns().stream().map(Column::name).toList();
        return names.stream().filter(name -> name.endsWith(first))
                .map(name -> name.substring(0, name.length() - first.length()))
                .filter(prefix -> names.contains(prefix + second) && !ELSEWHERE.contains(prefix))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Invariant span(Dataset dataset, List<String> prefixes) {
        String wrong = prefixes.stream().map(prefix -> ("n.%1$sbstart < 0 OR n.%1$sbstart > n.%1$sbend"
                + " OR n.%1$sbend > f.size_bytes OR (n.%1$sbstart IS NULL) <> (n.%1$sbend IS NULL)").formatted(prefix))
                .collect(Collectors.joining(" OR "));
        String shown = prefixes.stream().map(prefix -> ", n." + prefix + "bstart, n." + prefix + "bend")
                .collect(Collectors.joining());
        return new Invariant("span", dataset.name(), "Spans start before they end and lie within the file.",
                "SELECT n." + dataset.pathColumn() + shown + ", f.size_bytes FROM " + dataset.name() + " AS n JOIN "
                        + Files.withSize(dataset.family()) + " AS f ON f.file_id = n." + Files.idColumn(dataset)
                        + " WHERE " + wrong);
    }

    private static Invariant lines(Dataset dataset, List<String> prefixes) {
        // Only the file's end may lie on a line that the index does not have: the one after the last line break.
        List<String> joins = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (String prefix : prefixes) {
            for (String end : List.of("", "end_")) {
                String offset = "n." + prefix + (end.isEmpty() ? "bstart" : "bend");
                String line = "n." + prefix + end + "line";
                String column = "n." + prefix + end + "col";
                String index = "l" + joins.size();
                joins.add(" LEFT JOIN lines AS " + index + " ON " + index + ".file_id = n.file_id AND " + index
                        + ".line_no = " + line + " - 1");
                wrong.add(offset + " IS NOT NULL AND coalesce(" + index + ".line_start_byte, CASE WHEN " + column
                        + " = 0 THEN f.size_bytes END, -1) + " + column + " <> " + offset + " AND (" + offset + " <> 0"
                        + " OR "
                        + line + " <> 1 OR " + column + " <> 0)");
                wrong.add("(" + offset + " IS NULL) <> (" + line + " IS NULL OR " + column + " IS NULL)");
                shown.addAll(List.of(offset, line, column));
            }
        }
        String files = "WITH files AS (SELECT f.file_id, r.size_bytes, r.file_sha256 FROM " + dataset.family()
                + " AS f JOIN repo_files_v1 AS r USING (file_id, file_sha256) WHERE r.encoding IN ('utf-8',"
                + " 'utf-8-sig')"
                + " AND r.repo IN " + Files.coveredRepositories("file_line_index_v1") + "), lines AS (SELECT l.file_id,"
                + " l.line_no, l.line_start_byte FROM file_line_index_v1 AS l JOIN files USING (file_id, file_sha256))"
                + " ";
        return new Invariant("line", dataset.name(), "Lines and columns say the same as offsets, in files in UTF-8."
                + " Column 0 of line 1 is behind a byte order mark, for what begins behind it, and before it.",
                files + "SELECT n.path, " + String.join(", ", shown) + " FROM " + dataset.name()
                        + " AS n JOIN files AS f ON f.file_id = n.file_id" + String.join("", joins) + " WHERE "
                        + String.join(" OR ", wrong));
    }
}
