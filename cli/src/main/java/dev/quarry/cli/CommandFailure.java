package dev.quarry.cli;

/// Ends a command with one line for the user and an exit code.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /// The input, the configuration or the SQL is wrong.
    ///
    /// @param message what is wrong, where, and what to do
    public static CommandFailure badInput(String message) {
        return new CommandFailure(ExitCode.BAD_INPUT, message, null);
    }

    /// The same, with the exception that `--verbose` shows.
    public static CommandFailure badInput(String message, Throwable cause) {
        return new CommandFailure(ExitCode.BAD_INPUT, message, cause);
    }

    /// The store is missing, damaged, locked or can't be written.
    ///
    /// @param message what is wrong, where, and what to do
    /// @param cause what `--verbose` shows, or null
    public static CommandFailure store(String message, Throwable cause) {
        return new CommandFailure(ExitCode.STORE, message, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
