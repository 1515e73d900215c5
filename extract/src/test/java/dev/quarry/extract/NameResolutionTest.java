package dev.quarry.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.extract.scan.ScanOptions;
import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names across files, through whole runs.
class NameResolutionTest {
    private static final String ALL_ROWS = """
            SELECT path || ' ' || bstart || '-' || bend || ' ' || target_index || ' ' || status || ' '
                || coalesce(reason, '') || ' ' || target_kind || ' ' || coalesce(target_file_id, '') || ' '
                || coalesce(target_bstart, -1) || ' ' || coalesce(target_name, '') AS line FROM %s ORDER BY line""";
    private static final String IMPORT_ROWS = """
            SELECT importer_path || ' ' || bstart || ' ' || imported_module_fqn || ' ' || coalesce(imported_name, '') || ' '
                || coalesce(target_file_id, '') || ' ' || coalesce(target_bstart, -1) || ' ' || status || ' '
                || coalesce(reason, '') AS line FROM py_imports_resolved_v1 ORDER BY line""";

    @TempDir
    Path folder;
    private Path root;
    private long minute = 1;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectory(folder.resolve("demo"));
    }

    @Test
    void edgesLeadAcrossFiles() throws Exception {
        write("src/shop/__init__.py", "from .stock import Item, count as how_many\n");
        write("src/shop/stock.py", "class Item:\n    def sell(self): pass\n\ndef count(): return 1\n");
        write("src/shop/till.py", "from shop import Item, how_many\nfrom . import lost\n\nItem().sell()\nhow_many()\nprint(1)\n");
        extract(folder.resolve("store"));

        try (Reading store = new Reading(folder.resolve("store"))) {
            assertEquals(List.of("shop", "shop.stock", "shop.till"),
                    store.texts("SELECT module_fqn FROM py_module_index ORDER BY 1"));
            assertEquals(List.of("resolved Item", "resolved sell", "resolved count", "external builtins.print"),
                    store.texts("SELECT status || ' ' || target_name FROM call_edges WHERE path = 'src/shop/till.py'"
                            + " ORDER BY call_bend - CASE WHEN target_name = 'Item' THEN 1 ELSE 0 END"));
            assertEquals(List.of("resolved Item", "resolved how_many", "unresolved lost"),
                    store.texts("SELECT status || ' ' || imported_name FROM py_imports_resolved"
                            + " WHERE importer_path = 'src/shop/till.py' ORDER BY bstart"));
            assertEquals(List.of("class shop.stock.Item", "function shop.stock.count"),
                    store.texts("SELECT def_kind_norm || ' ' || qname FROM dim_exported_defs_v1 ORDER BY 1"));
            assertEquals(List.of("call_edges and cst_callsites have the same calls"), store.texts(
                    "SELECT CASE WHEN count(*) = 0 THEN 'call_edges and cst_callsites have the same calls' ELSE"
                            + " 'they differ' END FROM (SELECT call_id FROM cst_callsites EXCEPT SELECT call_id FROM"
                            + " call_edges UNION ALL SELECT call_id FROM call_edges EXCEPT SELECT call_id FROM"
                            + " cst_callsites)"));
        }
    }

    @Test
    void nothingIsWrittenWhenNothingChanges() throws Exception {
        write("a.py", "import b\nb.f()\n");
        write("b.py", "def f(): pass\n");
        extract(folder.resolve("store"));
        ExtractionSummary second = extract(folder.resolve("store"));

        assertTrue(second.tables().stream().filter(table -> table.name().endsWith("resolution_v1"))
                .noneMatch(ExtractionSummary.Table::changed));
    }

    /// A file without text has no names, as it has no rows in other tables.
    @Test
    void filesThatAreNoTextHaveNoNames() throws Exception {
        write("a.py", "def f(): pass\n");
        write("b.py", "from a import f\nf()\n");
        Files.write(root.resolve("b.py"), new byte[] {0, '\n'}, StandardOpenOption.APPEND);
        write("c.py", "from b import f\nf()\n");
        extract(folder.resolve("store"));

        try (Reading store = new Reading(folder.resolve("store"))) {
            assertEquals(List.of("c.py unresolved no_attribute"), store.texts(
                    "SELECT path || ' ' || status || ' ' || reason FROM call_resolution_v1 ORDER BY 1"));
            assertEquals(List.of("c.py"), store.texts("SELECT DISTINCT path FROM name_resolution_v1"));
        }
    }

    /// Whatever is changed, added, deleted or moved: the tables are those of a run from scratch, row for row.
    @Test
    void incrementalRunsEqualRunsFromScratch() throws Exception {
        compareOverEdits(new Random(20), 25, List.of("pkg/__init__.py", "pkg/a.py", "pkg/b.py", "pkg/sub/__init__.py",
                "pkg/sub/c.py", "pkg/sub/c.pyi", "main.py", "other.py", "space/d.py", "json.py"));
    }

    /// The same where projects have packages of one name, with and without `__init__.py`, and come and go.
    @Test
    void incrementalRunsEqualRunsFromScratchInSeveralProjects() throws Exception {
        write("one/setup.cfg", "[metadata]\nname = one\n");
        write("two/setup.cfg", "[metadata]\nname = two\n");
        compareOverEdits(new Random(21), 25, List.of("one/pkg/__init__.py", "one/pkg/a.py", "two/pkg/__init__.py",
                "two/pkg/a.py", "one/pkg/sub/c.py", "two/pkg/sub/__init__.py", "main.py", "two/pkg/b.py", "pkg/a.py",
                "one/other.py", "three/pkg/__init__.py", "three/pkg/b.py", "three/setup.cfg"));
    }

    private void compareOverEdits(Random random, int steps, List<String> paths) throws Exception {
        for (String path : paths.subList(0, 7)) {
            write(path, source(random));
        }
        extract(folder.resolve("store"));
        for (int step = 0; step < steps; step++) {
            for (int edit = random.nextInt(2); edit >= 0; edit--) {
                String path = paths.get(random.nextInt(paths.size()));
                if (random.nextInt(4) == 0) {
                    Files.deleteIfExists(root.resolve(path));
                } else {
                    write(path, path.endsWith(".cfg") ? "[metadata]\nname = x\n" : source(random));
                }
            }
            extract(folder.resolve("store"));
            Path fresh = folder.resolve("fresh" + step);
            extract(fresh);
            try (Reading incremental = new Reading(folder.resolve("store")); Reading whole = new Reading(fresh)) {
                for (String table : List.of("name_resolution_v1", "call_resolution_v1")) {
                    assertEquals(whole.texts(ALL_ROWS.formatted(table)), incremental.texts(ALL_ROWS.formatted(table)),
                            table + " in step " + step);
                }
                assertEquals(whole.texts(IMPORT_ROWS), incremental.texts(IMPORT_ROWS), "imports in step " + step);
            }
        }
    }

    /// A file of random imports, definitions and calls.
    private static String source(Random random) {
        List<String> modules = List.of("pkg", "pkg.a", "pkg.b", "pkg.sub", "pkg.sub.c", "other", "space.d", "json", "os");
        List<String> names = List.of("f", "g", "C", "a", "c", "x");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String module = modules.get(random.nextInt(modules.size()));
            String name = names.get(random.nextInt(names.size()));
            text.append(switch (random.nextInt(5)) {
                case 0 -> "import " + module + "\n";
                case 1 -> "from " + module + " import *\n";
                case 2 -> "from . import " + name + "\n";
                case 3 -> "from " + module + " import " + name + " as " + names.get(random.nextInt(names.size())) + "\n";
                default -> "from " + module + " import " + name + "\n";
            });
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            text.append(switch (random.nextInt(5)) {
                case 0 -> "def " + name + "(): return " + other + "\n";
                case 1 -> "class " + name + "(" + other + "):\n    def f(self): return self.g()\n";
                case 2 -> name + " = " + other + "\n";
                case 3 -> "if x:\n    def " + name + "(): return " + other + "()\n";
                default -> "__all__ = ['" + name + "']\n";
            });
        }
        for (int i = 0; i < 3; i++) {
            text.append(names.get(random.nextInt(names.size()))).append("()\n");
        }
        String module = modules.get(random.nextInt(modules.size()));
        return text.append(module).append('.').append(names.get(random.nextInt(names.size()))).append("().f()\n").toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // Each version of a file has a time of its own, long ago, so that its hash is neither reused nor distrusted.
        Files.setLastModifiedTime(file, FileTime.fromMillis(minute++ * 60_000));
    }

    private ExtractionSummary extract(Path store) throws Exception {
        return Extraction.run(new ExtractionRequest(root, store, List.of("name_files_v1", "libcst_files_v1"),
                PythonVersion.PY313, ScanOptions.defaults(), 2, null, "test"), ProgressListener.SILENT);
    }
}
