package dev.quarry.extract;

/// A run that cannot go on for a reason that a person can mend: the message says what is wrong, where, and what to do.
public final class ExtractionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Who has to act.
    public enum Cause {
        /// The path, a file or an option is not what it should be.
        INPUT,
        /// The run was interrupted; the store is as it was.
        INTERRUPTED
    }

    private final Cause kind;

    public ExtractionException(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ExtractionException(Cause kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }
}
