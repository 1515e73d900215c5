package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.syntax.facts.Definitions;

/// Rows of `cst_defs_v1`: functions and classes.
final class DefRows extends PositionedRows {
    private final OwnerColumns container = new OwnerColumns(rows, "container_def_kind", "container_def");
    private final DictionaryColumn kind = rows.dictionary("kind");
    private final DictionaryColumn name = rows.dictionary("name");
    private final DictionaryColumn bindingName = rows.dictionary("binding_name");
    private final IntColumn nameStart = rows.ints("name_bstart");
    private final IntColumn nameEnd = rows.ints("name_bend");
    private final QualifiedNameColumns qualifiedNames = new QualifiedNameColumns(rows, "qnames", "def_fqns");
    private final IntColumn decoratorCount = rows.ints("decorator_count");
    private final IntColumn paramCount = rows.ints("param_count");
    private final IntColumn blockId = rows.ints("block_id");
    private final IntColumn bodyBlockId = rows.ints("body_block_id");
    private final MapColumn attrs = rows.map("attrs");

    DefRows() {
        super(CstDatasets.DEFS);
    }

    void add(FileContext file) {
        Definitions definitions = file.facts().definitions();
        identity(definitions.size());
        for (int i = 0; i < definitions.size(); i++) {
            int token = definitions.nameToken(i);
            int nameAt = file.tokens().start(token);
            int block = file.blockAt(nameAt);
            String text = file.name(token);
            container.add(file, definitions.container(i));
            kind.add(FileContext.label(definitions.kind(i)));
            name.add(text);
            bindingName.add(file.mangled(text, block));
            nameStart.add(file.source().rawOffset(nameAt));
            nameEnd.add(file.source().rawOffset(file.tokens().end(token)));
            qualifiedNames.add(file, definitions.node(i));
            decoratorCount.add(definitions.decorators(i));
            if (definitions.parameters(i) < 0) {
                paramCount.addNull();
            } else {
                paramCount.add(definitions.parameters(i));
            }
            blockId.add(block);
            bodyBlockId.add(file.bodyBlock(definitions.node(i)));
            positions.add(definitions.start(i), definitions.end(i));
        }
        attrs.addEmpty(definitions.size());
    }
}
