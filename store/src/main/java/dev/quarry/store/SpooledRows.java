package dev.quarry.store;

import dev.quarry.store.batch.BatchSpool;
import dev.quarry.store.batch.ColumnBatch;
import dev.quarry.store.batch.TextRun;
import dev.quarry.store.parquet.FileStatistics;
import dev.quarry.store.parquet.write.ParquetFileWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rows of a table that wait for the run's end: those of a bucket come in several sequences, one for each of the order's
/// buckets that it holds, and each sequence is in the order of paths.
final class SpooledRows {
    private final StoreRun run;
    /// Name of the column with the path; null if there is none, and one sequence only.
    private final String path;
    private final SortedMap<Integer, SortedMap<Integer, List<BatchSpool.Place>>> byBucket = new TreeMap<>();

    SpooledRows(StoreRun run, String path) {
        this.run = run;
        this.path = path;
    }

    void add(int bucket, int orderBucket, ColumnBatch batch) throws IOException {
        byBucket.computeIfAbsent(bucket, key -> new TreeMap<>())
                .computeIfAbsent(orderBucket, key -> new ArrayList<>()).add(run.spool().write(batch));
    }

    Iterable<Integer> buckets() {
        return byBucket.keySet();
    }

    boolean has(int bucket) {
        return byBucket.containsKey(bucket);
    }

    /// Hands a bucket's batches over, sequence by sequence.
    void forEach(int bucket, Taker taker) throws IOException, InterruptedException {
        for (List<BatchSpool.Place> sequence : byBucket.get(bucket).values()) {
            for (BatchSpool.Place place : sequence) {
                taker.take(run.spool().read(place));
            }
        }
    }

    /// Takes batches over.
    @FunctionalInterface
    interface Taker {
        void take(ColumnBatch batch) throws IOException, InterruptedException;
    }

    /// Writes a bucket's rows to a file in the order of paths.
    FileStatistics write(int bucket, BucketMerge.Target target) throws IOException {
        SortedMap<Integer, List<BatchSpool.Place>> sequences = byBucket.get(bucket);
        try (ParquetFileWriter writer = run.writers().open(target.file(), target.dataset())) {
            if (sequences.size() == 1) {
                for (BatchSpool.Place place : sequences.values().iterator().next()) {
                    run.checkOpen();
                    try (ColumnBatch batch = run.spool().read(place)) {
                        writer.append(batch);
                    }
                }
            } else {
                mergeTo(writer, sequences.values());
            }
            return writer.finish();
        }
    }

    private void mergeTo(ParquetFileWriter writer, Iterable<List<BatchSpool.Place>> sequences) throws IOException {
        PriorityQueue<Sequence> queue = new PriorityQueue<>(
                Comparator.comparing(sequence -> sequence.current().utf8(), Arrays::compareUnsigned));
        try {
            for (List<BatchSpool.Place> places : sequences) {
                Sequence sequence = new Sequence(places.iterator());
                if (sequence.next()) {
                    queue.add(sequence);
                }
            }
            while (!queue.isEmpty()) {
                run.checkOpen();
                Sequence first = queue.remove();
                writer.append(first.batch, first.current().from(), first.current().to());
                if (first.next()) {
                    queue.add(first);
                }
            }
        } finally {
            queue.forEach(Sequence::close);
        }
    }

    /// A sequence of batches, path by path.
    private final class Sequence {
        private final Iterator<BatchSpool.Place> places;
        private ColumnBatch batch;
        private List<TextRun> runs = List.of();
        private int next;

        Sequence(Iterator<BatchSpool.Place> places) {
            this.places = places;
        }

        TextRun current() {
            return runs.get(next - 1);
        }

        /// Goes to the next path; false, with nothing held, if there is none.
        boolean next() throws IOException {
            if (next == runs.size()) {
                close();
                if (!places.hasNext()) {
                    return false;
                }
                batch = run.spool().read(places.next());
                runs = TextRun.of(batch, path);
                next = 0;
            }
            next++;
            return true;
        }

        void close() {
            if (batch != null) {
                batch.close();
                batch = null;
            }
        }
    }
}
