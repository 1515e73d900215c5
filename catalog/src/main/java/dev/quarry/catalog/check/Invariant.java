package dev.quarry.catalog.check;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.Dataset.Role;
import dev.quarry.catalog.Relation;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A statement about the rows of a store that is always true.
///
/// @param rule what kind of statement it is, e.g. `key`
/// @param relation name of the dataset or view that it is mostly about
/// @param description one sentence for people: what is true, and of which rows it is not asked
/// @param sql a query, in DuckDB's dialect, that returns the rows for which it is not true; it starts with what tells
///     the
///     reader where to look
public record Invariant(String rule, String relation, String description, String sql) {
    private static final Pattern WORD = Pattern.compile("\\w+");

    /// The rule and the relation: what users select it by. Unique.
    public String name() {
        return rule + "." + relation;
    }

    /// The datasets that it needs, those about runs left out: they are there as soon as anything is.
    ///
    /// A dataset that was never extracted has no rows to be wrong, but others may seem wrong without them.
    public Set<Dataset> datasets(Catalog catalog) {
        Set<Dataset> datasets = new LinkedHashSet<>();
        Matcher words = WORD.matcher(sql);
        while (words.find()) {
            String word = words.group();
            Optional<Relation> named = catalog.lookup(word).filter(found -> found.name().equals(word));
            named.ifPresent(found -> datasets.addAll(catalog.sources(found)));
        }
        datasets.removeIf(dataset -> dataset.role() == Role.RUN);
        return datasets;
    }
}
