package dev.quarry.catalog.check;

import java.util.List;

/// Invariants of facts about concrete syntax.
final class ConcreteSyntax {
    private static final String DEFINITION = " ANTI JOIN cst_defs_v1 AS d ON d.file_id = t.file_id AND d.kind ="
            + " t.%1$skind"
            + " AND d.bstart = t.%2$sdef_bstart AND d.bend = t.%2$sdef_bend";

    private ConcreteSyntax() {}

    static List<Invariant> all() {
        return List.of(whiteSpace(), names(), referenceNodes(),
                owner("cst_type_exprs_v1", "owner_def_", "owner_", "d.bstart < t.bstart AND t.bend <= d.bend"),
                owner("cst_docstrings_v1", "owner_", "owner_", "d.bstart < t.bstart AND t.bend <= d.bend"),
                owner("cst_decorators_v1", "owner_", "owner_", "t.bend <= d.bstart"),
                owner("cst_defs_v1", "container_def_", "container_", "d.bstart < t.bstart AND t.bend <= d.bend"),
                ownerKind(), decorators(), arguments(), argumentCounts(), definitions(), calls(), imports(),
                matches());
    }

    /// The files that a fact is of, when the parts of concrete syntax that it is compared with were extracted.
    private static String inFiles(String fact, String... parts) {
        return " SEMI JOIN (SELECT file_id FROM libcst_files_v1 WHERE repo IN " + Files.repositoriesWith(parts)
                + ") AS f ON f.file_id = " + fact + ".file_id";
    }

    private static Invariant whiteSpace() {
        return new Invariant("white_space", "cst_nodes_v1", "Spans with the white space that a node owns contain those"
                + " without.",
                "SELECT path, cst_id, ws_bstart, bstart, bend, ws_bend FROM cst_nodes_v1 WHERE ws_bstart > bstart"
                        + " OR bend > ws_bend");
    }

    private static Invariant names() {
        return new Invariant("name", "cst_refs_v1", "References end with their last identifier, which is not empty.",
                "SELECT path, bstart, bend, name_bstart, name_bend FROM cst_refs_v1 WHERE name_bstart < bstart"
                        + " OR name_bstart >= name_bend OR name_bend <> bend");
    }

    private static Invariant referenceNodes() {
        return new Invariant("node", "cst_refs_v1", "References are nodes of their kind below a node of the stated"
                + " kind; in"
                + " files that parse.",
                "SELECT r.path, r.bstart, r.bend, r.ref_kind, r.parent_kind FROM (SELECT * FROM cst_refs_v1 AS r SEMI"
                        + " JOIN"
                        + " (SELECT file_id FROM libcst_files_v1 WHERE parse_status = 'ok' AND repo IN "
                        + Files.repositoriesWith("nodes") + ") AS f ON f.file_id = r.file_id) AS r ANTI JOIN"
                        + " (SELECT c.file_id, c.bstart, c.bend, c.kind, p.kind AS parent_kind FROM cst_nodes_v1 AS c"
                        + " JOIN cst_nodes_v1 AS p ON p.file_id = c.file_id AND p.cst_id = c.parent_cst_id"
                        + " WHERE c.kind IN ('Name', 'Attribute')) AS n ON n.file_id = r.file_id AND n.bstart ="
                        + " r.bstart"
                        + " AND n.bend = r.bend AND n.kind = CASE r.ref_kind WHEN 'name' THEN 'Name' ELSE 'Attribute'"
                        + " END"
                        + " AND n.parent_kind = r.parent_kind");
    }

    /// @param kind prefix of the column with the definition's kind
    /// @param span prefix of the columns with its span
    /// @param place where the fact `t` is, seen from its definition `d`
    private static Invariant owner(String facts, String kind, String span, String place) {
        String part = facts.substring("cst_".length(), facts.indexOf("_v"));
        return new Invariant("owner", facts, "Definitions that facts belong to exist, and the facts lie within them;"
                + " decorators before them.",
                "SELECT t.path, t.bstart, t.%skind, t.%2$sdef_bstart, t.%2$sdef_bend FROM ".formatted(kind, span)
                        + facts
                        + " AS t" + inFiles("t", "defs", part) + DEFINITION.formatted(kind, span) + " AND " + place
                        + " WHERE t." + span + "def_bstart IS NOT NULL");
    }

    private static Invariant ownerKind() {
        return new Invariant("module", "cst_docstrings_v1", "Docstrings of modules have no owner's span, all others"
                + " have.",
                "SELECT path, bstart, owner_kind, owner_def_bstart FROM cst_docstrings_v1"
                        + " WHERE (owner_def_bstart IS NULL) <> (owner_kind = 'module')");
    }

    private static Invariant decorators() {
        return new Invariant("count", "cst_decorators_v1", "Definitions have as many decorators as decorator_count"
                + " says.",
                "SELECT d.path, d.bstart, d.decorator_count, count(t.bstart) AS decorators FROM (SELECT * FROM"
                        + " cst_defs_v1"
                        + " AS d" + inFiles("d", "defs", "decorators") + ") AS d LEFT JOIN cst_decorators_v1 AS t"
                        + " ON t.file_id = d.file_id AND t.owner_def_bstart = d.bstart AND t.owner_def_bend = d.bend"
                        + " AND t.owner_kind = d.kind GROUP BY d.path, d.file_id, d.bstart, d.bend, d.decorator_count"
                        + " HAVING decorators <> d.decorator_count OR max(t.decorator_index) <> decorators - 1");
    }

    private static Invariant arguments() {
        return new Invariant("call", "cst_call_args_v1", "Arguments have a call, and lie within it.",
                "SELECT a.path, a.call_bstart, a.call_bend, a.arg_index FROM cst_call_args_v1 AS a"
                        + inFiles("a", "callsites", "call_args") + " ANTI JOIN cst_callsites_v1 AS c"
                        + " ON c.file_id = a.file_id AND c.bstart = a.call_bstart AND c.bend = a.call_bend"
                        + " AND a.bstart >= c.callee_bend AND a.bend <= c.bend");
    }

    private static Invariant argumentCounts() {
        return new Invariant("count", "cst_callsites_v1", "Calls have as many arguments as arg_count says, which is"
                + " the sum"
                + " of the four counts.",
                "SELECT c.path, c.bstart, c.arg_count, count(a.arg_index) AS arguments FROM (SELECT * FROM"
                        + " cst_callsites_v1"
                        + " AS c" + inFiles("c", "callsites", "call_args") + ") AS c LEFT JOIN cst_call_args_v1 AS a"
                        + " ON a.file_id = c.file_id AND a.call_bstart = c.bstart AND a.call_bend = c.bend"
                        + " GROUP BY c.path, c.file_id, c.bstart, c.bend, c.arg_count, c.positional_count,"
                        + " c.keyword_count,"
                        + " c.star_arg_count, c.star_kwarg_count HAVING arguments <> c.arg_count OR c.arg_count"
                        + " <> c.positional_count + c.keyword_count + c.star_arg_count + c.star_kwarg_count"
                        + " OR max(a.arg_index) <> arguments - 1");
    }

    private static Invariant definitions() {
        return agreement("cst_defs_v1", "ast_defs_v1", "defs", "Definitions are those of the abstract syntax tree.",
                "a.name = c.name AND a.name_bstart = c.name_bstart AND a.decorator_count = c.decorator_count AND"
                        + " a.kind ="
                        + " CASE c.kind WHEN 'class' THEN 'ClassDef' WHEN 'function' THEN 'FunctionDef'"
                        + " ELSE 'AsyncFunctionDef' END");
    }

    private static Invariant calls() {
        return agreement("cst_callsites_v1", "ast_calls_v1", "callsites", "Calls are those of the abstract syntax"
                + " tree, with"
                + " as many arguments.", "a.arg_count + a.keyword_count = c.arg_count");
    }

    private static Invariant imports() {
        return agreement("cst_imports_v1", "ast_imports_v1", "imports", "Imported names are those of the abstract"
                + " syntax"
                + " tree.", "a.name = c.name AND a.asname IS NOT DISTINCT FROM c.asname AND a.level ="
                + " c.relative_level");
    }

    private static Invariant matches() {
        return new Invariant("node", "cst_matches_v1", "Matches are nodes of their kind, at the same place.",
                "SELECT m.path, m.template, m.match_index, m.cst_id FROM cst_matches_v1 AS m" + inFiles("m", "nodes")
                        + " ANTI JOIN cst_nodes_v1 AS n ON n.file_id = m.file_id AND n.cst_id = m.cst_id"
                        + " AND n.kind = m.kind AND n.bstart = m.bstart AND n.bend = m.bend");
    }

    private static Invariant agreement(String concrete, String syntax, String part, String description, String agrees) {
        String files = " SEMI JOIN (SELECT file_id FROM " + Files.readAlike() + " WHERE repo IN "
                + Files.repositoriesWith(part) + ") AS f USING (file_id)";
        return new Invariant("agree", concrete, description + " Of files that both families read in the same state, as"
                + " the"
                + " same Python.",
                "SELECT coalesce(c.path, a.path) AS path, c.bstart, a.bstart AS ast_bstart FROM (SELECT * FROM "
                        + concrete
                        + files + ") AS c FULL JOIN (SELECT * FROM " + syntax + files + ") AS a ON a.file_id ="
                        + " c.file_id"
                        + " AND a.bstart = c.bstart AND a.bend = c.bend WHERE c.path IS NULL OR a.path IS NULL OR NOT ("
                        + agrees + ")");
    }
}
