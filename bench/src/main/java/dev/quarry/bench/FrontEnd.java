package dev.quarry.bench;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import java.io.IOException;
import java.nio.file.Path;
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

/// The Python front end, warm, on one thread: one operation is all `.py` files of a folder (`-p folder=…`), so megabytes
/// per second are the folder's megabytes divided by the time.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class FrontEnd {
    /// The folder with the sources, e.g. a CPython's standard library.
    @Param("")
    public String folder;

    private final ParseOptions options = ParseOptions.module(PythonVersion.newest());
    private final Parser parser = new Parser();
    private final AstProjector projector = new AstProjector();
    private Sources sources;

    @Setup
    public void read() throws IOException {
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("name the folder with the sources: -p folder=DIR");
        }
        sources = Sources.read(Path.of(folder));
    }

    /// Bytes to syntax tree and diagnostics.
    @Benchmark
    public int parse(Cost cost) {
        cost.begin();
        int nodes = 0;
        for (byte[] source : sources.files()) {
            nodes += parser.parse(source, options).root();
        }
        cost.end(sources.bytes(), 0);
        return nodes;
    }

    /// Bytes to all columns of all AST nodes.
    @Benchmark
    public int parseAndProject(Cost cost) {
        cost.begin();
        int rows = 0;
        for (byte[] source : sources.files()) {
            SyntaxTree tree = parser.parse(source, options);
            rows += projector.project(tree).size();
        }
        cost.end(sources.bytes(), 0);
        return rows;
    }
}
