package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitListingTest {
    @TempDir
    Path root;

    @Test
    void listsTrackedAndUntrackedFilesAndSaysWhyNotTheOthers() {
        Git git = Git.init(root);
        Git.write(root, ".gitignore", "*.log.py\n/generated/\nignored.py\n");
        Git.write(root, "a.py", "x = 1\n");
        Git.write(root, "pkg/b.pyi", "y: int\n");
        Git.write(root, "README.md", "text\n");
        git.commitAll();
        Git.write(root, "new.py", "z = 1\n");
        Git.write(root, "ignored.py", "");
        Git.write(root, "x.log.py", "");
        Git.write(root, "generated/c.py", "");
        Git.write(root, "build/lib/d.py", "");

        Recording listing = Recording.of(root);

        assertEquals(List.of("a.py", "new.py", "pkg/b.pyi"), listing.paths());
        assertTrue(listing.file("a.py").tracked());
        assertEquals(git.run("rev-parse", ":a.py").strip(), listing.file("a.py").gitBlobId());
        assertEquals(ScopeSource.GIT_TRACKED, listing.file("a.py").scope().source());
        assertNull(listing.file("new.py").gitBlobId());
        assertEquals(ScopeSource.GIT_UNTRACKED, listing.file("new.py").scope().source());
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("ignored.py"));
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("x.log.py"));
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("generated/"));
        assertEquals(ScopeReason.EXCLUDE_DIR, listing.reason("build/"));
        assertEquals(ScopeReason.EXCLUDE_DIR, listing.reason(".git/"));
        assertEquals(ScopeReason.NOT_PYTHON, listing.reason("README.md"));
        assertEquals(git.run("rev-parse", "HEAD").strip(), listing.facts.gitCommit());
        assertEquals(List.of(), listing.problems);
        assertEquals(3, listing.summary.files());
        assertNotNull(listing.facts.repo());
    }

    @Test
    void agreesWithGitOnNestedRulesNegationsAndOddPatterns() {
        Git git = Git.init(root);
        Git.write(root, ".gitignore", """
                # comment
                *.tmp.py
                !keep.tmp.py
                /only_root.py
                deep/**/skip.py
                **/cache/
                dir_or_file
                doc/*.py
                !doc/index.py
                a[0-9].py
                \\#hash.py
                \\!bang.py
                trailing.py\u0020\u0020
                escaped\\ .py
                crlf.py\r
                sub/
                !sub/inner.py
                x?z.py
                **/mid/**
                !**/mid/stay.py
                """);
        Git.write(root, "nested/.gitignore", "!a1.py\n/local.py\nb*.py\n!by.py\n");
        Git.write(root, ".git/info/exclude", "excluded_by_info.py\n");
        for (String path : List.of("a.tmp.py", "keep.tmp.py", "only_root.py", "nested/only_root.py", "deep/skip.py",
                "deep/x/skip.py", "deep/x/y/skip.py", "deep/x/stay.py", "cache/a.py", "nested/cache/a.py",
                "dir_or_file/a.py", "nested/dir_or_file", "doc/a.py", "doc/index.py", "doc/more/a.py", "a1.py", "ab.py",
                "nested/a1.py", "nested/a2.py", "#hash.py", "!bang.py", "trailing.py", "escaped .py", "crlf.py",
                "sub/inner.py", "nested/sub/inner.py", "xyz.py", "xz.py", "x/z.py", "nested/local.py", "nested/b.py",
                "nested/by.py", "nested/deeper/b.py", "nested/deeper/local.py", "excluded_by_info.py", "mid/a.py",
                "nested/mid/stay.py", "nested/mid/x/y.py", "plain.py", "nested/plain.py")) {
            Git.write(root, path, "x = 1\n");
        }
        assertEquals(pythonOnly(git.files()), Recording.of(root).paths());
        git.run("add", "-f", "a.tmp.py", "sub/inner.py", "nested/cache/a.py");
        assertEquals(pythonOnly(git.files()), Recording.of(root).paths());
        assertTrue(Recording.of(root).scope.get("a.tmp.py").ignoredByGit());
    }

    @Test
    void listsOnlyTheSubfolderThatIsTheRootUnderTheRulesAboveIt() {
        Git git = Git.init(root);
        Git.write(root, ".gitignore", "/project/generated.py\nlocal_*.py\n");
        Git.write(root, "outside.py", "");
        Git.write(root, "project/a.py", "");
        Git.write(root, "project/pkg/b.py", "");
        Git.write(root, "project/generated.py", "");
        Git.write(root, "project/pkg/local_x.py", "");
        git.commitAll();

        Recording listing = Recording.of(root.resolve("project"));

        assertEquals(List.of("a.py", "pkg/b.py"), listing.paths());
        assertTrue(listing.facts.git());
        assertTrue(listing.file("pkg/b.py").tracked());
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("generated.py"));
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("pkg/local_x.py"));
        assertEquals(pythonOnly(Git.in(root.resolve("project")).files()), listing.paths());
    }

    @Test
    void walksAFolderThatGitIgnoresAsAWhole() {
        Git git = Git.init(root);
        git.run("remote", "add", "origin", "https://example.org/owner/name.git");
        Git.write(root, ".gitignore", "/scratch/\n");
        Git.write(root, "a.py", "");
        Git.write(root, "scratch/work/b.py", "");
        Git.write(root, "scratch/work/.gitignore", "c.py\n");
        Git.write(root, "scratch/work/c.py", "");
        git.commitAll();

        Recording listing = Recording.of(root.resolve("scratch/work"));

        assertFalse(listing.facts.git());
        assertEquals("work", listing.facts.repo());
        assertEquals(List.of("b.py"), listing.paths());
        assertEquals(ScopeSource.WALK, listing.file("b.py").scope().source());
        assertEquals(ScopeReason.GIT_IGNORED, listing.reason("c.py"));

        git.run("add", "-f", "scratch/work/b.py");
        Recording tracked = Recording.of(root.resolve("scratch/work"));
        assertTrue(tracked.facts.git(), "a folder with tracked files is not ignored as a whole");
        assertEquals(List.of("b.py"), tracked.paths());
    }

    @Test
    void trackedFilesBelowExcludedNamesAreListedAlone() {
        Git git = Git.init(root);
        Git.write(root, "build/tracked.py", "");
        Git.write(root, "venv/lib/x.py", "");
        git.run("add", "build");
        Git.write(root, "build/untracked.py", "");
        Git.write(root, "build/sub/untracked.py", "");

        Recording listing = Recording.of(root);

        assertEquals(List.of("build/tracked.py"), listing.paths());
        assertEquals(ScopeReason.EXCLUDE_DIR, listing.reason("build/untracked.py"));
        assertEquals(ScopeReason.EXCLUDE_DIR, listing.reason("build/sub/"));
        assertEquals(ScopeReason.EXCLUDE_DIR, listing.reason("venv/"));
    }

    @Test
    void globsDecideByTheirLastMatchAndExcludeWins() {
        Git git = Git.init(root);
        for (String path : List.of("src/a.py", "src/gen/b.py", "src/gen/keep.py", "tests/t.py", "tests/data/d.py")) {
            Git.write(root, path, "");
        }
        git.commitAll();
        ScanOptions options = ScanOptions.builder()
                .includeGlobs(List.of("src/", "!gen/", "keep.py", "tests/**"))
                .excludeGlobs(List.of("data/", "*.pyi", "tests/t.py"))
                .build();

        Recording listing = Recording.of(root, options);

        assertEquals(List.of("src/a.py", "src/gen/keep.py"), listing.paths());
        assertEquals(ScopeReason.INCLUDE_RULE, listing.reason("src/a.py"));
        assertEquals(0, listing.scope.get("src/a.py").includeIndex());
        assertEquals(ScopeReason.INCLUDE_RULE, listing.reason("src/gen/b.py"));
        assertEquals(1, listing.scope.get("src/gen/b.py").includeIndex());
        assertEquals(2, listing.scope.get("src/gen/keep.py").includeIndex());
        assertEquals(ScopeReason.EXCLUDE_RULE, listing.reason("tests/t.py"));
        assertEquals(3, listing.scope.get("tests/t.py").includeIndex());
        assertEquals(2, listing.scope.get("tests/t.py").excludeIndex());
        assertEquals(ScopeReason.EXCLUDE_RULE, listing.reason("tests/data/"));
        assertEquals(0, listing.scope.get("tests/data/").excludeIndex());
        assertEquals(false, listing.summary.gitDirty(), "files below a pruned folder are compared, too");
    }

    @Test
    void untrackedAndIgnoredFilesAreListedAsTheOptionsSay() {
        Git git = Git.init(root);
        Git.write(root, ".gitignore", "ignored*\n");
        Git.write(root, "a.py", "");
        git.commitAll();
        Git.write(root, "new.py", "");
        Git.write(root, "newdir/n.py", "");
        Git.write(root, "ignored.py", "");
        Git.write(root, "ignored_dir/i.py", "");

        Recording trackedOnly = Recording.of(root, ScanOptions.builder().includeUntracked(false).build());
        assertEquals(List.of("a.py"), trackedOnly.paths());
        assertEquals(ScopeReason.UNTRACKED_OFF, trackedOnly.reason("new.py"));
        assertEquals(ScopeReason.UNTRACKED_OFF, trackedOnly.reason("newdir/"));
        assertEquals(ScopeReason.GIT_IGNORED, trackedOnly.reason("ignored.py"));

        Recording all = Recording.of(root, ScanOptions.builder().includeIgnored(true).build());
        assertEquals(List.of("a.py", "ignored.py", "ignored_dir/i.py", "new.py", "newdir/n.py"), all.paths());
        assertEquals(ScopeSource.GIT_IGNORED, all.file("ignored_dir/i.py").scope().source());
        assertTrue(all.file("ignored_dir/i.py").scope().ignoredByGit());
    }

    @Test
    void aStoreInsideTheRepositoryIsNeverScanned() {
        Git git = Git.init(root);
        Git.write(root, ".quarry/tables/a.py", "");
        Git.write(root, "out/store/b.py", "");
        Git.write(root, "c.py", "");
        git.commitAll();

        RepositoryListing listing =
                RepositoryListing.open(root, ScanOptions.defaults(), List.of(root.resolve("out/store")));
        Recording recording = new Recording();
        listing.list(recording);

        assertEquals(List.of("c.py"), recording.paths());
        assertEquals(ScopeReason.EXCLUDE_DIR, recording.reason(".quarry/"));
        assertEquals(ScopeReason.EXCLUDE_DIR, recording.reason("out/store/"));
    }

    @Test
    void sparseCheckoutsListWhatIsOnDisk() {
        Git git = Git.init(root);
        Git.write(root, "in/a.py", "");
        Git.write(root, "out/b.py", "");
        git.commitAll();
        git.run("sparse-checkout", "set", "in");

        Recording listing = Recording.of(root);

        assertEquals(List.of("in/a.py"), listing.paths());
        assertEquals(false, listing.summary.gitDirty());
    }

    @Test
    void readsIndexesOfEveryVersionAndOfSplitAndSparseForm() {
        Git git = Git.init(root);
        for (int i = 0; i < 40; i++) {
            Git.write(root, "pkg" + i % 3 + "/module_" + i + ".py", "x = " + i + "\n");
        }
        git.commitAll();
        List<String> expected = pythonOnly(git.files());
        for (String version : List.of("2", "3", "4")) {
            git.run("update-index", "--index-version", version);
            Recording listing = Recording.of(root);
            assertEquals(expected, listing.paths());
            assertTrue(listing.files.stream().allMatch(ListedFile::tracked), "version " + version);
            assertEquals(git.run("rev-parse", ":pkg1/module_1.py").strip(),
                    listing.file("pkg1/module_1.py").gitBlobId());
        }
        git.run("update-index", "--split-index");
        Git.write(root, "pkg1/module_1.py", "changed = 1\n");
        Git.write(root, "pkg1/added.py", "");
        git.run("add", "pkg1");
        git.run("rm", "-q", "--cached", "pkg2/module_2.py");
        Recording split = Recording.of(root);
        assertEquals(pythonOnly(git.files()), split.paths());
        assertEquals(List.of(), split.problems);
        assertEquals(git.run("rev-parse", ":pkg1/module_1.py").strip(), split.file("pkg1/module_1.py").gitBlobId());
        assertTrue(split.file("pkg1/added.py").tracked());
        assertFalse(split.file("pkg2/module_2.py").tracked());
    }

    @Test
    void readsRepositoriesOfSha256Ids() {
        Git.require();
        Git git = Git.in(root);
        git.run("init", "-q", "--object-format=sha256");
        Git.write(root, "a.py", "");
        git.commitAll();

        Recording listing = Recording.of(root);

        assertEquals(64, listing.file("a.py").gitBlobId().length());
        assertEquals(git.run("rev-parse", "HEAD").strip(), listing.facts.gitCommit());
    }

    @Test
    void linkedWorktreesAreRepositoriesAndAreListedOnRequest(@TempDir Path elsewhere) {
        Git git = Git.init(root);
        Git.write(root, "a.py", "");
        git.commitAll();
        Path linked = elsewhere.resolve("linked");
        git.run("worktree", "add", "-q", linked.toString(), "-b", "other");
        Git.write(linked, "new.py", "");
        Git.in(linked).commitAll();

        Recording itself = Recording.of(linked);
        assertEquals(List.of("a.py", "new.py"), itself.paths());
        assertTrue(itself.file("new.py").tracked());
        assertEquals(Git.in(linked).run("rev-parse", "HEAD").strip(), itself.facts.gitCommit());

        Recording without = Recording.of(root);
        assertEquals(List.of("a.py"), without.paths());
        assertEquals(ScopeReason.WORKTREE_OFF, without.reason(".worktrees/linked/"));

        Recording with = Recording.of(root, ScanOptions.builder().includeWorktrees(true).build());
        assertEquals(List.of("a.py", ".worktrees/linked/a.py", ".worktrees/linked/new.py"), with.paths());
        ScopeEntry scope = with.file(".worktrees/linked/new.py").scope();
        assertEquals(ScopeKind.WORKTREE, scope.scopeKind());
        assertEquals(".worktrees/linked", scope.repoRoot());
        assertEquals(linked.resolve("new.py").toString(), with.file(".worktrees/linked/new.py").absPath());
    }

    @Test
    void aWorktreeThatDoesNotPointBackIsNotListed(@TempDir Path victim) throws IOException {
        Git git = Git.init(root);
        Git.write(root, "a.py", "");
        git.commitAll();
        Git.write(victim, "secret.py", "");
        Git.write(victim, ".git", "gitdir: /nowhere\n");
        Git.write(root, ".git/worktrees/forged/gitdir", victim.resolve(".git") + "\n");
        Git.write(root, ".git/worktrees/forged/commondir", "../..\n");
        Files.copy(root.resolve(".git/HEAD"), root.resolve(".git/worktrees/forged/HEAD"));

        Recording listing = Recording.of(root, ScanOptions.builder().includeWorktrees(true).build());

        assertEquals(List.of("a.py"), listing.paths());
        assertFalse(listing.problems.isEmpty());
    }

    @Test
    void submodulesAreListedOnRequestWithTheirOwnIndex(@TempDir Path library) {
        Git lib = Git.init(library);
        Git.write(library, "lib.py", "");
        Git.write(library, ".gitignore", "gen.py\n");
        lib.commitAll();
        Git git = Git.init(root);
        Git.write(root, "a.py", "");
        Git.write(root, ".gitignore", "new.py\n");
        git.run("submodule", "--quiet", "add", library.toString(), "vendor/lib");
        git.commitAll();
        Git.write(root, "vendor/lib/new.py", "");
        Git.write(root, "vendor/lib/gen.py", "");

        Recording without = Recording.of(root);
        assertEquals(List.of("a.py"), without.paths());
        assertEquals(ScopeReason.SUBMODULE_OFF, without.reason("vendor/lib/"));
        assertFalse(without.scope.get("vendor/lib/").untracked());

        Recording with = Recording.of(root, ScanOptions.builder().includeSubmodules(true).build());
        assertEquals(List.of("a.py", "vendor/lib/lib.py", "vendor/lib/new.py"), with.paths());
        assertTrue(with.file("vendor/lib/lib.py").tracked());
        assertEquals(ScopeKind.SUBMODULE, with.file("vendor/lib/lib.py").scope().scopeKind());
        assertEquals("vendor/lib", with.file("vendor/lib/lib.py").scope().repoRoot());
        assertEquals(ScopeReason.GIT_IGNORED, with.reason("vendor/lib/gen.py"));

        Recording inside = Recording.of(root.resolve("vendor/lib"));
        assertEquals(List.of("lib.py", "new.py"), inside.paths());

        git.run("submodule", "--quiet", "deinit", "-f", "vendor/lib");
        Recording missing = Recording.of(root, ScanOptions.builder().includeSubmodules(true).build());
        assertEquals(List.of(ScanProblem.SUBMODULE_MISSING),
                missing.problems.stream().map(ScanProblem::errorType).toList());
    }

    @Test
    void aDamagedIndexIsAProblemAndTheFolderIsWalked() throws IOException {
        Git git = Git.init(root);
        Git.write(root, "a.py", "");
        Git.write(root, ".gitignore", "b.py\n");
        Git.write(root, "b.py", "");
        git.commitAll();
        Path index = root.resolve(".git/index");
        byte[] bytes = Files.readAllBytes(index);
        byte[] hugeCount = bytes.clone();
        hugeCount[8] = 0x7f;
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        for (byte[] damaged : List.of(hugeCount, flipped, Arrays.copyOf(bytes, bytes.length - 30), new byte[5])) {
            Files.write(index, damaged);
            Recording listing = Recording.of(root);
            assertEquals(List.of("a.py"), listing.paths());
            assertFalse(listing.facts.git());
            assertEquals(1, listing.problems.size());
            assertTrue(listing.problems.getFirst().message().contains("index is damaged"));
        }
    }

    @Test
    void indexesWithBytesFlippedAnywhereNeverThrow() throws IOException {
        Git git = Git.init(root);
        for (int i = 0; i < 5; i++) {
            Git.write(root, "p" + i + ".py", "");
        }
        git.commitAll();
        git.run("update-index", "--index-version", "4");
        Path index = root.resolve(".git/index");
        byte[] bytes = Files.readAllBytes(index);
        Arrays.fill(bytes, bytes.length - 20, bytes.length, (byte) 0); // index.skipHash: nothing but structure protects
        for (int i = 0; i < bytes.length - 20; i++) {
            for (int value : new int[] {0, 0x7f, 0xff}) {
                byte[] damaged = bytes.clone();
                damaged[i] = (byte) value;
                Files.write(index, damaged);
                assertEquals(5, Recording.of(root).files.size());
            }
        }
    }

    @Test
    void aPointerToNothingIsAProblemAndTheFolderIsWalked() {
        Git.write(root, ".git", "gitdir: ../gone/.git/worktrees/x\n");
        Git.write(root, "a.py", "");

        Recording listing = Recording.of(root);

        assertEquals(List.of("a.py"), listing.paths());
        assertFalse(listing.facts.git());
        assertEquals(ScanProblem.GIT_METADATA, listing.problems.getFirst().errorType());
    }

    @Test
    void saysWhetherTheFilesAreAsCommitted() throws IOException {
        Git git = Git.init(root);
        Git.write(root, "a.py", "x = 1\n");
        Git.write(root, "b.py", "y = 1\n");
        FileTime past = FileTime.from(Instant.now().minusSeconds(100));
        Files.setLastModifiedTime(root.resolve("a.py"), past);
        Files.setLastModifiedTime(root.resolve("b.py"), past);
        assertNull(Recording.of(root).facts.gitCommit());
        git.commitAll();
        assertEquals(false, Recording.of(root).summary.gitDirty());

        Files.setLastModifiedTime(root.resolve("a.py"), FileTime.from(Instant.now().minusSeconds(50)));
        assertNull(Recording.of(root).summary.gitDirty(), "only the content would tell");

        Git.write(root, "b.py", "y = 22\n");
        assertEquals(true, Recording.of(root).summary.gitDirty());
        git.commitAll();
        Files.delete(root.resolve("b.py"));
        assertEquals(true, Recording.of(root).summary.gitDirty());
    }

    @Test
    void changedOnlyKeepsTheFilesThatDifferBetweenTwoCommits() throws IOException {
        Git git = Git.init(root);
        Git.write(root, "a.py", "x = 1\n");
        Git.write(root, "b.py", "y = 1\n");
        git.commitAll();
        Git.write(root, "b.py", "y = 2\n");
        Git.write(root, "pkg/c.py", "z = 1\n");
        git.commitAll();
        git.run("gc", "-q");
        FileTime before = Files.getLastModifiedTime(root.resolve(".git"));

        ScanOptions options = ScanOptions.builder().diffRefs("HEAD~1", "main").changedOnly(true).build();
        Recording listing = Recording.of(root, options);

        assertEquals(List.of("b.py", "pkg/c.py"), listing.paths());
        assertEquals(ScopeReason.NOT_CHANGED, listing.reason("a.py"));
        assertEquals(List.of("c.py"), Recording.of(root.resolve("pkg"), options).paths());
        assertEquals(before, Files.getLastModifiedTime(root.resolve(".git")), "nothing was written into .git");
        ScanException missing = assertThrows(ScanException.class, () -> Recording.of(root,
                ScanOptions.builder().diffRefs("no-such-branch", "main").changedOnly(true).build()));
        assertTrue(missing.getMessage().contains("no-such-branch"));
    }

    @Test
    void conflictsAndIntentToAddAreTracked() {
        Git git = Git.init(root);
        Git.write(root, "a.py", "x = 1\n");
        git.commitAll();
        git.run("checkout", "-q", "-b", "other");
        Git.write(root, "a.py", "x = 2\n");
        git.commitAll();
        git.run("checkout", "-q", "main");
        Git.write(root, "a.py", "x = 3\n");
        git.commitAll();
        assertThrows(AssertionError.class, () -> git.run("merge", "other"));
        Git.write(root, "later.py", "");
        git.run("add", "-N", "later.py");

        Recording listing = Recording.of(root);

        assertEquals(List.of("a.py", "later.py"), listing.paths());
        assertTrue(listing.file("a.py").tracked());
        assertNull(listing.file("a.py").gitBlobId());
        assertTrue(listing.file("later.py").tracked());
        assertEquals(true, listing.summary.gitDirty());
    }

    @Test
    void idsComeFromTheOptionTheOriginOrTheFolder() {
        Git git = Git.init(root);
        assertEquals(root.getFileName().toString(), Recording.of(root).facts.repo());
        git.run("remote", "add", "origin", "git@github.com:psf/requests.git");
        assertEquals("github.com/psf/requests", Recording.of(root).facts.repo());
        assertEquals("mine", Recording.of(root, ScanOptions.builder().repo("mine").build()).facts.repo());
    }

    @Test
    void tooManyFilesStopTheRun() {
        Git.write(root, "a.py", "");
        Git.write(root, "b.py", "");
        ScanException stopped = assertThrows(ScanException.class,
                () -> Recording.of(root, ScanOptions.builder().maxFiles(1).build()));
        assertTrue(stopped.getMessage().contains("max_files"));
    }

    private static List<String> pythonOnly(List<String> paths) {
        return paths.stream().filter(path -> path.endsWith(".py") || path.endsWith(".pyi")).toList();
    }
}
