package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.FILE_ID;
import static dev.quarry.catalog.Bundles.FILE_SHA256;
import static dev.quarry.catalog.Bundles.PATH;
import static dev.quarry.catalog.Bundles.SCAN_TABLE;
import static dev.quarry.catalog.Bundles.bool;
import static dev.quarry.catalog.Bundles.columns;
import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.i32OrNull;
import static dev.quarry.catalog.Bundles.i64;
import static dev.quarry.catalog.Bundles.i64OrNull;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;

import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.Dataset.Stage;
import java.util.List;

/// What the scan of a repository stores: its files, their lines and content, and what was considered.
public final class RepoDatasets {
    private static final String TEMPLATE = "repo_scan";
    private static final List<String> REPO_PATH = List.of("repo", "path");

    private static final Column ABS_PATH = strOrNull("abs_path", "Absolute path at scan time.").asVolatile();
    private static final Column SIZE_BYTES = i64("size_bytes", "Number of raw bytes.");
    private static final Column MTIME_NS =
            i64OrNull("mtime_ns", "Modification time, nanoseconds since 1970 UTC.").asVolatile();
    private static final Column ENCODING = strOrNull("encoding",
            "Python codec name from byte order mark or declaration, `utf-8` by default; NULL when the declaration is"
                    + " unknown or contradicts the mark.");

    public static final Dataset REPO_FILES = new Dataset("repo_files_v1", Stage.CORE, Role.SCAN, null, TEMPLATE,
            "One row per file in scope.",
            columns(SCAN_TABLE, FILE_ID, PATH, FILE_SHA256, ABS_PATH, SIZE_BYTES, MTIME_NS, ENCODING,
                    strOrNull("git_blob_id",
                            "Object id in the git index, hex; NULL when untracked; the worktree may differ from it."),
                    bool("is_tracked", "The path is in the git index."),
                    str("mode", "regular / executable / symlink (a followed one: the content is the target's)."),
                    str("kind", "py / pyi / pyw / ipynb / script (no known extension, a first line that names python)."),
                    i32("line_count", "Number of lines, as file_line_index_v1 counts them."),
                    bool("hash_reused", "file_sha256 was taken from the previous run: size and mtime_ns are unchanged.")
                            .asVolatile()),
            REPO_PATH, List.of("file_id", "path"), REPO_PATH);

    public static final Dataset REPO_FILE_BLOBS = new Dataset("repo_file_blobs_v1", Stage.CORE, Role.SCAN, null,
            TEMPLATE, "Content of each listed file.",
            columns(SCAN_TABLE, FILE_ID, PATH, FILE_SHA256, ABS_PATH, SIZE_BYTES, MTIME_NS, ENCODING,
                    strOrNull("text", "Decoded content without byte order mark; NULL when it was not asked for or does"
                            + " not decode."),
                    Column.optional("bytes", ColumnType.Scalar.BINARY,
                            "Raw content; NULL when it was not asked for or the file is over max_file_bytes.")),
            REPO_PATH, List.of("file_id"), REPO_PATH);

    public static final Dataset FILE_LINE_INDEX = new Dataset("file_line_index_v1", Stage.CORE, Role.SCAN, null,
            TEMPLATE, "Byte range of each line.",
            columns(SCAN_TABLE, FILE_ID, PATH, FILE_SHA256,
                    i32("line_no", "0-based: the 1-based `line` of positions minus one."),
                    i32("line_start_byte", "Offset of the first byte in the raw file; 3 for line 0 after a byte order"
                            + " mark."),
                    i32("line_end_byte", "Offset after the line break: the next line_start_byte."),
                    strOrNull("line_text", "Decoded line without its break; NULL when it was not asked for or does not"
                            + " decode."),
                    str("newline_kind", "CRLF / LF / CR / NONE (last line without break).")),
            List.of("file_id", "line_no"), List.of("file_id", "line_no"), List.of("repo", "path", "line_no"));

    public static final Dataset SCOPE_MANIFEST = new Dataset("scope_manifest_v1", Stage.CORE, Role.SCAN, null,
            TEMPLATE, "One row per path that the scan considered, included or not.",
            columns(SCAN_TABLE,
                    str("path", "File, or directory that was pruned as a whole (ends in `/`)."),
                    bool("included", "The path is in repo_files_v1."),
                    bool("ignored_by_git", "An ignore rule of git matches."),
                    i32OrNull("include_index", "0-based index of the last include rule that matches; NULL if none does."),
                    i32OrNull("exclude_index", "0-based index of the last exclude rule that matches; NULL if none does."),
                    str("scope_kind", "repo / submodule / worktree."),
                    str("repo_root", "Root of that working tree below the repository root, `.` for itself."),
                    bool("is_untracked", "Not in the git index."),
                    str("reason", "Rule that decided: extension, shebang, include_rule, exclude_rule, exclude_dir,"
                            + " git_ignored, untracked_off, submodule_off, worktree_off, symlink, outside_root,"
                            + " not_python, unreadable, not_changed, not_regular_file."),
                    str("source", "git_tracked / git_untracked / git_ignored / submodule / worktree / walk (no git).")),
            REPO_PATH, List.of("path"), REPO_PATH);

    public static final Dataset PYTHON_EXTENSIONS = new Dataset("python_extensions_v1", Stage.CORE, Role.SCAN, null,
            TEMPLATE, "File extensions that make a file Python.",
            columns(SCAN_TABLE,
                    str("extension", "Lower case, with its dot."),
                    str("source", "default / option / config."),
                    str("repo_root", "Root of the working tree it applies to, `.` for the repository itself.")),
            List.of("repo", "repo_root", "extension"), List.of("extension"), List.of("repo_root", "extension"));

    static final List<Dataset> ALL =
            List.of(REPO_FILES, REPO_FILE_BLOBS, FILE_LINE_INDEX, SCOPE_MANIFEST, PYTHON_EXTENSIONS);

    private RepoDatasets() {}
}
