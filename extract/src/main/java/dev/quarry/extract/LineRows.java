package dev.quarry.extract;

import dev.quarry.catalog.RepoDatasets;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.scan.LineIndex;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.DictionaryColumn;
import dev.quarry.store.batch.IntColumn;
import dev.quarry.store.batch.StringColumn;
import dev.quarry.syntax.SourceText;

/// Rows of `file_line_index_v1`.
final class LineRows {
    private final BatchBuilder rows = new BatchBuilder(RepoDatasets.FILE_LINE_INDEX);
    private final DictionaryColumn repo = rows.dictionary("repo");
    private final DictionaryColumn path = rows.dictionary("path");
    private final DictionaryColumn fileId = rows.dictionary("file_id");
    private final DictionaryColumn sha256 = rows.dictionary("file_sha256");
    private final DictionaryColumn runId = rows.dictionary("run_id");
    private final IntColumn lineNo = rows.ints("line_no");
    private final IntColumn start = rows.ints("line_start_byte");
    private final IntColumn end = rows.ints("line_end_byte");
    private final StringColumn text = rows.strings("line_text");
    private final DictionaryColumn newline = rows.dictionary("newline_kind");
    private final LineIndex index = new LineIndex();
    private final boolean withText;

    LineRows(boolean withText) {
        this.withText = withText;
    }

    /// @param source the decoded text; null when the bytes do not decode
    void add(FileRow file, byte[] bytes, SourceText source) {
        index.index(bytes, bytes.length);
        int count = index.count();
        repo.addRepeated(repo.entry(file.repo()), count);
        path.addRepeated(path.entry(file.path()), count);
        fileId.addRepeated(fileId.entry(file.fileId()), count);
        sha256.addRepeated(sha256.entry(file.sha256()), count);
        runId.addRepeated(runId.entry(file.runId()), count);
        for (int line = 0; line < count; line++) {
            lineNo.add(line);
            start.add(index.start(line));
            end.add(index.end(line));
            newline.add(index.newline(line).name());
            addText(source, line);
        }
    }

    private void addText(SourceText source, int line) {
        if (!withText || source == null) {
            text.addNull();
            return;
        }
        // Raw and decoded text have the same lines: every codec that may declare itself in a source is a superset of
        // ASCII.
        byte[] utf8 = source.utf8();
        int from = source.lineStart(line);
        int to = line + 1 < source.lineCount() ? source.lineStart(line + 1) : source.end();
        while (to > from && (utf8[to - 1] == '\n' || utf8[to - 1] == '\r')) {
            to--;
        }
        text.add(utf8, from, to - from);
    }

    /// Takes the rows added since the last call; null when there are none.
    ColumnBatch build() {
        return rows.rows() == 0 ? null : rows.build();
    }
}
