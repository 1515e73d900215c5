package dev.quarry.syntax;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.quarry.syntax.DeepSources.Deep;
import dev.quarry.syntax.ParseOptions.ParseMode;
import dev.quarry.syntax.ast.AstDumper;
import dev.quarry.syntax.ast.AstProjector;
import dev.quarry.syntax.ast.AstTable;
import dev.quarry.syntax.compile.CompileChecker;
import dev.quarry.syntax.cst.CstProjector;
import dev.quarry.syntax.names.QualifiedNameAnalyzer;
import dev.quarry.syntax.names.QualifiedNames;
import dev.quarry.syntax.symtable.Namespaces;
import dev.quarry.syntax.symtable.ScopeRegions;
import dev.quarry.syntax.symtable.SymbolTable;
import dev.quarry.syntax.tokenize.PythonTokens;
import dev.quarry.syntax.tree.Node;
import dev.quarry.syntax.tree.Root;
import dev.quarry.syntax.tree.Visitor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Time and memory grow with the length of the input and not faster, on a small stack, for everything that is done
/// with a file: decoding, lexing, parsing, printing, walking, projection, dump, symbol table, compile errors,
/// qualified names, Python's tokens, the typed view. Four times the input may cost at most
/// eight times as much; what grows with the square costs sixteen times.
class LinearityTest {
    private static final int LEVELS = 3_000;
    private static final int FACTOR = 4;
    private static final double MOST = 8;
    /// Below this, what is measured is the clock, in nanoseconds.
    private static final long NOTEWORTHY = 100_000_000;
    private static final long STACK = 512 * 1024;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// @param nanoseconds of processor time
    /// @param bytes allocated
    private record Cost(long nanoseconds, long bytes) {}

    static Stream<Deep> sources() {
        return Stream.concat(DeepSources.valid().stream(), DeepSources.broken().stream());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void costGrowsWithLength(Deep deep) throws InterruptedException {
        for (PythonVersion version : List.of(PythonVersion.PY311, PythonVersion.PY314)) {
            byte[] small = deep.source().apply(LEVELS).getBytes(StandardCharsets.UTF_8);
            byte[] large = deep.source().apply(LEVELS * FACTOR).getBytes(StandardCharsets.UTF_8);
            Cost smallCost = cost(small, version);
            Cost largeCost = cost(large, version);
            double perByte = (double) largeCost.bytes() / large.length;
            assertTrue(largeCost.bytes() < MOST * smallCost.bytes() || perByte < 500,
                    () -> deep + " allocates " + smallCost + " and " + largeCost + " for " + large.length + " bytes");
            if (largeCost.nanoseconds() > NOTEWORTHY && largeCost.nanoseconds() > MOST * smallCost.nanoseconds()) {
                // Whatever else ran meanwhile: measure again before complaining.
                Cost smallAgain = cost(small, version);
                Cost largeAgain = cost(large, version);
                assertTrue(largeAgain.nanoseconds() < MOST * smallAgain.nanoseconds(),
                        () -> deep + " takes " + smallAgain + " and " + largeAgain + " in " + version);
            }
        }
    }

    private static Cost cost(byte[] source, PythonVersion version) throws InterruptedException {
        AtomicReference<Cost> cost = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> {
            long id = Thread.currentThread().threadId();
            long bytes = THREADS.getThreadAllocatedBytes(id);
            long start = THREADS.getThreadCpuTime(id);
            everything(source, version);
            cost.set(new Cost(THREADS.getThreadCpuTime(id) - start, THREADS.getThreadAllocatedBytes(id) - bytes));
        }, "small stack", STACK);
        thread.setUncaughtExceptionHandler((ignored, throwable) -> failure.set(throwable));
        thread.start();
        thread.join();
        assertNull(failure.get(), () -> "failed with " + failure.get());
        return cost.get();
    }

    static void everything(byte[] source, PythonVersion version) {
        SyntaxTree tree = new Parser().parse(source, new ParseOptions(version, ParseMode.EXEC, true));
        try {
            tree.print(OutputStream.nullOutputStream());
            for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
                tree.parent(walk.node());
            }
            AstTable table = new AstProjector().project(tree);
            AstDumper.dump(table, tree, new AstDumper.Options(-1, true, false), Writer.nullWriter());
            new CstProjector().project(tree);
            SymbolTable symbols = SymbolTable.build(tree);
            ScopeRegions.of(symbols);
            Namespaces.of(symbols);
            new CompileChecker().check(tree, symbols);
            askForNames(tree);
            PythonTokens.ofFile(source, version);
            Root.of(tree).walk(new Visitor() {});
            Root.of(tree).preorder().forEach(Node::children);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What extraction asks for. All names at once may be longer than linear: each of many nested scopes has them all.
    static void askForNames(SyntaxTree tree) {
        QualifiedNames names = new QualifiedNameAnalyzer().analyze(tree);
        for (TreeWalk walk = tree.walk(tree.root()); walk.next();) {
            NodeKind kind = tree.kind(walk.node());
            if (kind == NodeKind.CALL || kind == NodeKind.FUNCTION_DEF || kind == NodeKind.CLASS_DEF) {
                names.of(walk.node());
            }
        }
    }
}
