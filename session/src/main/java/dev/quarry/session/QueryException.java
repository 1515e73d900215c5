package dev.quarry.session;

/// A query that can't be run; the message says what is wrong, where in the text, and what may have been meant.
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int line;
    private final int column;

    QueryException(String problem, String excerpt, int line, int column, Throwable cause) {
        super(excerpt.isEmpty() ? problem : problem + "\n" + excerpt, cause);
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    /// What is wrong and what may have been meant, without the excerpt of the query that the message ends with.
    public String problem() {
        return problem;
    }

    /// Line in the query's text, 1-based; 0 when the place is not known.
    public int line() {
        return line;
    }

    /// Column in that line in characters, 1-based; 0 when the place is not known.
    public int column() {
        return column;
    }
}
