package dev.quarry.cli;

import dev.quarry.catalog.NearestNames;
import java.util.Collection;
import java.util.List;

/// Words a guess at what someone who mistyped a name may have meant.
final class Suggestion {
    private Suggestion() {}

    /// `, did you mean x?`, or nothing when no name is near.
    static String of(String typed, Collection<String> names) {
        List<String> nearest = NearestNames.of(typed, names);
        return nearest.isEmpty() ? "" : ", did you mean " + String.join(" or ", nearest) + "?";
    }
}
