package dev.quarry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.store.delta.KernelLog;
import dev.quarry.store.delta.LogFile;
import dev.quarry.store.delta.TableState;
import java.util.List;

/// Compares a snapshot with what Delta Kernel reads from the logs.
final class KernelReading {
    private KernelReading() {}

    static void assertSame(Snapshot snapshot) {
        snapshot.tables().forEach((dataset, table) -> {
            TableState kernel = new KernelLog(table.folder()).read(table.version());
            List<DataFile> files = kernel.files().values().stream().map(file -> dataFile(table, file)).toList();
            assertEquals(files, table.files(), dataset);
            assertEquals(kernel.metadata().buckets(), table.buckets(), dataset);
        });
    }

    private static DataFile dataFile(TableVersion table, LogFile file) {
        return new DataFile(table.folder().resolve(file.path()), file.repoKey(), file.bucket(), file.rows(),
                file.bytes());
    }
}
