package dev.quarry.extract.scan;

/// The scan cannot start or must stop: the root is not a folder, an option is contradictory, or there are more files than
/// `max_files`. The message is for people.
public final class ScanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScanException(String message) {
        super(message);
    }

    public ScanException(String message, Throwable cause) {
        super(message, cause);
    }
}
