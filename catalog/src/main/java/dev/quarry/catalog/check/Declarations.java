package dev.quarry.catalog.check;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Invariants that follow from the declarations of datasets and views: keys are unique, required columns have values.
final class Declarations {
    /// Rows that may share the key of others.
    private static final Map<String, String> KEY_EXCEPTIONS = Map.of(
            // Several blocks end at the same place, each with a token without width.
            "cst_tokens_v1", "kind <> 'DEDENT'");

    private Declarations() {}

    static List<Invariant> of(Catalog catalog) {
        List<Invariant> all = new ArrayList<>();
        for (Dataset dataset : catalog.datasets()) {
            if (!dataset.primaryKey().isEmpty()) {
                all.add(key(dataset.name(), dataset.primaryKey()));
            }
        }
        for (View view : catalog.views()) {
            if (!view.primaryKey().isEmpty()) {
                all.add(key(view.name(), view.primaryKey()));
            }
        }
        for (Dataset dataset : catalog.datasets()) {
            all.add(required(dataset));
        }
        return all;
    }

    private static Invariant key(String relation, List<String> key) {
        String columns = String.join(", ", key);
        String exception = KEY_EXCEPTIONS.get(relation);
        String where = exception == null ? "" : " WHERE " + exception;
        // Grouping by a number needs a fraction of the memory of grouping by the columns. Equal numbers are looked at
        // again, as different columns may have them.
        return new Invariant("key", relation,
                "One row for each " + columns + (exception == null ? "" : "; where " + exception) + ".",
                "SELECT " + columns + ", count(*) AS rows FROM " + relation + (exception == null ? " WHERE " : where
                        + " AND ")
                        + "hash(" + columns + ") IN (SELECT hash(" + columns + ") FROM " + relation + where
                        + " GROUP BY ALL HAVING count(*) > 1) GROUP BY ALL HAVING count(*) > 1");
    }

    private static Invariant required(Dataset dataset) {
        List<String> missing = new ArrayList<>();
        String place = dataset.pathColumn() == null ? "" : dataset.pathColumn() + ", ";
        for (Column column : dataset.storedColumns()) {
            String condition = condition(column);
            if (condition != null) {
                // One query for each column: statistics of the files then answer most of them.
                missing.add("SELECT " + place + "'" + column.name() + "' AS required FROM " + dataset.name() + " WHERE "
                        + condition);
            }
        }
        return new Invariant("required", dataset.name(), "Required columns have a value, lists and their elements,"
                + " too.",
                String.join(" UNION ALL ", missing));
    }

    /// When a column lacks a value; null if it may.
    private static String condition(Column column) {
        String name = column.name();
        if (column.nullable()) {
            return null;
        }
        if (!(column.type() instanceof ColumnType.ListOf(ColumnType element))) {
            return name + " IS NULL";
        }
        String lacking = "e IS NULL";
        if (element instanceof ColumnType.StructOf(List<Column> fields)) {
            lacking = fields.stream().filter(field -> !field.nullable()).map(field -> "e." + field.name() + " IS NULL")
                    .collect(Collectors.joining(" OR "));
        }
        return "(" + name + " IS NULL OR len(list_filter(" + name + ", lambda e: " + lacking + ")) > 0)";
    }
}
