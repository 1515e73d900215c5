package dev.quarry.syntax.match;

import java.util.Collection;
import java.util.List;

/// A text that is no pattern.
public final class PatternException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final int column;
    private final String typed;
    private final transient List<String> names;

    PatternException(String problem, int column) {
        this(problem, column, "", List.of());
    }

    /// @param typed a name that does not exist
    /// @param names those that do
    PatternException(String problem, int column, String typed, Collection<String> names) {
        super(problem + " (column " + column + ")");
        this.problem = problem;
        this.column = column;
        this.typed = typed;
        this.names = List.copyOf(names);
    }

    /// What is wrong, without the place.
    public String problem() {
        return problem;
    }

    /// Where it is in the text: 1-based, in characters, line breaks counted as one.
    public int column() {
        return column;
    }

    /// The name that does not exist; empty when that is not what is wrong.
    public String typed() {
        return typed;
    }

    /// The names that exist where [#typed] stands; empty when that is not what is wrong.
    public List<String> names() {
        return names;
    }
}
