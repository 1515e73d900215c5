package dev.quarry.catalog;

import java.util.Collection;
import java.util.List;

/// No dataset or view has the name; the message suggests the nearest ones.
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> nearest;

    UnknownNameException(String name, Collection<String> known) {
        super(message(name, known));
        nearest = NearestNames.of(name, known);
    }

    /// The names that may have been meant, the nearest first.
    public List<String> nearest() {
        return nearest;
    }

    private static String message(String name, Collection<String> known) {
        String hint = NearestNames.hint(name, known);
        return "there is no dataset or view " + name + ". "
                + (hint.isEmpty() ? "`quarry tables` lists all of them." : hint);
    }
}
