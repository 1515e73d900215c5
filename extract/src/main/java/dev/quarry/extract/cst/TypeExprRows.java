package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.facts.TypeExpressions;
import java.util.Locale;

/// Rows of `cst_type_exprs_v1`.
final class TypeExprRows extends PositionedRows {
    private final OwnerColumns owner = new OwnerColumns(rows, "owner_def_kind", "owner_def");
    private final DictionaryColumn paramName = rows.dictionary("param_name");
    private final DictionaryColumn exprKind = rows.dictionary("expr_kind");
    private final DictionaryColumn exprRole = rows.dictionary("expr_role");
    private final StringColumn exprText = rows.strings("expr_text");

    TypeExprRows() {
        super(CstDatasets.TYPE_EXPRS);
    }

    void add(FileContext file) {
        TypeExpressions types = file.facts().typeExpressions();
        identity(types.size());
        for (int i = 0; i < types.size(); i++) {
            owner.add(file, types.owner(i));
            int subject = types.subjectStart(i);
            paramName.add(subject < 0 ? null : Texts.excerpt(file.tree(), subject, types.subjectEnd(i)));
            exprKind.add(switch (types.role(i)) {
                case PARAM, RETURN, VARIABLE -> "annotation";
                case BOUND, DEFAULT -> "type_param";
                case ALIAS_VALUE -> "type_alias";
            });
            exprRole.add(types.role(i).name().toLowerCase(Locale.ROOT));
            exprText.add(Texts.excerpt(file.tree(), types.start(i), types.end(i)));
            positions.add(types.start(i), types.end(i));
        }
    }
}
