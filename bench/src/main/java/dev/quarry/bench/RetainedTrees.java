package dev.quarry.bench;

import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import dev.quarry.syntax.ast.AstProjector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures how much heap the syntax trees of a folder take while they are held, per AST node: what the heap grows by
/// from before the first parse to after the last, each time after a garbage collection.
///
/// The trees hold their source's bytes, too; those were there before and are given apart.
public final class RetainedTrees {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private RetainedTrees() {}

    public static void main(String[] arguments) throws IOException {
        Sources sources = Sources.read(Path.of(arguments[0]));
        ParseOptions options = ParseOptions.module(PythonVersion.newest());
        long nodes = countNodes(sources, options);
        List<SyntaxTree> trees = new ArrayList<>(sources.files().size());
        long before = used();
        parse(sources, options, trees);
        long held = used() - before;
        System.out.printf(Locale.ROOT, "%d files, %.1f MB, %d AST nodes%n", trees.size(), sources.megabytes(), nodes);
        System.out.printf(Locale.ROOT, "trees held: %.1f bytes per AST node, and %.1f of source%n",
                (double) held / nodes, (double) sources.bytes() / nodes);
        Reference.reachabilityFence(trees);
        Reference.reachabilityFence(sources);
    }

    private static long countNodes(Sources sources, ParseOptions options) {
        Parser parser = new Parser();
        AstProjector projector = new AstProjector();
        long nodes = 0;
        for (byte[] source : sources.files()) {
            nodes += projector.project(parser.parse(source, options)).size();
        }
        return nodes;
    }

    /// A parser of its own, whose buffers are gone afterwards.
    private static void parse(Sources sources, ParseOptions options, List<SyntaxTree> trees) {
        Parser parser = new Parser();
        for (byte[] source : sources.files()) {
            trees.add(parser.parse(source, options));
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
