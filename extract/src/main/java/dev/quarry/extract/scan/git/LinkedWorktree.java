package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A further working tree of a repository (`git worktree add`).
///
/// @param gitDir its own git files, in `worktrees` of the common directory; its last name is the worktree's
/// @param git the working tree; null when it is gone, or is not where the repository says: the folder must point back, so
///     that a repository cannot make other people's folders part of it
public record LinkedWorktree(Path gitDir, GitDirectory git) {
    /// The linked worktrees of a repository, by name, without the one it was reached by.
    public static List<LinkedWorktree> of(GitDirectory repository) throws GitMetadataException {
        Path folder = repository.commonDir().resolve("worktrees");
        List<LinkedWorktree> worktrees = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return worktrees;
        }
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path name : names) {
                Path gitDir = name.toRealPath();
                if (Files.isDirectory(gitDir) && !gitDir.equals(repository.gitDir().toRealPath())) {
                    worktrees.add(new LinkedWorktree(gitDir, workTree(gitDir)));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw new GitMetadataException(folder + " cannot be listed: " + e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw new GitMetadataException(folder + " cannot be listed: " + e.getMessage(), e);
        }
        worktrees.sort(Comparator.comparing(LinkedWorktree::gitDir));
        return worktrees;
    }

    private static GitDirectory workTree(Path gitDir) throws IOException {
        Path dotGit = GitDirectory.pointedTo(gitDir.resolve("gitdir"), "");
        if (dotGit == null || !Files.isRegularFile(dotGit)) {
            return null;
        }
        GitDirectory git = GitDirectory.at(dotGit.getParent());
        return git != null && git.gitDir().equals(gitDir) ? git : null;
    }
}
