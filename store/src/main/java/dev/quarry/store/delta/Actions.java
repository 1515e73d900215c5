package dev.quarry.store.delta;

import dev.quarry.store.parquet.FileStatistics;
import dev.quarry.store.parquet.FileStatistics.ColumnStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds the lines of a commit (Delta protocol, section "Actions").
public final class Actions {
    /// Longer texts are cut in statistics: they serve to skip files, not to read them.
    private static final int TEXT_LENGTH = 64;

    private Actions() {}

    static Map<String, Object> commitInfo(long inCommitTimestamp, String operation, boolean blindAppend, String runId) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("inCommitTimestamp", inCommitTimestamp);
        info.put("timestamp", inCommitTimestamp);
        info.put("operation", operation);
        info.put("operationParameters", Map.of("run_id", runId));
        info.put("isBlindAppend", blindAppend);
        info.put("engineInfo", "Quarry");
        info.put("txnId", runId);
        return Map.of("commitInfo", info);
    }

    static Map<String, Object> protocol() {
        Map<String, Object> protocol = new LinkedHashMap<>();
        protocol.put("minReaderVersion", 1);
        protocol.put("minWriterVersion", 7);
        protocol.put("writerFeatures", DeltaLog.WRITER_FEATURES);
        return Map.of("protocol", protocol);
    }

    static Map<String, Object> metadata(Metadata metadata) {
        return Map.of("metaData", metadata.write());
    }

    static Map<String, Object> transaction(String application, long version, long time) {
        Map<String, Object> transaction = new LinkedHashMap<>();
        transaction.put("appId", application);
        transaction.put("version", version);
        transaction.put("lastUpdated", time);
        return Map.of("txn", transaction);
    }

    static Map<String, Object> add(LogFile file, String statistics, long time) {
        Map<String, Object> add = new LinkedHashMap<>();
        add.put("path", LogPath.encode(file.path()));
        add.put("partitionValues", partition(file));
        add.put("size", file.bytes());
        add.put("modificationTime", time);
        add.put("dataChange", true);
        add.put("stats", statistics);
        return Map.of("add", add);
    }

    static Map<String, Object> remove(LogFile file, long time) {
        Map<String, Object> remove = new LinkedHashMap<>();
        remove.put("path", LogPath.encode(file.path()));
        remove.put("deletionTimestamp", time);
        remove.put("dataChange", true);
        remove.put("extendedFileMetadata", true);
        remove.put("partitionValues", partition(file));
        remove.put("size", file.bytes());
        return Map.of("remove", remove);
    }

    static Map<String, Object> change(LogFile file) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("path", LogPath.encode(file.path()));
        change.put("partitionValues", partition(file));
        change.put("size", file.bytes());
        change.put("dataChange", false);
        return Map.of("cdc", change);
    }

    private static Map<String, Object> partition(LogFile file) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : List.of("repo_key", "bucket")) {
            if (file.partition().containsKey(column)) {
                values.put(column, file.partition().get(column));
            }
        }
        return values;
    }

    /// The `stats` text of an `add` action (Delta protocol, section "Per-file Statistics").
    public static String statistics(FileStatistics statistics, Map<String, Boolean> numberByColumn) {
        Map<String, Object> minValues = new LinkedHashMap<>();
        Map<String, Object> maxValues = new LinkedHashMap<>();
        Map<String, Object> nullCount = new LinkedHashMap<>();
        numberByColumn.forEach((column, number) -> {
            ColumnStatistics values = statistics.columns().get(column);
            if (values == null) {
                return;
            }
            if (values.min() != null && values.max() != null) {
                minValues.put(column, number ? (Object) Long.valueOf(values.min()) : lowerBound(values.min()));
                maxValues.put(column, number ? (Object) Long.valueOf(values.max()) : upperBound(values.max()));
            }
            if (values.nullCount() >= 0) {
                nullCount.put(column, values.nullCount());
            }
        });
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("numRecords", statistics.rows());
        stats.put("minValues", minValues);
        stats.put("maxValues", maxValues);
        stats.put("nullCount", nullCount);
        return Json.write(stats);
    }

    /// The `stats` text when only the number of rows is known.
    static String statistics(long rows) {
        return Json.write(Map.of("numRecords", rows));
    }

    private static String lowerBound(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, cut(text));
    }

    /// A cut text with a character behind it that is greater than any that may have stood there.
    private static String upperBound(String text) {
        return text.length() <= TEXT_LENGTH ? text : text.substring(0, cut(text)) + "\udbff\udfff";
    }

    private static int cut(String text) {
        return Character.isHighSurrogate(text.charAt(TEXT_LENGTH - 1)) ? TEXT_LENGTH - 1 : TEXT_LENGTH;
    }
}
