package dev.quarry.catalog;

import java.util.List;

/// What can stand in a query: a stored table or a view.
public sealed interface Relation permits Dataset, View {

    String name();

    Dataset.Stage stage();

    /// One sentence for people.
    String meaning();

    /// All columns in order.
    List<Column> columns();
}
