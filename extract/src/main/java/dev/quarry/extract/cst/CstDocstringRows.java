package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.ast.StringConstants;
import dev.quarry.syntax.facts.Docstrings;

/// Rows of `cst_docstrings_v1`: docstrings that are not empty.
final class CstDocstringRows extends PositionedRows {
    private final OwnerColumns owner = new OwnerColumns(rows, "owner_kind", "owner_def");
    private final StringColumn docstring = rows.strings("docstring");

    CstDocstringRows() {
        super(CstDatasets.DOCSTRINGS);
    }

    void add(FileContext file) {
        Docstrings docstrings = file.facts().docstrings();
        for (int i = 0; i < docstrings.size(); i++) {
            String text = StringConstants.value(file.tree(), docstrings.strings(i));
            if (text.isEmpty()) {
                continue;
            }
            identity(1);
            if (docstrings.owner(i) < 0) {
                owner.addModule();
            } else {
                owner.add(file, docstrings.owner(i));
            }
            docstring.add(Texts.storable(text));
            positions.add(docstrings.start(i), docstrings.end(i));
        }
    }
}
