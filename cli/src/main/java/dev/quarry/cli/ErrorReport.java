package dev.quarry.cli;

import dev.quarry.catalog.UnknownNameException;
import dev.quarry.extract.family.OptionException;
import dev.quarry.extract.scan.ScanException;
import dev.quarry.session.QueryException;
import dev.quarry.store.StoreException;
import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says on standard error what went wrong, without a stack trace unless asked for, and chooses the exit code.
final class ErrorReport {
    private final Console console;

    ErrorReport(Console console) {
        this.console = console;
    }

    /// A command line that can't be read.
    int usage(ParameterException error) {
        CommandLine command = error.getCommandLine();
        String message = error instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command)
                : firstLine(error.getMessage());
        say(withoutFinalStop(message) + "; '" + helpFor(command) + "' explains the command line");
        return ExitCode.USAGE;
    }

    /// An error of a command that was understood.
    int failure(Throwable error, boolean verbose) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Console.ClosedOutput) {
                // No one is left to tell.
                return ExitCode.OUTPUT_CLOSED;
            }
        }
        if (verbose) {
            error.printStackTrace(console.err());
        }
        return switch (error) {
            case CommandFailure failure -> exit(failure.exitCode(), failure.getMessage());
            case StoreException failure -> exit(ExitCode.STORE, failure.getMessage());
            case QueryException failure -> exit(ExitCode.BAD_INPUT, query(failure));
            case UnknownNameException failure -> exit(ExitCode.BAD_INPUT, failure.getMessage());
            case OptionException failure -> exit(ExitCode.BAD_INPUT, failure.getMessage());
            case ScanException failure -> exit(ExitCode.BAD_INPUT, failure.getMessage());
            case OutOfMemoryError failure -> exit(ExitCode.INTERNAL,
                    "out of memory (" + failure.getMessage() + "); give more with QUARRY_JAVA_OPTS=-Xmx2g, or use fewer --jobs");
            default -> exit(ExitCode.INTERNAL, "internal error: " + error
                    + (verbose ? "" : "; --verbose shows where; please report it"));
        };
    }

    private static String query(QueryException failure) {
        String place = failure.line() == 0 ? "" : "query:" + failure.line() + ":" + failure.column() + ": ";
        return place + failure.problem().replaceAll("\\s*\n\\s*", "; ");
    }

    private int exit(int exitCode, String message) {
        say(message);
        return exitCode;
    }

    private void say(String message) {
        console.err().println("quarry: " + message);
    }

    private static String unmatched(UnmatchedArgumentException error, CommandLine command) {
        String argument = error.getUnmatched().getFirst();
        if (argument.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names())).toList();
            return "unknown option '" + argument + "'" + Suggestion.of(argument, options);
        }
        if (command.getParent() == null) {
            return "unknown command '" + argument + "'" + Suggestion.of(argument, command.getSubcommands().keySet());
        }
        return "unexpected argument '" + argument + "'";
    }

    private static String helpFor(CommandLine command) {
        return command.getParent() == null ? "quarry help" : "quarry help " + command.getCommandName();
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).stripTrailing();
    }

    private static String withoutFinalStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
