package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Where git keeps what belongs to one working tree.
///
/// The working tree is the folder that holds `.git`, whatever `core.worktree` says: a repository does not get to name
/// another folder.
///
/// @param workTree the folder that holds `.git`
/// @param gitDir its own git files: HEAD and index
/// @param commonDir git files shared with linked worktrees: config, refs, info; equal to `gitDir` without them
/// @param config the repository's configuration alone, without the user's and without includes
public record GitDirectory(Path workTree, Path gitDir, Path commonDir, GitConfig config) {
    private static final int MAX_POINTER_BYTES = 1 << 16;

    /// The repository whose working tree's root is this folder.
    ///
    /// @return null when the folder holds no `.git`, or one that is no repository
    /// @throws GitMetadataException if `.git` points to nothing, or its configuration cannot be read
    public static GitDirectory at(Path workTree) throws GitMetadataException {
        Path dotGit = workTree.resolve(".git");
        if (!Files.exists(dotGit)) {
            return null;
        }
        Path gitDir;
        if (Files.isRegularFile(dotGit)) {
            gitDir = pointedTo(dotGit, "gitdir: ");
            if (gitDir == null || !Files.isDirectory(gitDir)) {
                throw new GitMetadataException(dotGit + " points to a git directory that is not there.");
            }
        } else {
            gitDir = real(dotGit);
        }
        if (!Files.exists(gitDir.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        Path shared = gitDir.resolve("commondir");
        Path commonDir = Files.exists(shared) ? pointedTo(shared, "") : gitDir;
        if (commonDir == null || !Files.isDirectory(commonDir.resolve("objects"))
                || !Files.isDirectory(commonDir.resolve("refs"))) {
            return null;
        }
        return new GitDirectory(workTree, gitDir, commonDir, GitConfig.read(commonDir.resolve("config")));
    }

    /// The repository whose working tree holds this folder; null when there is none.
    public static GitDirectory above(Path folder) throws GitMetadataException {
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            GitDirectory found = at(candidate);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Whether this working tree is a linked worktree of the same repository as another.
    public boolean isWorktreeOf(GitDirectory other) {
        return !gitDir.equals(commonDir) && commonDir.equals(other.commonDir());
    }

    /// The index. Empty when nothing was ever added.
    public GitIndex readIndex() throws GitMetadataException {
        return IndexReader.read(gitDir.resolve("index"), objectIdLength());
    }

    /// The checked-out commit, hex; null before the first commit or when the reference cannot be read.
    public String head() throws GitMetadataException {
        return new References(this).resolve("HEAD");
    }

    /// URL of the remote `origin`; null when there is none.
    public String originUrl() {
        return config.get("remote.origin.url");
    }

    /// Whether ignore rules match ASCII letters in either case.
    public boolean foldsCase() {
        return config.isTrue("core.ignorecase", false);
    }

    /// Whether the executable bit of files means something here.
    public boolean trustsFileMode() {
        return config.isTrue("core.filemode", true);
    }

    private int objectIdLength() {
        return "sha256".equalsIgnoreCase(config.get("extensions.objectformat")) ? 32 : 20;
    }

    /// The directory that a pointer file names, relative to the file; null when it names none.
    static Path pointedTo(Path file, String label) throws GitMetadataException {
        try {
            byte[] bytes = BoundedFile.read(file, MAX_POINTER_BYTES);
            String text = bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
            if (!text.startsWith(label)) {
                return null;
            }
            String target = text.substring(label.length()).stripTrailing();
            if (target.isEmpty() || target.indexOf('\0') >= 0) {
                return null;
            }
            Path path = PathBytes.resolve(file.getParent(), target.getBytes(StandardCharsets.ISO_8859_1));
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            throw new GitMetadataException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path real(Path path) throws GitMetadataException {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new GitMetadataException(path + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
