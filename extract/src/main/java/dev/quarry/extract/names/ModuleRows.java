package dev.quarry.extract.names;

import dev.quarry.catalog.NameDatasets;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.names.ModuleName;
import java.util.List;

/// Rows of `py_module_index_v1`.
final class ModuleRows {
    private final BatchBuilder rows = new BatchBuilder(NameDatasets.MODULES);

    void add(FileRow file, ModuleName module) {
        rows.strings("repo").add(file.repo());
        rows.strings("run_id").add(file.runId());
        rows.strings("file_id").add(file.fileId());
        rows.strings("path").add(file.path());
        rows.strings("module_fqn").add(module.name());
        rows.bools("is_init").add(NameFamily.isPackage(file.path()));
    }

    void buildInto(List<ColumnBatch> batches) {
        if (rows.rows() > 0) {
            batches.add(rows.build());
        }
    }
}
