package dev.quarry.session;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Column;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.Relation;
import dev.quarry.catalog.UnknownNameException;
import dev.quarry.catalog.View;
import dev.quarry.store.Snapshot;
import dev.quarry.store.TableVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is to be known about a dataset or view. Making it needs no SQL engine.
///
/// @param name as queries use it
/// @param kind `dataset`, `run table` or `view`
/// @param stage when it becomes available
/// @param meaning one sentence for people
/// @param columns in order; [Column#notation] writes their types
/// @param primaryKey columns that identify a row; empty for views whose rows their sources identify
/// @param joinKeys columns to join with other datasets; empty for views
/// @param order columns that rows are sorted by inside a partition; empty for views
/// @param partition columns that tell its folders apart; empty for views and run tables
/// @param uses datasets and views that a view is computed from; empty for datasets
/// @param rows rows in the snapshot; empty for views
/// @param version version of its table in the snapshot; empty for views and what was never written
public record RelationDescription(String name, String kind, Dataset.Stage stage, String meaning, List<Column> columns,
        List<String> primaryKey, List<String> joinKeys, List<String> order, List<String> partition, List<String> uses,
        OptionalLong rows, OptionalLong version) {

    /// Describes what a name stands for.
    ///
    /// @throws UnknownNameException with the nearest names, if there is none
    public static RelationDescription of(Catalog catalog, Snapshot snapshot, String name) {
        Relation relation = catalog.find(name);
        return switch (relation) {
            case View view -> new RelationDescription(view.name(), "view", view.stage(), view.meaning(), view.columns(),
                    view.primaryKey(), List.of(), List.of(), List.of(), view.uses(), OptionalLong.empty(),
                            OptionalLong.empty());
            case Dataset dataset -> {
                Optional<TableVersion> table = snapshot.table(dataset.name());
                yield new RelationDescription(dataset.name(),
                        dataset.role() == Dataset.Role.RUN ? "run table" : "dataset", dataset.stage(),
                        dataset.meaning(), dataset.columns(), dataset.primaryKey(), dataset.joinKeys(),
                        dataset.order(), dataset.partition(), List.of(),
                        OptionalLong.of(table.map(TableVersion::rows).orElse(0L)),
                        table.map(version -> OptionalLong.of(version.version())).orElse(OptionalLong.empty()));
            }
        };
    }
}
