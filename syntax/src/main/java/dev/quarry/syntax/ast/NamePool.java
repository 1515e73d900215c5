package dev.quarry.syntax.ast;

import dev.quarry.syntax.NameTable;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The identifiers of one file: those of its [NameTable], under the same numbers, then dotted names as they occur.
final class NamePool {
    private NameTable names;
    /// The table's names as they lie in the table, then the dotted ones.
    private final ByteSink bytes = new ByteSink();
    private int[] dottedEnds = new int[64];
    private int dottedCount;

    void reset(NameTable table) {
        names = table;
        dottedCount = 0;
        bytes.clear();
        bytes.put(table.bytes(), 0, tableEnd());
    }

    int size() {
        return names.size() + dottedCount;
    }

    byte[] buffer() {
        return bytes.array();
    }

    int start(int index) {
        int dotted = index - names.size();
        return dotted < 0 ? names.start(index) : dotted == 0 ? tableEnd() : dottedEnds[dotted - 1];
    }

    int end(int index) {
        int dotted = index - names.size();
        return dotted < 0 ? names.end(index) : dottedEnds[dotted];
    }

    String text(int index) {
        return index < names.size() ? names.text(index)
                : new String(bytes.array(), start(index), end(index) - start(index), StandardCharsets.UTF_8);
    }

    /// Adds the dotted name, or `*`, that the tokens from `first` to `last` spell. Equal ones are not joined: looking
    /// for them would cost more than the few bytes that it saves.
    int addDotted(TokenBuffer tokens, int first, int last) {
        for (int token = first; token <= last; token++) {
            switch (tokens.kind(token)) {
                case TokenKind.NAME -> {
                    if (token > first) {
                        bytes.put('.');
                    }
                    int name = tokens.payload(token);
                    bytes.put(names.bytes(), names.start(name), names.end(name));
                }
                case TokenKind.STAR -> bytes.put('*');
                default -> { }
            }
        }
        if (dottedCount == dottedEnds.length) {
            dottedEnds = Arrays.copyOf(dottedEnds, dottedCount * 2);
        }
        dottedEnds[dottedCount] = bytes.size();
        return names.size() + dottedCount++;
    }

    private int tableEnd() {
        return names.size() == 0 ? 0 : names.end(names.size() - 1);
    }
}
