package dev.quarry.store.delta;

import dev.quarry.store.StoreErrors;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Snapshot.ChecksumWriteMode;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/// A table's log as Delta Kernel sees it: the one class that names Kernel, its internal classes and Hadoop.
///
/// It reads logs that start with a checkpoint, and writes checkpoints and checksums.
public final class KernelLog {
    private final Path folder;
    private final Engine engine = DefaultEngine.create(new Configuration());

    public KernelLog(Path folder) {
        this.folder = folder;
    }

    /// The table at a version.
    public TableState read(long version) {
        try {
            Snapshot snapshot = load(version);
            SortedMap<String, LogFile> files = new TreeMap<>();
            try (CloseableIterator<FilteredColumnarBatch> batches =
                    snapshot.getScanBuilder().build().getScanFiles(engine, true)) {
                while (batches.hasNext()) {
                    try (CloseableIterator<Row> rows = batches.next().getRows()) {
                        while (rows.hasNext()) {
                            LogFile file = file(rows.next());
                            files.put(file.path(), file);
                        }
                    }
                }
            }
            io.delta.kernel.internal.actions.Metadata metadata = snapshot.getMetadata();
            return new TableState(version, new Metadata(metadata.getId(), metadata.getName().orElse(null),
                    metadata.getSchemaString(), snapshot.getPartitionColumnNames(), metadata.getConfiguration(),
                    metadata.getCreatedTime().orElse(-1L)), files);
        } catch (IOException | KernelException e) {
            throw StoreErrors.unreadable(folder, e);
        }
    }

    private LogFile file(Row scanFile) {
        Row add = scanFile.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
        String path = LogPath.decode(add.getString(add.getSchema().indexOf("path")));
        if (!LogPath.staysInside(path)) {
            throw StoreErrors.leavesTable(folder, path);
        }
        int stats = InternalScanFileUtils.ADD_FILE_STATS_ORDINAL;
        long rows = -1;
        if (!add.isNullAt(stats) && Json.readObject(add.getString(stats)).get("numRecords") instanceof Long number) {
            rows = number;
        }
        return new LogFile(path, InternalScanFileUtils.getPartitionValues(scanFile), rows,
                add.getLong(add.getSchema().indexOf("size")));
    }

    /// Writes a checkpoint of a version, from which readers start instead of from the log's beginning, and its
    /// checksum file.
    public void checkpoint(long version) {
        try {
            Snapshot snapshot = load(version);
            snapshot.writeCheckpoint(engine);
            snapshot.writeChecksum(engine, ChecksumWriteMode.FULL);
        } catch (IOException | KernelException e) {
            throw StoreErrors.cannotWrite(folder, e);
        }
    }

    private Snapshot load(long version) {
        return TableManager.loadSnapshot(folder.toString()).atVersion(version).build(engine);
    }
}
