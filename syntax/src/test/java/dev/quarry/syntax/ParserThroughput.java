package dev.quarry.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints how fast one thread parses the newest Python library, in megabytes (10^6) of source per
/// second, bytes to tree. The best of the rounds is the warm figure.
public final class ParserThroughput {
    private ParserThroughput() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        List<byte[]> files = new ArrayList<>();
        long bytes = 0;
        for (Path file : PythonLibraries.newest()) {
            byte[] content = Files.readAllBytes(file);
            files.add(content);
            bytes += content.length;
        }
        Parser parser = new Parser();
        ParseOptions options = ParseOptions.module(PythonVersion.newest());
        double best = 0;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            for (byte[] file : files) {
                parser.parse(file, options);
            }
            double rate = bytes * 1e3 / (System.nanoTime() - start);
            best = Math.max(best, rate);
            System.out.printf("round %d: %.1f MB/s%n", round, rate);
        }
        System.out.printf("%d files, %.1f MB, best %.1f MB/s%n", files.size(), bytes / 1e6, best);
    }
}
