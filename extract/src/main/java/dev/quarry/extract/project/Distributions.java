package dev.quarry.extract.project;

import dev.quarry.catalog.StableId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The distributions that a repository uses, and which of them a module comes from. Immutable.
///
/// Installed metadata says which modules a distribution has. Locks and requirements name distributions alone: one of them
/// is taken for a module only where the names are equal, both normalised (PEP 503), and no installed metadata says
/// otherwise.
public final class Distributions {
    /// Where a module outside a repository comes from.
    ///
    /// @param origin `site_packages`, `namespace` or `unknown`
    /// @param found the distributions that it may come from, from one source; empty when nothing names one
    public record Match(String origin, List<Distribution> found) {
        private static final Match NONE = new Match("unknown", List.of());
    }

    private final Map<String, List<Distribution>> byModule;
    private final Set<String> namespaces;
    /// Distributions whose modules are not known, by name.
    private final Map<Distribution.Source, Map<String, Distribution>> byName;
    private final List<String> environments;
    private final List<ProjectProblem> problems;

    private Distributions(Builder builder) {
        Map<String, List<Distribution>> modules = new TreeMap<>();
        builder.byModule.forEach((module, names) ->
                modules.put(module, List.copyOf(distributions(names, Distribution.Source.INSTALLED).values())));
        this.byModule = modules;
        this.namespaces = builder.namespaces;
        this.byName = new EnumMap<>(Distribution.Source.class);
        builder.byName.forEach((source, names) -> {
            names.keySet().removeAll(builder.withModules);
            byName.put(source, distributions(names, source));
        });
        this.environments = List.copyOf(builder.environments);
        this.problems = List.copyOf(builder.problems);
    }

    /// @param versions that are named of each distribution; of several, none is known to be the one
    private static Map<String, Distribution> distributions(Map<String, Set<String>> versions,
            Distribution.Source source) {
        Map<String, Distribution> distributions = new TreeMap<>();
        versions.forEach((name, all) -> distributions.put(name,
                new Distribution(name, all.size() == 1 ? all.iterator().next() : null, source)));
        return distributions;
    }

    /// What a top-level module comes from.
    public Match of(String module) {
        List<Distribution> installed = byModule.get(module);
        if (installed != null) {
            return new Match(namespaces.contains(module) ? "namespace" : "site_packages", installed);
        }
        String name = Distribution.normalized(module);
        for (Map<String, Distribution> source : byName.values()) {
            if (source.containsKey(name)) {
                return new Match("unknown", List.of(source.get(name)));
            }
        }
        return Match.NONE;
    }

    /// The virtual environments that were read, below the repository's root.
    public List<String> environments() {
        return environments;
    }

    /// Files and folders that could not be read.
    public List<ProjectProblem> problems() {
        return problems;
    }

    /// A hash of everything that [#of] depends on.
    public String fingerprint() {
        return StableId.md5Hex(byModule + "\n" + namespaces + "\n" + byName);
    }

    /// Collects what the files say: the versions that are named of each distribution.
    static final class Builder {
        private final Map<String, Map<String, Set<String>>> byModule = new TreeMap<>();
        private final Set<String> namespaces = new TreeSet<>();
        private final Map<Distribution.Source, Map<String, Set<String>>> byName =
                new EnumMap<>(Distribution.Source.class);
        private final Set<String> withModules = new HashSet<>();
        private final List<String> environments = new ArrayList<>();
        private final List<ProjectProblem> problems = new ArrayList<>();

        /// Adds a distribution whose modules are not known.
        void add(Distribution distribution) {
            add(byName.computeIfAbsent(distribution.source(), source -> new TreeMap<>()), distribution);
        }

        void add(InstalledDistribution installed) {
            if (installed.modules() == null) {
                add(installed.distribution());
                return;
            }
            withModules.add(installed.distribution().name());
            namespaces.addAll(installed.namespaces());
            for (String module : installed.modules()) {
                add(byModule.computeIfAbsent(module, name -> new TreeMap<>()), installed.distribution());
            }
        }

        private static void add(Map<String, Set<String>> versions, Distribution distribution) {
            Set<String> known = versions.computeIfAbsent(distribution.name(), name -> new TreeSet<>());
            if (distribution.version() != null) {
                known.add(distribution.version());
            }
        }

        void add(ProjectProblem problem) {
            problems.add(problem);
        }

        void addEnvironment(String folder) {
            environments.add(folder);
        }

        Distributions build() {
            return new Distributions(this);
        }
    }
}
