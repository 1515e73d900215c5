package dev.quarry.syntax.ast;

import com.sun.management.ThreadMXBean;
import dev.quarry.syntax.ParseOptions;
import dev.quarry.syntax.Parser;
import dev.quarry.syntax.PythonVersion;
import dev.quarry.syntax.SyntaxTree;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `ProjectionSpeed <directory> [<seconds>]`: how fast one thread takes the `.py` files below a directory from bytes to
/// AST columns, round by round. Times are the thread's own, not the clock's, so other load hardly counts.
final class ProjectionSpeed {
    private ProjectionSpeed() {}

    public static void main(String[] args) throws Exception {
        var files = new ArrayList<byte[]>();
        long bytes = 0;
        try (Stream<Path> paths = Files.walk(Path.of(args[0]))) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".py")
                    && !path.toString().contains("site-packages")).sorted().toList();
            for (Path source : sources) {
                byte[] file = Files.readAllBytes(source);
                files.add(file);
                bytes += file.length;
            }
        }
        System.out.printf("%d files, %.1f MB%n", files.size(), bytes / 1e6);
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 20;
        var parser = new Parser();
        var projector = new AstProjector();
        var options = ParseOptions.module(PythonVersion.newest());
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            long parsing = 0;
            long projecting = 0;
            long rows = 0;
            long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            long allocatedByProjection = 0;
            for (byte[] file : files) {
                long start = threads.getCurrentThreadCpuTime();
                SyntaxTree tree = parser.parse(file, options);
                long parsed = threads.getCurrentThreadCpuTime();
                long allocated = threads.getCurrentThreadAllocatedBytes();
                rows += projector.project(tree).size();
                allocatedByProjection += threads.getCurrentThreadAllocatedBytes() - allocated;
                parsing += parsed - start;
                projecting += threads.getCurrentThreadCpuTime() - parsed;
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
            System.out.printf("%.1f MB/s (parse %.1f, project %.1f), %d rows, %.1f B allocated per byte, %.2f by the "
                    + "projection%n", bytes * 1e3 / (parsing + projecting), bytes * 1e3 / parsing,
                    bytes * 1e3 / projecting, rows, (double) allocated / bytes,
                    (double) allocatedByProjection / bytes);
        }
    }
}
