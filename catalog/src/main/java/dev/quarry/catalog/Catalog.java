package dev.quarry.catalog;

import dev.quarry.catalog.Dataset.Role;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// All datasets and views, by name.
///
/// Names are not case-sensitive and may be qualified (`codeintel.public.ast_nodes`).
public final class Catalog {
    /// Name of the SQL catalog that holds [#SCHEMA].
    public static final String NAME = "codeintel";
    /// Name of the SQL schema that holds all datasets and views.
    public static final String SCHEMA = "public";

    private static final List<String> QUALIFIERS = List.of(NAME + "." + SCHEMA + ".", SCHEMA + ".", NAME + ".");

    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, View> views = new LinkedHashMap<>();

    Catalog(Collection<Dataset> datasets, Collection<View> views) {
        datasets.forEach(dataset -> putNew(this.datasets, dataset));
        views.forEach(view -> putNew(this.views, view));
    }

    private static <R extends Relation> void putNew(Map<String, R> relations, R relation) {
        if (relations.put(relation.name(), relation) != null) {
            throw new IllegalArgumentException(relation.name() + " is declared twice");
        }
    }

    /// What this version of Quarry stores and shows.
    public static Catalog standard() {
        return Standard.CATALOG;
    }

    /// All datasets in the order of the documentation.
    public Collection<Dataset> datasets() {
        return datasets.values();
    }

    /// All views in the order of the documentation.
    public Collection<View> views() {
        return views.values();
    }

    /// The dataset of exactly that name, version included.
    public Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(datasets.get(unqualified(name)));
    }

    /// The view of exactly that name.
    public Optional<View> view(String name) {
        return Optional.ofNullable(views.get(unqualified(name)));
    }

    /// The dataset or view that a name stands for: its own name, or a dataset's without the version.
    ///
    /// @throws UnknownNameException with the nearest names, if there is none
    public Relation find(String name) {
        return lookup(name).orElseThrow(() -> new UnknownNameException("dataset or view", name, names(), "quarry"
                + " tables"));
    }

    /// Like [#find], empty if there is none.
    public Optional<Relation> lookup(String name) {
        String plain = unqualified(name);
        if (views.containsKey(plain)) {
            return Optional.of(views.get(plain));
        }
        if (datasets.containsKey(plain)) {
            return Optional.of(datasets.get(plain));
        }
        return datasets.values().stream().filter(dataset -> dataset.alias().equals(plain))
                .map(Relation.class::cast).findFirst();
    }

    /// The names of all datasets and views.
    public Set<String> names() {
        Set<String> names = new TreeSet<>(datasets.keySet());
        names.addAll(views.keySet());
        return names;
    }

    /// The tables of a family, the file table first; empty if there is no such family.
    public List<Dataset> family(String family) {
        return datasets.values().stream().filter(dataset -> family.equals(dataset.family())).toList();
    }

    /// The datasets that have to be extracted to answer queries over the named ones.
    ///
    /// A family's name or alias (`ast_files_v1`, `ast_files`) or its extractor's (`ast`) stands for all of its tables,
    /// a fact table brings its file table along, and a view brings what it is computed from. Tables about runs are
    /// written by every run and left out.
    ///
    /// @throws UnknownNameException with the nearest names, if one is unknown
    public Set<Dataset> resolve(Collection<String> names) {
        Set<Dataset> resolved = new LinkedHashSet<>();
        for (String name : names) {
            String plain = unqualified(name);
            List<Dataset> family = datasets.values().stream().filter(dataset -> dataset.family() != null)
                    .filter(dataset -> plain.equals(dataset.template()) || plain.equals(dataset.family())
                            || plain.equals(withoutVersion(dataset.family())))
                    .toList();
            if (family.isEmpty()) {
                addWithFileTable(find(name), resolved);
            } else {
                resolved.addAll(family);
            }
        }
        resolved.removeIf(dataset -> dataset.role() == Role.RUN);
        return resolved;
    }

    /// The datasets that a relation is computed from, itself included if it is one.
    public Set<Dataset> sources(Relation relation) {
        Set<Dataset> sources = new LinkedHashSet<>();
        collectSources(relation, sources);
        return sources;
    }

    private void collectSources(Relation relation, Set<Dataset> sources) {
        switch (relation) {
            case Dataset dataset -> sources.add(dataset);
            case View view -> view.uses().forEach(name -> collectSources(find(name), sources));
        }
    }

    private void addWithFileTable(Relation relation, Set<Dataset> resolved) {
        for (Dataset dataset : sources(relation)) {
            if (dataset.role() == Role.FACT) {
                resolved.add(datasets.get(dataset.family()));
            }
            resolved.add(dataset);
        }
    }

    private static String unqualified(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return QUALIFIERS.stream().filter(plain::startsWith).findFirst()
                .map(qualifier -> plain.substring(qualifier.length())).orElse(plain);
    }

    private static String withoutVersion(String family) {
        return family.substring(0, family.lastIndexOf("_v"));
    }

    /// Built when it is first asked for.
    private static final class Standard {
        private static final List<View> RUN_ALIASES = RunDatasets.ALL.stream().map(ViewBuilder::alias).toList();
        static final Catalog CATALOG = new Catalog(
                Stream.of(RepoDatasets.ALL, AstDatasets.ALL, SymtableDatasets.ALL, CstDatasets.ALL,
                        NameDatasets.ALL, RunDatasets.ALL)
                        .flatMap(List::stream).toList(),
                Stream.of(RepoViews.ALL, AstViews.ALL, SymtableViews.ALL, BindingViews.ALL, BindingSiteViews.ALL,
                        CstViews.ALL, NameViews.ALL, RUN_ALIASES)
                        .flatMap(List::stream).toList());
    }
}
