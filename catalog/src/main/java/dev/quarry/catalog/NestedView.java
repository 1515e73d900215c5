package dev.quarry.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Declares the view that shows a family as one record per file, its facts as lists of structs.
final class NestedView {
    private static final List<String> IDENTITY = List.of("repo", "path", "file_id", "file_sha256", "run_id");

    private NestedView() {}

    /// A list of facts in the record, or in the elements of another list.
    ///
    /// @param column name of the list
    /// @param dataset the fact table
    /// @param owner columns that say, beside the file, which element of another list it belongs to
    /// @param fields of an element; expressions name the fact table `element` and lists within by their names
    /// @param lists within an element
    record Facts(String column, Dataset dataset, List<String> owner, List<View.Output> fields, List<Facts> lists) {

        /// Elements with all columns of the fact table but those that only say which file it belongs to.
        static Facts of(String column, Dataset dataset) {
            return within(List.of(), column, dataset);
        }

        /// The same within an element of another list, without the columns that say which.
        static Facts within(List<String> owner, String column, Dataset dataset) {
            List<View.Output> fields = new ArrayList<>();
            for (Column field : elementColumns(dataset)) {
                if (!owner.contains(field.name())) {
                    fields.add(new View.Output(field, "element." + field.name()));
                }
            }
            return new Facts(column, dataset, owner, fields, List.of());
        }

        /// The same list with other fields, some of which are lists.
        Facts with(List<View.Output> otherFields, List<Facts> innerLists) {
            return new Facts(column, dataset, owner, otherFields, innerLists);
        }

        /// The list as a column of a record or a field of an element.
        View.Output output() {
            ColumnType type = new ColumnType.ListOf(
                    new ColumnType.StructOf(fields.stream().map(View.Output::column).toList()));
            return new View.Output(Column.required(column, type, dataset.meaning()),
                    "coalesce(" + column + ".elements, list_value())");
        }

        /// The clause that joins the list to what it is in.
        String join(String outer) {
            StringBuilder sql = new StringBuilder(" LEFT JOIN (SELECT element.file_id");
            owner.forEach(key -> sql.append(", element.").append(key));
            String struct = fields.stream().map(field -> "'" + field.column().name() + "': " + field.expression())
                    .collect(Collectors.joining(", ", "{", "}"));
            sql.append(", ordered_list(").append(struct).append(", ").append(sortKey()).append(") AS elements FROM ")
                    .append(dataset.name()).append(" AS element");
            lists.forEach(list -> sql.append(list.join("element")));
            sql.append(" GROUP BY element.file_id");
            owner.forEach(key -> sql.append(", element.").append(key));
            sql.append(") AS ").append(column).append(" ON ").append(column).append(".file_id = ").append(outer)
                    .append(".file_id");
            owner.forEach(key -> sql.append(" AND ").append(column).append('.').append(key).append(" = ").append(outer)
                    .append('.').append(key));
            return sql.toString();
        }

        /// Elements are listed in the dataset's order; elements without position come last.
        private String sortKey() {
            List<String> parts = new ArrayList<>();
            for (String name : dataset.order()) {
                if (!name.equals("path") && !owner.contains(name)) {
                    String key = "element." + name;
                    parts.add(dataset.column(name).nullable() ? "coalesce(" + key + ", " + Integer.MAX_VALUE + ")" : key);
                }
            }
            return parts.size() == 1 ? parts.getFirst() : "list_value(" + String.join(", ", parts) + ")";
        }

        private void addTables(List<String> tables) {
            tables.add(dataset.name());
            lists.forEach(list -> list.addTables(tables));
        }
    }

    /// The columns of a fact table behind those that only say which file a row belongs to.
    static List<Column> elementColumns(Dataset facts) {
        return facts.columns().subList(Bundles.FACT_TABLE.size(), facts.columns().size());
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
            outputs.add(facts.output());
            from.append(facts.join("files"));
            facts.addTables(uses);
        }
        outputs.add(new View.Output(files.column("attrs"), "files.attrs"));
        return new View(name, files.stage(), meaning, outputs, from.toString(), List.of("file_id"), uses);
    }
}
