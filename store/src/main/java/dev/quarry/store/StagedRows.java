package dev.quarry.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which rows of a staging table belong to which bucket: batches arrive one behind the other and each lies in one
/// bucket, so a few ranges of row numbers say it all.
final class StagedRows {
    /// Row numbers `from` to `to - 1`.
    private record Range(long from, long to) {}

    private final SortedMap<Integer, List<Range>> byBucket = new TreeMap<>();
    private long count;

    /// Notes that the next rows lie in a bucket.
    void add(int bucket, long rows) {
        List<Range> ranges = byBucket.computeIfAbsent(bucket, key -> new ArrayList<>());
        if (!ranges.isEmpty() && ranges.getLast().to() == count) {
            ranges.set(ranges.size() - 1, new Range(ranges.getLast().from(), count + rows));
        } else {
            ranges.add(new Range(count, count + rows));
        }
        count += rows;
    }

    Iterable<Integer> buckets() {
        return byBucket.keySet();
    }

    boolean has(int bucket) {
        return byBucket.containsKey(bucket);
    }

    /// A condition for the rows of one bucket.
    String condition(int bucket) {
        StringBuilder condition = new StringBuilder();
        for (Range range : byBucket.get(bucket)) {
            condition.append(condition.isEmpty() ? "" : " OR ").append("rowid BETWEEN ").append(range.from())
                    .append(" AND ").append(range.to() - 1);
        }
        return condition.toString();
    }
}
