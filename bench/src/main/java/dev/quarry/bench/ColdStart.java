package dev.quarry.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures the first file in a cold JVM: starts [FirstFile] again and again, without and with a cache of loaded classes
/// (JEP 483, 514), and prints minimum, median and maximum of the milliseconds.
///
/// Arguments: the file, an empty folder to work in, and the number of rounds.
public final class ColdStart {
    /// As the launcher has them: without the optimising compiler.
    private static final List<String> LAUNCHER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders");

    private final Path file;
    private final Path cache;
    private final int rounds;

    private ColdStart(Path file, Path cache, int rounds) {
        this.file = file;
        this.cache = cache;
        this.rounds = rounds;
    }

    /// One start, in milliseconds.
    private record Start(double process, double tree, double columns) {}

    public static void main(String[] arguments) throws Exception {
        Path cache = Path.of(arguments[1]).resolve("first-file.aot");
        new ColdStart(Path.of(arguments[0]), cache, Integer.parseInt(arguments[2])).measure();
    }

    private void measure() throws IOException, InterruptedException {
        List<String> cached = new ArrayList<>(LAUNCHER);
        cached.add("-XX:AOTCache=" + cache);
        List<String> training = new ArrayList<>(LAUNCHER);
        training.add("-XX:AOTCacheOutput=" + cache);
        run(training);
        List<Start> plain = new ArrayList<>();
        List<Start> launcher = new ArrayList<>();
        List<Start> withCache = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            plain.add(run(List.of()));
            launcher.add(run(LAUNCHER));
            withCache.add(run(cached));
        }
        print("no options", plain);
        print("the launcher's options", launcher);
        print("the launcher's options and a cache of classes", withCache);
    }

    private Start run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstFile.class.getName(), file.toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        double wall = (System.nanoTime() - start) / 1e6;
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + exit);
        }
        String[] times = output.lines().findFirst().orElseThrow().split(" ");
        return new Start(wall, Long.parseLong(times[0]) / 1e6, Long.parseLong(times[1]) / 1e6);
    }

    private static void print(String what, List<Start> starts) {
        System.out.println(what + ":");
        print("main to tree", starts.stream().mapToDouble(Start::tree).sorted().toArray());
        print("main to AST columns", starts.stream().mapToDouble(Start::columns).sorted().toArray());
        print("whole process", starts.stream().mapToDouble(Start::process).sorted().toArray());
    }

    private static void print(String what, double[] sorted) {
        System.out.printf(Locale.ROOT, "  %-22s %6.0f ms  (%.0f to %.0f)%n", what, sorted[sorted.length / 2], sorted[0],
                sorted[sorted.length - 1]);
    }
}
