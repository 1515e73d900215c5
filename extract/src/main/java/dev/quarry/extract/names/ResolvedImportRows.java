package dev.quarry.extract.names;

import dev.quarry.catalog.NameDatasets;
import dev.quarry.extract.names.TargetColumns.Described;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.IntColumn;
import java.util.List;

/// Rows of `py_imports_resolved_v1`: one for each target of an alias.
final class ResolvedImportRows {
    private final BatchBuilder rows = new BatchBuilder(NameDatasets.RESOLVED_IMPORTS);
    private final IntColumn targetStart = rows.ints("target_bstart");

    /// An alias of an import.
    ///
    /// @param module absolute name; as written where a relative one leads out of the top package
    /// @param name imported name, null for a module and for `*`
    record Alias(String repo, String runId, RepositoryFile file, int start, int end, String module, String name,
            boolean star) {}

    void add(Alias alias, List<Described> targets, RepositoryModules modules) {
        for (Described target : targets) {
            rows.dictionary("repo").add(alias.repo());
            rows.dictionary("run_id").add(alias.runId());
            rows.dictionary("importer_file_id").add(alias.file().fileId());
            rows.dictionary("importer_path").add(alias.file().path());
            rows.ints("bstart").add(alias.start());
            rows.ints("bend").add(alias.end());
            rows.dictionary("imported_module_fqn").add(alias.module());
            rows.dictionary("imported_name").add(alias.name());
            rows.bools("is_star").add(alias.star());
            rows.dictionary("target_file_id").add(
                    target.file() < 0 ? null : modules.file(target.file()).fileId());
            if (target.start() < 0) {
                targetStart.addNull();
            } else {
                targetStart.add(target.start());
            }
            rows.dictionary("status").add(target.status());
            rows.dictionary("reason").add(target.reason());
        }
    }

    void buildInto(List<ColumnBatch> batches) {
        if (rows.rows() > 0) {
            batches.add(rows.build());
        }
    }
}
