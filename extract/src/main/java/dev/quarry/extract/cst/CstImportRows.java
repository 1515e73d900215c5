package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.store.batch.BoolColumn;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.facts.Imports;

/// Rows of `cst_imports_v1`: one for each alias.
final class CstImportRows extends PositionedRows {
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final DictionaryColumn module = rows.dictionary("module");
    private final IntColumn relativeLevel = rows.ints("relative_level");
    private final DictionaryColumn name = rows.dictionary("name");
    private final DictionaryColumn asname = rows.dictionary("asname");
    private final BoolColumn isStar = rows.bools("is_star");
    private final DictionaryColumn boundName = rows.dictionary("bound_name");
    private final IntColumn blockId = rows.ints("block_id");
    private final IntColumn statementStart = rows.ints("stmt_bstart");
    private final IntColumn statementEnd = rows.ints("stmt_bend");
    private final IntColumn boundStart = rows.ints("bound_bstart");
    private final IntColumn boundEnd = rows.ints("bound_bend");
    private final MapColumn attrs = rows.map("attrs");

    CstImportRows() {
        super(CstDatasets.IMPORTS);
    }

    void add(FileContext file) {
        Imports imports = file.facts().imports();
        identity(imports.size());
        for (int i = 0; i < imports.size(); i++) {
            addStatement(file, imports.statement(i));
            addAlias(file, imports.alias(i));
            positions.add(imports.start(i), imports.end(i));
        }
        attrs.addEmpty(imports.size());
    }

    private void addStatement(FileContext file, int statement) {
        SyntaxTree tree = file.tree();
        boolean from = tree.kind(statement) == NodeKind.IMPORT_FROM;
        kind.add(from ? "importfrom" : "import");
        relativeLevel.add(from ? tree.slot(statement, 0) : 0);
        int first = from ? tree.slot(statement, 1) : 0;
        module.add(first == 0 ? null : file.dotted(first, tree.slot(statement, 2)));
        statementStart.add(file.source().rawOffset(tree.start(statement)));
        statementEnd.add(file.source().rawOffset(tree.end(statement)));
    }

    private void addAlias(FileContext file, int alias) {
        SyntaxTree tree = file.tree();
        int first = tree.slot(alias, 0);
        boolean star = file.tokens().kind(first) == TokenKind.STAR;
        int as = tree.slot(alias, 2);
        boolean hasName = as != 0 && file.tokens().kind(as) == TokenKind.NAME;
        int bound = hasName ? as : first;
        int block = file.blockAt(file.tokens().start(bound));
        name.add(star ? "*" : file.dotted(first, tree.slot(alias, 1)));
        asname.add(hasName ? file.name(as) : null);
        isStar.add(star);
        blockId.add(block);
        if (star) {
            boundName.addNull();
            boundStart.addNull();
            boundEnd.addNull();
        } else {
            boundName.add(file.mangled(file.name(bound), block));
            boundStart.add(file.source().rawOffset(file.tokens().start(bound)));
            boundEnd.add(file.source().rawOffset(file.tokens().end(bound)));
        }
    }
}
