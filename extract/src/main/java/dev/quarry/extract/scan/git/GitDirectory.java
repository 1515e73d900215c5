package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/// Where git keeps what belongs to one working tree.
///
/// The working tree is the folder that holds `.git`, whatever `core.worktree` says: a repository does not get to name
/// another folder.
///
/// @param workTree the folder that holds `.git`
/// @param gitDir its own git files: HEAD and index
/// @param commonDir git files shared with linked worktrees: config, refs, info; equal to `gitDir` without them
/// @param config the repository's configuration alone, without the user's and without includes
public record GitDirectory(Path workTree, Path gitDir, Path commonDir, Config config) {
    private static final int MAX_POINTER_BYTES = 1 << 16;
    private static final int MAX_CONFIG_BYTES = 1 << 22;

    /// The repository whose working tree's root is this folder.
    ///
    /// @return null when the folder holds no `.git`, or one that is no repository
    /// @throws GitMetadataException if `.git` points to nothing, or its configuration cannot be read
    public static GitDirectory at(Path workTree) throws GitMetadataException {
        Path dotGit = workTree.resolve(".git");
        if (!Files.exists(dotGit)) {
            return null;
        }
        Path gitDir = dotGit;
        if (Files.isRegularFile(dotGit)) {
            gitDir = pointedTo(dotGit, "gitdir: ");
            if (gitDir == null || !Files.isDirectory(gitDir)) {
                throw new GitMetadataException(dotGit + " points to a git directory that is not there.");
            }
        } else if (!Files.isDirectory(dotGit)) {
            return null;
        }
        Path commonFile = gitDir.resolve("commondir");
        Path commonDir = Files.exists(commonFile) ? pointedTo(commonFile, "") : gitDir;
        boolean repository = commonDir != null && Files.exists(gitDir.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(commonDir.resolve("objects")) && Files.isDirectory(commonDir.resolve("refs"));
        return repository ? new GitDirectory(workTree, gitDir, commonDir, readConfig(commonDir)) : null;
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
        return config.getString("remote", "origin", "url");
    }

    /// Whether ignore rules match ASCII letters in either case.
    public boolean foldsCase() {
        return "true".equalsIgnoreCase(config.getString("core", null, "ignorecase"));
    }

    /// Whether the executable bit of files means something here.
    public boolean trustsFileMode() {
        return !"false".equalsIgnoreCase(config.getString("core", null, "filemode"));
    }

    private int objectIdLength() {
        return "sha256".equalsIgnoreCase(config.getString("extensions", null, "objectformat")) ? 32 : 20;
    }

    /// The directory that a pointer file names, relative to the file; null when it names none.
    static Path pointedTo(Path file, String label) throws GitMetadataException {
        try {
            byte[] bytes = BoundedFile.read(file, MAX_POINTER_BYTES);
            String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
            if (!text.startsWith(label)) {
                return null;
            }
            String target = text.substring(label.length()).stripTrailing();
            if (target.isEmpty()) {
                return null;
            }
            Path path = file.resolveSibling(target).normalize();
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (InvalidPathException e) {
            return null;
        } catch (IOException e) {
            throw new GitMetadataException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Config readConfig(Path commonDir) throws GitMetadataException {
        Path file = commonDir.resolve("config");
        Config config = new Config();
        try {
            byte[] bytes = BoundedFile.read(file, MAX_CONFIG_BYTES);
            if (bytes != null) {
                config.fromText(new String(bytes, StandardCharsets.UTF_8));
            }
            return config;
        } catch (ConfigInvalidException e) {
            throw new GitMetadataException(file + " is malformed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new GitMetadataException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
