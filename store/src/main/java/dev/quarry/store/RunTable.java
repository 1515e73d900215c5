package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.parquet.BatchPipe;
import dev.quarry.store.parquet.FileStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Writes a run's rows of a table about runs into one new file.
final class RunTable implements RowAppender {
    private final StoreRun run;
    private final Dataset dataset;
    private final Path folder;
    private BatchPipe<FileStatistics> pipe;
    private Path file;

    RunTable(StoreRun run, Dataset dataset) {
        this.run = run;
        this.dataset = dataset;
        this.folder = run.folder(dataset);
    }

    @Override
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public void append(ColumnBatch batch) {
        run.checkOpen(batch);
        if (batch.rows() == 0) {
            batch.close();
            return;
        }
        try {
            if (pipe == null) {
                file = run.written().begin(folder.resolve("part-" + run.runId() + ".parquet"));
                pipe = run.write(dataset, file);
            }
            pipe.put(batch);
        } catch (IOException e) {
            throw run.failed(folder, e);
        } catch (InterruptedException e) {
            throw run.interrupted();
        }
    }

    /// Waits for the file; empty when no rows were appended.
    Optional<NewFile> finish() {
        if (pipe == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(NewFile.of(dataset, folder, file, Map.of(), pipe.finish()));
        } catch (IOException e) {
            throw run.failed(folder, e);
        } catch (InterruptedException e) {
            throw run.interrupted();
        }
    }

    /// No more rows come; [#finish] waits for the file.
    void end() {
        if (pipe != null) {
            pipe.end();
        }
    }
}
