package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.extract.ExtractionSummary.Table;
import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goes through the life of a repository as a user would: extract, change, delete and rename files, extract again.
class ExtractionTest {
    private static final Set<String> WRITTEN_BY_EVERY_RUN = Set.of("runs_v1", "run_events_v1", "schema_snapshots_v1");

    @TempDir
    Path folder;
    private Path root;

    @BeforeEach
    void makeRepository() throws Exception {
        root = Files.createDirectory(folder.resolve("demo"));
        write("pkg/__init__.py", "");
        write("pkg/a.py", "import os\n\n\ndef f(x, *, y=1):\n    \"\"\"Doc.\"\"\"\n    return os.path.join(x, y)\n");
        write("pkg/b.py", "class C(Base, metaclass=M):\n    def m(self) -> int:\n        return f(*a, **k)\n");
        write("broken.py", "def f(:\n    pass\n");
        write("tool", "#!/usr/bin/env python3\nprint('hi')\n");
        write("notes.txt", "not python\n");
        write("book.ipynb", "{}\n");
        write("latin.py", "# coding: latin-1\ns = '\u00e9'\n", StandardCharsets.ISO_8859_1);
        write("ignored/x.py", "x = 1\n");
        write(".gitignore", "ignored/\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("start").setAuthor("a", "a@example.org").setCommitter("a", "a@example.org")
                    .setSign(false).call();
        }
        age();
    }

    @Test
    void aFirstRunFillsEveryTable() throws Exception {
        ExtractionSummary summary = extract();

        assertEquals(7, summary.files());
        assertEquals(7, summary.extracted());
        assertEquals(1, summary.filesWithErrors());
        try (Reading store = read()) {
            assertEquals(List.of("book.ipynb", "broken.py", "latin.py", "pkg/__init__.py", "pkg/a.py", "pkg/b.py",
                    "tool"), store.texts("SELECT path FROM repo_files_v1 ORDER BY path"));
            assertEquals(List.of("iso-8859-1"), store.texts("SELECT encoding FROM repo_files_v1 WHERE path = 'latin.py'"));
            assertEquals(List.of("script"), store.texts("SELECT kind FROM repo_files_v1 WHERE path = 'tool'"));
            assertEquals(6, store.number("SELECT count(*) FROM ast_files_v1"));
            assertEquals(List.of("recovered"),
                    store.texts("SELECT parse_status FROM ast_files_v1 WHERE path = 'broken.py'"));
            assertEquals(List.of("C", "f", "m"),
                    store.texts("SELECT name FROM ast_defs_v1 WHERE path <> 'broken.py' ORDER BY name"));
            assertEquals(List.of("Doc."), store.texts("SELECT docstring FROM ast_docstrings_v1"));
            assertEquals(List.of("os"), store.texts("SELECT name FROM ast_imports_v1"));
            assertEquals(List.of("'\u00e9'"), store.texts("SELECT value FROM ast_nodes_v1 WHERE path = 'latin.py'"
                    + " AND kind = 'Constant'"));
            // The bytes of é: two columns in UTF-8, one byte in the file.
            assertEquals(List.of("22-25 4-8"), store.texts("SELECT bstart || '-' || bend || ' ' || col || '-' || end_col"
                    + " FROM ast_nodes_v1 WHERE path = 'latin.py' AND kind = 'Constant'"));
            assertEquals(1, store.number("SELECT count(DISTINCT path) FROM extract_errors_v1 WHERE path = 'broken.py'"
                    + " AND error_type = 'SyntaxError'"));
            assertEquals(List.of("git_ignored"),
                    store.texts("SELECT reason FROM scope_manifest_v1 WHERE path = 'ignored/'"));
            assertEquals(1, store.number("SELECT count(*) FROM runs_v1"));
        }
    }

    @Test
    void aSecondRunWithoutChangesWritesNoData() throws Exception {
        extract();
        Map<String, Long> before = files(".parquet");
        Set<String> commits = commits();
        ExtractionSummary summary = extract();

        assertEquals(0, summary.extracted());
        assertEquals(0, summary.hashed());
        assertEquals(1, summary.filesWithErrors(), "the file that did not parse still does not");
        assertEquals(before, files(".parquet"));
        assertEquals(commits, commits());
        assertEquals(List.of(), summary.tables().stream().filter(Table::changed).map(Table::name).toList());
        try (Reading store = read()) {
            assertEquals(2, store.number("SELECT count(*) FROM runs_v1"));
            assertEquals(1, store.number("SELECT count(*) FROM runs_v1 WHERE base_run_id IS NOT NULL"));
        }
    }

    @Test
    void changedDeletedAndRenamedFilesAreAllThatMoves() throws Exception {
        extract();
        String untouched;
        try (Reading store = read()) {
            untouched = String.join("\n", store.texts(
                    "SELECT kind || ast_id || bstart FROM ast_nodes_v1 WHERE path = 'latin.py' ORDER BY ast_id"));
        }
        write("pkg/a.py", "def g():\n    pass\n");
        Files.delete(root.resolve("broken.py"));
        Files.move(root.resolve("pkg/b.py"), root.resolve("pkg/c.py"));
        write("new.py", "y = 2\n");
        age();
        ExtractionSummary summary = extract();

        assertEquals(3, summary.extracted());
        assertEquals(2, summary.removed());
        assertEquals(0, summary.filesWithErrors());
        try (Reading store = read()) {
            assertEquals(List.of("book.ipynb", "latin.py", "new.py", "pkg/__init__.py", "pkg/a.py", "pkg/c.py", "tool"),
                    store.texts("SELECT path FROM repo_files_v1 ORDER BY path"));
            assertEquals(List.of("latin.py", "new.py", "pkg/__init__.py", "pkg/a.py", "pkg/c.py", "tool"),
                    store.texts("SELECT DISTINCT path FROM ast_nodes_v1 ORDER BY path"));
            assertEquals(List.of("pkg/a.py g", "pkg/c.py C", "pkg/c.py m"),
                    store.texts("SELECT path || ' ' || name FROM ast_defs_v1 ORDER BY path, ast_id"));
            assertEquals(0, store.number("SELECT count(*) FROM ast_errors_v1"));
            assertEquals(0, store.number("SELECT count(*) FROM file_line_index_v1 WHERE path IN ('broken.py', 'pkg/b.py')"));
            assertEquals(untouched, String.join("\n", store.texts(
                    "SELECT kind || ast_id || bstart FROM ast_nodes_v1 WHERE path = 'latin.py' ORDER BY ast_id")));
        }
    }

    @Test
    void aTouchedFileWithTheSameBytesIsNotExtractedAgain() throws Exception {
        extract();
        Files.setLastModifiedTime(root.resolve("pkg/a.py"), FileTime.fromMillis(1_600_000_000_000L));
        ExtractionSummary summary = extract();
        assertEquals(1, summary.hashed());
        assertEquals(0, summary.extracted());
    }

    @Test
    void anotherVersionExtractsAgain() throws Exception {
        extract();
        ExtractionSummary summary = Extraction.run(new ExtractionRequest(root, null, List.of(), PythonVersion.PY311,
                ScanOptions.defaults(), 2, null, "test"), ProgressListener.SILENT);
        assertEquals(6, summary.extracted());
        assertEquals(0, summary.hashed());
    }

    @Test
    void theRepositorySaysWhichPythonItIsWrittenIn() throws Exception {
        extract();
        write("pyproject.toml", "[project]\nrequires-python = '>=3.8,<3.12'\n");

        ExtractionSummary summary = extract();

        assertEquals(6, summary.extracted());
        try (Reading store = read()) {
            assertEquals(List.of("3.11 requires_python"), store.texts(
                    "SELECT DISTINCT feature_version || ' ' || python_version_source FROM ast_files_v1"));
        }
    }

    @Test
    void onlyTheNamedDatasetsAreExtracted() throws Exception {
        ExtractionSummary first = extract("ast_defs");
        assertTrue(first.tables().stream().anyMatch(table -> table.name().equals("ast_defs_v1")));
        assertTrue(first.tables().stream().noneMatch(table -> table.name().equals("file_line_index_v1")));
        ExtractionSummary second = extract("ast_defs", "file_line_index");
        assertEquals(6, second.extracted(), "the line index was missing; the empty file has no lines");
        assertEquals(6, extract("symtable").extracted(), "a notebook is not parsed");
    }

    @Test
    void theNumberOfWorkersDoesNotChangeTheRows() throws Exception {
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");
        Extraction.run(new ExtractionRequest(root, one, List.of(), null, ScanOptions.defaults(), 1, null, "test"),
                ProgressListener.SILENT);
        Extraction.run(new ExtractionRequest(root, four, List.of(), null, ScanOptions.defaults(), 4, null, "test"),
                ProgressListener.SILENT);
        String rows = "SELECT path || ' ' || ast_id || ' ' || kind || ' ' || coalesce(bstart, -1) || coalesce(value, '')"
                + " FROM ast_nodes_v1";
        try (Reading left = new Reading(one); Reading right = new Reading(four)) {
            assertEquals(left.texts(rows), right.texts(rows));
            assertNotEquals(List.of(), left.texts(rows));
        }
    }

    private ExtractionSummary extract(String... datasets) throws Exception {
        return Extraction.run(new ExtractionRequest(root, null, List.of(datasets), null, ScanOptions.defaults(), 2, null,
                "test"), ProgressListener.SILENT);
    }

    private Reading read() {
        return new Reading(root.resolve(".quarry"));
    }

    private void write(String path, String text) throws IOException {
        write(path, text, StandardCharsets.UTF_8);
    }

    private void write(String path, String text, java.nio.charset.Charset charset) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, charset);
    }

    /// Makes all files older than the time that a scan still mistrusts.
    private void age() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toMillis() > System.currentTimeMillis() - 60_000
                        && !file.toString().contains(".git")) {
                    Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
                }
            }
        }
    }

    /// Files of the tables that a run without changes leaves alone.
    private Map<String, Long> files(String ending) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        Path store = root.resolve(".quarry");
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                String table = store.relativize(file).getName(0).toString();
                if (!WRITTEN_BY_EVERY_RUN.contains(table) && !table.equals("_quarry")) {
                    sizes.put(file.toString(), Files.size(file));
                }
            }
        }
        return sizes;
    }

    private Set<String> commits() throws IOException {
        return files(".json").keySet();
    }
}
