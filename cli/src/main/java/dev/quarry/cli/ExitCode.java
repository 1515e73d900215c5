package dev.quarry.cli;

/// The exit codes of `quarry`, the same for every command.
public final class ExitCode {
    /// Done.
    public static final int DONE = 0;
    /// Done, but files do not parse (only with `--strict`), or there was one file and Python rejects it, too.
    public static final int FILES_WITH_ERRORS = 1;
    /// Done, and `parity` found a difference; as `diff` says it.
    public static final int DIFFERENT = 1;
    /// Done, and `check` found rows that violate an invariant.
    public static final int VIOLATIONS = 1;
    /// The command line is wrong.
    public static final int USAGE = 2;
    /// The input, the configuration or the SQL is wrong.
    public static final int BAD_INPUT = 3;
    /// The store is missing, damaged, locked or can't be written.
    public static final int STORE = 4;
    /// An error of Quarry itself; sysexits.h's EX_SOFTWARE.
    public static final int INTERNAL = 70;
    /// Ctrl-C, as a shell reports a program that SIGINT ended.
    public static final int INTERRUPTED = 130;
    /// The reader of standard output went away, as a shell reports a program that SIGPIPE ended.
    public static final int OUTPUT_CLOSED = 141;

    private ExitCode() {}
}
