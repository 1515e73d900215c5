package dev.quarry.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A finished process of its own.
///
/// @param seconds wall time from its start to its end
/// @param processorSeconds of all its threads, to within a poll
/// @param peakKilobytes peak resident memory as `/proc` tells it, 0 where there is none
record Command(double seconds, double processorSeconds, long peakKilobytes) {
    private static final long POLL_MILLIS = 10;

    /// Runs a command to its end; what it prints is dropped.
    ///
    /// @throws IOException if it cannot be started or its exit code is not 0
    static Command run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long peak = 0;
        Duration processor = Duration.ZERO;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            // The launcher replaces itself with the JVM, so its id is the JVM's.
            peak = Math.max(peak, peakKilobytes(process.pid()));
            processor = process.info().totalCpuDuration().orElse(processor);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        check(process, command);
        return new Command(seconds, processor.toNanos() / 1e9, peak);
    }

    /// Runs a command to its end and returns the lines that it prints; errors go to the standard error stream.
    ///
    /// @throws IOException if it cannot be started or its exit code is not 0
    static List<String> lines(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = process.inputReader().readAllLines();
        process.waitFor();
        check(process, command);
        return lines;
    }

    private static void check(Process process, List<String> command) throws IOException {
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + process.exitValue());
        }
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

    /// Deletes a folder that a command wrote, if it is there.
    static void delete(Path folder) throws IOException {
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
