package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.TEXT_MAP;
import static dev.quarry.catalog.Bundles.bool;
import static dev.quarry.catalog.Bundles.i32;
import static dev.quarry.catalog.Bundles.str;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Declares a view over one relation, mostly by naming the columns that it passes on.
///
/// Views over facts compute `span`, `attrs` and the like from the flat columns; engines drop what a query does not
/// select, and push filters on the flat columns down to the files.
final class ViewBuilder {
    /// The position of an element as a struct.
    private static final ColumnType SPAN = new ColumnType.StructOf(List.of(
            i32("bstart", "Offset of the first byte in the raw file."),
            i32("bend", "Offset after the last byte in the raw file."),
            Column.required("start", corner(), "Where it starts."),
            Column.required("end", corner(), "Where it ends."),
            str("col_unit", "byte."),
            bool("end_exclusive", "true.")));

    private final String name;
    private final String meaning;
    private final Relation source;
    private List<String> primaryKey = List.of();
    private final List<View.Output> outputs = new ArrayList<>();

    private ViewBuilder(String name, String meaning, Relation source) {
        this.name = name;
        this.meaning = meaning;
        this.source = source;
    }

    static ViewBuilder view(String name, String meaning, Relation source) {
        return new ViewBuilder(name, meaning, source);
    }

    /// Passes columns of the source on.
    ViewBuilder columns(String... names) {
        Arrays.stream(names).forEach(column -> computed(sourceColumn(column), column));
        return this;
    }

    /// Passes a column on under another name.
    ViewBuilder renamed(String column, String as) {
        return computed(sourceColumn(column).named(as), column);
    }

    ViewBuilder computed(Column column, String expression) {
        outputs.add(new View.Output(column, expression));
        return this;
    }

    /// The position under CPython's names, and what is the same for all positions.
    ViewBuilder lines() {
        return renamed("line", "lineno").renamed("col", "col_offset").renamed("end_line", "end_lineno")
                .renamed("end_col", "end_col_offset").lineUnits();
    }

    /// What is the same for all positions.
    ViewBuilder lineUnits() {
        return computed(i32("line_base", "Number of the first line."), "1")
                .computed(str("col_unit", "Unit of columns."), "'byte'")
                .computed(bool("end_exclusive", "Ends lie after the last byte."), "true");
    }

    ViewBuilder span() {
        return computed(spanColumn(), spanExpression(""));
    }

    /// The span of the position bundle under a prefix: `span_ws` for `ws_`.
    ViewBuilder span(String prefix) {
        Column column = spanColumn().named("span_" + prefix.substring(0, prefix.length() - 1));
        return computed(column, spanExpression(prefix));
    }

    /// A struct of `span` and `attrs` under a name.
    ViewBuilder record(String as, String attrs) {
        ColumnType type = new ColumnType.StructOf(List.of(spanColumn(), attrsColumn()));
        return computed(Column.required(as, type, "span and attrs as one struct."),
                "{'span': " + spanExpression("") + ", 'attrs': " + attrs + "}");
    }

    /// `span`, `attrs` and `ast_record`, which end most views over facts of the AST.
    ViewBuilder spanAttrsAndRecord(String attrs) {
        return span().attrs(attrs).record("ast_record", attrs);
    }

    ViewBuilder attrs(String expression) {
        return computed(attrsColumn(), expression);
    }

    /// The expression of an attrs map: typed columns as text, `column` or `key=column`, after them the stored map if
    /// the source has one.
    String attrsOf(String... entries) {
        return attrs(new ArrayList<>(), new ArrayList<>(), entries);
    }

    /// [#attrsOf] with one entry more, which comes first: a key and the expression of its text.
    String attrsWith(String key, String expression, String... entries) {
        return attrs(new ArrayList<>(List.of("'" + key + "'")), new ArrayList<>(List.of(expression)), entries);
    }

    private String attrs(List<String> keys, List<String> texts, String[] entries) {
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            keys.add("'" + (equals < 0 ? entry : entry.substring(0, equals)) + "'");
            texts.add(asText(sourceColumn(entry.substring(equals + 1))));
        }
        boolean stored = source.columns().stream().anyMatch(column -> column.name().equals("attrs"));
        if (keys.isEmpty()) {
            return stored ? "attrs" : "no_entries()";
        }
        String typed = "text_map(list_value(" + String.join(", ", keys) + "), list_value("
                + String.join(", ", texts) + "))";
        return stored ? "map_concat(" + typed + ", attrs)" : typed;
    }

    /// Says which columns identify a row.
    ViewBuilder key(String... names) {
        primaryKey = List.of(names);
        return this;
    }

    View build() {
        return build(source.name());
    }

    /// @param from the text after FROM, which names nothing but the source
    View build(String from) {
        return build(from, List.of(source.name()));
    }

    View build(String from, List<String> uses) {
        return new View(name, source.stage(), meaning, outputs, from, primaryKey, uses);
    }

    /// A view with one row for each entry of a view's attrs.
    static View entries(String name, View of, String... columns) {
        ViewBuilder view = view(name, "Entries of attrs of " + of.name() + ".", of).columns(columns)
                .computed(str("attr_key", "Key of the entry."), "entry.key")
                .computed(Bundles.strOrNull("attr_value", "Text of the entry."), "entry.value");
        return view.build("(SELECT " + String.join(", ", columns) + ", each_entry(attrs) AS entry FROM " + of.name()
                + ") AS entries");
    }

    /// The view that shows a dataset under its name without version.
    static View alias(Dataset dataset) {
        List<String> hidden = dataset.role() == Dataset.Role.RUN ? List.of() : List.of("repo_key", "bucket", "run_id");
        String[] shown = dataset.columns().stream().map(Column::name).filter(column -> !hidden.contains(column))
                .toArray(String[]::new);
        return view(dataset.alias(), dataset.meaning(), dataset).columns(shown).build();
    }

    /// The struct literal of a dataset's columns.
    static String struct(List<Column> columns) {
        return columns.stream().map(column -> "'" + column.name() + "': " + column.name())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static ColumnType corner() {
        return new ColumnType.StructOf(List.of(i32("line0", "Line, 0-based."),
                i32("col", "Column, 0-based, in UTF-8 bytes.")));
    }

    private static String asText(Column column) {
        return switch (column.type()) {
            case ColumnType.Scalar scalar when scalar == ColumnType.Scalar.STRING -> column.name();
            case ColumnType.Scalar _ -> "CAST(" + column.name() + " AS STRING)";
            default -> "json_text(" + column.name() + ")";
        };
    }

    private Column spanColumn() {
        boolean nullable = sourceColumn("bstart").nullable();
        Column span = Column.required("span", SPAN, "The position as a struct, with 0-based lines.");
        return nullable ? span.asOptional() : span;
    }

    private static Column attrsColumn() {
        return Column.required("attrs", TEXT_MAP, "The stored attrs and further columns as text.");
    }

    private static String spanExpression(String prefix) {
        return Stream.of("bstart", "bend", "line", "end_line", "col", "end_col").map(column -> prefix + column)
                .collect(Collectors.joining(", ", "span_make(", ")"));
    }

    private Column sourceColumn(String column) {
        return source.columns().stream().filter(candidate -> candidate.name().equals(column)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + column + " in " + source.name()));
    }
}
