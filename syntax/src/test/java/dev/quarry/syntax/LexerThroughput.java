package dev.quarry.syntax;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures decoding, line tables and lexing over the newest Python library, per second of this thread's
/// processor time. Run it by hand, with the version as argument.
final class LexerThroughput {
    private static final int ROUNDS = 15;

    private LexerThroughput() {}

    public static void main(String[] arguments) throws IOException {
        PythonVersion version = PythonVersion.parse(arguments[0]).orElseThrow();
        List<byte[]> files = new ArrayList<>();
        for (Path file : PythonLibraries.newest()) {
            files.add(Files.readAllBytes(file));
        }
        long bytes = files.stream().mapToLong(file -> file.length).sum();
        List<SourceText> sources = files.stream().map(file -> SourceText.decode(file).text()).toList();
        Lexer lexer = new Lexer();
        ParseOptions options = ParseOptions.module(version);
        System.out.printf("%d files, %.1f MB%n", files.size(), bytes / 1e6);
        for (int round = 0; round < ROUNDS; round++) {
            long checksum = 0;
            long start = now();
            for (byte[] file : files) {
                checksum += SourceText.decode(file).text().end();
            }
            long decoded = now();
            for (SourceText source : sources) {
                checksum += LineTable.of(source.utf8(), source.start()).count();
            }
            long lined = now();
            long tokens = 0;
            for (SourceText source : sources) {
                tokens += lexer.lex(source, options, new ArrayList<>()).size();
                tokens -= lexer.names().size();
            }
            long lexed = now();
            System.out.printf("decode %.0f MB/s, lines %.0f MB/s, lex %.0f MB/s (%d)%n", rate(bytes, decoded - start),
                    rate(bytes, lined - decoded), rate(bytes, lexed - lined), tokens + checksum);
        }
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double rate(long bytes, long nanoseconds) {
        return bytes * 1e3 / nanoseconds;
    }
}
