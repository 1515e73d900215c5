package dev.quarry.catalog;

import java.util.ArrayList;
import java.util.List;

/// A stored table.
///
/// @param name with its version, e.g. `ast_nodes_v1`; also the name of its folder in a store
/// @param stage when it becomes available
/// @param role what kind of table it is, which decides partitioning and how a run writes it
/// @param family the file table that a fact table belongs to and a file table itself, e.g. `ast_files_v1`; null for
///     tables outside families
/// @param template the extractor behind it, e.g. `ast`
/// @param meaning one sentence for people
/// @param columns all columns in order, those of identity and partition included
/// @param primaryKey columns that identify a row; empty where rows may be alike
/// @param joinKeys columns to join with other datasets
/// @param order columns that rows are sorted by inside a partition
public record Dataset(String name, Stage stage, Role role, String family, String template, String meaning,
        List<Column> columns, List<String> primaryKey, List<String> joinKeys, List<String> order) implements Relation {

    public Dataset {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        joinKeys = List.copyOf(joinKeys);
        order = List.copyOf(order);
    }

    /// A fact table: its rows are identified and joined by `file_id` and the element's own key.
    static Dataset fact(String name, Stage stage, String family, String template, String meaning, List<String> key,
            List<String> order, List<Column> columns) {
        List<String> identity = new ArrayList<>(key.size() + 1);
        identity.add("file_id");
        identity.addAll(key);
        return new Dataset(name, stage, Role.FACT, family, template, meaning, columns, identity, identity, order);
    }

    /// When a dataset or view becomes available: `core` is extracted by default.
    public enum Stage {
        CORE, NEXT, GRAPH
    }

    /// What kind of table a dataset is.
    public enum Role {
        /// One row per file and dataset outside a family, e.g. `repo_files_v1`.
        SCAN,
        /// One row per parsed file: identity, parse manifest, counts. The worklist compares these.
        FILE,
        /// One row per fact.
        FACT,
        /// About runs: append-only, not partitioned, not pinned.
        RUN
    }

    /// `repo_key, bucket` for every table but those about runs.
    public List<String> partition() {
        return role == Role.RUN ? List.of() : List.of("repo_key", "bucket");
    }

    /// The columns that are in the Parquet files: all but the partition's.
    public List<Column> storedColumns() {
        List<String> partition = partition();
        return columns.stream().filter(column -> !partition.contains(column.name())).toList();
    }

    /// The name without its version: `ast_nodes` of `ast_nodes_v1`.
    public String alias() {
        return name.substring(0, name.lastIndexOf("_v"));
    }

    /// MD5 over the names, types and nullability of the columns in order; equal text, equal fingerprint.
    public String schemaFingerprint() {
        StringBuilder text = new StringBuilder(name);
        for (Column column : columns) {
            text.append('\n').append(column.name()).append(' ').append(column.type().notation());
            if (!column.nullable()) {
                text.append('!');
            }
        }
        return StableId.md5Hex(text.toString());
    }

    /// The column with the path of the file that a row belongs to, which decides its bucket: `path`, or `importer_path`
    /// where a row joins two files. Null where rows belong to no file.
    public String pathColumn() {
        for (String name : List.of("path", "importer_path")) {
            if (columns.stream().anyMatch(column -> column.name().equals(name) && !column.nullable())) {
                return name;
            }
        }
        return null;
    }

    public Column column(String column) {
        return columns.get(indexOf(column));
    }

    /// The index of a column among [#columns].
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column + " in " + name);
    }
}
