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
        assertEquals(7, store.number("SELECT count(*) FROM repo_files_v1"));
        assertTrue(store.number("SELECT count(*) FROM ast_nodes") > 150);
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
            errors are logged => SELECT e.path FROM ast_errors e LEFT JOIN extract_errors_v1 x ON x.path = e.path AND x.message = e.message WHERE x.path IS NULL
            """)
    void holds(String invariant, String violations) {
        assertEquals(List.of(), store.texts(violations), invariant);
    }
}
