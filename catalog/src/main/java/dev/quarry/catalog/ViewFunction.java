package dev.quarry.catalog;

import java.util.List;

/// A function that view declarations call and that every engine is given under the same name.
///
/// This is the one place for what engines spell differently.
///
/// @param name as views call it
/// @param parameters in order
/// @param duckdb its body in DuckDB's SQL, as a macro
/// @param meaning one sentence for people
public record ViewFunction(String name, List<String> parameters, String duckdb, String meaning) {

    /// Functions in an order in which each uses only earlier ones.
    public static final List<ViewFunction> ALL = List.of(
            new ViewFunction("stable_id", List.of("prefix", "parts"),
                    "prefix || ':' || md5(array_to_string("
                            + "list_transform(parts, lambda p: coalesce(p, chr(30))), chr(31)))",
                    "The id of a fact: prefix, `:` and MD5 over the parts; see [StableId]."),
            new ViewFunction("span_make", List.of("bstart", "bend", "line", "end_line", "col", "end_col"),
                    "CASE WHEN bstart IS NULL THEN NULL ELSE {'bstart': bstart, 'bend': bend, "
                            + "'start': {'line0': line - 1, 'col': col}, "
                            + "'end': {'line0': end_line - 1, 'col': end_col}, "
                            + "'col_unit': 'byte', 'end_exclusive': true} END",
                    "A position as a struct with 0-based lines; NULL without a position."),
            new ViewFunction("text_map", List.of("names", "texts"),
                    "map_from_entries(list_filter(list_zip(names, texts), lambda e: e[2] IS NOT NULL))",
                    "A map from two lists of the same length; NULL texts are left out."),
            new ViewFunction("no_entries", List.of(), "CAST(MAP {} AS MAP(VARCHAR, VARCHAR))",
                    "An empty map from text to text."),
            new ViewFunction("json_text", List.of("nested"), "CAST(to_json(nested) AS VARCHAR)",
                    "A list, map or struct as JSON."),
            new ViewFunction("each_entry", List.of("entries"), "unnest(map_entries(entries))",
                    "A row for each entry of a map, as a struct of `key` and `value`; in a SELECT list only."),
            new ViewFunction("each_element", List.of("elements"), "unnest(elements)",
                    "A row for each element of a list; in a SELECT list only."),
            new ViewFunction("ordered_list", List.of("element", "sort_key"), "list(element ORDER BY sort_key)",
                    "Aggregates elements to a list, in the order of a key that is never NULL."),
            new ViewFunction("joined_text", List.of("item", "separator", "sort_key"),
                    "string_agg(item, separator ORDER BY sort_key)",
                    "Aggregates texts to one, in the order of a key; NULL texts are left out."));

    public ViewFunction {
        parameters = List.copyOf(parameters);
    }
}
