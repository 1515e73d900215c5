package dev.quarry.cli;

import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says on standard error what went wrong: one line, and a stack trace only when asked for.
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
    int failure(Exception error, boolean verbose) throws Console.ClosedOutput {
        Console.ClosedOutput closed = closedOutput(error);
        if (closed != null) {
            throw closed;
        }
        if (verbose) {
            error.printStackTrace(console.err());
        }
        if (error instanceof CommandFailure failure) {
            say(failure.getMessage());
            return failure.exitCode();
        }
        say("internal error: " + error + (verbose ? "" : "; --verbose shows where; please report it"));
        return ExitCode.INTERNAL;
    }

    /// One line on standard error.
    private void say(String message) {
        console.err().println("quarry: " + message);
    }

    private static Console.ClosedOutput closedOutput(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Console.ClosedOutput closed) {
                return closed;
            }
        }
        return null;
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
