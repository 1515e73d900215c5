package dev.quarry.syntax.cst;

/// Finds the ends of lines and of what LibCST calls simple white space, trailing white space and empty lines.
final class Lines {
    private final byte[] text;
    private final int start;

    Lines(byte[] text, int start) {
        this.text = text;
        this.start = start;
    }

    /// Where spaces, tabs, form feeds and continued line ends stop.
    int simpleSpaceEnd(int from) {
        int at = from;
        while (at < text.length) {
            byte b = text[at];
            if (b == ' ' || b == '\t' || b == '\f') {
                at++;
            } else if (b == '\\' && at + 1 < text.length && isBreak(text[at + 1])) {
                at = breakEnd(at + 1);
            } else {
                break;
            }
        }
        return at;
    }

    /// Where spaces, tabs and form feeds stop.
    int blanksEnd(int from) {
        int at = from;
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\f')) {
            at++;
        }
        return at;
    }

    /// Where the logical line ends whose last token ends at the offset: behind its line break.
    int lineEnd(int from) {
        int at = simpleSpaceEnd(from);
        while (at < text.length && !isBreak(text[at])) {
            at++;
        }
        return at < text.length ? breakEnd(at) : at;
    }

    /// Where the lines end that begin at the offset and have nothing but comments in them.
    int emptyLinesEnd(int from) {
        int at = from;
        for (int end = emptyLineEnd(at); end >= 0; end = emptyLineEnd(at)) {
            at = end;
        }
        return at;
    }

    /// Where the empty line ends that begins at the offset; -1 when the line is not empty. The last line counts without a line break, unless there is nothing in it.
    int emptyLineEnd(int from) {
        int at = simpleSpaceEnd(from);
        if (at < text.length && text[at] == '#') {
            while (at < text.length && !isBreak(text[at])) {
                at++;
            }
        }
        if (at < text.length) {
            return isBreak(text[at]) ? breakEnd(at) : -1;
        }
        return at > from ? at : -1;
    }

    /// Where the line of an offset begins.
    int lineStart(int offset) {
        int at = offset;
        while (at > start && !isBreak(text[at - 1])) {
            at--;
        }
        return at;
    }

    /// Whether the text at an offset is the same as a range.
    boolean begins(int at, int from, int to) {
        if (at + to - from > text.length) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text[at + i - from] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    private int breakEnd(int at) {
        return text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
