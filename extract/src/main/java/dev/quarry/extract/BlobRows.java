package dev.quarry.extract;

import dev.quarry.catalog.RepoDatasets;
import dev.quarry.extract.rows.FileRow;
import dev.quarry.extract.scan.FileFacts;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.syntax.SourceText;
import java.nio.file.Path;

/// Rows of `repo_file_blobs_v1`.
final class BlobRows {
    private final BatchBuilder rows = new BatchBuilder(RepoDatasets.REPO_FILE_BLOBS);
    private final boolean withBytes;
    private final boolean withText;

    BlobRows(boolean withBytes, boolean withText) {
        this.withBytes = withBytes;
        this.withText = withText;
    }

    /// @param bytes null when the file is over `max_file_bytes`
    /// @param source the decoded text; null when the bytes do not decode or are not there
    void add(FileRow file, Path absolute, FileFacts facts, byte[] bytes, SourceText source) {
        rows.strings("repo").add(file.repo());
        rows.strings("path").add(file.path());
        rows.strings("file_id").add(file.fileId());
        rows.strings("file_sha256").add(file.sha256());
        rows.strings("run_id").add(file.runId());
        rows.strings("abs_path").add(absolute.toString());
        rows.longs("size_bytes").add(facts.sizeBytes());
        rows.longs("mtime_ns").add(facts.mtimeNs());
        rows.strings("encoding").add(facts.encoding());
        if (withText && source != null) {
            rows.strings("text").add(source.utf8(), source.start(), source.end() - source.start());
        } else {
            rows.strings("text").addNull();
        }
        rows.binary("bytes").add(withBytes ? bytes : null);
    }

    /// Takes the rows added since the last call; null when there are none.
    ColumnBatch build() {
        return rows.rows() == 0 ? null : rows.build();
    }
}
