package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstField;
import dev.quarry.syntax.ast.AstTable;

/// Rows of `ast_docstrings_v1`.
final class DocstringRows extends PositionedRows {
    private final IntColumn ownerAstId = rows.ints("owner_ast_id");
    private final IntColumn docAstId = rows.ints("doc_ast_id");
    private final DictionaryColumn ownerKind = rows.dictionary("owner_kind");
    private final DictionaryColumn ownerName = rows.dictionary("owner_name");
    private final StringColumn docstring = rows.strings("docstring");
    private final StringColumn sourceText = rows.strings("source");

    DocstringRows() {
        super(AstDatasets.DOCSTRINGS);
    }

    /// Adds the docstring that a row of kind `Expr` may be: the first statement of a module, class or function, and
    /// a string.
    void addIfDocstring(AstTable table, SyntaxTree tree, int row) {
        if (table.field(row) != AstField.BODY || table.fieldIndex(row) != 0) {
            return;
        }
        int owner = table.parent(row);
        switch (table.kind(owner)) {
            case MODULE, CLASS_DEF, FUNCTION_DEF, ASYNC_FUNCTION_DEF -> {
                int constant = row + 1;
                // Where the source has an error, the statement may be without a value.
                boolean hasValue = constant < table.size() && table.parent(constant) == row;
                String text = hasValue ? table.stringValue(constant) : null;
                if (text != null) {
                    add(table, tree, owner, constant, text);
                }
            }
            default -> {
                // The first statement of an if or for is no docstring.
            }
        }
    }

    private void add(AstTable table, SyntaxTree tree, int owner, int constant, String text) {
        identity(1);
        ownerAstId.add(owner);
        docAstId.add(constant);
        ownerKind.add(table.kind(owner).pythonName());
        ownerName.add(table.name(owner));
        docstring.add(Texts.storable(text));
        sourceText.add(Texts.whole(tree, table.start(constant), table.end(constant)));
        positions.add(table.start(constant), table.end(constant));
    }
}
