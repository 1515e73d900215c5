package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.Relation;
import dev.quarry.catalog.View;
import dev.quarry.store.Snapshot;
import dev.quarry.store.TableVersion;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A line of the list of all datasets and views. Making it needs no SQL engine.
///
/// @param name as queries use it
/// @param kind `dataset`, `run table` or `view`
/// @param stage when it becomes available
/// @param meaning one sentence for people
/// @param columns number of columns
/// @param rows rows in the snapshot; empty for views
/// @param bytes size of its files in the snapshot; empty for views
public record RelationListing(String name, String kind, Dataset.Stage stage, String meaning, int columns,
        OptionalLong rows, OptionalLong bytes) {

    /// All datasets, then all views, each in the order of the documentation.
    public static List<RelationListing> all(Catalog catalog, Snapshot snapshot) {
        return Stream.concat(catalog.datasets().stream(), catalog.views().stream())
                .map(relation -> of(relation, snapshot)).toList();
    }

    private static RelationListing of(Relation relation, Snapshot snapshot) {
        return switch (relation) {
            case View view -> new RelationListing(view.name(), "view", view.stage(), view.meaning(),
                    view.columns().size(), OptionalLong.empty(), OptionalLong.empty());
            case Dataset dataset -> new RelationListing(dataset.name(),
                    dataset.role() == Dataset.Role.RUN ? "run table" : "dataset", dataset.stage(), dataset.meaning(),
                    dataset.columns().size(),
                    OptionalLong.of(snapshot.table(dataset.name()).map(TableVersion::rows).orElse(0L)),
                    OptionalLong.of(snapshot.table(dataset.name()).map(TableVersion::bytes).orElse(0L)));
        };
    }
}
