package dev.quarry.syntax.match;

import dev.quarry.syntax.match.RegularExpression.Instruction;
import java.util.Arrays;

/// Runs regular expressions: all places of the program that the text so far can lead to, side by side. The time is at
/// most proportional to the text times the program. One per thread: it keeps its buffers.
final class RegexMatch {
    private static final int NONE = -1;

    private byte[] text;
    private int from;
    private int to;
    private int codePoint;

    private int[] current = new int[64];
    private int[] next = new int[64];
    private int currentCount;
    private int nextCount;
    private int[] stack = new int[64];
    /// By instruction: the step at which it was last reached.
    private int[] reached = new int[64];
    private int step;

    /// Whether an expression matches all of a text.
    ///
    /// @param utf8 holds the text
    /// @param start offset of its first byte
    /// @param end offset after its last byte
    boolean matches(RegularExpression expression, byte[] utf8, int start, int end) {
        text = utf8;
        from = start;
        to = end;
        begin(expression.size());
        boolean matched = reach(expression, 0, start);
        for (int at = start; at < end;) {
            swap();
            int after = decode(at);
            step++;
            matched = false;
            for (int i = 0; i < currentCount; i++) {
                int place = current[i];
                if (expression.instruction(place).set().contains(codePoint)) {
                    matched |= reach(expression, place + 1, after);
                }
            }
            at = after;
            if (nextCount == 0) {
                return matched && at == end;
            }
        }
        return matched;
    }

    private void begin(int size) {
        if (reached.length < size) {
            current = new int[size];
            next = new int[size];
            reached = new int[size];
            // Each instruction that is reached puts at most two others on the stack.
            stack = new int[2 * size + 2];
            step = 0;
        }
        if (step > Integer.MAX_VALUE - (to - from) - 2) {
            Arrays.fill(reached, 0);
            step = 0;
        }
        step++;
        nextCount = 0;
    }

    private void swap() {
        int[] taken = current;
        current = next;
        next = taken;
        currentCount = nextCount;
        nextCount = 0;
    }

    /// Adds the instructions that take characters and can be reached from a place without one; returns whether the end
    /// of the program can.
    private boolean reach(RegularExpression expression, int place, int at) {
        boolean matched = false;
        int top = 0;
        stack[top++] = place;
        while (top > 0) {
            int index = stack[--top];
            if (reached[index] == step) {
                continue;
            }
            reached[index] = step;
            Instruction instruction = expression.instruction(index);
            switch (instruction.operation()) {
                case TAKE -> next[nextCount++] = index;
                case MATCH -> matched = true;
                case JUMP -> stack[top++] = instruction.target();
                case SPLIT -> {
                    stack[top++] = instruction.other();
                    stack[top++] = instruction.target();
                }
                case CHECK -> {
                    if (isAt(instruction.place(), at)) {
                        stack[top++] = index + 1;
                    }
                }
            }
        }
        return matched;
    }

    private boolean isAt(RegexNode.Place place, int at) {
        return switch (place) {
            case TEXT_START -> at == from;
            case TEXT_END -> at == to;
            case LAST_LINE_END -> at == to || at == to - 1 && text[at] == '\n';
            case LINE_START -> at == from || text[at - 1] == '\n';
            case LINE_END -> at == to || text[at] == '\n';
            case WORD_EDGE -> isWord(before(at), false) != isWord(behind(at), false);
            // In Python, an empty text has no place that is no edge.
            case NO_WORD_EDGE -> from < to && isWord(before(at), false) == isWord(behind(at), false);
            case ASCII_WORD_EDGE -> isWord(before(at), true) != isWord(behind(at), true);
            case NO_ASCII_WORD_EDGE -> from < to && isWord(before(at), true) == isWord(behind(at), true);
        };
    }

    private static boolean isWord(int c, boolean ascii) {
        return c != NONE && (ascii ? CharacterSet.isAsciiWord(c) : CharacterSet.isWord(c));
    }

    private int before(int at) {
        if (at == from) {
            return NONE;
        }
        int start = at - 1;
        while (start > from && (text[start] & 0xC0) == 0x80) {
            start--;
        }
        return codePointAt(start);
    }

    private int behind(int at) {
        return at == to ? NONE : codePointAt(at);
    }

    private int codePointAt(int at) {
        int kept = codePoint;
        decode(at);
        int found = codePoint;
        codePoint = kept;
        return found;
    }

    /// Reads the code point at an offset and returns the offset behind it. Bytes that are no UTF-8 count as one
    /// replacement character each.
    private int decode(int at) {
        int lead = text[at];
        if (lead >= 0) {
            codePoint = lead;
            return at + 1;
        }
        int length = (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xF8) == 0xF0 ? 4 : 1;
        codePoint = 0xFFFD;
        if (length == 1 || at + length > to) {
            return at + 1;
        }
        int value = lead & 0xFF >> length + 1;
        for (int i = 1; i < length; i++) {
            int follower = text[at + i];
            if ((follower & 0xC0) != 0x80) {
                return at + 1;
            }
            value = value << 6 | follower & 0x3F;
        }
        codePoint = value;
        return at + length;
    }
}
