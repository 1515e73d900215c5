package dev.quarry.extract.rows;

import dev.quarry.catalog.Dataset;
import dev.quarry.syntax.SyntaxTree;

/// Collects the rows of a fact table whose elements have the six position columns.
public abstract class PositionedRows extends FactRows {
    protected final PositionColumns positions;

    protected PositionedRows(Dataset dataset) {
        super(dataset);
        positions = new PositionColumns(rows);
    }

    @Override
    public void file(FileRow file, SyntaxTree tree) {
        super.file(file, tree);
        positions.source(tree.source());
    }
}
