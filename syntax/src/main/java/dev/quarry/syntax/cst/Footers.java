package dev.quarry.syntax.cst;

import java.util.Arrays;

/// Shares out the lines of comments and blank lines behind blocks that end in the same place: a block has those up to the
/// last that is indented like it, LibCST leaves the others to the block around it and to the next statement.
///
/// Blocks ask from the inside out, so the indentation asked for shrinks. The lines are read once for all of them: only a
/// line that is indented further than all lines behind it can be the last for some block.
final class Footers {
    private final Lines lines;
    /// The lines that can be a last one in source order, hence by falling width of their indentation.
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int[] widths = new int[16];
    private int count;
    /// The line of the last answer.
    private int current;
    /// Where the lines that were read begin and end.
    private int from = -1;
    private int to = -1;

    Footers(Lines lines) {
        this.lines = lines;
    }

    /// Where the block's lines end.
    ///
    /// @param flow where its last statement ends
    /// @param indented the first character of its first statement
    int end(int flow, int indented) {
        if (flow < from || flow > to) {
            read(flow);
        }
        int lineStart = lines.lineStart(indented);
        int width = indented - lineStart;
        while (current + 1 < count && widths[current + 1] >= width) {
            current++;
        }
        if (current == count || ends[current] <= flow || widths[current] < width) {
            return flow;
        }
        return lines.begins(starts[current], lineStart, indented) ? ends[current] : search(flow, lineStart, indented);
    }

    /// The answer where tabs and blanks are mixed, so that a line may be as wide and yet be indented differently.
    private int search(int flow, int lineStart, int indented) {
        int found = flow;
        for (int at = flow; at < to; at = lines.emptyLineEnd(at)) {
            if (lines.begins(at, lineStart, indented)) {
                found = lines.emptyLineEnd(at);
            }
        }
        return found;
    }

    private void read(int flow) {
        from = flow;
        count = 0;
        current = 0;
        int at = flow;
        for (int end = lines.emptyLineEnd(at); end >= 0; end = lines.emptyLineEnd(at)) {
            int width = lines.blanksEnd(at) - at;
            while (count > 0 && widths[count - 1] <= width) {
                count--;
            }
            add(at, end, width);
            at = end;
        }
        to = at;
    }

    private void add(int start, int end, int width) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            widths = Arrays.copyOf(widths, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        widths[count++] = width;
    }
}
