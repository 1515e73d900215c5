package dev.quarry.store;

/// A store that can't be read or written; the message says what is wrong, where, and what to do.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String place;
    private final String remedy;

    /// @param problem what is wrong, e.g. `the store is locked by process 4711`
    /// @param place the file or folder
    /// @param remedy what to do
    /// @param cause null if there is none
    StoreException(String problem, String place, String remedy, Throwable cause) {
        super(place + ": " + problem + "; " + remedy, cause);
        this.problem = problem;
        this.place = place;
        this.remedy = remedy;
    }

    public String problem() {
        return problem;
    }

    public String place() {
        return place;
    }

    public String remedy() {
        return remedy;
    }
}
