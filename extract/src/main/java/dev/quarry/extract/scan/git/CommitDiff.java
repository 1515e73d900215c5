package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Compares two commits, through JGit.
public final class CommitDiff {
    private CommitDiff() {}

    /// Names the paths whose content or mode differs, in the order of their bytes.
    ///
    /// @param base a revision as git spells it, such as `origin/main` or `HEAD~2`
    /// @param head a revision to compare with it
    /// @param paths receives the bytes of each path, relative to the working tree
    /// @throws GitMetadataException if a revision does not exist or objects cannot be read
    public static void changedPaths(GitDirectory git, String base, String head, Consumer<byte[]> paths)
            throws GitMetadataException {
        ConfinedSystemReader.install();
        try (Repository repository = new FileRepositoryBuilder()
                        .setGitDir(git.gitDir().toFile())
                        .setGitCommonDir(git.commonDir().toFile())
                        .setWorkTree(git.workTree().toFile())
                        .build();
                RevWalk commits = new RevWalk(repository);
                TreeWalk trees = new TreeWalk(repository)) {
            trees.addTree(commits.parseCommit(commit(repository, base)).getTree());
            trees.addTree(commits.parseCommit(commit(repository, head)).getTree());
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            while (trees.next()) {
                paths.accept(trees.getRawPath());
            }
        } catch (GitMetadataException e) {
            throw e;
        } catch (IOException e) {
            throw new GitMetadataException(
                    "The commits " + base + " and " + head + " cannot be compared: " + e.getMessage(), e);
        }
    }

    private static ObjectId commit(Repository repository, String revision) throws IOException {
        ObjectId id;
        try {
            id = repository.resolve(revision + "^{" + Constants.TYPE_COMMIT + "}");
        } catch (RevisionSyntaxException e) {
            throw new GitMetadataException("'" + revision + "' is no revision: " + e.getMessage(), e);
        }
        if (id == null) {
            throw new GitMetadataException("There is no commit '" + revision
                    + "' in this repository: give a branch, tag or commit that is here, or fetch it.");
        }
        return id;
    }
}
