package dev.quarry.bench.peers;

import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import dev.quarry.bench.Cost;
import dev.quarry.bench.Sources;
import io.joern.pythonparser.PyParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
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
import org.openjdk.jmh.infra.Blackhole;

/// Parsers on the JVM: bytes to each one's tree. They recurse as deep as the source nests, so their threads have a stack
/// of 512 MB.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xss512m")
public class JvmPeers {
    /// The folder with the sources.
    @Param("")
    public String folder;

    private Sources sources;

    @Setup
    public void read() throws IOException {
        sources = Sources.read(Path.of(folder));
    }

    /// The parser of Joern's Python front end (JavaCC). A file counts as refused when parts of it couldn't be read.
    @Benchmark
    public void joern(Cost cost, Blackhole trees) {
        cost.begin();
        long refused = 0;
        for (byte[] source : sources.files()) {
            try {
                PyParser parser = new PyParser();
                trees.consume(parser.parse(new ByteArrayInputStream(source)));
                refused += parser.errors().isEmpty() ? 0 : 1;
            } catch (RuntimeException | Error e) {
                // A parser that gives up on a file: its grammar has no recovery for everything.
                refused++;
            }
        }
        cost.end(sources.bytes(), refused);
    }

    /// GraalPy's parser, a port of CPython's.
    @Benchmark
    public void graalpy(Cost cost, Blackhole trees) {
        cost.begin();
        long refused = 0;
        for (byte[] source : sources.files()) {
            try {
                String text = new String(source, StandardCharsets.UTF_8);
                trees.consume(new Parser(text, REFUSE, InputType.FILE, EnumSet.noneOf(Parser.Flags.class), 12).parse());
            } catch (Refused e) {
                refused++;
            }
        }
        cost.end(sources.bytes(), refused);
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused() {
            super(null, null, false, false);
        }
    }

    private static final ParserCallbacks REFUSE = new ParserCallbacks() {
        @Override
        public void safePointPoll() {}

        @Override
        public RuntimeException reportIncompleteSource(int line) {
            return new Refused();
        }

        @Override
        public RuntimeException onError(ErrorType type, SourceRange range, String message) {
            return new Refused();
        }

        @Override
        public void onWarning(WarningType type, SourceRange range, String message) {}
    };
}
