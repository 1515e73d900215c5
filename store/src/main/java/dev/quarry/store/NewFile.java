package dev.quarry.store;

import dev.quarry.catalog.Column;
import dev.quarry.catalog.ColumnType.Scalar;
import dev.quarry.catalog.Dataset;
import dev.quarry.store.delta.Actions;
import dev.quarry.store.delta.LogFile;
import dev.quarry.store.parquet.FileStatistics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file that a run wrote.
///
/// @param path absolute
/// @param entry the file as the log will name it
/// @param statistics JSON for the log
record NewFile(Path path, LogFile entry, String statistics) {

    static NewFile of(Dataset dataset, Path folder, Path path, Map<String, String> partition,
            FileStatistics statistics) {
        Map<String, Boolean> numberByColumn = new LinkedHashMap<>();
        for (Column column : dataset.storedColumns()) {
            if (column.type() == Scalar.STRING) {
                numberByColumn.put(column.name(), false);
            } else if (column.type() == Scalar.INT32 || column.type() == Scalar.INT64) {
                numberByColumn.put(column.name(), true);
            }
        }
        String relative = folder.relativize(path).toString().replace('\\', '/');
        return new NewFile(path, new LogFile(relative, partition, statistics.rows(), statistics.bytes()),
                Actions.statistics(statistics, numberByColumn));
    }
}
