package dev.quarry.bench.peers;

import dev.quarry.bench.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs Quarry's front end and its peers in turns on the same files, each in a process of its own through JMH, and prints
/// each one's median and its ratio to Quarry's bytes to tree.
///
/// Arguments: the folder with the sources, the number of rounds, then peers in the form of [Peer#parse].
///
/// Two rates are printed: by the clock, and by the parsing thread's processor time, which counts on a busy machine.
public final class Comparison {
    private static final String PARSE = "Quarry, tree";

    private final String folder;
    private final int rounds;
    /// By title, then by round: megabytes per second by the clock and by processor time, and the files refused.
    private final Map<String, List<double[]>> results = new LinkedHashMap<>();

    private Comparison(String folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        Comparison comparison = new Comparison(arguments[0], Integer.parseInt(arguments[1]));
        List<Peer> peers = Arrays.stream(arguments).skip(2).map(Peer::parse).toList();
        comparison.run(peers);
        comparison.print();
    }

    private void run(List<Peer> peers) throws RunnerException {
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            measure("Quarry, tokens", "LexerBenchmark.lex", null);
            measure(PARSE, "FrontEnd.parse$", null);
            measure("Quarry, AST columns", "FrontEnd.parseAndProject", null);
            measure("Joern, PyParser", "JvmPeers.joern", null);
            measure("GraalPy", "JvmPeers.graalpy", null);
            for (Peer peer : peers) {
                measure(peer.title(), "OtherPeers.parse", peer);
            }
        }
    }

    private void measure(String title, String benchmark, Peer peer) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(benchmark).param("folder", folder)
                .verbosity(VerboseMode.SILENT).forks(1).shouldFailOnError(true)
                .warmupIterations(3).warmupTime(TimeValue.seconds(2))
                .measurementIterations(3).measurementTime(TimeValue.seconds(2));
        if (peer != null) {
            // An operation takes seconds and the process stays: the first one is warm-up enough.
            options.warmupIterations(1);
            options.param("peer", String.join("|", peer.title(), peer.script(), peer.interpreter(), peer.argument()));
        }
        Collection<RunResult> run = new Runner(options.build()).run();
        RunResult result = run.iterator().next();
        double bytes = event(result, "bytes");
        double operations = event(result, "operations");
        double clock = result.getPrimaryResult().getScore() * 1e6 * operations;
        results.computeIfAbsent(title, key -> new ArrayList<>()).add(new double[] {
            bytes * 1e3 / clock, bytes * 1e3 / event(result, "processorTime"), event(result, "refused") / operations});
    }

    private static double event(RunResult run, String name) {
        Result<?> result = run.getSecondaryResults().get(name);
        return result.getScore();
    }

    private void print() throws IOException {
        Sources sources = Sources.read(Path.of(folder));
        System.out.printf(Locale.ROOT, "%d files, %.1f MB of source; medians of %d rounds, in MB per second%n%n",
                sources.files().size(), sources.megabytes(), rounds);
        System.out.println("| what | clock | processor time | range | Quarry's tree is faster by | files refused |");
        System.out.println("|---|---|---|---|---|---|");
        double own = median(PARSE, 1);
        results.forEach((title, values) -> {
            double[] rates = values.stream().mapToDouble(value -> value[1]).sorted().toArray();
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f to %.1f | %.2f | %.0f |%n", title, median(title, 0),
                    median(title, 1), rates[0], rates[rates.length - 1], own / median(title, 1), median(title, 2));
        });
    }

    private double median(String title, int index) {
        double[] sorted = results.get(title).stream().mapToDouble(value -> value[index]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
