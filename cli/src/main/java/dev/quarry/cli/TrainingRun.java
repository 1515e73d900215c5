package dev.quarry.cli;

import java.nio.file.Path;
import java.util.List;

/// Runs the usual commands in one process, so that the JVM records what they load and call.
///
/// The launcher starts it once after a build with `-XX:AOTCacheOutput`.
final class TrainingRun {
    private TrainingRun() {}

    /// @param args the folder of a small repository, which gets a store
    public static void main(String[] args) {
        String repository = args[0];
        Console console = Console.ofProcess();
        for (List<String> command : commands(repository)) {
            int exitCode = Quarry.run(console, command.toArray(String[]::new));
            if (exitCode != ExitCode.DONE) {
                System.exit(exitCode);
            }
        }
    }

    private static List<List<String>> commands(String repository) {
        String module = Path.of(repository, "lending", "catalogue.py").toString();
        return List.of(
                List.of("version"),
                List.of("help"),
                List.of("ast", module),
                List.of("ast", "-a", module),
                List.of("extract", repository),
                List.of("extract", repository, "--json"),
                List.of("tables", "--store", repository),
                List.of("describe", "ast_nodes", "--store", repository),
                List.of("sql", "--store", repository, "SELECT kind, count(*) AS nodes FROM ast_nodes GROUP BY kind ORDER BY nodes DESC"),
                List.of("sql", "--store", repository, "--format", "csv", "SELECT path, name FROM ast_defs ORDER BY path, span.bstart"),
                List.of("sql", "--store", repository, "--format", "json", "SELECT * FROM repo_files"));
    }
}
