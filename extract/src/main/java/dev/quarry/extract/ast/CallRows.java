package dev.quarry.extract.ast;

import dev.quarry.catalog.AstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstField;
import dev.quarry.syntax.ast.AstKind;
import dev.quarry.syntax.ast.AstTable;

/// Rows of `ast_calls_v1`.
final class CallRows extends PositionedRows {
    private final IntColumn astId = rows.ints("ast_id");
    private final IntColumn parentAstId = rows.ints("parent_ast_id");
    private final IntColumn funcAstId = rows.ints("func_ast_id");
    private final DictionaryColumn funcKind = rows.dictionary("func_kind");
    private final DictionaryColumn funcName = rows.dictionary("func_name");
    private final IntColumn argCount = rows.ints("arg_count");
    private final IntColumn keywordCount = rows.ints("keyword_count");
    private final IntColumn starredCount = rows.ints("starred_count");
    private final IntColumn kwStarCount = rows.ints("kw_star_count");

    CallRows() {
        super(AstDatasets.CALLS);
    }

    /// Adds the call of a row of kind `Call`.
    void add(AstTable table, SyntaxTree tree, int row) {
        // func is the first field, so it is the next row in preorder, unless the source has an error in its place.
        int func = row + 1;
        if (func >= table.size() || table.field(func) != AstField.FUNC) {
            return;
        }
        AstKind kind = table.kind(func);
        identity(1);
        astId.add(row);
        parentAstId.add(table.parent(row));
        funcAstId.add(func);
        funcKind.add(kind.pythonName());
        funcName.add(kind == AstKind.NAME || kind == AstKind.ATTRIBUTE ? table.name(func) : null);
        addCounts(tree, tree.slot(table.treeNode(row), Slots.CALL_ARGUMENTS));
        positions.add(table.start(row), table.end(row));
    }

    private void addCounts(SyntaxTree tree, int arguments) {
        int keywords = 0;
        int starred = 0;
        int doubleStarred = 0;
        int count = tree.length(arguments);
        for (int i = 0; i < count; i++) {
            int argument = tree.element(arguments, i);
            NodeKind kind = tree.kind(argument);
            if (kind == NodeKind.STARRED) {
                starred++;
            } else if (kind == NodeKind.KEYWORD_ARGUMENT) {
                keywords++;
                if (tree.slot(argument, Slots.KEYWORD_NAME) == 0) {
                    doubleStarred++;
                }
            }
        }
        argCount.add(count - keywords);
        keywordCount.add(keywords);
        starredCount.add(starred);
        kwStarCount.add(doubleStarred);
    }
}
