package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.facts.Decorators;

/// Rows of `cst_decorators_v1`.
final class DecoratorRows extends PositionedRows {
    private final OwnerColumns owner = new OwnerColumns(rows, "owner_kind", "owner_def");
    private final StringColumn decoratorText = rows.strings("decorator_text");
    private final IntColumn decoratorIndex = rows.ints("decorator_index");

    DecoratorRows() {
        super(CstDatasets.DECORATORS);
    }

    void add(FileContext file) {
        Decorators decorators = file.facts().decorators();
        identity(decorators.size());
        for (int i = 0; i < decorators.size(); i++) {
            owner.add(file, decorators.owner(i));
            decoratorText.add(Texts.excerpt(file.tree(), decorators.expression(i)));
            decoratorIndex.add(decorators.index(i));
            positions.add(decorators.start(i), decorators.end(i));
        }
    }
}
