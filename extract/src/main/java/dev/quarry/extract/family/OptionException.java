package dev.quarry.extract.family;

import dev.quarry.catalog.NearestNames;
import java.util.Collection;
import java.util.List;

/// An option that does not exist, a value that it cannot have, or options that contradict each other. The message is
/// for people and names the option.
public final class OptionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OptionException(String message) {
        super(message);
    }

    public OptionException(String message, Throwable cause) {
        super(message, cause);
    }

    /// An option that does not exist.
    ///
    /// @param names those that do
    public static OptionException unknown(String name, Collection<String> names) {
        return new OptionException("unknown option '" + name + "'" + suggestion(name, names));
    }

    /// `, did you mean x?`, or nothing when no name is near.
    public static String suggestion(String typed, Collection<String> names) {
        List<String> nearest = NearestNames.of(typed, names);
        return nearest.isEmpty() ? "" : ", did you mean " + String.join(" or ", nearest) + "?";
    }
}
