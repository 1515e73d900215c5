package dev.quarry.syntax.ast;

import dev.quarry.syntax.SourceText;
import java.util.Arrays;

/// Lines and columns of offsets, as CPython counts them: lines from 1, columns in UTF-8 bytes from 0.
///
/// Lines end at LF, CRLF and CR. Offsets that come in order, or nearly so, cost no search.
public final class LineCursor {
    private final int end;
    private int[] lineStarts = new int[64];
    private int lineCount;
    private int current;
    private int column;

    public LineCursor(SourceText source) {
        byte[] utf8 = source.utf8();
        end = source.end();
        lineStarts[lineCount++] = source.start();
        for (int at = source.start(); at < end; at++) {
            if (utf8[at] == '\n' || utf8[at] == '\r' && (at + 1 == end || utf8[at + 1] != '\n')) {
                if (lineCount == lineStarts.length) {
                    lineStarts = Arrays.copyOf(lineStarts, lineCount * 2);
                }
                lineStarts[lineCount++] = at + 1;
            }
        }
    }

    /// Moves to an offset in [SourceText#utf8].
    public void seek(int offset) {
        if (offset < lineStarts[current] || offset >= lineEnd(current)) {
            if (offset >= lineStarts[current] && offset < lineEnd(current + 1)) {
                current++;
            } else {
                int found = Arrays.binarySearch(lineStarts, 0, lineCount, offset);
                current = found >= 0 ? found : Math.max(0, -found - 2);
            }
        }
        column = offset - lineStarts[current];
    }

    /// The line of the offset, from 1.
    public int line() {
        return current + 1;
    }

    /// The column of the offset: UTF-8 bytes from the start of its line.
    public int column() {
        return column;
    }

    private int lineEnd(int line) {
        return line + 1 < lineCount ? lineStarts[line + 1] : Integer.MAX_VALUE;
    }
}
