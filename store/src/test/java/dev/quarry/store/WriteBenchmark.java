package dev.quarry.store;

import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.StableId;
import dev.quarry.store.batch.BatchBuilder;
import dev.quarry.store.parquet.BatchPipe;
import dev.quarry.store.parquet.FilePipe;
import dev.quarry.store.parquet.FileStatistics;
import dev.quarry.store.parquet.write.ParquetWriters;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes node-like rows to one Parquet file and reports time, memory and size.
///
/// Arguments: rows (4 500 000), rows per file (1500), batch bytes (4 MiB).
public final class WriteBenchmark {
    private WriteBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 4_500_000;
        int perFile = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1500;
        long batchBytes = arguments.length > 2 ? Long.parseLong(arguments[2]) : 4L << 20;
        Dataset dataset = NodeRows.dataset();
        Path folder = Files.createTempDirectory("quarry-bench");
        ParquetWriters writers = new ParquetWriters();
        for (int round = 0; round < 3; round++) {
            Path file = folder.resolve("nodes-" + round + ".parquet");
            long wall = System.nanoTime();
            long cpu = cpu();
            BatchPipe<FileStatistics> pipe = FilePipe.start(writers, dataset, file);
            BatchBuilder batch = new BatchBuilder(dataset);
            NodeRows source = new NodeRows();
            long filling = 0;
            for (long row = 0, number = 0; row < rows; row += perFile, number++) {
                long start = System.nanoTime();
                String path = "package/module_" + number + ".py";
                source.addFile(batch, path, StableId.fileId("demo", path), perFile);
                filling += System.nanoTime() - start;
                if (batch.bytes() >= batchBytes) {
                    pipe.put(batch.build());
                }
            }
            pipe.put(batch.build());
            FileStatistics statistics = pipe.finish();
            System.out.printf("%d rows, %.1f MB, wall %.2f s, CPU %.2f s (filling %.2f s), resident %d MB%n",
                    statistics.rows(), Files.size(file) / 1e6, (System.nanoTime() - wall) / 1e9,
                    (cpu() - cpu) / 1e9, filling / 1e9, residentMegabytes());
            if (round == 0) {
                System.out.println(statistics.columns().keySet() + " " + statistics.columns().get("path"));
            }
            Files.delete(file);
        }
        writers.close();
        Files.delete(folder);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long residentMegabytes() throws java.io.IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }
}
