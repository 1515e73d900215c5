package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.facts.Arguments;

/// Rows of `cst_call_args_v1`.
final class CallArgRows extends PositionedRows {
    private static final String[] STARS = {"", "*", "**"};

    private final IntColumn callStart = rows.ints("call_bstart");
    private final IntColumn callEnd = rows.ints("call_bend");
    private final IntColumn argIndex = rows.ints("arg_index");
    private final DictionaryColumn keyword = rows.dictionary("keyword");
    private final DictionaryColumn star = rows.dictionary("star");
    private final StringColumn argText = rows.strings("arg_text");

    CallArgRows() {
        super(CstDatasets.CALL_ARGS);
    }

    void add(FileContext file) {
        SyntaxTree tree = file.tree();
        Arguments arguments = file.facts().arguments();
        identity(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            int call = arguments.call(i);
            int keywordToken = arguments.keywordToken(i);
            callStart.add(file.source().rawOffset(tree.start(call)));
            callEnd.add(file.source().rawOffset(tree.end(call)));
            argIndex.add(arguments.index(i));
            keyword.add(keywordToken < 0 ? null : file.name(keywordToken));
            star.add(STARS[arguments.stars(i)]);
            argText.add(Texts.excerpt(tree, arguments.start(i), arguments.end(i)));
            positions.add(arguments.start(i), arguments.end(i));
        }
    }
}
