package dev.quarry.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Views return exactly the documented columns, in order.
class ViewContractTest {
    private static final String LINES = "lineno, col_offset, end_lineno, end_col_offset, line_base, col_unit, end_exclusive";
    private static final String FACTS = LINES + ", span, attrs, ast_record";

    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.ofEntries(
            Map.entry("ast_nodes", "file_id, path, ast_id, parent_ast_id, kind, name, value_repr, " + LINES
                    + ", bstart, bend, span, attrs, ast_record, field, field_index"),
            Map.entry("ast_edges", "file_id, path, src, dst, kind, slot, idx, attrs"),
            Map.entry("ast_errors", "file_id, path, error_type, message, " + FACTS + ", error_index, stage"),
            Map.entry("ast_docstrings",
                    "file_id, path, owner_ast_id, owner_kind, owner_name, docstring, source, " + FACTS),
            Map.entry("ast_imports", "file_id, path, ast_id, parent_ast_id, kind, module, name, asname, alias_index,"
                    + " level, " + FACTS),
            Map.entry("ast_defs", "file_id, path, ast_id, parent_ast_id, kind, name, decorator_count, arg_count,"
                    + " posonly_count, kwonly_count, type_params_count, base_count, keyword_count, " + FACTS),
            Map.entry("ast_calls", "file_id, path, ast_id, parent_ast_id, func_kind, func_name, arg_count,"
                    + " keyword_count, starred_count, kw_star_count, " + FACTS),
            Map.entry("ast_type_ignores", "file_id, path, ast_id, tag, " + FACTS),
            Map.entry("ast_node_attrs", "file_id, path, ast_id, parent_ast_id, kind, name, attr_key, attr_value"),
            Map.entry("ast_def_attrs", "file_id, path, ast_id, parent_ast_id, kind, name, attr_key, attr_value"),
            Map.entry("ast_call_attrs",
                    "file_id, path, ast_id, parent_ast_id, func_kind, func_name, attr_key, attr_value"),
            Map.entry("ast_edge_attrs", "file_id, path, src, dst, kind, slot, idx, attr_key, attr_value"),
            Map.entry("ast_span_metadata", "nodes_line_base, nodes_col_unit, nodes_end_exclusive, errors_line_base,"
                    + " errors_col_unit, errors_end_exclusive, docstrings_line_base, docstrings_col_unit,"
                    + " docstrings_end_exclusive, imports_line_base, imports_col_unit, imports_end_exclusive,"
                    + " defs_line_base, defs_col_unit, defs_end_exclusive, calls_line_base, calls_col_unit,"
                    + " calls_end_exclusive, type_ignores_line_base, type_ignores_col_unit, type_ignores_end_exclusive"),
            Map.entry("ast_span_unnest", "file_id, path, bstart, bend, span, col_unit"),
            Map.entry("ast_parse_manifest", "file_id, path, file_sha256, parse_mode, feature_version, type_comments,"
                    + " optimize, allow_top_level_await, dont_inherit, python_version_source, reference_python,"
                    + " parser_name, parser_version, parse_status"),
            Map.entry("ast_files", "repo, path, file_id, file_sha256, extractor_hash, parse_mode, feature_version,"
                    + " type_comments, optimize, allow_top_level_await, dont_inherit, python_version_source,"
                    + " reference_python, parser_name, parser_version, parse_status, attrs"),
            Map.entry("ast_files_nested", "repo, path, file_id, file_sha256, run_id, parse_manifest, nodes, errors,"
                    + " docstrings, imports, defs, calls, type_ignores, attrs"),
            Map.entry("symtable_files", "repo, path, file_id, file_sha256, extractor_hash, compile_type,"
                    + " feature_version, python_version_source, reference_python, parser_version, parse_status,"
                    + " attrs"),
            Map.entry("symtable_files_nested", "repo, path, file_id, file_sha256, run_id, parse_manifest,"
                    + " blocks, errors, attrs"),
            Map.entry("symtable_scopes", "file_id, path, table_id, scope_id, scope_local_id, scope_type,"
                    + " scope_type_value, scope_name, qualpath, function_partitions, class_methods, lineno,"
                    + " is_meta_scope, parent_table_id"),
            Map.entry("symtable_symbols", "file_id, path, table_id, scope_id, symbol_name, sym_symbol_id,"
                    + " is_referenced, is_imported, is_parameter, is_type_parameter, is_global, is_nonlocal,"
                    + " is_declared_global, is_local, is_annotated, is_free, is_assigned, is_namespace,"
                    + " namespace_count, namespace_block_ids"),
            Map.entry("symtable_scope_edges", "file_id, path, parent_table_id, child_table_id, parent_scope_id,"
                    + " child_scope_id"),
            Map.entry("symtable_namespace_edges", "file_id, path, scope_id, symbol_name, child_table_id,"
                    + " child_scope_id, namespace_count"),
            Map.entry("symtable_function_partitions", "file_id, path, scope_id, scope_name, parameters, locals,"
                    + " globals, nonlocals, frees"),
            Map.entry("symtable_class_methods", "file_id, path, scope_id, scope_name, method_name"),
            Map.entry("symtable_symbol_attrs", "file_id, path, scope_id, symbol_name, attr_key, attr_value"),
            Map.entry("symtable_bindings", "file_id, path, scope_id, scope_type, scope_name, scope_lineno, name,"
                    + " binding_id, binding_kind, declared_here, referenced_here, assigned_here, annotated_here,"
                    + " is_imported, is_parameter, is_free, is_nonlocal, is_global, is_declared_global"),
            Map.entry("symtable_def_sites", "file_id, path, scope_id, binding_id, name, def_id, bstart, bend,"
                    + " def_site_kind, anchor_confidence, anchor_reason, ambiguity_group_id, def_site_id"),
            Map.entry("symtable_use_sites", "file_id, path, scope_id, binding_id, name, ref_id, bstart, bend,"
                    + " use_kind, anchor_confidence, anchor_reason, ambiguity_group_id, use_site_id"),
            Map.entry("symtable_type_params", "file_id, path, type_param_id, scope_id, name, variance"),
            Map.entry("symtable_type_param_edges", "path, type_param_id, owner_scope_id, scope_type"),
            Map.entry("symtable_binding_resolutions", "binding_id, outer_binding_id, kind, reason, path,"
                    + " ambiguity_group_id, confidence"),
            Map.entry("symtable_span_unnest", "file_id, path, bstart, bend, span, col_unit"),
            Map.entry("symtable_scope_regions", "file_id, path, table_id, scope_id, bstart, bend"),
            Map.entry("symtable_errors", "file_id, path, error_type, message, stage, lineno, col_offset,"
                    + " end_lineno, end_col_offset, bstart, bend"),
            Map.entry("cst_parse_manifest", "file_id, path, file_sha256, encoding, default_indent, default_newline,"
                    + " has_trailing_newline, future_imports, module_name, package_name, libcst_version,"
                    + " parser_backend, parsed_python_version, schema_fingerprint"),
            Map.entry("cst_parse_errors", "file_id, path, file_sha256, error_type, message, raw_line, raw_column,"
                    + " editor_line, editor_column, context, line_base, col_unit, end_exclusive, meta"),
            Map.entry("cst_refs", "file_id, path, file_sha256, ref_id, ref_kind, ref_text, expr_ctx, scope_type,"
                    + " scope_name, scope_role, parent_kind, inferred_type, bstart, bend, attrs"),
            Map.entry("cst_imports", "file_id, path, file_sha256, kind, module, relative_level, name, asname,"
                    + " is_star, stmt_bstart, stmt_bend, alias_bstart, alias_bend, attrs, import_id, span_id"),
            Map.entry("cst_callsites", "file_id, path, file_sha256, call_id, call_bstart, call_bend, callee_bstart,"
                    + " callee_bend, callee_shape, callee_text, arg_count, callee_dotted, callee_qnames,"
                    + " callee_fqns, inferred_type, attrs, span_id"),
            Map.entry("cst_defs", "file_id, path, file_sha256, def_id, container_def_kind, container_def_bstart,"
                    + " container_def_bend, kind, name, def_bstart, def_bend, name_bstart, name_bend, qnames,"
                    + " def_fqns, docstring, decorator_count, attrs, container_def_id, span_id"),
            Map.entry("cst_type_exprs", "file_id, path, file_sha256, owner_def_kind, owner_def_bstart,"
                    + " owner_def_bend, param_name, expr_kind, expr_role, bstart, bend, expr_text, type_expr_id,"
                    + " owner_def_id"),
            Map.entry("cst_docstrings", "file_id, path, file_sha256, owner_def_id, owner_kind, owner_def_bstart,"
                    + " owner_def_bend, docstring, bstart, bend"),
            Map.entry("cst_decorators", "file_id, path, file_sha256, owner_def_id, owner_kind, owner_def_bstart,"
                    + " owner_def_bend, decorator_text, decorator_index, bstart, bend"),
            Map.entry("cst_call_args", "file_id, path, file_sha256, call_id, call_bstart, call_bend, arg_index,"
                    + " keyword, star, arg_text, bstart, bend"),
            Map.entry("cst_matches", "file_id, path, file_sha256, template, match_index, cst_id, kind, bstart, bend,"
                    + " line, end_line, col, end_col, text, span_id"),
            Map.entry("cst_nodes", "file_id, path, cst_id, kind, span, span_ws, attrs"),
            Map.entry("cst_edges", "file_id, path, src, dst, kind, slot, idx, attrs"),
            Map.entry("cst_refs_attrs", "file_id, path, ref_id, attr_key, attr_value"),
            Map.entry("cst_defs_attrs", "file_id, path, def_id, attr_key, attr_value"),
            Map.entry("cst_callsites_attrs", "file_id, path, call_id, attr_key, attr_value"),
            Map.entry("cst_imports_attrs", "file_id, path, import_id, attr_key, attr_value"),
            Map.entry("cst_nodes_attrs", "file_id, path, cst_id, attr_key, attr_value"),
            Map.entry("cst_edges_attrs", "file_id, path, src, dst, kind, slot, idx, attr_key, attr_value"),
            Map.entry("cst_refs_attr_origin", "file_id, path, ref_id, origin"),
            Map.entry("cst_defs_attr_origin", "file_id, path, def_id, origin"),
            Map.entry("cst_callsites_attr_origin", "file_id, path, call_id, origin"),
            Map.entry("cst_imports_attr_origin", "file_id, path, import_id, origin"),
            Map.entry("cst_nodes_attr_origin", "file_id, path, cst_id, origin"),
            Map.entry("cst_edges_attr_origin", "file_id, path, src, dst, kind, slot, idx, origin"),
            Map.entry("cst_ref_spans", "file_id, path, ref_id, bstart, bend, span"),
            Map.entry("cst_callsite_spans", "file_id, path, call_id, bstart, bend, span"),
            Map.entry("cst_def_spans", "file_id, path, def_id, bstart, bend, span"),
            Map.entry("cst_ref_span_unnest", "file_id, path, ref_id, bstart, bend"),
            Map.entry("cst_callsite_span_unnest", "file_id, path, call_id, bstart, bend"),
            Map.entry("cst_def_span_unnest", "file_id, path, def_id, bstart, bend"),
            Map.entry("cst_schema_diagnostics", "nodes_type, nodes_cast_type, nodes_meta, nodes_cast_meta,"
                    + " edges_type, edges_cast_type, edges_meta, edges_cast_meta, parse_manifest_type,"
                    + " parse_manifest_cast_type, parse_manifest_meta, parse_manifest_cast_meta, parse_errors_type,"
                    + " parse_errors_cast_type, parse_errors_meta, parse_errors_cast_meta, refs_type,"
                    + " refs_cast_type, refs_meta, refs_cast_meta, imports_type, imports_cast_type, imports_meta,"
                    + " imports_cast_meta, callsites_type, callsites_cast_type, callsites_meta, callsites_cast_meta,"
                    + " defs_type, defs_cast_type, defs_meta, defs_cast_meta, type_exprs_type, type_exprs_cast_type,"
                    + " type_exprs_meta, type_exprs_cast_meta, docstrings_type, docstrings_cast_type,"
                    + " docstrings_meta, docstrings_cast_meta, decorators_type, decorators_cast_type,"
                    + " decorators_meta, decorators_cast_meta, call_args_type, call_args_cast_type, call_args_meta,"
                    + " call_args_cast_meta, attrs_type, attrs_meta"),
            Map.entry("cst_tokens", "file_id, path, token_index, kind, bstart, bend"),
            Map.entry("cst_trivia", "file_id, path, trivia_index, kind, bstart, bend, line, text"),
            Map.entry("libcst_files", "repo, path, file_id, file_sha256, extractor_hash, encoding, default_indent,"
                    + " default_newline, has_trailing_newline, future_imports, module_name, package_name,"
                    + " libcst_version, parser_backend, parsed_python_version, schema_fingerprint, parse_status,"
                    + " attrs"),
            Map.entry("libcst_files_nested", "repo, path, file_id, file_sha256, run_id, parse_manifest, nodes,"
                    + " tokens, trivia, parse_errors, refs, imports, callsites, defs, type_exprs, docstrings,"
                    + " decorators, call_args, attrs"),
            Map.entry("name_files", "repo, path, file_id, file_sha256, extractor_hash, module_fqn, is_init,"
                    + " exported_names, resolver_version, parse_status"),
            Map.entry("py_module_index", "repo, file_id, path, module_fqn, is_init"),
            Map.entry("python_imports", "file_id, path, source, kind, module, name, asname, level, is_star"),
            Map.entry("py_imports_resolved", "repo, importer_file_id, importer_path, bstart, bend,"
                    + " imported_module_fqn, imported_name, is_star, target_file_id, target_bstart, status, reason"),
            Map.entry("name_resolution", "path, file_id, bstart, bend, target_index, status, reason, target_kind,"
                    + " target_file_id, target_bstart, target_bend, target_name"),
            Map.entry("call_resolution", "path, file_id, bstart, bend, target_index, status, reason, target_kind,"
                    + " target_file_id, target_bstart, target_bend, target_name"),
            Map.entry("call_edges", "file_id, path, call_id, call_bstart, call_bend, target_index, status, reason,"
                    + " target_kind, target_file_id, target_bstart, target_bend, target_name"),
            Map.entry("import_edges", "file_id, path, imported_module_fqn, target_file_id, status, reason"),
            Map.entry("python_external_interfaces", "name, status, origin, dist_name, dist_version, is_stdlib"),
            Map.entry("external_imports", "file_id, path, bstart, bend, imported_module_fqn, imported_name, origin,"
                    + " dist_name, dist_version, dist_source, is_stdlib"),
            Map.entry("dim_exported_defs_v1", "file_id, path, def_id, def_kind_norm, name, qname_id, qname,"
                    + " qname_source, symbol, symbol_roles"),
            Map.entry("repo_snapshot_v1", "file_id, path, file_sha256, size_bytes, mtime_ns"),
            Map.entry("repo_files", "repo, file_id, path, file_sha256, abs_path, size_bytes, mtime_ns, encoding,"
                    + " git_blob_id, is_tracked, mode, kind, line_count, hash_reused"),
            Map.entry("repo_file_blobs", "repo, file_id, path, file_sha256, abs_path, size_bytes, mtime_ns, encoding,"
                    + " text, bytes"),
            Map.entry("file_line_index", "repo, file_id, path, file_sha256, line_no, line_start_byte, line_end_byte,"
                    + " line_text, newline_kind"),
            Map.entry("scope_manifest", "repo, path, included, ignored_by_git, include_index, exclude_index,"
                    + " scope_kind, repo_root, is_untracked, reason, source"),
            Map.entry("python_extensions", "repo, extension, source, repo_root"),
            Map.entry("runs", "run_id, label, repo, status, start_time_unix_ms, end_time_unix_ms, duration_ms,"
                    + " quarry_version, git_commit, git_dirty, base_run_id, options, settings_hash, profile_hash,"
                    + " error_count, datasets, metadata"),
            Map.entry("extract_output_writes", "event_time_unix_ms, run_id, dataset, format, path, mode, rows, bytes,"
                    + " files, write_policy, delta_version"),
            Map.entry("extract_errors", "run_id, path, dataset, stage, error_type, message, context,"
                    + " event_time_unix_ms"),
            Map.entry("schema_snapshots", "run_id, dataset, ordinal, column_path, type, nullable, metadata,"
                    + " schema_fingerprint"),
            Map.entry("run_events", "run_id, seq, event_time_unix_ms, event, stage, dataset, path, name, value_int,"
                    + " value_float, value_text")));

    private final Catalog catalog = Catalog.standard();

    @Test
    void columnsAreTheDocumentedOnesInOrder() {
        Map<String, String> declared = new TreeMap<>();
        catalog.views().forEach(view -> declared.put(view.name(),
                view.columns().stream().map(Column::name).collect(Collectors.joining(", "))));
        assertEquals(COLUMNS, declared);
    }

    @Test
    void everyViewNamesWhatItUses() {
        for (View view : catalog.views()) {
            Set<String> used = new TreeSet<>();
            Matcher words = Pattern.compile("\\w+").matcher(view.from());
            while (words.find()) {
                if (catalog.names().contains(words.group())) {
                    used.add(words.group());
                }
            }
            assertEquals(used, new TreeSet<>(view.uses()), view.name());
            view.uses().forEach(name -> assertTrue(catalog.lookup(name).isPresent(), name));
        }
    }

    @Test
    void noViewShowsThePartition() {
        for (View view : catalog.views()) {
            List<String> columns = view.columns().stream().map(Column::name).toList();
            assertEquals(columns.size(), Set.copyOf(columns).size(), view.name());
            assertTrue(!columns.contains("repo_key") && !columns.contains("bucket"), view.name());
        }
    }

    @Test
    void datasetsAreFoundByTheirAlias() {
        assertSame(catalog.view("ast_nodes").orElseThrow(), catalog.find("ast_nodes"));
        assertSame(catalog.view("repo_files").orElseThrow(), catalog.find("codeintel.public.repo_files"));
        assertEquals(Set.of(AstDatasets.FILES, AstDatasets.NODES), catalog.resolve(List.of("ast_edge_attrs")));
        assertEquals(Set.of(RepoDatasets.REPO_FILES), catalog.resolve(List.of("repo_snapshot_v1")));
        assertEquals(Set.of(), catalog.resolve(List.of("ast_span_metadata")));
    }
}
