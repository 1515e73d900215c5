package dev.quarry.bench.peers;

import dev.quarry.bench.Cost;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Parsers in other runtimes, each in a [PeerProcess].
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class OtherPeers {
    /// The folder with the sources.
    @Param("")
    public String folder;

    /// The parser and how to start it, in the form of [Peer#parse].
    @Param("")
    public String peer;

    private PeerProcess process;

    @Setup
    public void start() throws IOException {
        process = PeerProcess.start(Peer.parse(peer), folder);
    }

    @TearDown
    public void stop() throws IOException {
        process.close();
    }

    /// All files, bytes to whatever the peer makes of them.
    @Benchmark
    public void parse(Cost cost) {
        PeerProcess.Answer answer = process.parseAll();
        cost.add(answer.processorTime(), answer.bytes(), answer.refused());
    }
}
