package dev.quarry.extract.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quarry.syntax.names.ModuleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    /// As an extraction finds them: by the paths of the listing.
    private ModuleNames roots() throws IOException {
        ProjectFinder finder = new ProjectFinder(root);
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted()
                    .forEach(finder::see);
        }
        return finder.read().modules(List.of());
    }

    private String module(String path) throws IOException {
        return roots().of(path).map(DeclaredRootsTest::text).orElse(null);
    }

    private static String text(ModuleName module) {
        return module.name() + " in " + (module.packageName().isEmpty() ? "-top-" : module.packageName());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "a.py,a in -top-", "pkg/__init__.py,pkg in pkg", "pkg/sub/a.pyi,pkg.sub.a in pkg.sub", "pkg/__main__.py,pkg.__main__ in pkg",
            "src/pkg/a.py,pkg.a in pkg", "src/a.py,a in -top-", "src/__init__.py,-", "__init__.py,-", "my-tool/a.py,-",
            "pkg/1a.py,-", "pkg/class.py,-", "tool,-", "é/ß.pyw,é.ß in é", ".worktrees/x/a.py,-",
            "tests/unit/test_a.py,tests.unit.test_a in tests.unit"})
    void namesStartAtTheRootAndAtSrc(String path, String expected) throws IOException {
        write("src/pkg/a.py", "");
        assertEquals(expected, module(path));
    }

    @Test
    void aPackageThatIsCalledSrcIsOne() throws IOException {
        write("src/__init__.py", "");
        assertEquals("src.a in src", module("src/a.py"));
    }

    /// One setting of a build backend, and what a file below is then called.
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "-", value = {
        "[tool.setuptools]|package-dir = {'' = 'lib'}                                   ; lib/m/a.py          ; m.a",
        "[tool.setuptools]|package-dir = {'far.away' = 'near'}                          ; near/sub/a.py       ; far.away.sub.a",
        "[tool.setuptools]|package-dir = {'far.away' = 'near'}                          ; near/__init__.py    ; far.away",
        "[tool.setuptools]|package-dir = {'m' = '.'}|packages = ['m']                   ; sub/a.py            ; m.sub.a",
        "[tool.setuptools]|package-dir = {'' = 'lib', 'm' = 'lib/_m'}                   ; lib/_m/a.py         ; m.a",
        "[tool.setuptools]|py-modules = ['single']|package-dir = {'' = 'code'}          ; code/single.py      ; single",
        "[tool.setuptools.packages.find]|where = ['lib', 'more']|include = ['m*']       ; more/m/a.py         ; m.a",
        "[tool.setuptools.packages.find]|where = ['lib']|namespaces = true              ; lib/ns/deep/a.py    ; ns.deep.a",
        "[tool.setuptools.packages.find]|where = ['../outside']                         ; outside/m/a.py      ; outside.m.a",
        "[tool.setuptools.packages.find]|where = ['/absolute', '*']                     ; absolute/a.py       ; absolute.a",
        "[tool.poetry]|packages = [{include = 'm', from = 'lib'}, {include = 'y'}]      ; lib/m/a.py          ; m.a",
        "[tool.poetry]|packages = [{include = 'm', from = 'lib', to = 'target'}]        ; lib/m/a.py          ; target.m.a",
        "[tool.poetry]|packages = [{include = 'm', to = 'target'}]                      ; m/a.py              ; target.m.a",
        "[tool.poetry]|packages = [{include = 'm/**/*.py', from = 'lib', to = 't'}]     ; lib/m/a.py          ; lib.m.a",
        "[tool.hatch.build.targets.wheel]|packages = ['wheel/nested/m']                 ; wheel/nested/m/a.py ; m.a",
        "[tool.hatch.build.targets.wheel]|sources = ['lib']                             ; lib/m/a.py          ; m.a",
        "[tool.hatch.build.targets.wheel.sources]|'lib/foo' = 'bar/baz'                 ; lib/foo/a.py        ; bar.baz.a",
        "[tool.hatch.build]|packages = ['lib/m']                                        ; lib/m/a.py          ; m.a",
        "[tool.hatch.build]|dev-mode-dirs = ['lib']                                     ; lib/m/a.py          ; m.a",
        "[tool.flit.module]|name = 'm'                                                  ; src/m/a.py          ; m.a",
        "[tool.pdm.build]|package-dir = 'lib'                                           ; lib/m/a.py          ; m.a",
        "[tool.pdm]|package-dir = 'lib'                                                 ; lib/m/a.py          ; m.a",
        "[tool.uv.build-backend]|module-root = 'lib'|module-name = 'ns.m'               ; lib/ns/m/a.py       ; ns.m.a",
        "[tool.uv.build-backend]|module-root = ''|module-name = 'm'                     ; m/a.py              ; m.a",
        "[tool.maturin]|python-source = 'python'                                        ; python/m/a.py       ; m.a",
        "[tool.scikit-build]|wheel.packages = ['lib/m']                                 ; lib/m/a.py          ; m.a",
        "[tool.scikit-build.wheel.packages]|'m/sub' = 'python/lib/sub'                  ; python/lib/sub/a.py ; m.sub.a",
        "[build-system]|build-backend = 'scikit_build_core.build'                       ; python/m/a.py       ; m.a",
        "[build-system]|build-backend = 'hatchling.build'                               ; python/m/a.py       ; python.m.a",
        "[tool.black]|line-length = 120                                                 ; lib/m/a.py          ; lib.m.a",
        "[tool]|setuptools = 1|poetry = {packages = [1, 'x', {from = 1}]}               ; lib/m/a.py          ; lib.m.a"})
    void pyprojectNamesFolders(String toml, String path, String expected) throws IOException {
        write("pyproject.toml", toml.replace('|', '\n') + "\n");
        write(path, "");
        write("src/other.py", "");
        assertEquals(expected, roots().of(path).map(ModuleName::name).orElse(null), roots().roots());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "[options]|package_dir =|    = code                                  ; code/m/a.py   ; m.a",
        "[options]|package_dir =|    =code|    far = near/far                ; near/far/a.py ; far.a",
        "[options]|package-dir = =code, far=near                             ; near/a.py     ; far.a",
        "[options]|py_modules = one|package_dir = =code                      ; code/one.py   ; one",
        "[options]|packages = find:|[options.packages.find]|where = ./found/ ; found/m/a.py  ; m.a",
        "[options]|packages = find_namespace:|[options.packages.find]|where = lib ; lib/ns/m/a.py ; ns.m.a",
        "[flake8]|package_dir = =code                                        ; code/m/a.py   ; code.m.a"})
    void setupConfigNamesFolders(String config, String path, String expected) throws IOException {
        write("setup.cfg", config.replace('|', '\n') + "\n");
        assertEquals(expected, roots().of(path).map(ModuleName::name).orElse(null), roots().roots());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "setup(package_dir={'': 'lib'})                                          ; lib/m/a.py  ; m.a",
        "setuptools.setup(name='x', package_dir={'far': 'near', **more})         ; near/a.py   ; near.a",
        "setup(package_dir={'far': 'near', other: 'x', 'y': other})              ; near/a.py   ; far.a",
        "setup(packages=find_packages('lib', exclude=['tests']))                 ; lib/m/a.py  ; m.a",
        "setup(packages=find_packages(exclude=['tests'], where='lib'))           ; lib/m/a.py  ; m.a",
        "setup(packages=['x'] + setuptools.find_namespace_packages(where='lib')) ; lib/m/a.py  ; m.a",
        "setup(packages=find_packages(exclude=['lib']))                          ; lib/m/a.py  ; lib.m.a",
        "setup(package_dir={'': os.path.join('lib')})                            ; lib/m/a.py  ; lib.m.a",
        "configure(package_dir={'': 'lib'})                                      ; lib/m/a.py  ; lib.m.a"})
    void setupScriptsNameFoldersInLiterals(String script, String path, String expected) throws IOException {
        write("setup.py", "import os\nos._exit(1)\n" + script + "\n");
        assertEquals(expected, roots().of(path).map(ModuleName::name).orElse(null), roots().roots());
    }

    @Test
    void everyFolderWithAProjectHasRootsOfItsOwn() throws IOException {
        write("pyproject.toml", "[tool.uv.workspace]\nmembers = ['packages/*']\n");
        write("packages/one/pyproject.toml", "[project]\nname = 'one'\n");
        write("packages/one/src/one/a.py", "");
        write("packages/two/pyproject.toml", "[tool.poetry]\npackages = [{include = 'two', from = 'lib'}]\n");
        write("packages/three/setup.py", "from setuptools import setup\nsetup(name='three')\n");
        write("packages/four/setup.cfg", "[metadata]\nname = four\n");
        write("packages/shared/pyproject.toml", "[tool.setuptools.packages.find]\nwhere = ['../common']\n");
        write("tool/pyproject.toml", "[tool.ruff]\nline-length = 100\n");
        write("tool/setup.cfg", "[flake8]\nmax-line-length = 100\n");
        write("tool/setup.py", "def setup(): pass\nsetup()\n");
        ModuleNames names = roots();
        assertEquals(List.of(".", "packages/common", "packages/four", "packages/one", "packages/one/src",
                "packages/shared", "packages/three", "packages/two", "packages/two/lib"),
                Stream.of(names.roots().split(",")).sorted().toList());
        assertEquals("one.a in one", module("packages/one/src/one/a.py"));
        assertEquals("tests.test_a in tests", module("packages/one/tests/test_a.py"));
        assertEquals("two.a in two", module("packages/two/lib/two/a.py"));
        assertEquals("three.a in three", module("packages/three/three/a.py"));
        assertEquals("four.a in four", module("packages/four/four/a.py"));
        assertEquals("common.a in common", module("packages/common/common/a.py"));
        assertEquals("tool.a in tool", module("tool/a.py"));
        assertEquals("packages.five.a in packages.five", module("packages/five/a.py"));
    }

    @Test
    void aProjectFileInsideAPackageMakesNoRoot() throws IOException {
        write("numeric/__init__.py", "");
        write("numeric/core/__init__.py", "");
        write("numeric/core/setup.py", "from distutils.core import setup\nsetup(name='core')\n");
        assertEquals("numeric.core.a in numeric.core", module("numeric/core/a.py"));
    }

    @Test
    void theInnermostRootNamesAFile() throws IOException {
        write("pyproject.toml", "[tool.setuptools]\npackage-dir = {'' = 'a/b', 'x' = 'a', 'y' = 'a/b/c'}\n");
        assertEquals("a/b/c=y,a/b,a=x,.", roots().roots());
        assertEquals("y.m in y", module("a/b/c/m.py"));
        assertEquals("d.m in d", module("a/b/d/m.py"));
        assertEquals("x.m in x", module("a/m.py"));
        assertEquals("x.bc.m in x.bc", module("a/bc/m.py"));
        assertEquals("m in -top-", module("m.py"));
    }

    @Test
    void chosenRootsAreTheOnlyOnes() throws IOException {
        write("src/pkg/a.py", "");
        ModuleNames names = new ProjectFinder(root).read().modules(List.of("lib", ""));
        assertEquals("lib,.", names.roots());
        assertEquals("src.pkg.a", names.of("src/pkg/a.py").orElseThrow().name());
        assertEquals("m", names.of("lib/m.py").orElseThrow().name());
        assertEquals(true, ModuleRoots.of(List.of("lib")).of("src/pkg/a.py").isEmpty());
    }

    @Test
    void unreadableFilesNameNothingAndAreReported() throws IOException {
        write("pyproject.toml", "[tool.setuptools\n");
        write("sub/pyproject.toml", "= 1\n");
        write("sub/a.py", "");
        ProjectFinder finder = new ProjectFinder(root);
        finder.see("sub/pyproject.toml");
        Projects projects = finder.read();
        assertEquals(".", projects.modules(List.of()).roots());
        assertEquals(List.of("pyproject.toml", "sub/pyproject.toml"),
                projects.problems().stream().map(ProjectProblem::path).toList());
    }

    @Test
    void tooManyProjectsAreReported() {
        ProjectFinder finder = new ProjectFinder(root);
        for (int i = 0; i < ProjectFinder.MOST_FOLDERS + 3; i++) {
            finder.see("p" + i + "/pyproject.toml");
        }
        List<ProjectProblem> problems = finder.read().problems();
        assertEquals(1, problems.size());
        assertEquals("packaging files in 3 of 2003 folders are left aside; name the folders that modules are imported"
                + " from with --module-root", problems.getFirst().message());
    }
}
