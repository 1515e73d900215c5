package dev.quarry.catalog.check;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.UnknownNameException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// All invariants, by name.
public final class Invariants {
    private final Map<String, Invariant> all = new LinkedHashMap<>();

    private Invariants(Stream<Invariant> invariants) {
        invariants.forEach(invariant -> {
            if (all.put(invariant.name(), invariant) != null) {
                throw new IllegalArgumentException(invariant.name() + " is declared twice");
            }
        });
    }

    /// What must be true of the stores of this version of Quarry.
    public static Invariants standard() {
        return Standard.INVARIANTS;
    }

    /// In the order of the documentation.
    public List<Invariant> all() {
        return List.copyOf(all.values());
    }

    /// Those that any of the names stands for: an invariant's own (`key.ast_nodes_v1`), a rule's (`key`), or a
    /// dataset's or
    /// view's (`ast_nodes_v1`). In the order of the documentation; all of them without names.
    ///
    /// @throws UnknownNameException with the nearest names, if one stands for none
    public List<Invariant> named(List<String> names) {
        Set<String> known = new TreeSet<>(all.keySet());
        all.values().forEach(invariant -> known.addAll(List.of(invariant.rule(), invariant.relation())));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UnknownNameException("invariant", name, known, "quarry check --list");
            }
        }
        Set<String> wanted = new LinkedHashSet<>(names);
        return all.values().stream().filter(invariant -> wanted.isEmpty() || wanted.contains(invariant.name())
                || wanted.contains(invariant.rule()) || wanted.contains(invariant.relation())).toList();
    }

    /// Built when it is first asked for.
    private static final class Standard {
        private static final Catalog CATALOG = Catalog.standard();
        static final Invariants INVARIANTS = new Invariants(Stream.of(Runs.all(), Coverage.of(CATALOG),
                Declarations.of(CATALOG), Domains.of(CATALOG), Places.of(CATALOG), Tiles.all(), Trees.all(),
                AbstractSyntax.all(), ConcreteSyntax.all(), Scopes.all(), Names.all()).flatMap(List::stream));
    }
}
