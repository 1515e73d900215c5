package dev.quarry.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The view `cst_schema_diagnostics`: of each list of facts the type and field metadata that the newest run has written
/// down, and those that the catalog declares, to which a reader would cast.
final class CstSchemaDiagnostics {
    private static final String SNAPSHOTS = RunDatasets.SCHEMA_SNAPSHOTS.name();

    private CstSchemaDiagnostics() {}

    /// A list of facts and its table.
    private record Facts(String name, Dataset dataset, List<Column> fields, boolean isList) {}

    /// @param edges the view over edges, which is no table: it is as declared
    static View view(View edges) {
        ViewBuilder view = ViewBuilder.view("cst_schema_diagnostics",
                "Types and field metadata of the facts of concrete syntax, as stored and as declared.",
                RunDatasets.SCHEMA_SNAPSHOTS);
        add(view, fact("nodes", CstDatasets.NODES));
        String edgeType = quoted(type(edges.columns(), true));
        String edgeMeta = quoted(metadata(edges.columns()));
        add(view, "edges", edgeType, edgeType, edgeMeta, edgeMeta);
        add(view, new Facts("parse_manifest", CstDatasets.FILES, CstDatasets.PARSE_MANIFEST, false));
        for (Facts facts : List.of(fact("parse_errors", CstDatasets.PARSE_ERRORS), fact("refs", CstDatasets.REFS),
                fact("imports", CstDatasets.IMPORTS), fact("callsites", CstDatasets.CALLSITES),
                fact("defs", CstDatasets.DEFS), fact("type_exprs", CstDatasets.TYPE_EXPRS),
                fact("docstrings", CstDatasets.DOCSTRINGS), fact("decorators", CstDatasets.DECORATORS),
                fact("call_args", CstDatasets.CALL_ARGS))) {
            add(view, facts);
        }
        String attrs = "column_path = 'attrs' AND dataset = '" + CstDatasets.FILES.name() + "'";
        view.computed(Bundles.strOrNull("attrs_type", "Type of attrs in the newest run."),
                "max(CASE WHEN " + attrs + " THEN type END)");
        view.computed(Bundles.strOrNull("attrs_meta", "Field metadata of attrs in the newest run, as JSON."),
                "max(CASE WHEN " + attrs + " THEN json_text(metadata) END)");
        return view.build(SNAPSHOTS + " WHERE run_id = (SELECT max(run_id) FROM " + SNAPSHOTS + ")");
    }

    private static Facts fact(String name, Dataset dataset) {
        List<Column> fields = dataset.columns().subList(Bundles.FACT_TABLE.size(), dataset.columns().size());
        return new Facts(name, dataset, fields, true);
    }

    private static void add(ViewBuilder view, Facts facts) {
        String[] around = around(facts.isList);
        String fields = "joined_text(CASE WHEN " + isField(facts) + " THEN column_path || ' ' || type || CASE WHEN"
                + " nullable OR type LIKE 'list<%' OR type LIKE 'map<%' THEN '' ELSE '!' END END, ', ', ordinal)";
        String metas = "joined_text(CASE WHEN " + isField(facts) + " AND json_text(metadata) <> '{}'"
                + " THEN '\"' || column_path || '\":' || json_text(metadata) END, ',', ordinal)";
        add(view, facts.name, "'" + around[0] + "' || " + fields + " || '" + around[1] + "'",
                quoted(type(facts.fields, facts.isList)),
                "CASE WHEN count(CASE WHEN " + isField(facts) + " THEN 1 END) > 0 THEN '{' || coalesce(" + metas
                        + ", '') || '}' END", quoted(metadata(facts.fields)));
    }

    private static void add(ViewBuilder view, String name, String type, String castType, String meta, String castMeta) {
        view.computed(Bundles.strOrNull(name + "_type", "Type in the newest run."), type);
        view.computed(Bundles.strOrNull(name + "_cast_type", "Declared type."), castType);
        view.computed(Bundles.strOrNull(name + "_meta", "Field metadata in the newest run, as JSON."), meta);
        view.computed(Bundles.strOrNull(name + "_cast_meta", "Declared field metadata, as JSON."), castMeta);
    }

    private static String isField(Facts facts) {
        List<String> others = new ArrayList<>();
        facts.dataset.columns().stream().filter(column -> !facts.fields.contains(column))
                .forEach(column -> others.add("'" + column.name() + "'"));
        return "dataset = '" + facts.dataset.name() + "' AND column_path NOT IN (" + String.join(", ", others) + ")";
    }

    private static String[] around(boolean isList) {
        return isList ? new String[] {"list<struct{", "}>"} : new String[] {"struct{", "}"};
    }

    private static String type(List<Column> fields, boolean isList) {
        String[] around = around(isList);
        return fields.stream().map(field -> field.name() + " " + field.notation())
                .collect(Collectors.joining(", ", around[0], around[1]));
    }

    private static String metadata(List<Column> fields) {
        return fields.stream().filter(field -> !field.metadata().isEmpty())
                .map(field -> '"' + field.name() + "\":" + new TreeMap<>(field.metadata()).entrySet().stream()
                        .map(entry -> '"' + entry.getKey() + "\":\"" + entry.getValue() + '"')
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
