package dev.quarry.catalog;

import static dev.quarry.catalog.Column.optional;
import static dev.quarry.catalog.Column.required;
import static dev.quarry.catalog.ColumnType.Scalar.BOOL;
import static dev.quarry.catalog.ColumnType.Scalar.INT32;
import static dev.quarry.catalog.ColumnType.Scalar.INT64;
import static dev.quarry.catalog.ColumnType.Scalar.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Columns that many datasets share, and groups of them in the order in which they appear.
final class Bundles {
    static final ColumnType TEXT_MAP = new ColumnType.MapOf(STRING, STRING);
    static final ColumnType TEXT_LIST = new ColumnType.ListOf(STRING);

    static final Column REPO = str("repo",
            "Repository: the option `repo`, else the origin URL as host/owner/name, else the root directory's name.");
    static final Column PATH = str("path",
            "Path below the repository root, `/` separated; bytes that are not plain text are written `\\xHH`.");
    static final Column FILE_ID = str("file_id", "stable_id('file', repo, path).");
    static final Column FILE_SHA256 = str("file_sha256", "SHA-256 of the raw bytes, 64 lower-case hex digits.");
    static final Column REPO_KEY = str("repo_key", "Path-safe form of repo; first partition column.");
    static final Column BUCKET = i32("bucket", "Hash of the path modulo the table's bucket count; second partition column.");
    static final Column RUN_ID = str("run_id", "Run that wrote the row.").asVolatile();
    static final Column EXTRACTOR_HASH =
            str("extractor_hash", "MD5 of the extractor's version and of the options that made the row.");
    static final Column ATTRS = required("attrs", TEXT_MAP, "What has no column of its own.");

    /// The columns of every file table, before its own.
    static final List<Column> FILE_TABLE =
            List.of(REPO, PATH, FILE_ID, FILE_SHA256, REPO_KEY, BUCKET, RUN_ID, EXTRACTOR_HASH);

    /// The first columns of every fact table.
    static final List<Column> FACT_TABLE = List.of(REPO_KEY, BUCKET, PATH, FILE_ID);

    /// The first columns of datasets that are neither in a family nor about runs.
    static final List<Column> SCAN_TABLE = List.of(REPO, REPO_KEY, BUCKET, RUN_ID);

    static final List<Column> PARTITION = List.of(REPO_KEY, BUCKET);

    /// The position of an element that always has one.
    static final List<Column> POS = position("");

    /// The position of an element that may have none: then all six are null.
    static final List<Column> OPTIONAL_POS = POS.stream().map(Column::asOptional).toList();

    private Bundles() {}

    /// The position bundle under a prefix, such as `ws_` for the span with owned whitespace.
    static List<Column> position(String prefix) {
        // The same for every row, so it is metadata of the columns; views add it as literals.
        Map<String, String> metadata = Map.of("line_base", "1", "col_unit", "byte", "end_exclusive", "true");
        return List.of(
                i32(prefix + "bstart", "Offset of the first byte in the raw file.").withMetadata(metadata),
                i32(prefix + "bend", "Offset after the last byte in the raw file.").withMetadata(metadata),
                i32(prefix + "line", "Line of bstart, 1-based.").withMetadata(metadata),
                i32(prefix + "end_line", "Line of bend, 1-based.").withMetadata(metadata),
                i32(prefix + "col", "Column of bstart, 0-based, in UTF-8 bytes.").withMetadata(metadata),
                i32(prefix + "end_col", "Column of bend, 0-based, in UTF-8 bytes; exclusive.").withMetadata(metadata));
    }

    static Column str(String name, String meaning) {
        return required(name, STRING, meaning);
    }

    static Column strOrNull(String name, String meaning) {
        return optional(name, STRING, meaning);
    }

    static Column i32(String name, String meaning) {
        return required(name, INT32, meaning);
    }

    static Column i32OrNull(String name, String meaning) {
        return optional(name, INT32, meaning);
    }

    static Column i64(String name, String meaning) {
        return required(name, INT64, meaning);
    }

    static Column i64OrNull(String name, String meaning) {
        return optional(name, INT64, meaning);
    }

    static Column bool(String name, String meaning) {
        return required(name, BOOL, meaning);
    }

    static Column boolOrNull(String name, String meaning) {
        return optional(name, BOOL, meaning);
    }

    static Column strings(String name, String meaning) {
        return required(name, TEXT_LIST, meaning);
    }

    static Column textMap(String name, String meaning) {
        return required(name, TEXT_MAP, meaning);
    }

    /// Concatenates columns and groups of columns (`List<Column>`), in order.
    static List<Column> columns(Object... columnsAndGroups) {
        List<Column> all = new ArrayList<>();
        for (Object part : columnsAndGroups) {
            switch (part) {
                case Column column -> all.add(column);
                case List<?> group -> group.forEach(column -> all.add((Column) column));
                default -> throw new IllegalArgumentException("neither a column nor a group: " + part);
            }
        }
        return List.copyOf(all);
    }
}
