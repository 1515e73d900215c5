package dev.quarry.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Times `./quarry` as whole processes, cold JVM included: a first extraction, a second one that finds nothing changed,
/// and a query. Prints minimum, median and maximum of wall time and peak resident memory, then what the last first
/// extraction recorded about itself: the time of its stages, and the rows and bytes of its tables.
///
/// Arguments: the launcher, the repository to extract, an empty folder to work in, and the number of rounds. Peak
/// memory is read from `/proc` and left out where there is none.
public final class WholeProcess {
    private static final String QUERY =
            "SELECT kind, count(*) AS nodes FROM ast_nodes GROUP BY 1 ORDER BY 2 DESC LIMIT 10";
    private static final String FIRST_RUN = "(SELECT run_id FROM runs ORDER BY start_time_unix_ms LIMIT 1)";
    private static final String STAGES = "SELECT stage, value_int / 1000 AS seconds FROM run_events WHERE run_id = "
            + FIRST_RUN + " AND event = 'stage_end' ORDER BY seq";
    private static final String TABLES = "SELECT dataset, rows, bytes, round(bytes / rows, 1) AS bytes_per_row"
            + " FROM extract_output_writes WHERE run_id = " + FIRST_RUN + " ORDER BY bytes DESC";

    private final Path launcher;
    private final Path repository;
    private final Path store;

    private WholeProcess(Path launcher, Path repository, Path store) {
        this.launcher = launcher;
        this.repository = repository;
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: WholeProcess LAUNCHER REPOSITORY WORK_FOLDER ROUNDS");
            System.exit(2);
        }
        Path store = Path.of(arguments[2]).resolve("benchmark-store").toAbsolutePath();
        new WholeProcess(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), store)
                .measure(Integer.parseInt(arguments[3]));
    }

    private void measure(int rounds) throws Exception {
        Command.run(quarry("version"));
        List<Command> first = new ArrayList<>();
        List<Command> second = new ArrayList<>();
        List<Command> query = new ArrayList<>();
        List<String> records = List.of();
        for (int i = 0; i < rounds; i++) {
            Command.delete(store);
            first.add(Command.run(quarry("extract", repository.toString(), "--out", store.toString())));
            second.add(Command.run(quarry("extract", repository.toString(), "--out", store.toString())));
            query.add(Command.run(quarry("sql", "--store", store.toString(), QUERY)));
            records = records();
        }
        Command.delete(store);
        print("first extraction", first);
        print("second extraction, nothing changed", second);
        print("count by kind", query);
        records.forEach(System.out::println);
    }

    private List<String> records() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String query : List.of(STAGES, TABLES)) {
            lines.add("");
            lines.addAll(Command.lines(quarry("sql", "--store", store.toString(), query)));
        }
        return lines;
    }

    private List<String> quarry(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(launcher.toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static void print(String what, List<Command> runs) {
        double[] seconds = runs.stream().mapToDouble(Command::seconds).sorted().toArray();
        long[] peaks = runs.stream().mapToLong(Command::peakKilobytes).sorted().toArray();
        int middle = seconds.length / 2;
        System.out.printf(Locale.ROOT, "%-36s %6.2f s  (%.2f to %.2f)   peak %d MB%n", what, seconds[middle],
                seconds[0], seconds[seconds.length - 1], peaks[middle] / 1024);
    }
}
