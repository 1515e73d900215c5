package dev.quarry.extract.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {
    private static final String SITE_PACKAGES = ".venv/lib/python3.12/site-packages/";

    @TempDir
    Path folder;
    private Path root;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectory(folder.resolve("repository"));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Distributions read(String... projects) {
        ProjectFinder finder = new ProjectFinder(root);
        for (String project : projects) {
            finder.see(project);
        }
        return finder.read().distributions();
    }

    private String match(String module) {
        return text(read().of(module));
    }

    private static String text(Distributions.Match match) {
        return match.origin() + match.found().stream().map(each -> " " + each.name() + " " + each.version() + " "
                + each.source().label()).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "requests                            | requests - ",
        "Flask_Login==0.6.3                  | flask-login 0.6.3",
        "zope.interface === 5.0 ; extra == 'x' | zope-interface 5.0",
        "a[x,y] == 1.0rc1 # why              | a 1.0rc1",
        "a == 1.0 --hash=sha256:00           | a 1.0",
        "a (==1.0)                           | a 1.0",
        "a==1.*                              | a -",
        "a==1.0,!=2                          | a -",
        "a>=1.0                              | a -",
        "a~=1.0                              | a -",
        "a @ https://x.org/a-1.0.tar.gz      | a -",
        "a ; python_version < '3.9'          | a -",
        "-e .                                | -",
        "--hash=sha256:00                    | -",
        "# a==1                              | -",
        "https://x.org/a.whl                 | -",
        "git+https://x.org/a.git             | -",
        "./local                             | -"})
    void requirements(String text, String expected) {
        String found = Requirement.parse(text).map(each -> each.name() + " " + (each.version() == null ? "-"
                : each.version())).orElse(null);
        assertEquals(expected, found);
    }

    @Test
    void locksOfAllTools() throws IOException {
        write("uv.lock", """
                version = 1
                requires-python = ">=3.12"

                [[package]]
                name = "one-thing"
                version = "1.0"
                source = { registry = "https://pypi.org/simple" }
                dependencies = [
                    { name = "inner", version = "9" },
                ]

                [package.optional-dependencies]
                name = "no"
                """);
        write("poetry.lock", """
                [[package]]
                name = "Two"
                version = "2.0"
                files = [
                    {file = "two.whl", hash = "sha256:00"},
                ]
                [package.dependencies]
                version = "7"
                [metadata]
                name = "no"
                """);
        write("pdm.lock", "[metadata]\nname = \"no\"\n[[package]]\nname = \"three\"\nversion = '3.0' # pinned\n");
        write("pylock.dev.toml", "lock-version = '1.0'\n[[packages]]\nname = 'four'\nversion = '4.0'\n"
                + "[[packages.wheels]]\nname = 'four-5.whl'\n");
        write("Pipfile.lock", """
                {
                    "_meta": {
                        "hash": {
                            "sha256": "00"
                        },
                        "sources": [
                            {
                                "name": "pypi"
                            }
                        ]
                    },
                    "default": {
                        "five": {
                            "hashes": [
                                "sha256:00"
                            ],
                            "version": "==5.0"
                        },
                        "six": {
                            "editable": true
                        }
                    },
                    "develop": {
                        "seven": {
                            "version": "==7.0"
                        }
                    }
                }
                """);
        Distributions distributions = read();
        assertEquals(List.of("unknown one-thing 1.0 lock", "unknown two 2.0 lock", "unknown three 3.0 lock",
                "unknown four 4.0 lock", "unknown five 5.0 lock", "unknown six null lock", "unknown seven 7.0 lock"),
                List.of("one_thing", "two", "three", "four", "five", "six", "seven").stream()
                        .map(module -> text(distributions.of(module))).toList());
        for (String none : List.of("no", "inner", "hash", "sources", "pypi", "default", "thing", "metadata")) {
            assertEquals("unknown", text(distributions.of(none)));
        }
    }

    @Test
    void requirementsOfAllFiles() throws IOException {
        write("pyproject.toml", """
                [project]
                dependencies = ["p1==1", 2]
                optional-dependencies = {dev = ["p2"]}
                [dependency-groups]
                test = ["p3==3", {include-group = "dev"}]
                [build-system]
                requires = ["p4"]
                [tool.poetry.dependencies]
                python = "^3.8"
                p5 = "==5"
                p6 = {version = "*"}
                [tool.poetry.group.dev.dependencies]
                p7 = "^7"
                [tool.pdm.dev-dependencies]
                lint = ["p8"]
                [tool.uv]
                dev-dependencies = ["p9"]
                [tool.hatch.envs.test]
                dependencies = ["p10"]
                """);
        write("setup.cfg", "[options]\ninstall_requires =\n    p11==11\n[options.extras_require]\nx = p12\n");
        write("setup.py", "setup(install_requires=['p13==13', other], extras_require={'e': ['p14'], 'f': more})\n");
        write("requirements-dev.txt", "p15==15\n-r other.txt\n");
        write("requirements/base.txt", "p16\n");
        Distributions distributions = read();
        for (int i = 1; i <= 16; i++) {
            boolean pinned = List.of(1, 3, 5, 11, 13, 15).contains(i);
            assertEquals("unknown p" + i + " " + (pinned ? i : "null") + " requirement", text(distributions.of("p" + i)));
        }
        assertEquals("unknown", text(distributions.of("python")));
        assertEquals("unknown", text(distributions.of("e")));
    }

    @Test
    void theWeightiestSourceCountsAndVersionsThatDifferAreNone() throws IOException {
        write("uv.lock", "[[package]]\nname = \"a\"\nversion = \"1\"\n[[package]]\nname = \"a\"\nversion = \"2\"\n"
                + "[[package]]\nname = \"a\"\nversion = \"1\"\n[[package]]\nname = \"b\"\nversion = \"3\"\n");
        write("requirements.txt", "a==1\nb==9\nc\n");
        write("requirements-more.txt", "c==4\n");
        write("requirements-other.txt", "d==5\nd==6\n");
        assertEquals("unknown a null lock", match("a"));
        assertEquals("unknown b 3 lock", match("b"));
        assertEquals("unknown c 4 requirement", match("c"));
        assertEquals("unknown d null requirement", match("d"));
    }

    @Test
    void installedMetadataSaysWhichModulesThereAre() throws IOException {
        write(".venv/pyvenv.cfg", "home = /usr/bin\n");
        install("PyYAML", "6.0.1", "top_level.txt", "_yaml\nyaml\n");
        write(SITE_PACKAGES + "yaml/__init__.py", "");
        install("attrs", "23.2.0", "RECORD", "attr/__init__.py,sha256=a,1\nattrs/py.typed,,\nattrs/__init__.py,,\n"
                + "../../../bin/tool.py,,\n__pycache__/x.cpython-312.pyc,,\nattrs-23.2.0.dist-info/x.py,,\n"
                + "single.cpython-312-x86_64-linux-gnu.so,,\n\"with,comma.py\",,\n");
        install("google-auth", "1", "RECORD", "google/auth/__init__.py,,\n");
        install("google-cloud", "2", "RECORD", "google/cloud/__init__.py,,\n");
        Files.createDirectories(root.resolve(SITE_PACKAGES + "google/auth"));
        install("bare", "3", "INSTALLER", "pip\n");
        write("uv.lock", "[[package]]\nname = \"pyyaml\"\nversion = \"1\"\n[[package]]\nname = \"attr\"\nversion = \"1\"\n");
        Distributions distributions = read();
        assertEquals("site_packages pyyaml 6.0.1 installed", text(distributions.of("yaml")));
        assertEquals("unknown", text(distributions.of("pyyaml")), "the metadata says that it has no such module");
        assertEquals("site_packages attrs 23.2.0 installed", text(distributions.of("attr")));
        assertEquals("site_packages attrs 23.2.0 installed", text(distributions.of("single")));
        assertEquals("namespace google-auth 1 installed google-cloud 2 installed", text(distributions.of("google")));
        assertEquals("unknown bare 3 installed", text(distributions.of("bare")));
        assertEquals("unknown", text(distributions.of("tool")));
        assertEquals(List.of(".venv"), distributions.environments());
        assertEquals(List.of(), distributions.problems());
    }

    @Test
    void foldersThatAreNoEnvironmentsAreNotRead() throws IOException {
        install("a", "1", "top_level.txt", "a\n");
        assertEquals("unknown", match("a"));
        write(".venv/pyvenv.cfg", "");
        assertEquals("site_packages a 1 installed", match("a"));
        Files.move(root.resolve(".venv"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve(".venv"), folder.resolve("elsewhere"));
        assertEquals("unknown", match("a"));
    }

    @Test
    void projectsBelowHaveFilesOfTheirOwn() throws IOException {
        write("packages/one/pyproject.toml", "[project]\ndependencies = ['a']\n");
        write("packages/one/poetry.lock", "[[package]]\nname = \"b\"\nversion = \"1\"\n");
        write("packages/two/poetry.lock", "[[package]]\nname = \"c\"\nversion = \"1\"\n");
        Distributions distributions = read("packages/one/pyproject.toml");
        assertEquals("unknown a null requirement", text(distributions.of("a")));
        assertEquals("unknown b 1 lock", text(distributions.of("b")));
        assertEquals("unknown", text(distributions.of("c")), "no project");
    }

    @Test
    void unreadableFilesAreReported() throws IOException {
        Files.createSymbolicLink(root.resolve("uv.lock"), folder.resolve("nowhere"));
        write("requirements.txt", "a".repeat((1 << 22) + 1));
        assertEquals(List.of("requirements.txt", "uv.lock"),
                read().problems().stream().map(ProjectProblem::path).sorted().toList());
    }

    @Test
    void theFingerprintIsOfWhatTheFilesSay() throws IOException {
        String none = read().fingerprint();
        write("requirements.txt", "# nothing\n");
        assertEquals(none, read().fingerprint());
        write("requirements.txt", "a\n");
        String one = read().fingerprint();
        assertNotEquals(none, one);
        write("requirements.txt", "a==1\n");
        assertNotEquals(one, read().fingerprint());
    }

    private void install(String name, String version, String file, String text) throws IOException {
        String metadata = SITE_PACKAGES + name + "-" + version + ".dist-info/";
        write(metadata + "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version
                + "\n\nName: other\n");
        write(metadata + file, text);
    }
}
