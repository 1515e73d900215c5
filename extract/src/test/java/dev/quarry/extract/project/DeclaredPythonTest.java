package dev.quarry.extract.project;

import static dev.quarry.syntax.PythonVersion.PY310;
import static dev.quarry.syntax.PythonVersion.PY311;
import static dev.quarry.syntax.PythonVersion.PY312;
import static dev.quarry.syntax.PythonVersion.PY38;
import static dev.quarry.syntax.PythonVersion.PY39;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quarry.syntax.PythonVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredPythonTest {
    private static final PythonVersion NEWEST = PythonVersion.newest();

    @TempDir
    Path root;

    @Test
    void withoutAWordItIsTheNewest() {
        check(NEWEST, "default");
    }

    @Test
    void aStandardProjectTable() throws IOException {
        write("pyproject.toml", """
                [project]
                name = "x"
                requires-python = ">=3.8, <3.12"
                classifiers = ["Programming Language :: Python :: 3.9"]
                """);
        write(".python-version", "3.9.1\n");
        check(PY311, "requires_python");
    }

    @Test
    void noUpperBoundMeansTheNewest() throws IOException {
        write("pyproject.toml", "[project]\nrequires-python = '>=3.8'\n");
        check(NEWEST, "requires_python");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "^3.8                ; newest",
        "~3.10               ; 3.10",
        "~3                  ; newest",
        "3.9.*               ; 3.9",
        "3.11.2              ; 3.11",
        "~3.8 || ~3.10       ; 3.10",
        ">=3.8,<3.10         ; 3.9",
        ">=3.8 <3.12         ; 3.11",
        "*                   ; newest",
        "^2.7 || ^3.8,<3.13  ; 3.12"})
    void poetry(String constraint, String expected) throws IOException {
        write("pyproject.toml", "[tool.poetry.dependencies]\npython = \"" + constraint + "\"\n");
        check(expected.equals("newest") ? NEWEST : PythonVersion.parse(expected).orElseThrow(), "requires_python");
    }

    @Test
    void flit() throws IOException {
        write("pyproject.toml", "[tool.flit.metadata]\nrequires-python = '~=3.8.2'\n");
        check(PY38, "requires_python");
    }

    @Test
    void setupConfig() throws IOException {
        write("pyproject.toml", "[build-system]\nrequires = ['setuptools']\n");
        write("setup.cfg", """
                [metadata]
                ; python_requires = >=3.1
                classifiers =
                    Programming Language :: Python :: 3
                    # a comment
                    Programming Language :: Python :: 3.9

                [options]
                Python_Requires = >=3.8,
                    <3.11
                [other]
                python_requires = ==3.8.*
                """);
        check(PY310, "requires_python");
    }

    @Test
    void setupScriptIsReadAndNotRun() throws IOException {
        write("setup.py", """
                import setuptools, os
                os._exit(1)
                def helper(python_requires): pass
                helper(python_requires="==3.8.*")
                setuptools.setup(
                    name="x", **extra,
                    classifiers=["Programming Language :: Python :: 3.12"],
                    python_requires=">=3.8" ", <3.10")
                """);
        check(PY39, "requires_python");
    }

    @Test
    void whatASetupScriptComputesIsUnknown() throws IOException {
        write("setup.py", """
                setup(python_requires=f">={minimum}", classifiers=("Programming Language :: Python :: 3.10",
                      "Programming Language :: Python :: 3.9", other, ["Programming Language :: Python :: 3.11"]))
                """);
        check(PY310, "classifiers");
    }

    @Test
    void theNewestClassifier() throws IOException {
        write("pyproject.toml", """
                [project]
                classifiers = [
                  "Programming Language :: Python :: 3 :: Only",
                  "Programming Language :: Python :: 3.10",
                  "Programming Language :: Python :: 3.12",
                  "Programming Language :: Python :: 3.7",
                  "Topic :: Software Development",
                ]
                """);
        check(PY312, "classifiers");
    }

    @ParameterizedTest
    @CsvSource({"3.10.4", "3.10", "cpython-3.10.1-linux", "pypy3.10-7.3.17", "3.10-dev"})
    void pythonVersionFile(String text) throws IOException {
        write(".python-version", "# for pyenv\n" + text + "\n3.9.1\n");
        check(PY310, "python_version_file");
    }

    @Test
    void nonsenseIsReportedAndLeftAside() throws IOException {
        write("pyproject.toml", "[project]\nrequires-python = 'at least 3.8'\n");
        write("setup.cfg", "[options]\npython_requires = <3.8\n");
        write(".python-version", "3.9\n");
        DeclaredPython declared = check(PY39, "python_version_file");
        assertEquals(List.of("the required Python 'at least 3.8' is left aside: no valid version specifier",
                "the required Python '<3.8' is left aside: it allows none of 3.8 to " + NEWEST), declared.problems());
    }

    @Test
    void brokenAndHostileFilesAreReported() throws IOException {
        write("pyproject.toml", "[project\n");
        Files.createSymbolicLink(root.resolve("setup.cfg"), root.resolve("elsewhere"));
        write("setup.py", "#".repeat(300_000));
        check(NEWEST, "default");
        List<ProjectProblem> problems = ProjectFiles.read("", root).problems();
        assertEquals(List.of("pyproject.toml", "setup.cfg", "setup.py"),
                problems.stream().map(ProjectProblem::path).toList());
        assertTrue(problems.get(0).message().startsWith("pyproject.toml is left aside: line 1, column 9: "));
        assertTrue(problems.get(1).message().endsWith("is no regular file; make it one or remove it"));
        assertTrue(problems.get(2).message().endsWith("is larger than 262144 bytes; shorten it"));
    }

    @Test
    void depthDoesNotExhaustTheStack() throws IOException {
        write("pyproject.toml", "a = " + "[".repeat(200_000));
        write("setup.py", "setup(" + "(".repeat(200_000));
        check(NEWEST, "default");
        assertEquals(List.of("pyproject.toml"),
                ProjectFiles.read("", root).problems().stream().map(ProjectProblem::path).toList());
    }

    private DeclaredPython check(PythonVersion version, String source) {
        DeclaredPython declared = DeclaredPython.of(ProjectFiles.read("", root));
        assertEquals(source, declared.source(), () -> declared.problems().toString());
        assertEquals(version, declared.version());
        return declared;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }
}
