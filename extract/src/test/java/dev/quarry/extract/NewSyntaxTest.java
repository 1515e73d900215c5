package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.syntax.PythonVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only the newest releases have reaches the tables, and is an error of the file where an older one is asked for.
class NewSyntaxTest {
    /// PEP 750 (3.14), PEP 758 (3.14), PEP 810 (3.15), PEP 798 (3.15).
    private static final String SOURCE = """
            lazy import json
            lazy from os import path as p
            greeting = t"Hello {name!r:>{width}}"
            try:
                pass
            except KeyError, ValueError:
                pass
            flat = [*row for row in rows]
            merged = {**mapping for mapping in mappings}
            """;

    @TempDir
    Path root;

    @Test
    void theNewestReleaseHasRowsForAll() throws Exception {
        ExtractionSummary summary = extract(PythonVersion.PY315);
        assertEquals(0, summary.filesWithErrors());
        try (Reading store = new Reading(root.resolve(".quarry"))) {
            assertEquals(List.of("ok 3.15"), store.texts(
                    "SELECT parse_status || ' ' || feature_version FROM ast_files_v1"));
            assertEquals(List.of("DictComp", "Interpolation", "ListComp", "Starred", "TemplateStr"), store.texts(
                    "SELECT DISTINCT kind FROM ast_nodes_v1 WHERE kind IN ('TemplateStr', 'Interpolation', 'ListComp', "
                            + "'DictComp', 'Starred') ORDER BY kind"));
            assertEquals(List.of("Import is_lazy=1", "ImportFrom is_lazy=1"), store.texts(
                    "SELECT kind || ' ' || attr_key || '=' || attr_value FROM ast_node_attrs WHERE attr_key = 'is_lazy' ORDER BY 1"));
            assertEquals(List.of("json", "path"), store.texts("SELECT name FROM ast_imports_v1 ORDER BY name"));
            assertEquals(List.of("KeyError", "ValueError"), store.texts("SELECT child.name FROM ast_nodes_v1 child "
                    + "JOIN ast_nodes_v1 handler ON child.parent_ast_id = handler.ast_id WHERE handler.kind = 'Tuple' "
                    + "AND handler.field = 'type' AND child.field = 'elts' ORDER BY child.ast_id"));
        }
    }

    @Test
    void anOlderReleaseRefusesAll() throws Exception {
        assertEquals(1, extract(PythonVersion.PY313).filesWithErrors());
        try (Reading store = new Reading(root.resolve(".quarry"))) {
            assertEquals(List.of("recovered 3.13"), store.texts(
                    "SELECT parse_status || ' ' || feature_version FROM ast_files_v1"));
            // One row for each statement that is new.
            assertEquals(List.of("1", "2", "3", "6", "8", "9"), store.texts(
                    "SELECT DISTINCT CAST(line AS VARCHAR) FROM ast_errors_v1 ORDER BY 1"));
        }
    }

    private ExtractionSummary extract(PythonVersion version) throws Exception {
        Files.writeString(root.resolve("new.py"), SOURCE);
        return Extraction.run(new ExtractionRequest(root, null, List.of("ast"), version, ScanOptions.defaults(), 1, null,
                "test"), ProgressListener.SILENT);
    }
}
