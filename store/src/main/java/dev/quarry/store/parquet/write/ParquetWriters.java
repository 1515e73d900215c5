package dev.quarry.store.parquet.write;

import dev.quarry.catalog.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes writers of files. What a file's columns were gathered in serves the next file of the same dataset.
public final class ParquetWriters implements AutoCloseable {
    private final Map<String, ArrayDeque<TableLayout>> idle = new HashMap<>();
    private boolean closed;

    /// Creates a file.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if it is there already
    public ParquetFileWriter open(Path path, Dataset dataset) throws IOException {
        TableLayout layout;
        synchronized (this) {
            ArrayDeque<TableLayout> unused = idle.get(dataset.name());
            layout = unused == null ? null : unused.pollLast();
        }
        if (layout == null) {
            layout = new TableLayout(dataset);
        }
        try {
            return new ParquetFileWriter(path, layout, this);
        } catch (IOException e) {
            layout.close();
            throw e;
        }
    }

    void giveBack(TableLayout layout) {
        synchronized (this) {
            if (!closed) {
                idle.computeIfAbsent(layout.dataset().name(), key -> new ArrayDeque<>()).addLast(layout);
                return;
            }
        }
        layout.close();
    }

    /// Frees what is kept for further files of a dataset.
    public void release(Dataset dataset) {
        ArrayDeque<TableLayout> unused;
        synchronized (this) {
            unused = idle.remove(dataset.name());
        }
        if (unused != null) {
            unused.forEach(TableLayout::close);
        }
    }

    /// Frees what no file uses; files that are open stay so.
    @Override
    public void close() {
        List<TableLayout> unused = new ArrayList<>();
        synchronized (this) {
            closed = true;
            idle.values().forEach(unused::addAll);
            idle.clear();
        }
        unused.forEach(TableLayout::close);
    }
}
