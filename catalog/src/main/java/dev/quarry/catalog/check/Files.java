package dev.quarry.catalog.check;

import dev.quarry.catalog.Dataset;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Subqueries that say of which files something may be asked.
///
/// A run may cover some datasets only. Then others tell of the files as they were, and are not compared with newer
/// ones.
final class Files {
    private Files() {}

    /// Repositories whose newest run wrote a dataset.
    static String coveredRepositories(String dataset) {
        return "(SELECT repo FROM runs_v1 GROUP BY repo HAVING list_contains(string_split("
                + "arg_max(options['datasets'], end_time_unix_ms), ','), '" + dataset + "'))";
    }

    /// Repositories whose concrete syntax was extracted with parts of it that an option can leave out.
    ///
    /// @param parts names as in the option, e.g. `tokens` of `include_tokens`
    static String repositoriesWith(String... parts) {
        return "(SELECT repo FROM runs_v1 WHERE list_contains(string_split(options['datasets'], ','),"
                + " 'libcst_files_v1')"
                + " GROUP BY repo HAVING " + Arrays.stream(parts).map(part ->
                        "arg_max(coalesce(options['include_" + part + "'], 'true'), end_time_unix_ms) = 'true'")
                .collect(Collectors.joining(" AND ")) + ")";
    }

    /// `file_id` and the raw size, in bytes, of the files that a family knows as they are.
    static String withSize(String fileTable) {
        return "(SELECT f.file_id, r.size_bytes FROM " + fileTable + " AS f JOIN repo_files_v1 AS r USING (file_id,"
                + " file_sha256))";
    }

    /// `file_id` and `parse_status` of the files that the AST, concrete syntax and symbol tables know in the same
    /// state,
    /// read as the same Python.
    static String readAlike() {
        return "(SELECT c.file_id, c.repo, c.parse_status, c.future_imports FROM libcst_files_v1 AS c JOIN"
                + " ast_files_v1 AS a"
                + " USING (file_id, file_sha256) JOIN symtable_files_v1 AS s USING (file_id, file_sha256)"
                + " WHERE a.feature_version = c.parsed_python_version AND s.feature_version = c.parsed_python_version)";
    }

    /// `file_id` of the files whose concrete syntax and names are of the same state.
    ///
    /// @param parts of the concrete syntax that are needed
    static String named(String... parts) {
        return "(SELECT c.file_id FROM libcst_files_v1 AS c JOIN name_files_v1 AS n USING (file_id, file_sha256)"
                + " WHERE c.repo IN " + repositoriesWith(parts) + ")";
    }

    /// The column with the id of the file that a row belongs to; null where rows belong to no file.
    static String idColumn(Dataset dataset) {
        if (dataset.columns().stream().anyMatch(column -> column.name().equals("file_id"))) {
            return "file_id";
        }
        String path = dataset.pathColumn();
        return path == null || path.equals("path") ? null : path.replace("_path", "_file_id");
    }
}
