package dev.quarry.catalog.check;

import java.util.List;
import java.util.stream.Stream;

/// Invariants of modules, imports, and of where references and calls lead.
final class Names {
    private static final List<String> RESOLUTIONS = List.of("name_resolution_v1", "call_resolution_v1");

    private Names() {}

    static List<Invariant> all() {
        return Stream.of(
                Stream.of(modules(), imports(), resolvedImports(), importAnswers(), importTargets(), importFiles(),
                        externals()),
                RESOLUTIONS.stream().flatMap(table -> Stream.of(answers(table), targets(table), files(table),
                        definitions(table), names(table))),
                Stream.of(lambdas(), references(), calls())).flatMap(all -> all).toList();
    }

    private static Invariant modules() {
        return new Invariant("module", "py_module_index_v1", "The index has the files with a module's name, under that"
                + " name.",
                "SELECT coalesce(f.path, m.path) AS path, f.module_fqn, m.module_fqn AS indexed FROM name_files_v1 AS f"
                        + " FULL JOIN py_module_index_v1 AS m USING (file_id) WHERE m.module_fqn IS DISTINCT FROM"
                        + " f.module_fqn OR m.is_init IS DISTINCT FROM f.is_init AND m.file_id IS NOT NULL");
    }

    private static Invariant imports() {
        return new Invariant("agree", "python_imports_v1", "Imported names are those of the concrete syntax; of files"
                + " that both"
                + " families read in the same state.",
                "SELECT coalesce(i.path, c.path) AS path, i.bstart, c.bstart AS cst_bstart FROM (SELECT * FROM"
                        + " python_imports_v1 SEMI JOIN " + Files.named("imports") + " AS f USING (file_id)) AS i FULL"
                        + " JOIN"
                        + " (SELECT * FROM cst_imports_v1 SEMI JOIN " + Files.named("imports")
                        + " AS f USING (file_id)) AS c ON c.file_id = i.file_id"
                        + " AND c.bstart = i.bstart AND c.bend = i.bend WHERE i.path IS NULL OR c.path IS NULL OR NOT"
                        + " (c.kind = i.kind AND c.name = i.name AND c.module IS NOT DISTINCT FROM i.module"
                        + " AND c.asname IS NOT DISTINCT FROM i.asname AND c.relative_level = i.level)");
    }

    private static Invariant resolvedImports() {
        return new Invariant("answer", "python_imports_v1", "Every imported name has an answer, and every answer is of"
                + " one.",
                "SELECT coalesce(i.path, r.importer_path) AS path, i.bstart, r.bstart AS resolved_bstart FROM"
                        + " python_imports_v1 AS i FULL JOIN (SELECT DISTINCT importer_file_id, importer_path, bstart,"
                        + " bend"
                        + " FROM py_imports_resolved_v1) AS r ON r.importer_file_id = i.file_id AND r.bstart = i.bstart"
                        + " AND r.bend = i.bend WHERE i.path IS NULL OR r.importer_path IS NULL");
    }

    private static Invariant importAnswers() {
        return new Invariant("status", "py_imports_resolved_v1", "A resolved import has one row, candidates are"
                + " several, and"
                + " unresolved ones alone have a reason.",
                "SELECT importer_path, bstart, imported_module_fqn, list(status) AS statuses FROM"
                        + " py_imports_resolved_v1"
                        + " GROUP BY importer_path, importer_file_id, bstart, imported_module_fqn, imported_name HAVING"
                        + " bool_or(status = 'resolved') AND count(*) > 1 OR bool_or(status = 'candidates') AND"
                        + " count(*) < 2"
                        + " OR bool_or((status = 'unresolved') <> (reason IS NOT NULL))");
    }

    private static Invariant importTargets() {
        return new Invariant("target", "py_imports_resolved_v1", "Resolved imports and candidates have a place, others"
                + " have"
                + " none; namespace packages, which are no file, excepted.",
                "SELECT importer_path, bstart, status, target_file_id, target_bstart FROM py_imports_resolved_v1 WHERE"
                        + " (target_file_id IS NULL) <> (target_bstart IS NULL) OR target_file_id IS NOT NULL"
                        + " AND status NOT IN ('resolved', 'candidates')");
    }

    private static Invariant importFiles() {
        return new Invariant("target_file", "py_imports_resolved_v1", "Targets are in files that name_files_v1 has.",
                "SELECT importer_path, bstart, target_file_id FROM py_imports_resolved_v1 AS i ANTI JOIN name_files_v1"
                        + " AS f"
                        + " ON f.file_id = i.target_file_id WHERE i.target_file_id IS NOT NULL");
    }

    private static Invariant externals() {
        return new Invariant("imported", "python_external_interfaces_v1", "Modules from outside are imported somewhere.",
                "SELECT e.repo, e.name FROM python_external_interfaces_v1 AS e ANTI JOIN py_imports_resolved_v1 AS i"
                        + " ON i.repo = e.repo AND split_part(i.imported_module_fqn, '.', 1) = e.name");
    }

    private static Invariant answers(String table) {
        // Few spans have more than one target: only those are grouped.
        return new Invariant("status", table, "A resolved span has one row, candidates are several, unresolved ones"
                + " alone have"
                + " a reason, and targets are numbered from 0.",
                "SELECT coalesce(n.path, m.path) AS path, coalesce(n.bstart, m.bstart) AS bstart, n.status, n.reason,"
                        + " m.statuses AS further FROM (SELECT * FROM " + table + " WHERE target_index = 0) AS n FULL"
                        + " JOIN"
                        + " (SELECT path, file_id, bstart, bend, list(status) AS statuses, max(target_index) AS last,"
                        + " bool_or((status = 'unresolved') <> (reason IS NOT NULL)) AS unexplained FROM " + table
                        + " WHERE target_index <> 0 GROUP BY ALL) AS m ON m.file_id = n.file_id AND m.bstart = n.bstart"
                        + " AND m.bend = n.bend WHERE n.path IS NULL OR m.unexplained OR m.last <> len(m.statuses)"
                        + " OR list_contains(m.statuses, 'resolved') OR (n.status = 'unresolved') <> (n.reason IS NOT"
                        + " NULL)"
                        + " OR n.status = 'resolved' AND m.path IS NOT NULL OR n.status = 'candidates' AND m.path IS"
                        + " NULL");
    }

    private static Invariant targets(String table) {
        return new Invariant("target", table, "What is resolved or a candidate has a place in a file, a module's start"
                + " is 0"
                + " without end, what is external has a name alone and what is unresolved nothing. Namespace packages,"
                + " which"
                + " are no file, have a name alone; lambdas have no end and no name.",
                "SELECT path, bstart, status, target_kind, target_file_id, target_bstart, target_bend, target_name"
                        + " FROM "
                        + table + " WHERE NOT coalesce(CASE status WHEN 'external' THEN target_kind = 'external' AND"
                        + " target_file_id IS NULL AND target_bstart IS NULL AND target_bend IS NULL AND target_name"
                        + " <> ''"
                        + " WHEN 'unresolved' THEN target_kind = 'unknown' AND target_file_id IS NULL AND"
                        + " target_bstart IS NULL"
                        + " AND target_bend IS NULL AND target_name IS NULL ELSE CASE target_kind WHEN 'module' THEN"
                        + " target_name <> '' AND target_bend IS NULL AND coalesce(target_bstart, 0) = 0"
                        + " AND (target_bstart IS NULL) = (target_file_id IS NULL) WHEN 'lambda' THEN target_file_id"
                        + " IS NOT NULL"
                        + " AND target_bstart >= 0 AND target_bend IS NULL AND target_name IS NULL WHEN 'external'"
                        + " THEN false"
                        + " WHEN 'unknown' THEN false ELSE target_file_id IS NOT NULL AND target_bstart < target_bend"
                        + " AND target_name <> '' END END, false)");
    }

    private static Invariant files(String table) {
        return new Invariant("target_file", table, "Targets are in files that name_files_v1 has.",
                "SELECT n.path, n.bstart, n.target_kind, n.target_file_id FROM " + table + " AS n ANTI JOIN"
                        + " name_files_v1 AS f"
                        + " ON f.file_id = n.target_file_id WHERE n.target_file_id IS NOT NULL");
    }

    private static Invariant definitions(String table) {
        return new Invariant("definition", table, "Functions and classes that names lead to are definitions of concrete"
                + " syntax; in files that both families know in the same state.",
                "SELECT n.path, n.bstart, n.target_kind, n.target_name, n.target_file_id, n.target_bstart FROM " + table
                        + " AS n SEMI JOIN " + Files.named("defs") + " AS f ON f.file_id = n.target_file_id ANTI JOIN"
                        + " cst_defs_v1 AS d ON d.file_id = n.target_file_id AND d.bstart = n.target_bstart"
                        + " AND d.bend = n.target_bend AND (d.kind = 'class') = (n.target_kind = 'class')"
                        + " AND d.binding_name = n.target_name WHERE n.target_kind IN ('function', 'class')");
    }

    private static Invariant names(String table) {
        return new Invariant("binding", table, "Variables, parameters and the like that names lead to are bound there:"
                + " by a"
                + " reference of concrete syntax that stores, or an import; in files that both families know in the"
                + " same"
                + " state.",
                "SELECT n.path, n.bstart, n.target_kind, n.target_name, n.target_file_id, n.target_bstart FROM " + table
                        + " AS n SEMI JOIN " + Files.named("refs", "imports")
                        + " AS f ON f.file_id = n.target_file_id ANTI JOIN (SELECT file_id, name_bstart AS bstart,"
                        + " name_bend"
                        + " AS bend FROM cst_refs_v1 WHERE expr_ctx <> 'Load' UNION ALL SELECT file_id, bound_bstart,"
                        + " bound_bend"
                        + " FROM cst_imports_v1 WHERE NOT is_star) AS b ON b.file_id = n.target_file_id"
                        + " AND b.bstart = n.target_bstart AND b.bend = n.target_bend WHERE n.target_kind IN"
                        + " ('variable',"
                        + " 'declaration', 'parameter', 'type_parameter', 'type_alias')");
    }

    private static Invariant lambdas() {
        return new Invariant("lambda", "call_resolution_v1", "Lambdas that calls lead to are nodes of concrete syntax;"
                + " in files"
                + " that both families know in the same state.",
                "SELECT n.path, n.bstart, n.target_file_id, n.target_bstart FROM call_resolution_v1 AS n SEMI JOIN "
                        + Files.named("nodes") + " AS f ON f.file_id = n.target_file_id ANTI JOIN cst_nodes_v1 AS d"
                        + " ON d.file_id = n.target_file_id AND d.bstart = n.target_bstart AND d.kind = 'Lambda'"
                        + " WHERE n.target_kind = 'lambda'");
    }

    private static Invariant references() {
        return new Invariant("answer", "cst_refs_v1", "Every name and attribute that is read has an answer; of files"
                + " that both"
                + " families know in the same state.",
                "SELECT r.path, r.bstart, r.bend, r.ref_text FROM cst_refs_v1 AS r SEMI JOIN " + Files.named("refs")
                        + " AS f ON f.file_id = r.file_id ANTI JOIN name_resolution_v1 AS n ON n.file_id = r.file_id"
                        + " AND n.bstart = r.bstart AND n.bend = r.bend WHERE r.expr_ctx = 'Load'");
    }

    private static Invariant calls() {
        return new Invariant("answer", "cst_callsites_v1", "Every call has an answer, and every answer is of a call;"
                + " of files"
                + " that both families know in the same state.",
                "SELECT coalesce(c.path, n.path) AS path, c.bstart, n.bstart AS resolved_bstart FROM (SELECT * FROM"
                        + " cst_callsites_v1 SEMI JOIN " + Files.named("callsites") + " AS f USING (file_id)) AS c"
                        + " FULL JOIN"
                        + " (SELECT DISTINCT file_id, path, bstart, bend FROM call_resolution_v1 SEMI JOIN "
                        + Files.named("callsites") + " AS f USING (file_id)) AS n ON n.file_id = c.file_id"
                        + " AND n.bstart = c.bstart AND n.bend = c.bend WHERE c.path IS NULL OR n.path IS NULL");
    }
}
