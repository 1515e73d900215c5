package dev.quarry.extract.rows;

import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.syntax.Diagnostic;
import dev.quarry.syntax.LineCursor;
import dev.quarry.syntax.SourceText;

/// The six position columns of a fact table, filled from offsets into the text that was parsed.
public final class PositionColumns {
    private final IntColumn bstart;
    private final IntColumn bend;
    private final IntColumn line;
    private final IntColumn endLine;
    private final IntColumn col;
    private final IntColumn endCol;
    private SourceText source;
    private LineCursor startLines;
    private LineCursor endLines;

    public PositionColumns(BatchBuilder rows) {
        this(rows, "");
    }

    /// The columns under a prefix, such as `ws_`.
    public PositionColumns(BatchBuilder rows, String prefix) {
        bstart = rows.ints(prefix + "bstart");
        bend = rows.ints(prefix + "bend");
        line = rows.ints(prefix + "line");
        endLine = rows.ints(prefix + "end_line");
        col = rows.ints(prefix + "col");
        endCol = rows.ints(prefix + "end_col");
    }

    /// Starts a file.
    public void source(SourceText text) {
        source = text;
        startLines = text.lineCursor();
        endLines = text.lineCursor();
    }

    /// A row without position.
    public void addNull() {
        bstart.addNull();
        bend.addNull();
        line.addNull();
        endLine.addNull();
        col.addNull();
        endCol.addNull();
    }

    /// A row at the place of a diagnostic, without position for one of the file as a whole. CPython ends the last line of
    /// every file and may tell a place behind it; here it is cut off at the end of the text.
    public void add(Diagnostic diagnostic) {
        if (diagnostic.start() < 0) {
            addNull();
        } else {
            add(Math.min(diagnostic.start(), source.end()), Math.min(diagnostic.end(), source.end()));
        }
    }

    /// A row at `start` to `end` (exclusive) of the parsed text.
    public void add(int start, int end) {
        int startLine = startLines.line0(start);
        int lastLine = endLines.line0(end);
        bstart.add(source.rawOffset(start));
        bend.add(source.rawOffset(end));
        line.add(startLine + 1);
        endLine.add(lastLine + 1);
        col.add(start - source.lineStart(startLine));
        endCol.add(end - source.lineStart(lastLine));
    }

    /// A row at the place of another's last row.
    public void addLast(PositionColumns other) {
        bstart.add(other.bstart.last());
        bend.add(other.bend.last());
        line.add(other.line.last());
        endLine.add(other.endLine.last());
        col.add(other.col.last());
        endCol.add(other.endCol.last());
    }

    /// A row of the whole file, a byte order mark included.
    public void addWhole() {
        int end = source.end();
        int lastLine = endLines.line0(end);
        bstart.add(0);
        bend.add(source.raw().length);
        line.add(1);
        endLine.add(lastLine + 1);
        col.add(0);
        endCol.add(end - source.lineStart(lastLine));
    }
}
