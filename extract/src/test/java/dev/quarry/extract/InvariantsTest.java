package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.extract.scan.ScanOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every store must satisfy, as queries that return the rows that break it.
class InvariantsTest {
    @TempDir
    static Path folder;
    private static Reading store;

    @BeforeAll
    static void extract() throws Exception {
        Path root = Files.createDirectories(folder.resolve("repository/pkg")).getParent();
        write(root.resolve("pkg/shapes.py"), """
                \"""Shapes.\"""
                from __future__ import annotations
                from . import base as b  # type: ignore[attr]


                @b.register("circle", *b.NAMES, **b.OPTIONS)
                class Circle(b.Shape, metaclass=b.Meta):
                    \"""A circle.\"""

                    def area(self, /, scale: float = 1.0, *, unit: str = 'm') -> float:
                        match scale:
                            case {"x": 1, **rest} | [_, *rest]:
                                return f"{scale!r:>{unit}} {rest=}"
                        return 3.14 * self.r ** 2 if scale else -1


                async def main(*args: int, **kwargs):
                    async with b.open() as f, b.lock:
                        return [x async for x in f if (y := x)]
                """.getBytes(StandardCharsets.UTF_8));
        write(root.resolve("scopes.py"), """
                from os import *
                T = int
                class Outer[T]:
                    limit = 1
                    def method[U: limit](self, x: U = T) -> limit:
                        global shared
                        count = 0
                        def inner():
                            nonlocal count
                            count += 1
                            return [shared for shared in x if (last := shared)], lambda: (self, last, listcomp)
                        def inner(): return super().method
                        listcomp = genexpr = {y: z for y in x for z in y}
                        return (w for w in inner() for __v in w)
                    __hidden: T = [__hidden for __hidden in T]
                    def __private(self): return self.__private
                type Alias[*Ts] = tuple[*Ts]
                total = [shared := 1 for _ in range(3)]
                """.getBytes(StandardCharsets.UTF_8));
        write(root.resolve("bom.py"), "\ufeffname = 'naïve'\r\nother = \"\"\"a\rb\"\"\"\r\n".getBytes(StandardCharsets.UTF_8));
        write(root.resolve("latin.py"), "# coding: latin-1\nd = {'é': 'ü', **e}\n".getBytes(StandardCharsets.ISO_8859_1));
        write(root.resolve("empty.py"), new byte[0]);
        write(root.resolve("broken.py"), "def f(x:\n    return (x\nclass\n".getBytes(StandardCharsets.UTF_8));
        write(root.resolve("nul.py"), new byte[] {'x', 0, '\n'});
        write(root.resolve("invalid.py"), new byte[] {'s', '=', '\'', (byte) 0xff, '\'', '\n'});
        Path stored = folder.resolve("store");
        Extraction.run(new ExtractionRequest(root, stored, List.of(), null, ScanOptions.defaults(), 2, null, "test"),
                ProgressListener.SILENT);
        store = new Reading(stored);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static void write(Path file, byte[] bytes) throws Exception {
        Files.write(file, bytes);
    }

    @Test
    void theStoreHasWhatTheInvariantsSpeakOf() {
        assertEquals(8, store.number("SELECT count(*) FROM repo_files_v1"));
        assertTrue(store.number("SELECT count(*) FROM ast_nodes") > 150);
        assertEquals(List.of("calls 2", "decorators 1", "definitions 3", "docstrings 2", "imports 2"), store.texts("""
                SELECT 'calls ' || count(*) FROM cst_callsites WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'definitions ' || count(*) FROM cst_defs WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'docstrings ' || count(*) FROM cst_docstrings WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'decorators ' || count(*) FROM cst_decorators WHERE path = 'pkg/shapes.py'
                UNION ALL SELECT 'imports ' || count(*) FROM cst_imports WHERE path = 'pkg/shapes.py' ORDER BY 1"""));
        assertEquals(1, store.number("SELECT count(*) FROM cst_nodes_v1 WHERE path = 'invalid.py' AND kind = 'SimpleString'"
                + " AND value IS NULL"), "bytes that are no UTF-8 are no text");
        assertEquals(List.of("failed", "recovered"), store.texts(
                "SELECT DISTINCT parse_status FROM ast_parse_manifest WHERE parse_status <> 'ok' ORDER BY 1"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", textBlock = """
            file ids follow their formula => SELECT path FROM repo_files_v1 WHERE file_id <> 'file:' || md5(repo || chr(31) || path)
            one row for a path => SELECT path FROM repo_files_v1 GROUP BY ALL HAVING count(*) > 1
            file tables are current => SELECT a.path FROM ast_files_v1 a LEFT JOIN repo_files_v1 r USING (file_id) WHERE r.file_sha256 IS DISTINCT FROM a.file_sha256
            every parsed kind has a row => SELECT path FROM repo_files_v1 r WHERE kind <> 'ipynb' AND NOT EXISTS (SELECT 1 FROM ast_files_v1 a WHERE a.file_id = r.file_id)
            node ids are dense => SELECT file_id FROM ast_nodes GROUP BY file_id HAVING count(DISTINCT ast_id) <> count(*) OR min(ast_id) <> 0 OR max(ast_id) <> count(*) - 1
            parents exist and come first => SELECT e.file_id FROM ast_edges e LEFT JOIN ast_nodes p ON p.file_id = e.file_id AND p.ast_id = e.src WHERE p.ast_id IS NULL OR e.src >= e.dst
            there is one root => SELECT file_id FROM ast_nodes GROUP BY file_id HAVING count(*) FILTER (parent_ast_id IS NULL) <> 1
            children lie inside their parents => SELECT c.path FROM ast_edges e JOIN ast_nodes p ON p.file_id = e.file_id AND p.ast_id = e.src JOIN ast_nodes c ON c.file_id = e.file_id AND c.ast_id = e.dst WHERE e.slot <> 'decorator_list' AND (c.bstart < p.bstart OR c.bend > p.bend)
            spans lie inside the file => SELECT n.path FROM ast_nodes n JOIN repo_files r USING (file_id) WHERE NOT (0 <= n.bstart AND n.bstart <= n.bend AND n.bend <= r.size_bytes)
            columns agree with bytes => SELECT n.path FROM ast_nodes n JOIN repo_files r USING (file_id) JOIN file_line_index l ON l.file_id = n.file_id AND l.line_no = n.lineno - 1 WHERE r.encoding IN ('utf-8', 'utf-8-sig') AND l.line_start_byte + n.col_offset <> n.bstart
            lines tile the file => SELECT path FROM (SELECT *, lead(line_start_byte) OVER w AS nxt FROM file_line_index WINDOW w AS (PARTITION BY file_id ORDER BY line_no)) WHERE nxt <> line_end_byte
            docstrings are constants => SELECT d.path FROM ast_docstrings d LEFT JOIN ast_nodes n ON n.file_id = d.file_id AND n.lineno = d.lineno AND n.col_offset = d.col_offset AND n.kind = 'Constant' WHERE n.ast_id IS NULL
            definitions are nodes => SELECT d.path FROM ast_defs d LEFT JOIN ast_nodes n ON n.file_id = d.file_id AND n.ast_id = d.ast_id AND n.kind = d.kind AND n.name = d.name AND n.lineno = d.lineno WHERE n.ast_id IS NULL
            calls are nodes => SELECT c.path FROM ast_calls c LEFT JOIN ast_nodes n ON n.file_id = c.file_id AND n.ast_id = c.ast_id AND n.kind = 'Call' WHERE n.ast_id IS NULL
            every parsed kind has symbol tables => SELECT path FROM repo_files_v1 r WHERE kind <> 'ipynb' AND NOT EXISTS (SELECT 1 FROM symtable_files_v1 s WHERE s.file_id = r.file_id AND s.file_sha256 = r.file_sha256)
            a file has a module unless it failed => SELECT f.path FROM symtable_files f LEFT JOIN symtable_scopes s ON s.file_id = f.file_id AND s.scope_type = 'MODULE' AND s.parent_table_id IS NULL AND s.table_id = 0 WHERE (f.parse_status = 'failed') <> (s.path IS NULL)
            scopes are told apart and have parents => SELECT path FROM symtable_scopes GROUP BY path, scope_id HAVING count(*) > 1 UNION ALL SELECT c.path FROM symtable_scopes c LEFT JOIN symtable_scopes p ON p.file_id = c.file_id AND p.table_id = c.parent_table_id AND p.table_id < c.table_id WHERE c.parent_table_id IS NOT NULL AND p.table_id IS NULL
            scopes are opened by nodes of their kind => SELECT s.path FROM symtable_scopes_v1 s LEFT JOIN ast_nodes n ON n.file_id = s.file_id AND n.ast_id = s.ast_id AND n.kind = s.node_kind AND coalesce(n.bstart, 0) = s.bstart WHERE n.ast_id IS NULL
            regions lie inside the construct of the scope around => SELECT r.path FROM symtable_scope_regions r JOIN symtable_scopes_v1 s ON s.file_id = r.file_id AND s.block_id = r.table_id JOIN symtable_scopes_v1 p ON p.file_id = s.file_id AND p.block_id = coalesce(s.parent_block_id, 0) WHERE r.bstart < p.bstart OR r.bend > p.bend
            regions of names have a symbol of that name => SELECT n.path FROM (SELECT n.file_id, n.path, n.name, n.bstart, min_by(g.table_id, (g.bend - g.bstart) * 2147483648::BIGINT - g.table_id) AS table_id FROM ast_nodes n JOIN symtable_scope_regions g ON g.file_id = n.file_id AND g.bstart <= n.bstart AND n.bend <= g.bend WHERE n.kind = 'Name' GROUP BY ALL) n LEFT JOIN symtable_symbols_v1 s ON s.file_id = n.file_id AND s.block_id = n.table_id AND (s.name = n.name OR starts_with(n.name, '__') AND ends_with(s.name, n.name)) JOIN symtable_files f ON f.file_id = n.file_id WHERE f.parse_status = 'ok' AND s.name IS NULL AND n.path <> 'pkg/shapes.py'
            namespaces are scopes of that name => SELECT e.path FROM symtable_namespace_edges e LEFT JOIN symtable_scopes c ON c.file_id = e.file_id AND c.scope_id = e.child_scope_id AND c.scope_name = e.symbol_name WHERE c.scope_id IS NULL
            a binding refers to at most one other => SELECT binding_id FROM symtable_binding_resolutions GROUP BY binding_id HAVING count(*) > 1 OR bool_or(binding_id = outer_binding_id)
            resolutions lead from bindings to bindings => SELECT r.path FROM symtable_binding_resolutions r LEFT JOIN symtable_bindings a ON a.binding_id = r.binding_id LEFT JOIN symtable_bindings b ON b.binding_id = r.outer_binding_id WHERE a.name IS DISTINCT FROM b.name OR NOT b.declared_here
            definition sites point to bindings => SELECT s.path FROM symtable_def_sites s LEFT JOIN symtable_bindings b USING (binding_id) WHERE b.name IS DISTINCT FROM s.name OR NOT b.declared_here
            use sites point to bindings => SELECT s.path FROM symtable_use_sites s LEFT JOIN symtable_bindings b USING (binding_id) WHERE b.name IS DISTINCT FROM s.name
            sites are told apart => SELECT def_site_id FROM symtable_def_sites GROUP BY ALL HAVING count(*) > 1 UNION ALL SELECT use_site_id FROM symtable_use_sites GROUP BY ALL HAVING count(*) > 1
            type parameters have an owner => SELECT p.path FROM symtable_type_params p LEFT JOIN symtable_type_param_edges e USING (type_param_id) WHERE e.type_param_id IS NULL
            errors of symbol tables are logged => SELECT e.path FROM symtable_errors e LEFT JOIN extract_errors_v1 x ON x.path = e.path AND x.message = e.message WHERE x.path IS NULL
            CST files are current => SELECT a.path FROM libcst_files_v1 a LEFT JOIN repo_files_v1 r USING (file_id) WHERE r.file_sha256 IS DISTINCT FROM a.file_sha256
            every parsed kind has a CST row => SELECT path FROM repo_files_v1 r WHERE kind <> 'ipynb' AND NOT EXISTS (SELECT 1 FROM libcst_files_v1 a WHERE a.file_id = r.file_id)
            CST node ids are dense => SELECT file_id FROM cst_nodes GROUP BY file_id HAVING count(DISTINCT cst_id) <> count(*) OR min(cst_id) <> 0 OR max(cst_id) <> count(*) - 1
            CST parents exist and come first => SELECT e.file_id FROM cst_edges e LEFT JOIN cst_nodes p ON p.file_id = e.file_id AND p.cst_id = e.src WHERE p.cst_id IS NULL OR e.src >= e.dst
            a decoded file has one CST root => SELECT f.path FROM libcst_files f LEFT JOIN cst_nodes_v1 n ON n.file_id = f.file_id AND n.parent_cst_id IS NULL AND n.kind = 'Module' WHERE (f.parse_status = 'failed') <> (n.kind IS NULL)
            CST spans lie inside the file and those with white space => SELECT n.path FROM cst_nodes_v1 n JOIN repo_files r USING (file_id) WHERE NOT (0 <= n.ws_bstart AND n.ws_bstart <= n.bstart AND n.bstart <= n.bend AND n.bend <= n.ws_bend AND n.ws_bend <= r.size_bytes)
            references are CST nodes => SELECT r.path FROM cst_refs_v1 r JOIN libcst_files f USING (file_id) LEFT JOIN (SELECT c.file_id, c.bstart, c.bend, c.kind, p.kind AS parent_kind FROM cst_nodes_v1 c JOIN cst_nodes_v1 p ON p.file_id = c.file_id AND p.cst_id = c.parent_cst_id) n ON n.file_id = r.file_id AND n.bstart = r.bstart AND n.bend = r.bend AND n.kind = CASE r.ref_kind WHEN 'name' THEN 'Name' ELSE 'Attribute' END AND n.parent_kind = r.parent_kind WHERE f.parse_status = 'ok' AND n.kind IS NULL
            references lie inside the file => SELECT n.path FROM cst_refs_v1 n JOIN repo_files r USING (file_id) WHERE NOT (0 <= n.bstart AND n.bstart <= n.name_bstart AND n.name_bstart < n.name_bend AND n.name_bend = n.bend AND n.bend <= r.size_bytes)
            columns of references agree with bytes => SELECT n.path FROM cst_refs_v1 n JOIN repo_files r USING (file_id) JOIN file_line_index l ON l.file_id = n.file_id AND l.line_no = n.line - 1 WHERE r.encoding IN ('utf-8', 'utf-8-sig') AND l.line_start_byte + n.col <> n.bstart
            tokens and trivia fill the file => SELECT file_id FROM (SELECT file_id, bstart, bend FROM cst_tokens UNION ALL SELECT file_id, bstart, bend FROM cst_trivia) JOIN repo_files USING (file_id) JOIN cst_parse_manifest USING (file_id) GROUP BY file_id, size_bytes HAVING sum(bend - bstart) <> size_bytes
            tokens and trivia follow each other => SELECT file_id FROM (SELECT *, lead(bstart, 1, bend) OVER (PARTITION BY file_id ORDER BY bstart, bend) AS nxt FROM (SELECT file_id, bstart, bend FROM cst_tokens UNION ALL SELECT file_id, bstart, bend FROM cst_trivia)) WHERE nxt <> bend
            owners of type expressions exist => SELECT t.path FROM cst_type_exprs t LEFT JOIN cst_defs d ON d.def_id = t.owner_def_id WHERE t.owner_def_id IS NOT NULL AND d.def_id IS NULL
            owners of docstrings exist => SELECT t.path FROM cst_docstrings t LEFT JOIN cst_defs d ON d.def_id = t.owner_def_id WHERE (t.owner_def_id IS NULL) <> (t.owner_kind = 'module') OR t.owner_def_id IS NOT NULL AND d.def_id IS NULL
            owners of decorators exist => SELECT t.path FROM cst_decorators t LEFT JOIN cst_defs d ON d.def_id = t.owner_def_id WHERE d.def_id IS NULL
            containers exist => SELECT t.path FROM cst_defs t LEFT JOIN cst_defs d ON d.def_id = t.container_def_id WHERE t.container_def_id IS NOT NULL AND d.def_id IS NULL
            every argument has its call => SELECT a.path FROM cst_call_args a LEFT JOIN cst_callsites c USING (call_id) WHERE c.call_id IS NULL
            calls count their arguments => SELECT c.path FROM cst_callsites c LEFT JOIN cst_call_args a USING (call_id) GROUP BY c.path, c.call_id, c.arg_count HAVING count(a.call_id) <> c.arg_count
            references are unique => SELECT ref_id FROM cst_refs GROUP BY ref_id HAVING count(*) > 1
            imports are unique => SELECT import_id FROM cst_imports GROUP BY import_id HAVING count(*) > 1
            calls are unique => SELECT call_id FROM cst_callsites GROUP BY call_id HAVING count(*) > 1
            definitions are unique => SELECT def_id FROM cst_defs GROUP BY def_id HAVING count(*) > 1
            names are in the scope with the smallest region around them => SELECT r.path FROM cst_refs_v1 r JOIN symtable_scope_regions g ON g.file_id = r.file_id AND g.bstart <= r.bstart AND r.bend <= g.bend WHERE r.ref_kind = 'name' GROUP BY r.path, r.bstart, r.block_id HAVING min_by(g.table_id, (g.bend - g.bstart) * 2147483648::BIGINT - g.table_id) <> r.block_id
            names are symbols of their scope => SELECT r.path FROM cst_refs_v1 r JOIN libcst_files f USING (file_id) LEFT JOIN symtable_symbols_v1 s ON s.file_id = r.file_id AND s.block_id = r.block_id AND s.name = r.binding_name WHERE f.parse_status = 'ok' AND r.ref_kind = 'name' AND s.name IS NULL AND r.path <> 'pkg/shapes.py'
            bodies are scopes of their name => SELECT d.path FROM cst_defs_v1 d LEFT JOIN symtable_scopes_v1 s ON s.file_id = d.file_id AND s.block_id = d.body_block_id AND s.name = d.name AND s.bstart = d.bstart AND s.bend = d.bend WHERE s.name IS NULL
            names of definitions and imports are symbols => SELECT d.path FROM (SELECT file_id, path, block_id, binding_name AS name FROM cst_defs_v1 UNION ALL SELECT file_id, path, block_id, bound_name FROM cst_imports_v1 WHERE NOT is_star) d LEFT JOIN symtable_symbols_v1 s ON s.file_id = d.file_id AND s.block_id = d.block_id AND s.name = d.name WHERE s.name IS NULL
            contexts and kinds are the known ones => SELECT ref_id FROM cst_refs WHERE expr_ctx NOT IN ('Load', 'Store', 'Del') OR ref_kind NOT IN ('name', 'attribute')
            AST and CST agree on definitions => SELECT path FROM cst_defs d WHERE NOT EXISTS (SELECT 1 FROM ast_nodes n WHERE n.file_id = d.file_id AND n.bstart = d.def_bstart AND n.bend = d.def_bend AND n.kind IN ('FunctionDef', 'AsyncFunctionDef', 'ClassDef'))
            origins are those of the files => SELECT path FROM cst_refs_attr_origin JOIN libcst_files_v1 USING (file_id, path) WHERE origin <> CASE parse_status WHEN 'ok' THEN 'parse' ELSE 'recovered' END
            errors are logged => SELECT e.path FROM ast_errors e LEFT JOIN extract_errors_v1 x ON x.path = e.path AND x.message = e.message WHERE x.path IS NULL
            """)
    void holds(String invariant, String violations) {
        assertEquals(List.of(), store.texts(violations), invariant);
    }
}
