package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarry.extract.scan.git.PathBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkListingTest {
    @TempDir
    Path root;

    @Test
    void aFolderWithoutGitIsWalkedByItsOwnRules() {
        Git.write(root, "a.py", "");
        Git.write(root, "notes.txt", "");
        Git.write(root, ".gitignore", "gen/\n*.bak.py\n");
        Git.write(root, "gen/x.py", "");
        Git.write(root, "pkg/b.ipynb", "{}");
        Git.write(root, "pkg/c.bak.py", "");
        Git.write(root, "pkg/.gitignore", "!c.bak.py\nd.py\n");
        Git.write(root, "pkg/d.py", "");
        Git.write(root, "node_modules/m/e.py", "");
        Git.write(root, "WINDOW.PYW", "");

        Recording listing = Recording.of(root);

        assertEquals(List.of("WINDOW.PYW", "a.py", "pkg/b.ipynb", "pkg/c.bak.py"), listing.paths());
        assertFalse(listing.facts.git());
        assertNull(listing.facts.gitCommit());
        assertNull(listing.summary.gitDirty());
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("gen/"));
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("pkg/d.py"));
        assertEquals(ScopeReason.EXCLUDE_DIR, listing.reason("node_modules/"));
        assertEquals(ScopeReason.NOT_PYTHON, listing.reason("notes.txt"));
        assertEquals(FileKind.IPYNB, listing.file("pkg/b.ipynb").kind());
        assertEquals(FileKind.PYW, listing.file("WINDOW.PYW").kind());
        assertTrue(listing.scope.values().stream().allMatch(row -> row.source() == ScopeSource.WALK && row.untracked()));
        assertEquals(listing.scope.size(), listing.summary.considered());
    }

    @Test
    void emptyFoldersAndMissingOnes() throws IOException {
        assertEquals(List.of(), Recording.of(root).paths());
        assertMessage(root.resolve("missing"), "There is no folder");
        assertMessage(Git.write(root, "file.py", ""), "is not a folder");
    }

    private static void assertMessage(Path given, String part) {
        String message = assertThrows(ScanException.class, () -> Recording.of(given)).getMessage();
        assertTrue(message.contains(part) && message.contains(given.toString()), message);
    }

    @Test
    void scriptsAreFoundByTheirFirstLineAndModesAreKept() throws IOException {
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"), "no executable bits here");
        Path tool = Git.write(root, "bin/tool", "#!/usr/bin/env python3\nprint()\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        Git.write(root, "bin/shell", "#!/bin/sh\necho python\n");
        Git.write(root, "cgi/page.cgi", "#!/usr/bin/python -u\r\nprint()\r\n");
        Git.write(root, "data.json", "#!/usr/bin/python\n");
        Git.write(root, "plain", "print()\n");

        Recording listing = Recording.of(root);

        assertEquals(List.of("bin/tool", "cgi/page.cgi"), listing.paths());
        assertEquals(FileKind.SCRIPT, listing.file("bin/tool").kind());
        assertEquals(FileMode.EXECUTABLE, listing.file("bin/tool").mode());
        assertEquals(FileMode.REGULAR, listing.file("cgi/page.cgi").mode());
        assertEquals(ScopeReason.SHEBANG, listing.reason("bin/tool"));
        assertEquals(ScopeReason.NOT_PYTHON, listing.reason("bin/shell"));
        assertEquals(List.of(), Recording.of(root, ScanOptions.builder().discoverShebang(false).build()).paths());
    }

    @Test
    void extensionsAreOptions() {
        Git.write(root, "a.py", "");
        Git.write(root, "b.py.in", "");
        Git.write(root, "BUILD.bzl", "");
        ScanOptions options = ScanOptions.builder().extensions(List.of("py")).extraExtensions(List.of(".py.in", "bzl"))
                .build();

        Recording listing = Recording.of(root, options);

        assertEquals(List.of("BUILD.bzl", "a.py", "b.py.in"), listing.paths());
        assertEquals(FileKind.PY, listing.file("BUILD.bzl").kind());
        assertEquals(List.of(".bzl option", ".py default", ".py.in option"),
                listing.facts.extensions().stream().map(row -> row.extension() + " " + row.source()).toList());
    }

    @Test
    void symbolicLinksAreNotFollowedUnlessAsked(@TempDir Path outside) throws IOException {
        Git.write(root, "pkg/a.py", "x = 1\n");
        Git.write(outside, "secret.py", "");
        Git.write(root, ".git/hidden.py", "");
        link("file.py", "pkg/a.py");
        link("folder", "pkg");
        link("pkg/up", "..");
        link("self.py", "self.py");
        link("dangling.py", "nowhere.py");
        link("escape.py", outside.resolve("secret.py").toString());
        link("escape_dir", outside.toString());
        link("inner", ".git");

        Recording plain = Recording.of(root);
        assertEquals(List.of("pkg/a.py"), plain.paths());
        for (String path : List.of("file.py", "folder", "pkg/up", "self.py", "dangling.py", "escape.py", "escape_dir")) {
            assertEquals(ScopeReason.SYMLINK, plain.reason(path));
        }

        Recording followed = Recording.of(root, ScanOptions.builder().followSymlinks(true).build());
        assertEquals(ScopeReason.OUTSIDE_ROOT, followed.reason("escape.py"));
        assertEquals(ScopeReason.OUTSIDE_ROOT, followed.reason("escape_dir"));
        assertEquals(ScopeReason.SYMLINK, followed.reason("self.py"));
        assertEquals(ScopeReason.SYMLINK, followed.reason("dangling.py"));
        assertEquals(ScopeReason.EXCLUDE_DIR, followed.reason("inner"));
        assertEquals(FileMode.SYMLINK, followed.file("file.py").mode());
        assertTrue(followed.paths().containsAll(List.of("file.py", "folder/a.py", "pkg/a.py")));
        assertTrue(followed.paths().size() < 12, () -> "loops end: " + followed.paths());
        FileReading reading = new FileReader(100).read(followed.file("file.py"), true);
        assertEquals("x = 1\n",
                new String(assertInstanceOf(FileReading.Complete.class, reading).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void linksThatMultiplyFoldersListEachOnce() throws IOException {
        for (int i = 0; i < 24; i++) {
            Git.write(root, "d" + i + "/f.py", "");
            if (i > 0) {
                link("d" + (i - 1) + "/left", "../d" + i);
                link("d" + (i - 1) + "/right", "../d" + i);
            }
        }
        assertTrue(Recording.of(root, ScanOptions.builder().followSymlinks(true).build()).paths().size() <= 48);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
    }

    @Test
    void pipesAreNeitherOpenedNorListed() throws IOException, InterruptedException {
        Path pipe = root.resolve("pipe.py");
        Process mkfifo = startOrSkip("mkfifo", pipe.toString());
        assumeTrue(mkfifo.waitFor() == 0, "no named pipes here");
        Git.write(root, ".git/HEAD", "ref: refs/heads/main\n");
        startOrSkip("mkfifo", root.resolve(".gitignore").toString()).waitFor();

        Recording listing = Recording.of(root);

        assertEquals(List.of(), listing.paths());
        assertEquals(ScopeReason.NOT_REGULAR_FILE, listing.reason("pipe.py"));
    }

    private static Process startOrSkip(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not here");
            throw new AssertionError(e);
        }
    }

    @Test
    void namesThatAreNotUtf8AreEscapedAndCanBeRead() throws IOException {
        byte[] latin1 = {'c', 'a', 'f', (byte) 0xe9, '.', 'p', 'y'};
        Path odd = PathBytes.resolve(root, latin1);
        try {
            Files.writeString(odd, "x = 1\n");
        } catch (IOException e) {
            assumeTrue(false, "the file system wants UTF-8: " + e);
        }
        Git.write(root, "naïve.py", "");
        Git.write(root, "back\\slash.py", "");
        Git.write(root, "line\nbreak.py", "");
        Git.write(root, "d\u0085/😀.py", "");

        Recording listing = Recording.of(root);

        assertEquals(List.of("back\\x5cslash.py", "caf\\xe9.py", "d\\xc2\\x85/😀.py", "line\\x0abreak.py", "naïve.py"),
                listing.paths());
        ListedFile file = listing.file("caf\\xe9.py");
        assertInstanceOf(FileReading.Complete.class, new FileReader(100).read(file, false));
        assertEquals(file.location(), PathText.locate(listing.facts.root(), file.path()));
        assertEquals(root.toRealPath() + "/caf\\xe9.py", file.absPath());
        assertArrayEquals(latin1, PathText.unescape(file.path()));
        for (ListedFile each : listing.files) {
            assertEquals(each.location(), PathText.locate(listing.facts.root(), each.path()));
        }
    }

    @Test
    void gitAgreesOnNamesThatAreNotUtf8() throws IOException {
        Git git = Git.init(root);
        Path odd = PathBytes.resolve(root, new byte[] {'o', (byte) 0xff, '.', 'p', 'y'});
        try {
            Files.writeString(odd, "");
        } catch (IOException e) {
            assumeTrue(false, "the file system wants UTF-8: " + e);
        }
        Git.write(root, "é/ü.py", "");
        git.commitAll();

        Recording listing = Recording.of(root);

        assertEquals(List.of("o\\xff.py", "é/ü.py"), listing.paths());
        assertTrue(listing.files.stream().allMatch(ListedFile::tracked));
        assertEquals(List.of("ü.py"), Recording.of(root.resolve("é")).paths());
    }

    /// The JVM spells names in the locale's encoding; with LANG=C that is ASCII.
    @Test
    void everyLocaleListsAndReadsTheSameNames() throws IOException, InterruptedException {
        Git.write(root, "naïve/ключ.py", "x = 1\n");
        Git.write(root, "naïve/.gitignore", "ü*\n");
        Git.write(root, "naïve/über.py", "x = 1\n");
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ListingProgram.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));

        assertEquals("naïve/ключ.py 6 located=true\nout naïve/.gitignore NOT_PYTHON\nout naïve/über.py GIT_IGNORED\n",
                printed.lines().sorted().reduce("", (all, line) -> all + line + "\n"));
    }

    @Test
    void whatMayNotBeReadIsAProblemAndARow() throws IOException {
        Path secret = Git.write(root, "secret.py", "");
        Path script = Git.write(root, "script", "#!/usr/bin/python\n");
        Path folder = Git.write(root, "closed/a.py", "").getParent();
        Git.write(root, "open.py", "");
        for (Path path : List.of(secret, script, folder)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
        }
        try {
            assumeFalse(Files.isReadable(secret), "this user may read everything");
            Recording listing = Recording.of(root);
            assertEquals(List.of("open.py", "secret.py"), listing.paths());
            assertEquals(ScopeReason.UNREADABLE, listing.reason("closed/"));
            assertEquals(ScopeReason.UNREADABLE, listing.reason("script"));
            assertEquals(List.of(ScanProblem.UNREADABLE_DIRECTORY, ScanProblem.UNREADABLE_FILE),
                    listing.problems.stream().map(ScanProblem::errorType).toList());
            FileReading reading = new FileReader(100).read(listing.file("secret.py"), false);
            assertEquals(ScanProblem.UNREADABLE_FILE,
                    assertInstanceOf(FileReading.Failed.class, reading).problem().errorType());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void filesComeInTheOrderOfTheirPaths() {
        for (String path : List.of("a.py", "a/b.py", "a-b.py", "a/b/c.py", "a/b-c.py", "ab.py", "A.py", "é.py",
                "a0.py", "\uffee.py", "😀.py")) {
            Git.write(root, path, "");
        }
        List<String> paths = Recording.of(root).paths();
        List<String> sorted = new ArrayList<>(paths);
        sorted.sort((left, right) -> Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)));
        assertEquals(sorted, paths);
        assertEquals(11, paths.size());
    }

    @Test
    void treesAreDeepAndDoNotUseTheStack() throws InterruptedException {
        String deep = String.join("/", Collections.nCopies(900, "d"));
        Git.write(root, deep + "/a.py", "");
        List<String> found = new ArrayList<>();
        Thread small = new Thread(null, () -> found.addAll(Recording.of(root).paths()), "small stack", 1 << 17);
        small.start();
        small.join();
        assertEquals(List.of(deep + "/a.py"), found);
    }
}
