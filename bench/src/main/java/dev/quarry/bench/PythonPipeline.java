package dev.quarry.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Times `quarry extract` beside a pipeline of Python's own libraries that finds the same facts (`python_pipeline.py`).
///
/// Python reads every Nth file with two processes that are warm, and writes nothing. Quarry reads all files as a whole
/// process, cold, follows names across files as well and writes all tables. Both take turns; the medians of the rounds
/// count. Rates are told by the clock and by processor time, which other load on the machine changes less. A file that
/// a parser refuses is counted, and its bytes, too.
///
/// Arguments: the launcher, the folder, an empty folder to work in, the Python, the script, N, the number of rounds.
public final class PythonPipeline {
    private static final int PROCESSES = 2;

    /// What one run of a pipeline took.
    private record Rate(double seconds, double processorSeconds, long bytes, long peakKilobytes) {
        /// Megabytes (10^6 bytes) of source per second.
        double rate() {
            return bytes / 1e6 / seconds;
        }

        /// Megabytes (10^6 bytes) of source per second of processor time.
        double processorRate() {
            return bytes / 1e6 / processorSeconds;
        }
    }

    private PythonPipeline() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 7) {
            System.err.println("usage: PythonPipeline LAUNCHER FOLDER WORK_FOLDER PYTHON SCRIPT NTH ROUNDS");
            System.exit(2);
        }
        String quarry = Path.of(arguments[0]).toAbsolutePath().toString();
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        Path store = Path.of(arguments[2]).resolve("benchmark-store").toAbsolutePath();
        List<String> pipeline = List.of(arguments[3], arguments[4], folder.toString(), arguments[5],
                Integer.toString(PROCESSES));
        Sources sources = Sources.read(folder);
        Command.run(List.of(quarry, "version"));
        List<Rate> python = new ArrayList<>();
        List<Rate> own = new ArrayList<>();
        List<String> rows = List.of();
        for (int round = 0; round < Integer.parseInt(arguments[6]); round++) {
            rows = Command.lines(pipeline);
            String[] figures = rows.getFirst().split(" ");
            long bytes = Long.parseLong(figures[2]);
            python.add(new Rate(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), bytes,
                    Long.parseLong(figures[7])));
            if (round == 0) {
                System.out.printf(Locale.ROOT,
                        "Python: every %sth file, %s files, %.1f MB; refused by ast %s, by LibCST %s; %s rows%n",
                        arguments[5], figures[3], bytes / 1e6, figures[4], figures[5], figures[6]);
            }
            Command.delete(store);
            Command run = Command.run(List.of(quarry, "extract", folder.toString(), "--out", store.toString()));
            own.add(new Rate(run.seconds(), run.processorSeconds(), sources.bytes(), run.peakKilobytes()));
        }
        Command.delete(store);
        System.out.printf(Locale.ROOT, "Quarry: all %d files, %.1f MB%n%n", sources.files().size(),
                sources.megabytes());
        System.out.println(
                "                           MB/s    range            seconds   MB/processor second   peak memory");
        print("ast, symtable, LibCST", python);
        print("quarry extract", own);
        System.out.printf(Locale.ROOT, "ratio %.0f by the clock, %.0f by processor time%n%nrows that Python counted:%n",
                median(own).rate() / median(python).rate(),
                median(own).processorRate() / median(python).processorRate());
        rows.stream().skip(1).forEach(System.out::println);
    }

    private static Rate median(List<Rate> runs) {
        return runs.stream().sorted(Comparator.comparingDouble(Rate::rate)).toList().get(runs.size() / 2);
    }

    private static void print(String what, List<Rate> runs) {
        double slowest = runs.stream().mapToDouble(Rate::rate).min().orElseThrow();
        double fastest = runs.stream().mapToDouble(Rate::rate).max().orElseThrow();
        Rate middle = median(runs);
        long peak = runs.stream().mapToLong(Rate::peakKilobytes).max().orElseThrow();
        System.out.printf(Locale.ROOT, "%-24s %7.3f   %6.3f to %6.3f  %7.1f   %19.3f   %8d MB%n", what,
                middle.rate(), slowest, fastest, middle.seconds(), middle.processorRate(), peak / 1024);
    }
}
