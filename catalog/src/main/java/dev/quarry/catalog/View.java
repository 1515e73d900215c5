package dev.quarry.catalog;

import java.util.List;

/// A named query over datasets and other views.
///
/// Expressions are written once, in the subset of SQL that every engine of Quarry reads, with the functions that
/// sessions define for what engines spell differently (`stable_id`, `span_make`, …).
///
/// @param name without version, e.g. `ast_nodes`
/// @param stage when it becomes available
/// @param meaning one sentence for people
/// @param columns what it returns, in order
/// @param from the text after FROM (joins, WHERE, GROUP BY included)
/// @param uses names of the datasets and views that `from` and the expressions name
public record View(String name, Dataset.Stage stage, String meaning, List<ViewColumn> columns, String from,
        List<String> uses) {

    public View {
        columns = List.copyOf(columns);
        uses = List.copyOf(uses);
    }

    /// A column of a view.
    ///
    /// @param column name, type and meaning
    /// @param expression how it is computed from what `from` names
    public record ViewColumn(Column column, String expression) {}
}
