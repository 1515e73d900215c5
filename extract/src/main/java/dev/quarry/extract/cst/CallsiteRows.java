package dev.quarry.extract.cst;

import dev.quarry.catalog.CstDatasets;
import dev.quarry.extract.rows.PositionedRows;
import dev.quarry.extract.rows.Texts;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.MapColumn;
import dev.quarry.syntax.NodeKind;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.TokenKind;
import dev.quarry.syntax.facts.Calls;
import java.util.ArrayDeque;
import java.util.Deque;

/// Rows of `cst_callsites_v1`.
final class CallsiteRows extends PositionedRows {
    private final IntColumn calleeStart = rows.ints("callee_bstart");
    private final IntColumn calleeEnd = rows.ints("callee_bend");
    private final IntColumn calleeNameStart = rows.ints("callee_name_bstart");
    private final IntColumn calleeNameEnd = rows.ints("callee_name_bend");
    private final DictionaryColumn calleeShape = rows.dictionary("callee_shape");
    private final DictionaryColumn calleeText = rows.dictionary("callee_text");
    private final DictionaryColumn calleeDotted = rows.dictionary("callee_dotted");
    private final IntColumn argCount = rows.ints("arg_count");
    private final IntColumn positionalCount = rows.ints("positional_count");
    private final IntColumn keywordCount = rows.ints("keyword_count");
    private final IntColumn starArgCount = rows.ints("star_arg_count");
    private final IntColumn starKwargCount = rows.ints("star_kwarg_count");
    private final QualifiedNameColumns qualifiedNames =
            new QualifiedNameColumns(rows, "callee_qnames", "callee_fqns");
    private final IntColumn blockId = rows.ints("block_id");
    private final MapColumn attrs = rows.map("attrs");

    CallsiteRows() {
        super(CstDatasets.CALLSITES);
    }

    void add(FileContext file) {
        Calls calls = file.facts().calls();
        identity(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            addCallee(file, calls, i);
            int positional = calls.positional(i);
            int keywords = calls.keywords(i);
            int starred = calls.starred(i);
            int doubleStarred = calls.doubleStarred(i);
            argCount.add(positional + keywords + starred + doubleStarred);
            positionalCount.add(positional);
            keywordCount.add(keywords);
            starArgCount.add(starred);
            starKwargCount.add(doubleStarred);
            qualifiedNames.add(file, calls.callee(i));
            positions.add(calls.start(i), calls.end(i));
        }
    }

    private void addCallee(FileContext file, Calls calls, int call) {
        SyntaxTree tree = file.tree();
        int callee = calls.callee(call);
        int start = tree.start(callee);
        int end = tree.end(callee);
        calleeStart.add(file.source().rawOffset(start));
        calleeEnd.add(file.source().rawOffset(end));
        calleeShape.add(calls.shape(call).name());
        calleeText.add(Texts.excerpt(tree, start, end));
        if (end - start > Texts.MAX_TEXT_BYTES) {
            attrs.put("callee_text_truncated", "true");
        }
        attrs.endMap();
        calleeDotted.add(dotted(file, callee));
        int token = calls.nameToken(call);
        if (token < 0) {
            calleeNameStart.addNull();
            calleeNameEnd.addNull();
        } else {
            calleeNameStart.add(file.source().rawOffset(file.tokens().start(token)));
            calleeNameEnd.add(file.source().rawOffset(file.tokens().end(token)));
        }
        blockId.add(file.blockAt(place(tree, callee, token)));
    }

    /// A place that the scope evaluates which makes the call: the callee's own name, for others its innermost one.
    private static int place(SyntaxTree tree, int callee, int nameToken) {
        if (nameToken >= 0) {
            return tree.tokens().start(nameToken);
        }
        int node = callee;
        while (true) {
            switch (tree.kind(node)) {
                case CALL, SUBSCRIPT, PAREN -> node = tree.slot(node, 0);
                case ATTRIBUTE -> {
                    return tree.tokens().start(tree.slot(node, 1));
                }
                default -> {
                    return tree.start(node);
                }
            }
        }
    }

    /// The names of a callee that is nothing else, with dots between; else null.
    private static String dotted(FileContext file, int callee) {
        SyntaxTree tree = file.tree();
        Deque<String> names = new ArrayDeque<>();
        int node = callee;
        while (tree.kind(node) == NodeKind.ATTRIBUTE) {
            int token = tree.slot(node, 1);
            if (file.tokens().kind(token) != TokenKind.NAME) {
                return null;
            }
            names.addFirst(file.name(token));
            node = tree.slot(node, 0);
        }
        if (tree.kind(node) != NodeKind.NAME || file.tokens().kind(tree.slot(node, 0)) != TokenKind.NAME) {
            return null;
        }
        names.addFirst(file.name(tree.slot(node, 0)));
        return String.join(".", names);
    }
}
