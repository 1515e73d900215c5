package dev.quarry.extract.names;

import dev.quarry.catalog.Dataset;
import dev.quarry.extract.names.TargetColumns.Described;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import java.util.List;

/// Rows of `name_resolution_v1` or `call_resolution_v1`: one for each target of a span.
final class ResolvedRows {
    private final BatchBuilder rows;
    private final DictionaryColumn path;
    private final DictionaryColumn fileId;
    private final IntColumn start;
    private final IntColumn end;
    private final TargetColumns target;

    ResolvedRows(Dataset dataset) {
        rows = new BatchBuilder(dataset);
        path = rows.dictionary("path");
        fileId = rows.dictionary("file_id");
        start = rows.ints("bstart");
        end = rows.ints("bend");
        target = new TargetColumns(rows);
    }

    void add(RepositoryFile file, int from, int to, List<Described> targets, RepositoryModules modules) {
        for (int i = 0; i < targets.size(); i++) {
            path.add(file.path());
            fileId.add(file.fileId());
            start.add(from);
            end.add(to);
            target.add(modules, targets.get(i), i);
        }
    }

    void buildInto(List<ColumnBatch> batches) {
        if (rows.rows() > 0) {
            batches.add(rows.build());
        }
    }
}
