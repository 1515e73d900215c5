package dev.quarry.extract.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
}
