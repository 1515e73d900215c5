package dev.quarry.store;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType;
import dev.quarry.catalog.ColumnType.Scalar;
import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.store.batch.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Synthetic rows shaped like `ast_nodes_v1`: kinds and names with a skewed distribution, rising positions.
final class NodeRows {
    private static final String[] FIELDS = {"body", "value", "targets", "args", "func", "ctx", "keywords", "left",
        "comparators", "elts", "test", "orelse"};
    private static final int KINDS = 80;
    private static final int NAMES = 4000;

    private final Random random = new Random(7);
    private final int[] kindEntries = new int[KINDS];
    private final int[] fieldEntries = new int[FIELDS.length];
    private final int[] nameEntries = new int[NAMES];

    static Dataset dataset() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.required("repo_key", Scalar.STRING, "partition"));
        columns.add(Column.required("bucket", Scalar.INT32, "partition"));
        columns.add(Column.required("path", Scalar.STRING, "path"));
        columns.add(Column.required("file_id", Scalar.STRING, "file"));
        columns.add(Column.required("ast_id", Scalar.INT32, "preorder index"));
        columns.add(Column.optional("parent_ast_id", Scalar.INT32, "parent"));
        columns.add(Column.optional("field", Scalar.STRING, "field of the parent"));
        columns.add(Column.optional("field_index", Scalar.INT32, "place in a list field"));
        columns.add(Column.required("kind", Scalar.STRING, "class"));
        columns.add(Column.optional("name", Scalar.STRING, "identifier"));
        columns.add(Column.optional("value", Scalar.STRING, "constant"));
        for (String position : List.of("bstart", "bend", "line", "end_line", "col", "end_col")) {
            columns.add(Column.optional(position, Scalar.INT32, "position"));
        }
        columns.add(Column.required("attrs", new ColumnType.MapOf(Scalar.STRING, Scalar.STRING), "rest"));
        return new Dataset("ast_nodes_v1", Dataset.Stage.CORE, Dataset.Role.FACT, "ast_files_v1", "ast", "nodes",
                columns, List.of("file_id", "ast_id"), List.of("file_id"), List.of("path", "ast_id"));
    }

    /// Adds the nodes of one file.
    void addFile(BatchBuilder batch, String path, String fileId, int nodes) {
        DictionaryColumn paths = batch.dictionary("path");
        paths.addRepeated(paths.entry(path), nodes);
        DictionaryColumn files = batch.dictionary("file_id");
        files.addRepeated(files.entry(fileId), nodes);
        DictionaryColumn kinds = batch.dictionary("kind");
        for (int i = 0; i < KINDS; i++) {
            kindEntries[i] = kinds.entry("Kind" + i);
        }
        DictionaryColumn fields = batch.dictionary("field");
        for (int i = 0; i < FIELDS.length; i++) {
            fieldEntries[i] = fields.entry(FIELDS[i]);
        }
        DictionaryColumn names = batch.dictionary("name");
        for (int i = 0; i < NAMES; i++) {
            nameEntries[i] = -1;
        }
        TextColumn values = batch.text("value");
        IntColumn ids = batch.ints("ast_id");
        IntColumn parents = batch.ints("parent_ast_id");
        IntColumn indexes = batch.ints("field_index");
        IntColumn starts = batch.ints("bstart");
        IntColumn ends = batch.ints("bend");
        IntColumn lines = batch.ints("line");
        IntColumn endLines = batch.ints("end_line");
        IntColumn columns = batch.ints("col");
        IntColumn endColumns = batch.ints("end_col");
        MapColumn attrs = batch.map("attrs");
        int start = 0;
        int line = 1;
        int column = 0;
        for (int id = 0; id < nodes; id++) {
            int roll = random.nextInt();
            ids.add(id);
            if (id == 0) {
                parents.addNull();
                fields.addNull();
            } else {
                parents.add(Math.max(0, id - 1 - (roll & 7)));
                fields.add(fieldEntries[(roll >>> 3 & 63) % FIELDS.length]);
            }
            if ((roll & 3) == 0) {
                indexes.add(roll >>> 5 & 7);
            } else {
                indexes.addNull();
            }
            int kind = Math.min(roll >>> 8 & 127, roll >>> 15 & 127) % KINDS;
            kinds.add(kindEntries[kind]);
            if (kind < 12) {
                int name = (int) (NAMES * Math.pow((roll >>> 10 & 0xffff) / 65536.0, 4));
                if (nameEntries[name] < 0) {
                    nameEntries[name] = names.entry("identifier_" + name);
                }
                names.add(nameEntries[name]);
            } else {
                names.addNull();
            }
            if (kind == 13 || kind == 14) {
                values.add("'some text " + (roll & 1023) + "'");
            } else {
                values.addNull();
            }
            if (kind == 3) {
                starts.addNull();
                ends.addNull();
                lines.addNull();
                endLines.addNull();
                columns.addNull();
                endColumns.addNull();
            } else {
                int length = 1 + (roll >>> 20 & 15);
                starts.add(start);
                ends.add(start + length);
                lines.add(line);
                endLines.add(line);
                columns.add(column);
                endColumns.add(column + length);
                start += length / 2;
                column += length / 2;
                if ((roll >>> 24 & 15) == 0) {
                    line++;
                    column = 0;
                }
            }
            if (kind == 15 && (roll & 15) == 0) {
                attrs.put("is_async", "0");
            }
            attrs.endMap();
        }
    }
}
