package dev.quarry.store.parquet;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.parquet.write.ParquetFileWriter;
import dev.quarry.store.parquet.write.ParquetWriters;
import java.io.IOException;
import java.nio.file.Path;

/// A Parquet file that gets the batches in their order.
public final class FilePipe extends BatchPipe<FileStatistics> {
    private final ParquetWriters writers;
    private final Dataset dataset;
    private final Path file;

    private FilePipe(ParquetWriters writers, Dataset dataset, Path file) {
        this.writers = writers;
        this.dataset = dataset;
        this.file = file;
    }

    /// Starts to write a new file.
    public static FilePipe start(ParquetWriters writers, Dataset dataset, Path file) {
        FilePipe pipe = new FilePipe(writers, dataset, file);
        pipe.start("quarry-write-" + dataset.name());
        return pipe;
    }

    @Override
    FileStatistics work(BatchQueue batches) throws IOException, InterruptedException {
        try (ParquetFileWriter writer = writers.open(file, dataset)) {
            boolean more;
            do {
                more = appendNext(batches, writer);
            } while (more);
            return writer.finish();
        }
    }

    /// False if there are no more batches.
    private static boolean appendNext(BatchQueue batches, ParquetFileWriter writer)
            throws IOException, InterruptedException {
        try (ColumnBatch batch = batches.take()) {
            if (batch != null) {
                writer.append(batch);
            }
            return batch != null;
        }
    }

    @Override
    void interrupt() {
        // Between two looks at the queue lies one batch's work.
    }
}
