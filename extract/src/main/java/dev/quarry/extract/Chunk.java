package dev.quarry.extract;

import dev.quarry.extract.scan.FileFacts;
import dev.quarry.extract.scan.ScanProblem;
import dev.quarry.store.batch.ColumnBatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Files that a worker extracts in one go, all of one order bucket: big enough that a batch's fixed cost does not count,
/// small enough that the batches of all workers fit in memory.
///
/// @param orderBucket the order bucket of every file
/// @param files in path order
record Chunk(int orderBucket, List<FileToExtract> files) {
    /// Source bytes in a chunk, about 40 times less than its rows take.
    static final long TARGET_BYTES = 256 * 1024;

    /// What a worker made of a chunk.
    ///
    /// @param chunk the chunk
    /// @param batches rows, at most one batch for each table
    /// @param errors rows of `extract_errors_v1`, null when there are none
    /// @param errorCount their number
    /// @param filesWithErrors files with at least one error
    /// @param changed files whose bytes were not those that were hashed
    /// @param lost files that could not be read any more
    record Result(Chunk chunk, List<ColumnBatch> batches, ColumnBatch errors, int errorCount, int filesWithErrors,
            List<ChangedFile> changed, List<ScanProblem> lost) implements AutoCloseable {

        @Override
        public void close() {
            batches.forEach(ColumnBatch::close);
            if (errors != null) {
                errors.close();
            }
        }
    }

    /// A file that changed between its being hashed and its being extracted: its rows are those of the later bytes.
    record ChangedFile(String path, FileFacts facts) {}

    /// Groups files that come in (order bucket, path) order.
    static Iterator<Chunk> group(Iterator<FileToExtract> files, int orderBuckets) {
        return new Iterator<>() {
            private FileToExtract next = files.hasNext() ? files.next() : null;

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Chunk next() {
                if (next == null) {
                    throw new NoSuchElementException();
                }
                int bucket = (int) (next.pathHash() % orderBuckets);
                List<FileToExtract> chunk = new ArrayList<>();
                long bytes = 0;
                while (next != null && next.pathHash() % orderBuckets == bucket
                        && (chunk.isEmpty() || bytes + next.sizeBytes() <= TARGET_BYTES)) {
                    chunk.add(next);
                    bytes += next.sizeBytes();
                    next = files.hasNext() ? files.next() : null;
                }
                return new Chunk(bucket, chunk);
            }
        };
    }
}
