package dev.quarry.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Times `./quarry` as whole processes, cold JVM included: a first extraction, a second one that finds nothing changed,
/// and a query. Prints minimum, median and maximum of wall time and peak resident memory.
///
/// Arguments: the launcher, the repository to extract, an empty folder to work in, and the number of rounds. Peak memory
/// is read from `/proc` and left out where there is none.
public final class WholeProcess {
    private static final long POLL_MILLIS = 10;
    private static final String QUERY = "SELECT kind, count(*) AS nodes FROM ast_nodes GROUP BY 1 ORDER BY 2 DESC LIMIT 10";

    private final Path launcher;
    private final Path repository;
    private final Path store;

    private WholeProcess(Path launcher, Path repository, Path store) {
        this.launcher = launcher;
        this.repository = repository;
        this.store = store;
    }

    /// One finished process.
    private record Run(double seconds, long peakKilobytes) {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: WholeProcess LAUNCHER REPOSITORY WORK_FOLDER ROUNDS");
            System.exit(2);
        }
        Path store = Path.of(arguments[2]).resolve("benchmark-store").toAbsolutePath();
        new WholeProcess(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), store)
                .measure(Integer.parseInt(arguments[3]));
    }

    private void measure(int rounds) throws Exception {
        run("version");
        List<Run> first = new ArrayList<>();
        List<Run> second = new ArrayList<>();
        List<Run> query = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            delete(store);
            first.add(run("extract", repository.toString(), "--out", store.toString()));
            second.add(run("extract", repository.toString(), "--out", store.toString()));
            query.add(run("sql", "--store", store.toString(), QUERY));
        }
        delete(store);
        print("first extraction", first);
        print("second extraction, nothing changed", second);
        print("count by kind", query);
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(Arrays.asList(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long peak = 0;
        while (!process.waitFor(POLL_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            // The launcher replaces itself with the JVM, so its id is the JVM's.
            peak = Math.max(peak, peakKilobytes(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + process.exitValue());
        }
        return new Run(seconds, peak);
    }

    private static long peakKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            // The process has just ended, or this system has no /proc: what was seen before counts.
        }
        return 0;
    }

    private static void print(String what, List<Run> runs) {
        double[] seconds = runs.stream().mapToDouble(Run::seconds).sorted().toArray();
        long[] peaks = runs.stream().mapToLong(Run::peakKilobytes).sorted().toArray();
        int middle = seconds.length / 2;
        System.out.printf(Locale.ROOT, "%-36s %6.2f s  (%.2f to %.2f)   peak %d MB%n", what, seconds[middle], seconds[0],
                seconds[seconds.length - 1], peaks[middle] / 1024);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
