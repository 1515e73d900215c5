package dev.quarry.catalog.check;

import java.util.List;

/// Invariants of facts about the abstract syntax tree.
final class AbstractSyntax {
    private AbstractSyntax() {}

    static List<Invariant> all() {
        return List.of(
                node("ast_docstrings_v1", "doc_ast_id", "n.kind = 'Constant' AND n.bstart = d.bstart AND n.bend ="
                        + " d.bend"),
                node("ast_imports_v1", "ast_id", "n.kind = 'alias' AND n.bstart = d.bstart AND n.bend = d.bend"
                        + " AND n.parent_ast_id = d.parent_ast_id"),
                node("ast_defs_v1", "ast_id", "n.kind = d.kind AND n.name = d.name AND n.bstart = d.bstart"
                        + " AND n.bend = d.bend AND n.parent_ast_id = d.parent_ast_id"),
                node("ast_calls_v1", "ast_id", "n.kind = 'Call' AND n.bstart = d.bstart AND n.bend = d.bend"
                        + " AND n.parent_ast_id = d.parent_ast_id"),
                node("ast_type_ignores_v1", "ast_id", "n.kind = 'TypeIgnore'"),
                owner(),
                logged("ast_errors_v1"), logged("cst_parse_errors_v1"), logged("symtable_errors_v1"));
    }

    private static Invariant node(String facts, String id, String agrees) {
        return new Invariant("node", facts, "Facts are of nodes of their kind, at the same place.",
                "SELECT d.path, d." + id + ", d.bstart FROM " + facts + " AS d ANTI JOIN ast_nodes_v1 AS n"
                        + " ON n.file_id = d.file_id AND n.ast_id = d." + id + " AND " + agrees);
    }

    private static Invariant owner() {
        return new Invariant("owner", "ast_docstrings_v1", "Owners are nodes of the stated kind.",
                "SELECT d.path, d.owner_ast_id, d.owner_kind FROM ast_docstrings_v1 AS d ANTI JOIN ast_nodes_v1 AS n"
                        + " ON n.file_id = d.file_id AND n.ast_id = d.owner_ast_id AND n.kind = d.owner_kind");
    }

    private static Invariant logged(String errors) {
        return new Invariant("logged", errors, "The run that extracted a file with an error also wrote it to"
                + " extract_errors_v1.",
                "SELECT e.path, e.error_type, e.message FROM " + errors + " AS e JOIN "
                        + errors.substring(0, errors.indexOf('_')).replace("cst", "libcst") + "_files_v1 AS f USING"
                        + " (file_id)"
                        + " ANTI JOIN extract_errors_v1 AS x ON x.run_id = f.run_id AND x.path = e.path"
                        + " AND x.message = e.message");
    }
}
