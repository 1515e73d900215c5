package dev.quarry.extract.rows;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.syntax.SyntaxTree;
import java.util.List;

/// Collects the rows of one fact table: path and file_id are filled here, the others by subclasses.
public abstract class FactRows {
    protected final BatchBuilder rows;
    private final DictionaryColumn paths;
    private final DictionaryColumn fileIds;
    private int pathEntry;
    private int fileIdEntry;

    protected FactRows(Dataset dataset) {
        rows = new BatchBuilder(dataset);
        paths = rows.dictionary("path");
        fileIds = rows.dictionary("file_id");
    }

    /// Starts a file that was parsed.
    public void file(FileRow file, SyntaxTree tree) {
        file(file);
    }

    /// Starts a file that was not parsed: its rows have no position.
    public final void file(FileRow file) {
        pathEntry = paths.entry(file.path());
        fileIdEntry = fileIds.entry(file.fileId());
    }

    /// The identity columns of `count` rows.
    protected final void identity(int count) {
        paths.addRepeated(pathEntry, count);
        fileIds.addRepeated(fileIdEntry, count);
    }

    /// Takes the rows added since the last call into a list of batches, unless there are none.
    public final void buildInto(List<ColumnBatch> batches) {
        if (rows.rows() == 0) {
            rows.clear();
        } else {
            batches.add(rows.build());
        }
    }
}
