package dev.quarry.extract.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.names.ModuleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredRootsTest {
    @TempDir
    Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String module(String path) {
        return DeclaredRoots.of(root).of(path).map(DeclaredRootsTest::text).orElse(null);
    }

    private static String text(ModuleName module) {
        return module.name() + " in " + (module.packageName().isEmpty() ? "-top-" : module.packageName());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "a.py,a in -top-", "pkg/__init__.py,pkg in pkg", "pkg/sub/a.pyi,pkg.sub.a in pkg.sub", "pkg/__main__.py,pkg.__main__ in pkg",
            "src/pkg/a.py,pkg.a in pkg", "src/a.py,a in -top-", "src/__init__.py,-", "__init__.py,-", "my-tool/a.py,-",
            "pkg/1a.py,-", "pkg/class.py,-", "tool,-", "é/ß.pyw,é.ß in é", ".worktrees/x/a.py,-"})
    void namesStartAtTheRootAndAtSrc(String path, String expected) throws IOException {
        write("src/pkg/a.py", "");
        assertEquals(expected, module(path));
    }

    @Test
    void aPackageThatIsCalledSrcIsOne() throws IOException {
        write("src/__init__.py", "");
        assertEquals("src.a in src", module("src/a.py"));
    }

    @Test
    void packagingFilesNameFolders() throws IOException {
        write("pyproject.toml", """
                [tool.setuptools]
                package-dir = {"" = "lib", "far.away" = "near"}
                [tool.setuptools.packages.find]
                where = ["python", "../outside", "/absolute"]
                [tool.poetry]
                packages = [{include = "x", from = "poems"}, {include = "y"}]
                [tool.hatch.build.targets.wheel]
                packages = ["wheel/nested/pkg"]
                """);
        write("setup.cfg", "[options]\npackage_dir =\n    = code\n[options.packages.find]\nwhere = ./found/\n");
        assertEquals("m.a in m", module("lib/m/a.py"));
        assertEquals("far.away.a in far.away", module("near/a.py"));
        assertEquals("far.away in far.away", module("near/__init__.py"));
        assertEquals("a in -top-", module("python/a.py"));
        assertEquals("a in -top-", module("poems/a.py"));
        assertEquals("pkg.a in pkg", module("wheel/nested/pkg/a.py"));
        assertEquals("a in -top-", module("code/a.py"));
        assertEquals("a in -top-", module("found/a.py"));
        assertEquals("wheel/nested,python,found,poems,code,near=far.away,lib,.", DeclaredRoots.of(root).roots());
    }

    @Test
    void unreadableFilesNameNothing() throws IOException {
        write("pyproject.toml", "[tool.setuptools\n");
        assertEquals(".", DeclaredRoots.of(root).roots());
        assertEquals("x.b in x", ModuleRoots.of(List.of("a/")).of("a/x/b.py").map(DeclaredRootsTest::text)
                .orElseThrow());
    }
}
