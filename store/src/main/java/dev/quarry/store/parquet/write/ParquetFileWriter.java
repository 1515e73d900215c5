package dev.quarry.store.parquet.write;

import dev.quarry.store.batch.ArrowNode;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.parquet.FileStatistics;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/// Writes batches of a dataset to a Parquet file, in the order in which they come.
///
/// Of each row group only the compressed pages are held in memory.
public final class ParquetFileWriter implements AutoCloseable {
    /// As many rows as DuckDB gives a row group, which it reads with one thread.
    private static final int ROWS_PER_GROUP = 122_880;
    /// A row group of long texts ends earlier.
    private static final int BYTES_PER_GROUP = 32 << 20;
    private static final int CHECKED_ROWS = 1 << 15;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT_VERSION = 2;

    private final ParquetWriters writers;
    private final TableLayout layout;
    private final OutputStream file;
    private final List<RowGroup> groups = new ArrayList<>();
    private long position;
    private long rows;
    private int groupRows;
    private boolean closed;

    ParquetFileWriter(Path path, TableLayout layout, ParquetWriters writers) throws IOException {
        this.writers = writers;
        this.layout = layout;
        file = new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16);
        file.write(MAGIC);
        position = MAGIC.length;
    }

    /// Adds all rows of a batch, which stays the caller's.
    public void append(ColumnBatch batch) throws IOException {
        append(batch, 0, batch.rows());
    }

    /// Adds the rows `from` to `to - 1` of a batch, which stays the caller's.
    public void append(ColumnBatch batch, int from, int to) throws IOException {
        if (!batch.dataset().name().equals(layout.dataset().name())) {
            throw new IllegalArgumentException(
                    "rows of " + batch.dataset().name() + " in a file of " + layout.dataset().name());
        }
        List<ArrowNode> nodes = batch.root().children();
        for (int at = from; at < to;) {
            int end = Math.min(to, at + Math.min(CHECKED_ROWS, ROWS_PER_GROUP - groupRows));
            for (int i = 0; i < nodes.size(); i++) {
                layout.columns().get(i).append(batch.memory(), nodes.get(i), at, end);
            }
            groupRows += end - at;
            at = end;
            if (groupRows == ROWS_PER_GROUP || bytesWaiting() >= BYTES_PER_GROUP) {
                endGroup();
            }
        }
    }

    private long bytesWaiting() {
        long bytes = 0;
        for (LeafWriter leaf : layout.leaves()) {
            bytes += leaf.bytesWaiting();
        }
        return bytes;
    }

    private void endGroup() throws IOException {
        if (groupRows == 0) {
            return;
        }
        long start = position;
        long uncompressed = 0;
        List<ColumnChunk> chunks = new ArrayList<>();
        for (LeafWriter leaf : layout.leaves()) {
            ColumnChunk chunk = leaf.writeChunk(file, position);
            position += chunk.getMeta_data().getTotal_compressed_size();
            uncompressed += chunk.getMeta_data().getTotal_uncompressed_size();
            chunks.add(chunk);
        }
        RowGroup group = new RowGroup(chunks, uncompressed, groupRows);
        group.setFile_offset(start);
        group.setTotal_compressed_size(position - start);
        groups.add(group);
        rows += groupRows;
        groupRows = 0;
    }

    /// Completes the file.
    public FileStatistics finish() throws IOException {
        endGroup();
        FileMetaData metadata = new FileMetaData(FORMAT_VERSION, layout.schema(), rows, groups);
        metadata.setCreated_by("Quarry");
        metadata.setColumn_orders(
                Collections.nCopies(layout.leaves().size(), ColumnOrder.TYPE_ORDER(new TypeDefinedOrder())));
        ByteSink footer = new ByteSink(1 << 12);
        Util.writeFileMetaData(metadata, footer);
        footer.writeInt(footer.size());
        footer.write(MAGIC, 0, MAGIC.length);
        file.write(footer.bytes(), 0, footer.size());
        position += footer.size();
        Map<String, ColumnStatistics> statistics = new LinkedHashMap<>();
        for (LeafWriter leaf : layout.leaves()) {
            ColumnStatistics values = leaf.endFile();
            if (leaf.path().names().size() == 1) {
                statistics.put(leaf.path().names().getFirst(), values);
            }
        }
        closed = true;
        file.close();
        writers.giveBack(layout);
        return new FileStatistics(rows, position, statistics);
    }

    /// Lets go of the file, which is torn unless [#finish] was called.
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                file.close();
            } finally {
                layout.close();
            }
        }
    }
}
