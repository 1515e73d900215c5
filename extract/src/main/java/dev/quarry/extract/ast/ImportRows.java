package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstTable;

/// Rows of `ast_imports_v1`: one for each imported name.
final class ImportRows extends PositionedRows {
    private final IntColumn astId = rows.ints("ast_id");
    private final IntColumn parentAstId = rows.ints("parent_ast_id");
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final DictionaryColumn module = rows.dictionary("module");
    private final DictionaryColumn name = rows.dictionary("name");
    private final DictionaryColumn asname = rows.dictionary("asname");
    private final IntColumn aliasIndex = rows.ints("alias_index");
    private final IntColumn level = rows.ints("level");

    ImportRows() {
        super(AstDatasets.IMPORTS);
    }

    /// Adds the alias of a row of kind `alias`.
    void add(AstTable table, SyntaxTree tree, int row) {
        int statement = table.parent(row);
        int alias = table.treeNode(row);
        int asToken = tree.slot(alias, Slots.ALIAS_AS_NAME);
        boolean from = table.kind(statement) == AstKind.IMPORT_FROM;
        identity(1);
        astId.add(row);
        parentAstId.add(statement);
        kind.add(table.kind(statement).pythonName());
        module.add(from ? table.name(statement) : null);
        name.add(table.name(row));
        asname.add(asToken == 0 ? null : tree.names().text(tree.tokens().payload(asToken)));
        aliasIndex.add(table.fieldIndex(row));
        level.add(from ? tree.slot(table.treeNode(statement), Slots.IMPORT_FROM_LEVEL) : 0);
        positions.add(tree.start(alias), tree.end(alias));
    }
}
