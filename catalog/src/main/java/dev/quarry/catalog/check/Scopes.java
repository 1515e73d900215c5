package dev.quarry.catalog.check;

import java.util.List;

/// Invariants of scopes, symbols and bindings, and of what concrete syntax says of them.
final class Scopes {
    private Scopes() {}

    static List<Invariant> all() {
        return List.of(module(), openingNode(), regions(), namespaces(), resolutions(),
                site("symtable_def_sites", "def_site_id", " OR NOT b.declared_here"),
                site("symtable_use_sites", "use_site_id", ""),
                typeParameters(), referenceScopes(), innermost(), referenceSymbols(), definitionSymbols(), bodies());
    }

    private static Invariant module() {
        return new Invariant("module", "symtable_scopes_v1", "Every file has a module's scope, number 0, unless"
                + " nothing of"
                + " it could be read.",
                "SELECT f.path, f.parse_status FROM symtable_files_v1 AS f LEFT JOIN symtable_scopes_v1 AS s"
                        + " ON s.file_id = f.file_id AND s.block_id = 0 AND s.block_type = 'MODULE'"
                        + " AND s.parent_block_id IS NULL WHERE (f.parse_status = 'failed') <> (s.path IS NULL)");
    }

    private static Invariant openingNode() {
        return new Invariant("node", "symtable_scopes_v1", "Scopes are opened by nodes of the stated kind; of files"
                + " that the"
                + " AST, concrete syntax and symbol tables know in the same state.",
                "SELECT s.path, s.block_id, s.ast_id, s.node_kind FROM symtable_scopes_v1 AS s SEMI JOIN "
                        + Files.readAlike() + " AS f ON f.file_id = s.file_id ANTI JOIN ast_nodes_v1 AS n"
                        + " ON n.file_id = s.file_id AND n.ast_id = s.ast_id AND n.kind = s.node_kind"
                        + " AND coalesce(n.bstart, 0) = s.bstart");
    }

    private static Invariant regions() {
        return new Invariant("within", "symtable_scope_regions_v1", "Regions are of scopes, and lie in what opens the"
                + " scope"
                + " around.",
                "SELECT r.path, r.block_id, r.bstart, r.bend FROM symtable_scope_regions_v1 AS r ANTI JOIN"
                        + " (SELECT s.file_id, s.block_id, p.bstart, p.bend FROM symtable_scopes_v1 AS s"
                        + " JOIN symtable_scopes_v1 AS p ON p.file_id = s.file_id AND p.block_id ="
                        + " coalesce(s.parent_block_id, 0)) AS s ON s.file_id = r.file_id AND s.block_id = r.block_id"
                        + " AND s.bstart <= r.bstart AND r.bend <= s.bend");
    }

    private static Invariant namespaces() {
        return new Invariant("namespace", "symtable_symbols_v1", "Namespaces of symbols are scopes of that name, as"
                + " many as"
                + " namespace_count says.",
                "SELECT s.path, s.block_id, s.name, s.namespace_count FROM (SELECT *, unnest(namespace_block_ids) AS"
                        + " child"
                        + " FROM symtable_symbols_v1 WHERE NOT is_synthetic) AS s LEFT JOIN symtable_scopes_v1 AS c"
                        + " ON c.file_id = s.file_id AND c.block_id = s.child WHERE c.name IS NULL OR"
                        + " NOT (c.name = s.name OR ends_with(s.name, c.name) AND starts_with(c.name, '__'))"
                        + " OR s.namespace_count <> len(s.namespace_block_ids)");
    }

    private static Invariant resolutions() {
        return new Invariant("binding", "symtable_binding_resolutions", "Resolutions lead from bindings to others of the same"
                + " name that their scope declares.",
                "SELECT r.path, r.binding_id, r.outer_binding_id FROM symtable_binding_resolutions AS r"
                        + " LEFT JOIN symtable_bindings AS a ON a.binding_id = r.binding_id"
                        + " LEFT JOIN symtable_bindings AS b ON b.binding_id = r.outer_binding_id"
                        + " WHERE r.binding_id = r.outer_binding_id OR a.name IS NULL OR b.name IS NULL"
                        + " OR a.name <> b.name OR NOT b.declared_here");
    }

    private static Invariant site(String sites, String id, String condition) {
        return new Invariant("binding", sites, "Sites are of bindings of their name"
                + (condition.isEmpty() ? "." : ", which their scope declares."),
                "SELECT s.path, s." + id + ", s.name, s.bstart FROM " + sites + " AS s LEFT JOIN symtable_bindings AS b"
                        + " USING (binding_id) WHERE b.name IS DISTINCT FROM s.name" + condition);
    }

    private static Invariant typeParameters() {
        return new Invariant("owner", "symtable_type_params", "Type parameters belong to a function, class or type"
                + " alias.",
                "SELECT p.path, p.type_param_id, p.name FROM symtable_type_params AS p ANTI JOIN"
                        + " symtable_type_param_edges"
                        + " AS e USING (type_param_id)");
    }

    private static Invariant referenceScopes() {
        return new Invariant("scope", "cst_refs_v1", "References have the type, name and role of their scope; of files"
                + " that"
                + " the AST, concrete syntax and symbol tables know in the same state.",
                "SELECT r.path, r.bstart, r.ref_text, r.block_id, r.scope_type, r.scope_name FROM cst_refs_v1 AS r"
                        + " SEMI JOIN "
                        + Files.readAlike() + " AS f ON f.file_id = r.file_id ANTI JOIN symtable_scopes_v1 AS s"
                        + " ON s.file_id = r.file_id AND s.block_id = r.block_id AND s.block_type = r.scope_type"
                        + " AND s.name = r.scope_name AND s.scope_role = r.scope_role"
                        + " WHERE r.scope_type <> ''");
    }

    /// Regions nest, so that the innermost around a place is the last that began with as many open as there are at it.
    /// Counting what is open takes two sorts; joining names with all regions around them takes the square of their
    /// number.
    private static Invariant innermost() {
        return new Invariant("region", "cst_refs_v1", "Names are in the scope with the smallest region around them, of"
                + " equal"
                + " ones that with the largest number; of files that the AST, concrete syntax and symbol tables know in"
                + " the same state.", """
                WITH files AS (SELECT file_id FROM %s), events AS (
                    SELECT file_id, bstart AS place, 1 AS turn, -bend AS size, block_id, 1 AS opens, bend, NULL AS name
                    FROM symtable_scope_regions_v1 SEMI JOIN files USING (file_id) WHERE bstart < bend
                    UNION ALL SELECT file_id, bend, 0, 0, NULL, -1, NULL, NULL
                    FROM symtable_scope_regions_v1 SEMI JOIN files USING (file_id) WHERE bstart < bend
                    UNION ALL SELECT file_id, bstart, 2, 0, block_id, 0, bend, path
                    FROM cst_refs_v1 SEMI JOIN files USING (file_id) WHERE ref_kind = 'name'),
                nested AS (SELECT *, sum(opens) OVER (PARTITION BY file_id ORDER BY place, turn, size, block_id
                    ROWS UNBOUNDED PRECEDING) AS depth FROM events),
                placed AS (SELECT *, last_value(CASE turn WHEN 1 THEN {'block': block_id,
                        'bend': bend} END IGNORE NULLS)
                    OVER (PARTITION BY file_id, depth ORDER BY place, turn, size,
                            block_id ROWS UNBOUNDED PRECEDING) AS region
                    FROM nested WHERE turn > 0)
                SELECT name AS path, place AS bstart, bend, block_id,
                        region.block AS innermost FROM placed WHERE turn = 2
                    AND (region IS NULL OR region.block <> block_id OR region.bend < bend)"""
                .formatted(Files.readAlike()));
    }

    private static Invariant referenceSymbols() {
        return new Invariant("symbol", "cst_refs_v1", "Names are symbols of their scope; of files that parse and that"
                + " the AST,"
                + " concrete syntax and symbol tables know in the same state. Annotations that are not evaluated,"
                + " those of local"
                + " variables and all after 'from __future__ import annotations', excepted.",
                "SELECT r.path, r.bstart, r.binding_name, r.block_id FROM (SELECT r.*, f.annotations FROM cst_refs_v1"
                        + " AS r"
                        + " JOIN (SELECT file_id, list_contains(future_imports, 'annotations') AS annotations FROM "
                        + Files.readAlike() + " WHERE parse_status = 'ok' AND repo IN "
                        + Files.repositoriesWith("type_exprs") + ") AS f ON f.file_id = r.file_id"
                        + " WHERE r.ref_kind = 'name') AS r ANTI JOIN symtable_symbols_v1 AS s ON s.file_id = r.file_id"
                        + " AND s.block_id = r.block_id AND s.name = r.binding_name ASOF LEFT JOIN (SELECT file_id,"
                        + " bstart,"
                        + " bend, expr_role = 'variable' AND owner_def_kind <> 'class' AS is_local FROM"
                        + " cst_type_exprs_v1"
                        + " WHERE expr_kind = 'annotation') AS t ON t.file_id = r.file_id AND t.bstart <= r.bstart"
                        + " WHERE t.bend IS NULL OR t.bend < r.bend OR NOT (r.annotations OR coalesce(t.is_local,"
                        + " false))");
    }

    private static Invariant definitionSymbols() {
        return new Invariant("symbol", "symtable_symbols_v1", "What definitions and imports bind are symbols of the"
                + " scope; of"
                + " files that the AST, concrete syntax and symbol tables know in the same state.",
                "SELECT d.path, d.bstart, d.name, d.block_id FROM (SELECT file_id, path, bstart, block_id, binding_name"
                        + " AS name FROM cst_defs_v1 UNION ALL SELECT file_id, path, bstart, block_id, bound_name"
                        + " FROM cst_imports_v1 WHERE NOT is_star) AS d SEMI JOIN " + Files.readAlike()
                        + " AS f ON f.file_id = d.file_id ANTI JOIN symtable_symbols_v1 AS s ON s.file_id = d.file_id"
                        + " AND s.block_id = d.block_id AND s.name = d.name");
    }

    private static Invariant bodies() {
        return new Invariant("body", "cst_defs_v1", "Bodies of definitions are scopes of their name and place; of"
                + " files that"
                + " the AST, concrete syntax and symbol tables know in the same state.",
                "SELECT d.path, d.bstart, d.name, d.body_block_id FROM cst_defs_v1 AS d SEMI JOIN " + Files.readAlike()
                        + " AS f ON f.file_id = d.file_id ANTI JOIN symtable_scopes_v1 AS s ON s.file_id = d.file_id"
                        + " AND s.block_id = d.body_block_id AND s.name = d.name AND s.bstart = d.bstart AND s.bend ="
                        + " d.bend");
    }
}
