package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where imports start, through whole runs.
class ModuleRootsTest {
    private static final String IMPORTS = """
            SELECT i.importer_path || ' ' || i.imported_module_fqn || ' ' || i.status || ' ' || coalesce(f.path, '')
            FROM py_imports_resolved_v1 AS i LEFT JOIN repo_files_v1 AS f ON f.file_id = i.target_file_id ORDER BY 1""";
    private static final String OPTION = "SELECT options['module_roots'] FROM runs_v1 ORDER BY start_time_unix_ms";

    @TempDir
    Path folder;
    private Path root;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectory(folder.resolve("demo"));
    }

    @Test
    void projectsOfAWorkspaceImportEachOther() throws Exception {
        write("pyproject.toml", "[tool.uv.workspace]\nmembers = ['packages/*']\n");
        write("packages/one/pyproject.toml", "[project]\nname = 'one'\n");
        write("packages/one/src/one/__init__.py", "def make(): pass\n");
        write("packages/one/tests/test_one.py", "import one\nfrom helpers import check\n");
        write("packages/two/pyproject.toml", "[tool.poetry]\npackages = [{include = 'two', from = 'lib'}]\n");
        write("packages/two/lib/two/main.py", "from one import make\nmake()\n");
        write("packages/two/helpers.py", "def check(): pass\n");
        extract(List.of());
        try (Reading store = read()) {
            assertEquals(List.of("packages/one/tests/test_one.py helpers resolved packages/two/helpers.py",
                    "packages/one/tests/test_one.py one resolved packages/one/src/one/__init__.py",
                    "packages/two/lib/two/main.py one resolved packages/one/src/one/__init__.py"), store.texts(IMPORTS));
            assertEquals(List.of("helpers", "one", "tests.test_one", "two.main"),
                    store.texts("SELECT module_fqn FROM py_module_index ORDER BY 1"));
            assertEquals(store.texts("SELECT module_fqn FROM py_module_index ORDER BY 1"),
                    store.texts("SELECT module_name FROM cst_parse_manifest ORDER BY 1"));
            assertEquals(List.of("packages/one/src,packages/two/lib,packages/one,packages/two,."), store.texts(OPTION));
        }
    }

    @Test
    void filesThatCanBeTheSameModuleAreAllCandidates() throws Exception {
        write("setup.py", "from setuptools import setup\nsetup(name='x')\n");
        write("src/tool.py", "def run(): pass\n");
        write("tool.py", "def run(): pass\n");
        write("tool.pyi", "def run() -> None: ...\n");
        write("main.py", "import tool\nfrom tool import run\ntool.run()\n");
        extract(List.of());
        try (Reading store = read()) {
            assertEquals(List.of("main.py tool candidates src/tool.py", "main.py tool candidates src/tool.py",
                    "main.py tool candidates tool.py", "main.py tool candidates tool.py"),
                    store.texts(IMPORTS).stream().filter(line -> line.startsWith("main.py")).toList());
            assertEquals(List.of("candidates src/tool.py", "candidates tool.py"), store.texts("SELECT c.status || ' ' ||"
                    + " f.path FROM call_resolution_v1 AS c JOIN repo_files_v1 AS f ON f.file_id = c.target_file_id"
                    + " WHERE c.path = 'main.py' ORDER BY 1"));
        }
    }

    @Test
    void aPackageSeesItselfWhereOthersHaveItsName() throws Exception {
        for (String project : List.of("one", "two")) {
            write(project + "/pyproject.toml", "[project]\nname = '" + project + "'\n");
            write(project + "/tests/__init__.py", "from tests import util\n");
            write(project + "/tests/util.py", "def help(): pass\n");
            write(project + "/tests/sub/test_it.py", "from ..util import help\nimport tests.util\nhelp()\n"
                    + "tests.util.help()\n");
            write(project + "/space/part_" + project + ".py", "from . import part_one, part_two\n");
        }
        write("three/pyproject.toml", "[project]\nname = 'three'\n");
        write("three/tests/util.py", "def help(): pass\n");
        write("conftest.py", "from tests.util import help\nhelp()\n");
        extract(List.of());
        try (Reading store = read()) {
            assertEquals(List.of("conftest.py tests.util candidates one/tests/util.py",
                    "conftest.py tests.util candidates three/tests/util.py",
                    "conftest.py tests.util candidates two/tests/util.py",
                    "one/space/part_one.py space resolved one/space/part_one.py",
                    "one/space/part_one.py space resolved two/space/part_two.py",
                    "one/tests/__init__.py tests resolved one/tests/util.py",
                    "one/tests/sub/test_it.py tests.util resolved one/tests/util.py",
                    "one/tests/sub/test_it.py tests.util resolved one/tests/util.py",
                    "two/space/part_two.py space resolved one/space/part_one.py",
                    "two/space/part_two.py space resolved two/space/part_two.py",
                    "two/tests/__init__.py tests resolved two/tests/util.py",
                    "two/tests/sub/test_it.py tests.util resolved two/tests/util.py",
                    "two/tests/sub/test_it.py tests.util resolved two/tests/util.py"), store.texts(IMPORTS));
            assertEquals(List.of("conftest.py candidates 3", "one/tests/sub/test_it.py resolved 2",
                    "two/tests/sub/test_it.py resolved 2"), store.texts("SELECT path || ' ' || status || ' ' || count(*)"
                    + " FROM call_resolution_v1 GROUP BY path, status ORDER BY 1"));
            assertEquals(List.of("tests", "tests.util"), store.texts("SELECT DISTINCT target_name FROM"
                    + " name_resolution_v1 WHERE target_kind = 'module' AND path LIKE '%/test_it.py' ORDER BY 1"));
        }
    }

    @Test
    void anotherOptionExtractsAgainWhatDependsOnIt() throws Exception {
        write("lib/tool.py", "def run(): pass\n");
        write("main.py", "from tool import run\n");
        extract(List.of());
        extract(List.of("lib", ""));
        try (Reading store = read()) {
            assertEquals(List.of(".", "lib,."), store.texts(OPTION));
            assertEquals(List.of("main.py tool resolved lib/tool.py"), store.texts(IMPORTS));
            assertEquals(List.of("libcst_files_v1", "name_files_v1"), store.texts("""
                    SELECT pin.dataset FROM (SELECT unnest(datasets) AS pin FROM runs_v1
                        QUALIFY row_number() OVER (ORDER BY start_time_unix_ms DESC) = 1)
                    WHERE pin.changed AND pin.dataset IN ('ast_files_v1', 'symtable_files_v1', 'libcst_files_v1',
                        'name_files_v1', 'repo_files_v1') ORDER BY 1"""));
        }
        assertEquals(0, extract(List.of("lib", "")).extracted());
    }

    @Test
    void anUnreadableProjectFileIsOneErrorRowWhateverIsChosen() throws Exception {
        write("pyproject.toml", "[project\n");
        write("sub/setup.cfg", "x".repeat(300_000));
        write("a.py", "x = 1\n");
        for (PythonVersion python : new PythonVersion[] {null, PythonVersion.PY312}) {
            Extraction.run(new ExtractionRequest(root, null, List.of(), python, ScanOptions.defaults(), 1, null, "test"),
                    ProgressListener.SILENT);
            try (Reading store = read()) {
                assertEquals(List.of("pyproject.toml ProjectFileUnreadable", "sub/setup.cfg ProjectFileUnreadable"),
                        store.texts("SELECT path || ' ' || error_type FROM extract_errors_v1 WHERE run_id ="
                                + " (SELECT max_by(run_id, start_time_unix_ms) FROM runs_v1) ORDER BY 1"));
                assertTrue(store.texts("SELECT message FROM extract_errors_v1 WHERE path = 'pyproject.toml'").getFirst()
                        .startsWith("pyproject.toml is left aside: "));
                assertEquals(List.of("a"), store.texts("SELECT module_fqn FROM py_module_index"));
            }
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ExtractionSummary extract(List<String> moduleRoots) throws Exception {
        return Extraction.run(new ExtractionRequest(root, null, List.of(), PythonVersion.PY313, moduleRoots,
                ScanOptions.defaults(), FamilyOptions.defaults(), 2, null, "test"), ProgressListener.SILENT);
    }

    private Reading read() {
        return new Reading(root.resolve(".quarry"));
    }
}
