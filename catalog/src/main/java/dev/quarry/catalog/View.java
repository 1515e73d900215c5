package dev.quarry.catalog;

import java.util.List;
import java.util.stream.Collectors;

/// A named query over datasets and other views.
///
/// Expressions are written once, in a subset of SQL that every engine of Quarry reads or can be given by renaming, with
/// the functions of [ViewFunction] for what engines spell differently. Structs are written `{'name': expression}` and
/// lists `list_value(…)`.
///
/// @param name without version, e.g. `ast_nodes`
/// @param stage when it becomes available
/// @param meaning one sentence for people
/// @param outputs what it returns, in order
/// @param from the text after FROM (joins, WHERE, GROUP BY included)
/// @param primaryKey columns that identify a row; empty where the view shows rows that its sources identify
/// @param uses names of the datasets and views that `from` and the expressions name
public record View(String name, Dataset.Stage stage, String meaning, List<Output> outputs, String from,
        List<String> primaryKey, List<String> uses) implements Relation {

    public View {
        outputs = List.copyOf(outputs);
        primaryKey = List.copyOf(primaryKey);
        uses = List.copyOf(uses);
    }

    @Override
    public List<Column> columns() {
        return outputs.stream().map(Output::column).toList();
    }

    /// The query that the view stands for.
    public String query() {
        return outputs.stream().map(output -> output.expression() + " AS " + output.column().name())
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + from));
    }

    /// A column of a view.
    ///
    /// @param column name, type and meaning
    /// @param expression how it is computed from what `from` names
    public record Output(Column column, String expression) {}
}
