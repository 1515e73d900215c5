package dev.quarry.syntax.names;

import java.util.List;
import java.util.TreeSet;

/// The answer to one question: qualified names, sorted, each once. Most answers have one or none.
final class FoundNames {
    private QualifiedName first;
    /// All of them, once there are two.
    private TreeSet<QualifiedName> all;

    void add(QualifiedName name) {
        if (first == null) {
            first = name;
        } else if (all != null) {
            all.add(name);
        } else if (!first.equals(name)) {
            all = new TreeSet<>(List.of(first, name));
        }
    }

    List<QualifiedName> toList() {
        return first == null ? List.of() : all == null ? List.of(first) : List.copyOf(all);
    }
}
