package dev.quarry.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `quarry` command.
@Command(name = "quarry",
        description = "Mines Python repositories into versioned, queryable tables.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ExtractCommand.class, SqlCommand.class, TablesCommand.class, DescribeCommand.class,
                CheckCommand.class,
            AstCommand.class, SymtableCommand.class, TokenizeCommand.class, ParityCommand.class, VersionCommand.class,
            HelpCommand.class},
        footer = {"", "'quarry help COMMAND' explains a command. Exit codes: 0 done, 1 files with errors (--strict)",
            "differences (parity) or violations (check), 2 usage, 3 bad input, configuration or SQL, 4 store problem."})
public final class Quarry extends QuarryCommand {
    private static final int USAGE_WIDTH = 100;

    private final Console console;

    @Option(names = {"-V", "--version"}, description = "Print the version.")
    private boolean version;

    @Spec
    private CommandSpec spec;

    private Quarry(Console console) {
        this.console = console;
    }

    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /// Runs one command line.
    ///
    /// @return an [ExitCode]; every error has been reported on `console.err()`
    public static int run(Console console, String... args) {
        ErrorReport report = new ErrorReport(console);
        try {
            // picocli's class files are too old for the JVM's cache of loaded classes, so that it takes half of the
            // time of this command to load them.
            int exitCode = args.length == 1 && args[0].equals("version")
                    ? new VersionCommand().run(console)
                    : commandLine(console, report).execute(args);
            console.out().flush();
            return exitCode;
        } catch (IOException | Error e) {
            return report.failure(e, List.of(args).contains("--verbose"));
        }
    }

    static CommandLine commandLine(Console console, ErrorReport report) {
        CommandLine line = new CommandLine(new Quarry(console));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.setParameterExceptionHandler((error, args) -> report.usage(error));
        line.setExecutionExceptionHandler((error, command, parsed) -> {
            QuarryCommand failed = command.getCommand();
            return report.failure(error, failed.verbose());
        });
        return line;
    }

    @Override
    Console console() {
        return console;
    }

    @Override
    int run(Console console) {
        if (version) {
            return new VersionCommand().run(console);
        }
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
