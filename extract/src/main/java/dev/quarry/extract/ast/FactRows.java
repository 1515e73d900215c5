package dev.quarry.extract.ast;

import dev.quarry.catalog.Dataset;
import dev.quarry.extract.FileRow;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.syntax.SyntaxTree;

/// Collects the rows of one fact table: path, file_id and the position columns are filled here, the others by
/// subclasses.
abstract class FactRows {
    final BatchBuilder rows;
    final PositionColumns positions;
    private final DictionaryColumn paths;
    private final DictionaryColumn fileIds;
    private int pathEntry;
    private int fileIdEntry;

    FactRows(Dataset dataset) {
        rows = new BatchBuilder(dataset);
        positions = new PositionColumns(rows);
        paths = rows.dictionary("path");
        fileIds = rows.dictionary("file_id");
    }

    /// Starts a file that was parsed.
    void file(FileRow file, SyntaxTree tree) {
        file(file);
        positions.source(tree.source());
    }

    /// Starts a file that was not parsed: its rows have no position.
    final void file(FileRow file) {
        pathEntry = paths.entry(file.path());
        fileIdEntry = fileIds.entry(file.fileId());
    }

    /// The identity columns of `count` rows.
    final void identity(int count) {
        paths.addRepeated(pathEntry, count);
        fileIds.addRepeated(fileIdEntry, count);
    }
}
