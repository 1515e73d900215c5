package dev.quarry.syntax;

import dev.quarry.bench.Cost;
import dev.quarry.bench.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/// The lexer by itself, which is no part of the API: hence the package. Operations are as in [dev.quarry.bench.FrontEnd].
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class LexerBenchmark {
    /// The folder with the sources.
    @Param("")
    public String folder;

    private final ParseOptions options = ParseOptions.module(PythonVersion.newest());
    private final Lexer lexer = new Lexer();
    private Sources sources;

    @Setup
    public void read() throws IOException {
        sources = Sources.read(Path.of(folder));
    }

    /// Bytes to tokens, trivia and names: decoding is part of it.
    @Benchmark
    public int lex(Cost cost) {
        cost.begin();
        int count = 0;
        for (byte[] source : sources.files()) {
            List<Diagnostic> diagnostics = new ArrayList<>();
            count += lexer.lex(SourceText.decode(source).text(), options, diagnostics).size();
            count += lexer.names().size();
        }
        cost.end(sources.bytes(), 0);
        return count;
    }
}
