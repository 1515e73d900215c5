package dev.quarry.syntax;

import java.util.Arrays;

/// The tokens of one file as parallel arrays, in source order.
///
/// The bytes between two tokens are trivia (white space, comments, line breaks that end no statement, line
/// continuations): token spans plus the gaps between them cover the file. `INDENT`, `DEDENT` and `ENDMARKER` have
/// width 0. Offsets are bytes into [SourceText#utf8]; ends are exclusive.
public final class TokenBuffer {
    private byte[] kinds;
    private int[] starts;
    private int[] ends;
    /// What a kind has to say beside its span: see [TokenKind].
    private int[] payloads;
    private int size;
    private TypeIgnores typeIgnores = new TypeIgnores();

    TokenBuffer(int capacity) {
        kinds = new byte[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        payloads = new int[capacity];
    }

    public int size() {
        return size;
    }

    /// One of the constants of [TokenKind].
    public int kind(int token) {
        return kinds[token];
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    /// The payload of a token; its meaning depends on the kind and is documented in [TokenKind].
    public int payload(int token) {
        return payloads[token];
    }

    int add(int kind, int start, int end, int payload) {
        if (size == kinds.length) {
            grow();
        }
        kinds[size] = (byte) kind;
        starts[size] = start;
        ends[size] = end;
        payloads[size] = payload;
        return size++;
    }

    void setKind(int token, int kind) {
        kinds[token] = (byte) kind;
    }

    void setPayload(int token, int payload) {
        payloads[token] = payload;
    }

    /// The `# type: ignore` comments, which are no tokens.
    public TypeIgnores typeIgnores() {
        return typeIgnores;
    }

    void clear() {
        size = 0;
        typeIgnores = new TypeIgnores();
    }

    /// A copy without spare room; `this` can be used for the next file.
    TokenBuffer trimmedCopy() {
        TokenBuffer copy = new TokenBuffer(0);
        copy.kinds = Arrays.copyOf(kinds, size);
        copy.starts = Arrays.copyOf(starts, size);
        copy.ends = Arrays.copyOf(ends, size);
        copy.payloads = Arrays.copyOf(payloads, size);
        copy.size = size;
        copy.typeIgnores = typeIgnores;
        return copy;
    }

    private void grow() {
        int capacity = Math.max(64, size + (size >> 1));
        kinds = Arrays.copyOf(kinds, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        payloads = Arrays.copyOf(payloads, capacity);
    }
}
