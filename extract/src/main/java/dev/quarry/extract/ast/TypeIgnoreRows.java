package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TypeIgnores;
import dev.quarry.syntax.ast.AstTable;

/// Rows of `ast_type_ignores_v1`.
final class TypeIgnoreRows extends PositionedRows {
    private final IntColumn astId = rows.ints("ast_id");
    private final StringColumn tag = rows.strings("tag");

    TypeIgnoreRows() {
        super(AstDatasets.TYPE_IGNORES);
    }

    /// Adds the comment of a row of kind `TypeIgnore`; these rows are in the order of the tree's comments.
    void add(AstTable table, SyntaxTree tree, int row) {
        int comment = table.fieldIndex(row);
        TypeIgnores comments = tree.tokens().typeIgnores();
        identity(1);
        astId.add(row);
        tag.add(Texts.excerpt(tree, comments.tagStart(comment), comments.tagEnd(comment)));
        positions.add(comments.start(comment), comments.tagEnd(comment));
    }
}
