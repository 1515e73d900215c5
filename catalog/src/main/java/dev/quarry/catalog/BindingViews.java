package dev.quarry.catalog;

import static dev.quarry.catalog.Bundles.bool;
import static dev.quarry.catalog.Bundles.str;
import static dev.quarry.catalog.Bundles.strOrNull;
import static dev.quarry.catalog.ViewBuilder.view;

import java.util.List;

/// The views over the symbol tables' family about bindings: a name in a scope, and what it refers to.
final class BindingViews {
    private static final Dataset SCOPES = SymtableDatasets.SCOPES;
    private static final Dataset SYMBOLS = SymtableDatasets.SYMBOLS;
    private static final List<String> SYMBOLS_AND_SCOPES = List.of(SYMBOLS.name(), SCOPES.name());

    static final String DECLARED_HERE = "(s.is_parameter OR s.is_type_parameter OR s.is_assigned OR s.is_imported"
            + " OR s.is_namespace OR s.is_annotated OR b.block_type = 'MODULE' AND s.is_declared_global)";
    static final String BINDING_KIND = "CASE WHEN s.is_nonlocal THEN 'nonlocal_ref'"
            + " WHEN (s.is_declared_global OR s.is_global) AND NOT (b.block_type = 'MODULE' AND " + DECLARED_HERE
            + ") THEN 'global_ref' WHEN s.is_free THEN 'free_ref'"
            + " WHEN s.is_parameter OR s.is_type_parameter THEN 'param' WHEN s.is_imported THEN 'import'"
            + " WHEN s.is_namespace THEN 'namespace' WHEN s.is_annotated AND NOT s.is_assigned THEN 'annot_only'"
            + " ELSE 'local' END";
    static final String SYMBOLS_IN_SCOPES = "symtable_symbols_v1 AS s JOIN symtable_scopes_v1 AS b"
            + " ON b.file_id = s.file_id AND b.block_id = s.block_id";
    private static final String META = "('ANNOTATION', 'TYPE_ALIAS', 'TYPE_PARAMETERS', 'TYPE_VARIABLE')";

    static final Column BINDING_ID = str("binding_id", "Id of the binding.");
    private static final Column SCOPE_TYPE = SCOPES.column("block_type").named("scope_type");

    static final View SYMTABLE_BINDINGS = bindings();

    static final List<View> ALL = List.of(SYMTABLE_BINDINGS, typeParams(), typeParamEdges(), resolutions());

    private BindingViews() {}

    private static View bindings() {
        ViewBuilder view = view("symtable_bindings", "Names in scopes, and how the scopes bind them.", SYMBOLS)
                .key("binding_id")
                .computed(SYMBOLS.column("file_id"), "s.file_id")
                .computed(SYMBOLS.column("path"), "s.path")
                .computed(SymtableViews.SCOPE_ID_COLUMN, SymtableViews.scopeId("b"))
                .computed(SCOPE_TYPE, "b.block_type")
                .computed(SCOPES.column("name").named("scope_name"), "b.name")
                .computed(SCOPES.column("line").named("scope_lineno"), "b.line")
                .computed(SYMBOLS.column("name"), "s.name")
                .computed(BINDING_ID, bindingId("s", "b"))
                .computed(str("binding_kind", "nonlocal_ref / global_ref / free_ref / param / import / namespace /"
                        + " annot_only / local: the first that holds."), BINDING_KIND)
                .computed(bool("declared_here", "The scope itself binds or declares the name."), DECLARED_HERE)
                .computed(bool("referenced_here", "The scope reads the name."), "s.is_referenced")
                .computed(bool("assigned_here", "The scope assigns to the name."), "s.is_assigned")
                .computed(bool("annotated_here", "The scope annotates the name."), "s.is_annotated");
        for (String flag : List.of("is_imported", "is_parameter", "is_free", "is_nonlocal", "is_global",
                "is_declared_global")) {
            view.computed(SYMBOLS.column(flag), "s." + flag);
        }
        return view.build(SYMBOLS_IN_SCOPES + " WHERE NOT s.is_synthetic", SYMBOLS_AND_SCOPES);
    }

    /// The expression of a binding's id.
    ///
    /// @param symbol alias of a relation with `file_id` and `name`
    /// @param scope alias of a relation with `file_id`, `block_type` and `qualpath`
    static String bindingId(String symbol, String scope) {
        return "stable_id('py_binding', list_value(" + symbol + ".file_id, " + SymtableViews.scopeId(scope) + ", "
                + symbol + ".name))";
    }

    private static View typeParams() {
        // Which kind a type parameter is, its node says. Private names differ from their node's in the mangling.
        return view("symtable_type_params", "Type parameters of functions, classes and type aliases.", SYMBOLS)
                .key("type_param_id")
                .computed(SYMBOLS.column("file_id"), "file_id")
                .computed(SYMBOLS.column("path"), "path")
                .computed(str("type_param_id", "Id of the type parameter."), typeParamId("p"))
                .computed(SymtableViews.SCOPE_ID_COLUMN, SymtableViews.scopeId("p"))
                .computed(SYMBOLS.column("name"), "name")
                .computed(strOrNull("variance", "inferred for a TypeVar, NULL for ParamSpec and TypeVarTuple."),
                        "CASE WHEN kind = 'TypeVar' THEN 'inferred' END")
                .build("(SELECT s.file_id, s.path, s.name, b.block_type, b.qualpath,"
                        + " max_by(n.kind, length(n.name)) AS kind FROM " + SYMBOLS_IN_SCOPES
                        + " LEFT JOIN ast_nodes_v1 AS n ON n.file_id = b.file_id AND n.parent_ast_id = b.ast_id"
                        + " AND n.field = 'type_params' AND (n.name = s.name OR left(n.name, 2) = '__'"
                        + " AND right(s.name, length(n.name)) = n.name) WHERE s.is_type_parameter"
                        + " GROUP BY s.file_id, s.path, s.name, b.block_type, b.qualpath) AS p",
                        List.of(SYMBOLS.name(), SCOPES.name(), AstDatasets.NODES.name()));
    }

    private static String typeParamId(String parameter) {
        return "stable_id('type_param', list_value(" + parameter + ".file_id, " + SymtableViews.scopeId(parameter) + ", "
                + parameter + ".name))";
    }

    private static View typeParamEdges() {
        return view("symtable_type_param_edges", "Type parameters and what they belong to.", SYMBOLS)
                .key("type_param_id")
                .computed(SYMBOLS.column("path"), "p.path")
                .computed(str("type_param_id", "Id of the type parameter."), typeParamId("p"))
                .computed(str("owner_scope_id", "Scope of the function, class or type alias."),
                        SymtableViews.scopeId("owner"))
                .computed(SCOPE_TYPE, "owner.block_type")
                .build("(SELECT s.file_id, s.path, s.name, b.block_type, b.qualpath, b.block_id, b.ast_id FROM "
                        + SYMBOLS_IN_SCOPES + " WHERE s.is_type_parameter) AS p JOIN symtable_scopes_v1 AS owner"
                        + " ON owner.file_id = p.file_id AND owner.parent_block_id = p.block_id"
                        + " AND owner.ast_id = p.ast_id AND owner.block_type IN ('FUNCTION', 'CLASS', 'TYPE_ALIAS')",
                        SYMBOLS_AND_SCOPES);
    }

    private static View resolutions() {
        String targetType = "found.target.block_type";
        return view("symtable_binding_resolutions", "The bindings that names of other scopes refer to.", SYMBOLS)
                .key("binding_id")
                .computed(BINDING_ID, bindingId("found", "found"))
                .computed(str("outer_binding_id", "Id of the binding that it refers to."),
                        "stable_id('py_binding', list_value(found.file_id, " + SymtableViews.scopeId("found.target")
                                + ", found.name))")
                .computed(str("kind", "GLOBAL / NONLOCAL / FREE."), "CASE " + targetType
                        + " WHEN 'MODULE' THEN 'GLOBAL' WHEN 'CLASS' THEN 'FREE' ELSE CASE found.kind"
                        + " WHEN 'nonlocal_ref' THEN 'NONLOCAL' ELSE 'FREE' END END")
                .computed(str("reason", "module_scope / enclosing_scope / class_scope."), "CASE " + targetType
                        + " WHEN 'MODULE' THEN 'module_scope' WHEN 'CLASS' THEN 'class_scope'"
                        + " ELSE 'enclosing_scope' END")
                .computed(SYMBOLS.column("path"), "found.path")
                .computed(str("ambiguity_group_id", "binding_id."), bindingId("found", "found"))
                .computed(Column.required("confidence", ColumnType.Scalar.FLOAT32,
                        "1.0, or 0.8 where a class or a star import may decide otherwise."),
                        "CAST(CASE WHEN " + targetType + " = 'CLASS' OR " + targetType
                                + " = 'MODULE' AND stars.file_id IS NOT NULL THEN 0.8 ELSE 1.0 END AS FLOAT)")
                .build(found("s.is_nonlocal OR s.is_declared_global OR s.is_global OR s.is_free") + " AS found"
                        + " LEFT JOIN (SELECT DISTINCT file_id FROM ast_imports_v1 WHERE name = '*') AS stars"
                        + " ON stars.file_id = found.file_id",
                        List.of(SYMBOLS.name(), SCOPES.name(), AstDatasets.IMPORTS.name()));
    }

    /// A subquery of bindings that refer to another one, and the scope of that as the struct `target`.
    ///
    /// A name that a scope does not bind itself is looked for where CPython's rules say; of the scopes around that bind
    /// it the innermost, which is the one with the largest number, counts. A scope is around another one when its
    /// qualpath begins the other's.
    ///
    /// @param condition on the symbols `s` that are looked up
    static String found(String condition) {
        String names = "(SELECT s.file_id, s.path, s.block_id, s.name, b.block_type, b.qualpath, " + BINDING_KIND
                + " AS kind, CASE WHEN b.block_type IN " + META + " AND around.block_type IN " + META
                + " THEN around.parent_block_id WHEN b.block_type IN " + META + " THEN around.block_id END AS class_block"
                + " FROM " + SYMBOLS_IN_SCOPES + " LEFT JOIN symtable_scopes_v1 AS around"
                + " ON around.file_id = b.file_id AND around.block_id = b.parent_block_id"
                + " WHERE NOT s.is_synthetic AND (" + condition + "))";
        String targets = "(SELECT s.file_id, s.block_id, s.name, b.block_type, b.qualpath, " + BINDING_KIND
                + " AS kind FROM " + SYMBOLS_IN_SCOPES + " WHERE NOT s.is_synthetic AND " + DECLARED_HERE
                + " AND b.block_type IN ('MODULE', 'CLASS', 'FUNCTION', 'TYPE_PARAMETERS'))";
        String isAround = "left(r.qualpath, length(t.qualpath) + 2) = t.qualpath || '::'";
        String inClass = "t.block_type = 'CLASS' AND t.block_id = r.class_block"
                + " AND r.kind IN ('global_ref', 'free_ref')";
        String inModule = "t.block_type = 'MODULE' AND r.block_type <> 'MODULE' AND r.kind = 'global_ref'";
        String inFunction = "(t.block_type = 'FUNCTION' AND r.kind IN ('nonlocal_ref', 'free_ref')"
                + " OR t.block_type = 'TYPE_PARAMETERS' AND r.kind = 'free_ref') AND " + isAround;
        // A class comes first; the number of a block needs 31 bits.
        String rank = "CASE WHEN t.block_type = 'CLASS' THEN 2147483648 ELSE 0 END + t.block_id";
        String binding = "r.file_id, r.path, r.block_id, r.name, r.block_type, r.qualpath, r.kind";
        return "(SELECT " + binding + ", max_by({'file_id': t.file_id, 'block_type': t.block_type,"
                + " 'qualpath': t.qualpath}, " + rank + ") AS target FROM " + names + " AS r JOIN " + targets
                + " AS t ON t.file_id = r.file_id AND t.name = r.name WHERE t.kind NOT IN"
                + " ('nonlocal_ref', 'global_ref', 'free_ref') AND (" + inClass + " OR " + inModule + " OR "
                + inFunction + ") GROUP BY " + binding + ")";
    }
}
