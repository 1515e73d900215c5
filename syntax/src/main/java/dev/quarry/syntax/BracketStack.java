package dev.quarry.syntax;

import java.util.Arrays;

/// The brackets that are open at a place of the text, replacement fields of f-strings included.
final class BracketStack {
    static final int PAREN = 0;
    static final int SQUARE = 1;
    static final int CURLY = 2;
    /// The `{` of a replacement field.
    static final int FIELD = 3;

    private int[] kinds = new int[64];
    private int[] offsets = new int[64];
    private int[] tokens = new int[64];
    /// For each entry, the next one below it of the same kind, -1 for none.
    private int[] below = new int[64];
    /// For fields: whether the lexer is past the colon, in the format specification.
    private boolean[] inSpecification = new boolean[64];
    /// The topmost entry of each kind, -1 for none.
    private final int[] topmost = {-1, -1, -1, -1};
    private int depth;
    /// Offsets of brackets that nothing has closed.
    private int[] unclosed = new int[8];
    private int unclosedCount;

    void clear() {
        depth = 0;
        unclosedCount = 0;
        Arrays.fill(topmost, -1);
    }

    int depth() {
        return depth;
    }

    /// Puts a bracket on top; `token` is its index.
    void push(int kind, int offset, int token) {
        if (depth == kinds.length) {
            kinds = Arrays.copyOf(kinds, depth * 2);
            offsets = Arrays.copyOf(offsets, depth * 2);
            tokens = Arrays.copyOf(tokens, depth * 2);
            below = Arrays.copyOf(below, depth * 2);
            inSpecification = Arrays.copyOf(inSpecification, depth * 2);
        }
        kinds[depth] = kind;
        offsets[depth] = offset;
        tokens[depth] = token;
        below[depth] = topmost[kind];
        inSpecification[depth] = false;
        topmost[kind] = depth++;
    }

    /// Takes the top away. Its token learns what closes it, where the parser needs that.
    void pop(TokenBuffer buffer, int closingToken) {
        if ((depth & Lexer.DEFERRAL_INTERVAL - 1) == 0) {
            buffer.setPayload(tokens[depth - 1], closingToken);
        }
        depth--;
        topmost[kinds[depth]] = below[depth];
    }

    /// Takes the top away if it is a bracket of a kind whose token needn't know what closes it.
    boolean popMatching(int kind) {
        int top = depth - 1;
        if (top < 0 || kinds[top] != kind || (depth & Lexer.DEFERRAL_INTERVAL - 1) == 0) {
            return false;
        }
        topmost[kind] = below[top];
        depth = top;
        return true;
    }

    /// Takes entries away until `newDepth` are left.
    void popTo(int newDepth, TokenBuffer buffer, int closingToken) {
        while (depth > newDepth) {
            pop(buffer, closingToken);
        }
    }

    /// Notes that nothing closes the entries from a position on, which are about to be taken away.
    void markUnclosed(int from) {
        int count = depth - from;
        if (count <= 0) {
            return;
        }
        if (unclosedCount + count > unclosed.length) {
            unclosed = Arrays.copyOf(unclosed, Math.max(unclosed.length * 2, unclosedCount + count));
        }
        System.arraycopy(offsets, from, unclosed, unclosedCount, count);
        unclosedCount += count;
    }

    /// Offsets of the brackets that nothing closed, a copy.
    int[] unclosed() {
        return Arrays.copyOf(unclosed, unclosedCount);
    }

    /// Where the bracket at a position of the stack is.
    int offset(int position) {
        return offsets[position];
    }

    int topKind() {
        return kinds[depth - 1];
    }

    int topOffset() {
        return offsets[depth - 1];
    }

    char topCharacter() {
        return "([{{".charAt(topKind());
    }

    boolean topIsField() {
        return depth > 0 && kinds[depth - 1] == FIELD;
    }

    boolean topIsSpecification() {
        return topIsField() && inSpecification[depth - 1];
    }

    void setTopSpecification(boolean value) {
        inSpecification[depth - 1] = value;
    }

    /// The position of the innermost bracket that a closing bracket of a kind can close without leaving the field that
    /// it is in, -1 when there is none. `}` closes fields, too.
    int closable(int kind) {
        int field = topmost[FIELD];
        return kind == CURLY ? Math.max(topmost[CURLY], field) : topmost[kind] > field ? topmost[kind] : -1;
    }

    boolean isField(int position) {
        return kinds[position] == FIELD;
    }
}
