package dev.quarry.catalog;

import java.util.Collection;
import java.util.List;

/// Nothing has the name; the message suggests the nearest ones.
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> nearest;

    /// @param kind what has no such name, e.g. `dataset or view`
    /// @param listing what lists all names, e.g. `quarry tables`
    public UnknownNameException(String kind, String name, Collection<String> known, String listing) {
        super(message(kind, name, known, listing));
        nearest = NearestNames.of(name, known);
    }

    /// The names that may have been meant, the nearest first.
    public List<String> nearest() {
        return nearest;
    }

    private static String message(String kind, String name, Collection<String> known, String listing) {
        String hint = NearestNames.hint(name, known);
        return "there is no " + kind + " " + name + ". "
                + (hint.isEmpty() ? "`" + listing + "` lists all of them." : hint);
    }
}
