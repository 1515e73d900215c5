package dev.quarry.syntax.names;

import java.util.Comparator;

/// One of the things that a name may stand for, as LibCST's class of the same name.
///
/// @param name dotted; contains `<locals>` and `<comprehension>` for names of inner scopes, begins with dots where it
///        comes from a relative import
/// @param source where the name comes from
public record QualifiedName(String name, QualifiedNameSource source) implements Comparable<QualifiedName> {
    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::name).thenComparing(QualifiedName::source);

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }
}
