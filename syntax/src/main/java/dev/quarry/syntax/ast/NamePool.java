package dev.quarry.syntax.ast;

import dev.quarry.syntax.NameTable;
import dev.quarry.syntax.TokenBuffer;
import dev.quarry.syntax.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The identifiers of one file: those of its [NameTable], under the same numbers, then dotted names as they occur.
///
/// Bytes are written on first use, so names that occur in no row cost nothing.
final class NamePool {
    private static final int UNWRITTEN = -1;

    private NameTable names;
    private int size;
    private int[] starts = new int[256];
    private int[] lengths = new int[256];
    private final ByteSink bytes = new ByteSink();

    void reset(NameTable table) {
        names = table;
        size = table.size();
        bytes.clear();
        if (starts.length < size) {
            starts = new int[size + (size >> 1)];
            lengths = new int[starts.length];
        }
        Arrays.fill(starts, 0, size, UNWRITTEN);
    }

    int size() {
        return size;
    }

    byte[] buffer() {
        return bytes.array();
    }

    int start(int index) {
        if (starts[index] == UNWRITTEN) {
            starts[index] = bytes.size();
            bytes.put(names.text(index));
            lengths[index] = bytes.size() - starts[index];
        }
        return starts[index];
    }

    int length(int index) {
        start(index);
        return lengths[index];
    }

    String text(int index) {
        return index < names.size() ? names.text(index)
                : new String(bytes.array(), starts[index], lengths[index], StandardCharsets.UTF_8);
    }

    /// Adds the dotted name, or `*`, that the tokens from `first` to `last` spell. Equal ones are not joined: looking
    /// for them would cost more than the few bytes that it saves.
    int addDotted(TokenBuffer tokens, int first, int last) {
        for (int token = first; token <= last; token++) {
            if (tokens.kind(token) == TokenKind.NAME) {
                start(tokens.payload(token));
            }
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size + (size >> 1));
            lengths = Arrays.copyOf(lengths, starts.length);
        }
        starts[size] = bytes.size();
        for (int token = first; token <= last; token++) {
            if (tokens.kind(token) == TokenKind.NAME) {
                if (token > first) {
                    bytes.put('.');
                }
                int name = tokens.payload(token);
                bytes.reserve(lengths[name] + 1);
                bytes.put(bytes.array(), starts[name], starts[name] + lengths[name]);
            } else if (tokens.kind(token) == TokenKind.STAR) {
                bytes.put('*');
            }
        }
        lengths[size] = bytes.size() - starts[size];
        return size++;
    }
}
