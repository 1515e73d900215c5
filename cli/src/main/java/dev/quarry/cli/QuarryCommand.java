package dev.quarry.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// What every command has: the console of the run, `--help` and `--verbose`.
@Command(sortOptions = false, separator = " ")
abstract class QuarryCommand implements Callable<Integer> {

    @ParentCommand
    private Quarry quarry;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this help.", order = 1000)
    private boolean help;

    @Option(names = "--verbose", description = "Show stack traces of errors.", order = 1001)
    private boolean verbose;

    @Override
    public final Integer call() throws Exception {
        return run(console());
    }

    /// Does the work.
    ///
    /// @return an [ExitCode]
    abstract int run(Console console) throws Exception;

    Console console() {
        return quarry.console();
    }

    final boolean verbose() {
        return verbose;
    }
}
