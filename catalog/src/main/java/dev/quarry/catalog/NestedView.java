package dev.quarry.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Declares the view that shows a family as one record per file, its facts as lists of structs.
final class NestedView {
    private static final List<String> IDENTITY = List.of("repo", "path", "file_id", "file_sha256", "run_id");

    private NestedView() {}

    /// A list of facts in the record.
    ///
    /// @param column name of the list
    /// @param dataset the fact table
    record Facts(String column, Dataset dataset) {

        /// The fields of an element: all but those that only say which file it belongs to.
        List<Column> fields() {
            return dataset.columns().subList(Bundles.FACT_TABLE.size(), dataset.columns().size());
        }

        /// Elements are listed in the dataset's order; elements without position come last.
        String sortKey() {
            List<String> parts = new ArrayList<>();
            for (String column : dataset.order()) {
                if (!column.equals("path")) {
                    parts.add(dataset.column(column).nullable() ? "coalesce(" + column + ", " + Integer.MAX_VALUE + ")"
                            : column);
                }
            }
            return parts.size() == 1 ? parts.getFirst() : "list_value(" + String.join(", ", parts) + ")";
        }
    }

    static View of(String name, String meaning, Dataset files, Map<String, List<Column>> structs, List<Facts> lists) {
        List<View.Output> outputs = new ArrayList<>();
        IDENTITY.forEach(column -> outputs.add(new View.Output(files.column(column), "files." + column)));
        structs.forEach((struct, fields) -> outputs.add(new View.Output(
                Column.required(struct, new ColumnType.StructOf(fields), "How the file was read."),
                ViewBuilder.struct(fields))));
        StringBuilder from = new StringBuilder(files.name()).append(" AS files");
        List<String> uses = new ArrayList<>(List.of(files.name()));
        for (Facts facts : lists) {
            ColumnType type = new ColumnType.ListOf(new ColumnType.StructOf(facts.fields()));
            outputs.add(new View.Output(Column.required(facts.column, type, facts.dataset.meaning()),
                    "coalesce(" + facts.column + ".elements, list_value())"));
            from.append(" LEFT JOIN (SELECT file_id, ordered_list(").append(ViewBuilder.struct(facts.fields()))
                    .append(", ").append(facts.sortKey()).append(") AS elements FROM ").append(facts.dataset.name())
                    .append(" GROUP BY file_id) AS ").append(facts.column).append(" ON ").append(facts.column)
                    .append(".file_id = files.file_id");
            uses.add(facts.dataset.name());
        }
        outputs.add(new View.Output(files.column("attrs"), "files.attrs"));
        return new View(name, files.stage(), meaning, outputs, from.toString(), uses);
    }
}
