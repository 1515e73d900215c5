package dev.quarry.catalog.check;

import java.util.List;
import java.util.stream.Stream;

/// Invariants of what forms trees: nodes of abstract and concrete syntax, and scopes.
final class Trees {
    private Trees() {}

    static List<Invariant> all() {
        return Stream.concat(
                Stream.of(tree("ast_nodes_v1", "ast_id", "parent_ast_id"), tree("cst_nodes_v1", "cst_id",
                        "parent_cst_id"),
                        tree("symtable_scopes_v1", "block_id", "parent_block_id")).flatMap(List::stream),
                Stream.of(nesting())).toList();
    }

    private static List<Invariant> tree(String nodes, String id, String parent) {
        return List.of(
                new Invariant("dense", nodes, "The " + id + " of a file are the numbers from 0 on, without gaps.",
                        ("SELECT path, count(*) AS rows, min(%1$s) AS first, max(%1$s) AS last FROM %2$s GROUP BY path,"
                                + " file_id HAVING first <> 0 OR last <> rows - 1"
                                + " OR sum(%1$s::BIGINT) <> rows * (rows - 1) // 2").formatted(id, nodes)),
                // As numbers are dense, every one from 0 on that is smaller than a node's own is a node's.
                new Invariant("parent", nodes, "Parents come before their children.",
                        "SELECT path, %1$s, %2$s FROM %3$s WHERE %2$s < 0 OR %2$s >= %1$s".formatted(id, parent,
                                nodes)),
                new Invariant("root", nodes, "A file has one root.",
                        "SELECT path, count(*) FILTER (%1$s IS NULL) AS roots FROM %2$s GROUP BY path, file_id"
                                .formatted(parent, nodes) + " HAVING roots <> 1"));
    }

    private static Invariant nesting() {
        return new Invariant("nesting", "ast_nodes_v1", "Children lie within their parents; decorators, which come"
                + " before"
                + " what they decorate, excepted.", """
                SELECT c.path, c.ast_id, c.parent_ast_id, c.bstart, c.bend, p.bstart AS parent_bstart,
                        p.bend AS parent_bend
                FROM ast_nodes_v1 AS c JOIN ast_nodes_v1 AS p ON p.file_id = c.file_id AND p.ast_id = c.parent_ast_id
                WHERE c.field <> 'decorator_list' AND (c.bstart < p.bstart OR c.bend > p.bend)""");
    }
}
