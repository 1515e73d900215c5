package dev.quarry.syntax;

import java.util.Arrays;

/// The tokens of one file, in source order.
///
/// The bytes between two tokens are trivia (white space, comments, line breaks that end no statement, line
/// continuations): token spans plus the gaps between them cover the file. `INDENT`, `DEDENT` and `ENDMARKER` have
/// width 0. Offsets are bytes into [SourceText#utf8]; ends are exclusive.
public final class TokenBuffer {
    // A token is one `long`: start (31 bits), length (8), kind (7), payload (18). That is 8 bytes instead of 13, and one
    // array to write to instead of four.
    private static final int LENGTH_SHIFT = 31;
    private static final int KIND_SHIFT = 39;
    private static final int PAYLOAD_SHIFT = 46;
    private static final int START_MASK = Integer.MAX_VALUE;
    private static final int KIND_MASK = 0x7f;
    /// A length that says: length and payload are in the tables of large tokens.
    private static final int LARGE = 0xff;
    private static final int MOST_PAYLOAD = (1 << Long.SIZE - PAYLOAD_SHIFT) - 1;

    private long[] tokens;
    private int size;
    /// Tokens that are too long or have too large a payload, in ascending order; their ends and payloads.
    private int[] large = new int[0];
    private int[] largeEnds = new int[0];
    private int[] largePayloads = new int[0];
    private int largeCount;
    private TypeIgnores typeIgnores = new TypeIgnores();

    TokenBuffer(int capacity) {
        tokens = new long[capacity];
    }

    public int size() {
        return size;
    }

    /// One of the constants of [TokenKind].
    public int kind(int token) {
        return (int) (tokens[token] >>> KIND_SHIFT) & KIND_MASK;
    }

    public int start(int token) {
        return (int) tokens[token] & START_MASK;
    }

    public int end(int token) {
        long packed = tokens[token];
        int length = (int) (packed >>> LENGTH_SHIFT) & LARGE;
        return length == LARGE ? largeEnds[largeIndex(token)] : ((int) packed & START_MASK) + length;
    }

    /// The payload of a token; its meaning depends on the kind and is documented in [TokenKind].
    public int payload(int token) {
        long packed = tokens[token];
        return isLarge(packed) ? largePayloads[largeIndex(token)] : (int) (packed >>> PAYLOAD_SHIFT);
    }

    int add(int kind, int start, int end, int payload) {
        int token = size;
        if (token >= tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(64, token + (token >> 1)));
        }
        int length = end - start;
        if (length >= LARGE || payload > MOST_PAYLOAD) {
            return addLarge(kind, start, end, payload);
        }
        tokens[token] = (long) payload << PAYLOAD_SHIFT | (long) kind << KIND_SHIFT | (long) length << LENGTH_SHIFT
                | start;
        size = token + 1;
        return token;
    }

    /// Adds a token whose payload may be set later.
    int addLarge(int kind, int start, int end, int payload) {
        int token = add(kind, start, start, 0);
        tokens[token] |= (long) LARGE << LENGTH_SHIFT;
        if (largeCount == large.length) {
            resizeLarge(Math.max(16, 2 * largeCount));
        }
        large[largeCount] = token;
        largeEnds[largeCount] = end;
        largePayloads[largeCount++] = payload;
        return token;
    }

    void setKind(int token, int kind) {
        tokens[token] = tokens[token] & ~((long) KIND_MASK << KIND_SHIFT) | (long) kind << KIND_SHIFT;
    }

    /// Sets the payload of a token that [#addLarge] has added.
    void setPayload(int token, int payload) {
        largePayloads[largeIndex(token)] = payload;
    }

    private static boolean isLarge(long packed) {
        return ((int) (packed >>> LENGTH_SHIFT) & LARGE) == LARGE;
    }

    private int largeIndex(int token) {
        return Arrays.binarySearch(large, 0, largeCount, token);
    }

    private void resizeLarge(int capacity) {
        large = Arrays.copyOf(large, capacity);
        largeEnds = Arrays.copyOf(largeEnds, capacity);
        largePayloads = Arrays.copyOf(largePayloads, capacity);
    }

    /// The `# type: ignore` comments, which are no tokens.
    public TypeIgnores typeIgnores() {
        return typeIgnores;
    }

    /// The first line that CPython's tokenizer holds together with a line: that where the string begins which ends in the
    /// line, or where a continued line begins.
    ///
    /// @param end the token behind the last one that is to count
    int firstLineWith(int line0, SourceText source, int end) {
        int line = line0;
        int token = end - 1;
        while (line > 0) {
            int start = source.lineStart(line);
            while (token >= 0 && start(token) >= start) {
                token--;
            }
            if (token >= 0 && end(token) > start) {
                line = source.line0(start(token));
            } else if (source.isContinued(line - 1)) {
                line--;
            } else {
                break;
            }
        }
        return line;
    }

    void clear() {
        size = 0;
        largeCount = 0;
        typeIgnores = new TypeIgnores();
    }

    /// A copy without spare room; `this` can be used for the next file.
    TokenBuffer trimmedCopy() {
        TokenBuffer copy = new TokenBuffer(0);
        copy.tokens = Arrays.copyOf(tokens, size);
        copy.size = size;
        copy.large = large;
        copy.largeEnds = largeEnds;
        copy.largePayloads = largePayloads;
        copy.resizeLarge(largeCount);
        copy.largeCount = largeCount;
        copy.typeIgnores = typeIgnores;
        return copy;
    }
}
