package dev.quarry.parity;

/// An interpreter that gives no answer: it crashed, hung, ran out of a resource, or the script in it failed.
public final class OracleFailure extends Exception {
    private static final long serialVersionUID = 1;

    OracleFailure(String message) {
        super(message);
    }

    OracleFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
