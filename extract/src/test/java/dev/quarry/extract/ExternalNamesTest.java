package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What modules outside a repository come from, through whole runs.
class ExternalNamesTest {
    private static final String ROWS = """
            SELECT name || ' ' || status || ' ' || origin || ' ' || coalesce(dist_name, '') || ' '
                || coalesce(dist_version, '') || ' ' || coalesce(dist_source, '') || ' ' || is_stdlib || ' '
                || array_to_string(dist_candidates, ',') FROM python_external_interfaces_v1 ORDER BY name""";
    private static final String METADATA = ".venv/lib/python3.12/site-packages/%s-%s.dist-info/";

    @TempDir
    Path folder;
    private Path root;
    private long minute = 1;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectory(folder.resolve("demo"));
    }

    @Test
    void everySourceOfDistributions() throws Exception {
        write("pyproject.toml", "[project]\ndependencies = ['httpx', 'six==1.16.0']\n");
        write("uv.lock", "[[package]]\nname = \"typing-extensions\"\nversion = \"4.9.0\"\n");
        write(".venv/pyvenv.cfg", "");
        install("PyYAML", "6.0", "yaml\n");
        install("google-auth", "1", "google\n");
        install("google-cloud", "2", "google\n");
        write("src/pkg/__init__.py", "from . import a\n");
        write("src/pkg/a.py", """
                import os.path, yaml, pkg.b, tomllib
                from google.cloud import storage
                from typing_extensions import Self
                import six, nowhere.inner as n
                from httpx import get
                import pkg.a
                os.path.join(yaml.safe_load(''))
                """);
        extract(folder.resolve("store"), PythonVersion.PY310);
        try (Reading store = new Reading(folder.resolve("store"))) {
            assertEquals(List.of("google unresolved site_packages    false google-auth,google-cloud",
                    "httpx resolved unknown httpx  requirement false ",
                    "nowhere unresolved unknown    false ",
                    "os resolved stdlib    true ",
                    "six resolved unknown six 1.16.0 requirement false ",
                    "tomllib unresolved unknown    false ",
                    "typing_extensions resolved unknown typing-extensions 4.9.0 lock false ",
                    "yaml resolved site_packages pyyaml 6.0 installed false "), store.texts(ROWS));
            assertEquals(List.of("google.cloud storage -", "httpx get httpx", "nowhere.inner  -", "os.path  -",
                    "six  six", "tomllib  -", "typing_extensions Self typing-extensions", "yaml  pyyaml"),
                    store.texts("SELECT imported_module_fqn || ' ' || coalesce(imported_name, '') || ' '"
                            + " || coalesce(dist_name, '-') FROM external_imports ORDER BY 1"));
            assertEquals(store.texts("SELECT DISTINCT split_part(imported_module_fqn, '.', 1) FROM py_imports_resolved"
                    + " WHERE status = 'external' ORDER BY 1"),
                    store.texts("SELECT name FROM python_external_interfaces ORDER BY 1"));
            assertEquals(List.of("yaml.safe_load pyyaml"), store.texts("SELECT c.target_name || ' ' || e.dist_name"
                    + " FROM call_edges AS c JOIN python_external_interfaces AS e"
                    + " ON e.name = split_part(c.target_name, '.', 1) WHERE c.status = 'external'"
                    + " AND e.dist_name IS NOT NULL"));
        }
        extract(folder.resolve("store"), PythonVersion.PY312);
        try (Reading store = new Reading(folder.resolve("store"))) {
            assertEquals(List.of("stdlib"), store.texts("SELECT origin FROM python_external_interfaces"
                    + " WHERE name = 'tomllib'"));
        }
    }

    @Test
    void aRunThatFindsNothingNewWritesNothing() throws Exception {
        write("a.py", "import x\n");
        write("requirements.txt", "x\n");
        Path store = folder.resolve("store");
        extract(store, PythonVersion.PY312);
        assertEquals(List.of(), changed(extract(store, PythonVersion.PY312)));
        write("requirements.txt", "x  # the same\n");
        assertEquals(List.of(), changed(extract(store, PythonVersion.PY312)));
        write("requirements.txt", "x==1\n");
        assertEquals(List.of("python_external_interfaces_v1"), changed(extract(store, PythonVersion.PY312)));
        write("requirements.txt", "x==1\ny==2\n");
        assertEquals(List.of(), changed(extract(store, PythonVersion.PY312)), "nobody imports y");
        Files.delete(root.resolve("requirements.txt"));
        assertEquals(List.of("python_external_interfaces_v1"), changed(extract(store, PythonVersion.PY312)));
    }

    @Test
    void theTableAloneBringsWhatItFollowsFrom() throws Exception {
        write("a.py", "import x\n");
        Extraction.run(new ExtractionRequest(root, null, List.of("python_external_interfaces"), null,
                ScanOptions.defaults(), 1, null, "test"), ProgressListener.SILENT);
        try (Reading store = new Reading(root.resolve(".quarry"))) {
            assertEquals(List.of("x unresolved unknown    false "), store.texts(ROWS));
            assertEquals(1, store.number("SELECT count(*) FROM name_files_v1"));
        }
    }

    @Test
    void repositoriesInOneStoreHaveTheirOwn() throws Exception {
        Path store = folder.resolve("store");
        Path other = Files.createDirectory(folder.resolve("other"));
        write("a.py", "import x\n");
        write("requirements.txt", "x==1\n");
        Files.writeString(other.resolve("b.py"), "import x\n");
        extract(store, PythonVersion.PY312);
        Extraction.run(request(other, store, PythonVersion.PY312), ProgressListener.SILENT);
        Files.delete(root.resolve("requirements.txt"));
        extract(store, PythonVersion.PY312);
        Files.writeString(other.resolve("requirements.txt"), "x==2\n");
        Extraction.run(request(other, store, PythonVersion.PY312), ProgressListener.SILENT);
        try (Reading reading = new Reading(store)) {
            assertEquals(List.of("demo -", "other 2"), reading.texts("SELECT repo || ' ' || coalesce(dist_version, '-')"
                    + " FROM python_external_interfaces_v1 ORDER BY 1"));
            assertEquals(List.of("a.py -", "b.py 2"), reading.texts("SELECT path || ' ' || coalesce(dist_version, '-')"
                    + " FROM external_imports ORDER BY 1"));
        }
    }

    /// Whatever changes of sources, locks, environments and packaging files: the rows are those of a run from scratch.
    @Test
    void incrementalRunsEqualRunsFromScratch() throws Exception {
        Random random = new Random(7);
        List<String> names = List.of("alpha", "beta", "gamma", "delta", "os");
        Path store = folder.resolve("store");
        for (int step = 0; step < 25; step++) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(8)) {
                case 0 -> write("a.py", "import " + name + "\nfrom " + names.get(random.nextInt(5)) + ".x import y\n");
                case 1 -> write("sub/b.py", "from " + name + " import *\n");
                case 2 -> write(name + ".py", "import beta\n");
                case 3 -> Files.deleteIfExists(root.resolve(name + ".py"));
                case 4 -> write("uv.lock", "[[package]]\nname = \"" + name + "\"\nversion = \"" + step + "\"\n");
                case 5 -> write("requirements.txt", name + "==" + step + "\n");
                case 6 -> {
                    write(".venv/pyvenv.cfg", "");
                    install("dist-" + random.nextInt(3), "1", name + "\n");
                }
                default -> write("sub/pyproject.toml", random.nextBoolean() ? "[project]\ndependencies = ['" + name
                        + "']\n" : "[tool.x]\n");
            }
            extract(store, PythonVersion.PY312);
            Path fresh = folder.resolve("fresh" + step);
            extract(fresh, PythonVersion.PY312);
            try (Reading incremental = new Reading(store); Reading whole = new Reading(fresh)) {
                for (String sql : List.of(ROWS, "SELECT path || module_fqn FROM py_module_index_v1 ORDER BY 1",
                        "SELECT path || bstart || imported_module_fqn || coalesce(dist_version, '-')"
                                + " FROM external_imports ORDER BY 1")) {
                    assertEquals(whole.texts(sql), incremental.texts(sql), "step " + step + ": " + sql);
                }
            }
        }
    }

    private static List<String> changed(ExtractionSummary summary) {
        return new ArrayList<>(summary.tables().stream().filter(ExtractionSummary.Table::changed)
                .map(ExtractionSummary.Table::name).filter(name -> !name.equals("scope_manifest_v1")).toList());
    }

    private void install(String name, String version, String topLevel) throws IOException {
        write(METADATA.formatted(name, version) + "METADATA", "Name: " + name + "\nVersion: " + version + "\n");
        write(METADATA.formatted(name, version) + "top_level.txt", topLevel);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // Each version of a file has a time of its own, long ago, so that its hash is neither reused nor distrusted.
        Files.setLastModifiedTime(file, FileTime.fromMillis(minute++ * 60_000));
    }

    private ExtractionSummary extract(Path store, PythonVersion python) throws Exception {
        return Extraction.run(request(root, store, python), ProgressListener.SILENT);
    }

    private static ExtractionRequest request(Path root, Path store, PythonVersion python) {
        return new ExtractionRequest(root, store, List.of("name_files_v1"), python, ScanOptions.defaults(), 2, null,
                "test");
    }
}
