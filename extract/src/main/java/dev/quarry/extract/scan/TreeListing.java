package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.ExcludeFiles;
import dev.quarry.extract.scan.git.GitDirectory;
import dev.quarry.extract.scan.git.GitMetadataException;
import dev.quarry.extract.scan.git.IgnoreRules;
import dev.quarry.extract.scan.git.LinkedWorktree;
import dev.quarry.extract.scan.git.PathBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Walks trees folder by folder and decides every path by git's index, the ignore rules and the options.
///
/// A path is decided by the first of: globs that exclude, names that exclude, git's ignore rules, untracked files being
/// off, globs that include, and what the file is. Names, ignore rules and `include_untracked` never take out a tracked
/// file. A folder in which no path can be in scope is not entered and is one row.
final class TreeListing {
    private final ScanOptions options;
    private final ListingSink sink;
    private final List<Path> neverScanned;
    private final GlobFilter includes;
    private final GlobFilter excludes;
    private final Set<String> excludeDirs;
    private final PythonFiles pythonFiles;
    private final Set<String> changedPaths;
    private final Deque<Folder> open = new ArrayDeque<>();
    /// Folders entered through a link. Each is listed once, so that links that multiply or lead back end somewhere.
    private final Set<Object> linkedFolders = new HashSet<>();
    private GitDirectory mainGit;
    private IndexComparison comparison;
    private FolderReader reader;
    private byte[] gitPath = new byte[256];
    private byte[] globPath = new byte[256];
    private long files;
    private long considered;

    /// @param neverScanned folders that are not entered
    /// @param changedPaths paths that `changed_only` leaves in scope; null when the option is off
    TreeListing(ScanOptions options, List<Path> neverScanned, Set<String> changedPaths, ListingSink sink) {
        this.options = options;
        this.sink = sink;
        this.neverScanned = neverScanned;
        this.includes = new GlobFilter("include_globs", options.includeGlobs());
        this.excludes = new GlobFilter("exclude_globs", options.excludeGlobs());
        this.excludeDirs = Set.copyOf(options.excludeDirs());
        this.pythonFiles = new PythonFiles(options);
        this.changedPaths = changedPaths;
    }

    /// Lists the repository itself, comparing it with its index on the way.
    ///
    /// @param ignored whether git ignores the root
    void listRepository(WorkTree tree, boolean ignored, IndexComparison indexComparison) throws IOException {
        mainGit = tree.git();
        comparison = indexComparison;
        list(tree, ignored);
    }

    /// Lists a whole tree.
    void list(WorkTree tree, boolean ignored) throws IOException {
        reader = new FolderReader(tree.root(), options.followSymlinks(), neverScanned);
        DirectoryEntry[] entries = reader.read(tree.root());
        open.push(folder(tree, tree.prefix(), tree.gitPrefix(), new byte[0], tree.inherited(), ignored, false,
                GlobFilter.NO_MATCH, GlobFilter.NO_MATCH, tree.root(), entries));
        while (!open.isEmpty()) {
            Folder folder = open.peek();
            DirectoryEntry entry = folder.next();
            if (entry == null) {
                open.pop();
            } else if (entry.isDirectory()) {
                considerFolder(folder, entry);
            } else {
                considerFile(folder, entry);
            }
        }
    }

    /// Lists a linked worktree, or says that it is left out.
    ///
    /// @param name its name, escaped
    /// @param subfolder what the root is to the repository's working tree: empty, or a path that ends in `/`
    void listWorktree(LinkedWorktree worktree, String name, byte[] subfolder) {
        String prefix = ".worktrees/" + name + "/";
        String repoRoot = ".worktrees/" + name;
        GitDirectory git = worktree.git();
        if (!options.includeWorktrees() || git == null) {
            considered++;
            sink.outOfScope(new ScopeEntry(prefix, false, false, null, null, ScopeKind.WORKTREE, repoRoot, true,
                    options.includeWorktrees() ? ScopeReason.UNREADABLE : ScopeReason.WORKTREE_OFF,
                    ScopeSource.WORKTREE));
            if (options.includeWorktrees()) {
                sink.problem(new ScanProblem(prefix, ScanProblem.WORKTREE_MISSING,
                        "The linked worktree " + name + " is not where the repository says:"
                                + " run `git worktree prune` or `git worktree repair`."));
            }
            return;
        }
        Path root = PathBytes.resolve(git.workTree(), subfolder);
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return; // The folder that is extracted does not exist on that branch.
        }
        IgnoredRoot outside = IgnoredRoot.of(git, root, subfolder, sink::problem);
        WorkTree tree = nestedTree(root, prefix, ScopeKind.WORKTREE, repoRoot, git, subfolder, outside.rules());
        try {
            list(tree, outside.ignored());
        } catch (IOException e) {
            sink.problem(new ScanProblem(prefix, ScanProblem.UNREADABLE_DIRECTORY,
                    PathText.of(root) + " cannot be listed (" + IoReason.of(e) + "): grant read permission."));
        }
    }

    long files() {
        return files;
    }

    long considered() {
        return considered;
    }

    private void considerFolder(Folder folder, DirectoryEntry entry) {
        WorkTree tree = folder.tree;
        int gitLength = composeGitPath(folder, entry);
        int globLength = composeGlobPath(folder, entry);
        int trackedEntry = tree.isWalked() ? -1 : tree.index().find(gitPath, gitLength);
        boolean gitlink = trackedEntry >= 0 && tree.index().isGitlink(trackedEntry);
        gitPath[gitLength] = '/';
        boolean tracked = !tree.isWalked() && (gitlink || tree.index().hasBelow(gitPath, gitLength + 1));
        boolean ignored =
                folder.ignored || WorkTree.IgnoreLevel.ignores(folder.ignore, gitPath, gitLength, true);
        int include = includes.decide(globPath, globLength, true, folder.include);
        int exclude = excludes.decide(globPath, globLength, true, folder.exclude);
        boolean excludedName = folder.trackedOnly || excludeDirs.contains(nameOf(entry));

        ScopeReason pruned = null;
        if (reader.isNeverScanned(entry)) {
            pruned = ScopeReason.EXCLUDE_DIR;
        } else if (excludes.selects(exclude)) {
            pruned = ScopeReason.EXCLUDE_RULE;
        } else if (!tracked) {
            if (excludedName) {
                pruned = ScopeReason.EXCLUDE_DIR;
            } else if (ignored && !options.includeIgnored()) {
                pruned = ScopeReason.GIT_IGNORED;
            } else if (!tree.isWalked() && !options.includeUntracked()) {
                pruned = ScopeReason.UNTRACKED_OFF;
            }
        }
        if (pruned == null && entry.link() && !linkedFolders.add(entry.attributes().fileKey())) {
            pruned = ScopeReason.SYMLINK;
        }
        if (pruned != null) {
            if (tracked) {
                compareUnentered(gitLength + 1);
            }
            outOfScope(folder, entry, tracked, ignored, include, exclude, pruned);
            return;
        }
        if (!tree.isWalked()) {
            GitDirectory nested = nestedRepository(folder, entry);
            if (nested != null || gitlink) {
                considerRepository(folder, entry, nested, tracked, ignored, include, exclude);
                return;
            }
        }
        enter(folder, entry, Arrays.copyOf(gitPath, gitLength + 1), globPrefix(globLength), ignored, excludedName,
                include, exclude);
    }

    private void enter(
            Folder folder,
            DirectoryEntry entry,
            byte[] git,
            byte[] glob,
            boolean ignored,
            boolean trackedOnly,
            int include,
            int exclude) {
        DirectoryEntry[] entries = read(folder, entry, ignored, include, exclude);
        if (entries != null) {
            open.push(folder(folder.tree, folder.text + entry.text(), git, glob, folder.ignore, ignored, trackedOnly,
                    include, exclude, entry.location(), entries));
        }
    }

    /// The entries of a folder, or null when it cannot be read.
    private DirectoryEntry[] read(Folder folder, DirectoryEntry entry, boolean ignored, int include, int exclude) {
        try {
            return reader.read(entry.location());
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            String path = folder.text + entry.text();
            sink.problem(new ScanProblem(path, ScanProblem.UNREADABLE_DIRECTORY, path
                    + " cannot be listed (" + IoReason.of(e) + "): grant read permission, or exclude it with exclude_globs."));
            if (comparison != null && folder.tree.git() == mainGit) {
                comparison.missUnseen();
            }
            outOfScope(folder, entry, false, ignored, include, exclude, ScopeReason.UNREADABLE);
            return null;
        }
    }

    private Folder folder(
            WorkTree tree,
            String text,
            byte[] git,
            byte[] glob,
            WorkTree.IgnoreLevel outer,
            boolean ignored,
            boolean trackedOnly,
            int include,
            int exclude,
            Path location,
            DirectoryEntry[] entries) {
        WorkTree.IgnoreLevel ignore = outer;
        for (DirectoryEntry entry : entries) {
            if (entry.isNamed(".gitignore") && entry.attributes().isRegularFile() && !entry.link()) {
                IgnoreRules rules = gitignore(tree, text, location);
                if (!rules.isEmpty()) {
                    ignore = new WorkTree.IgnoreLevel(git.length, rules, outer);
                }
            }
        }
        return new Folder(tree, text, git, glob, ignore, ignored, trackedOnly, include, exclude, entries);
    }

    private IgnoreRules gitignore(WorkTree tree, String text, Path location) {
        try {
            return ExcludeFiles.gitignore(location, tree.foldsCase());
        } catch (IOException e) {
            String path = text + ".gitignore";
            sink.problem(new ScanProblem(path, ScanProblem.IGNORE_FILE, path + " is not honoured: " + IoReason.of(e) + "."));
            return IgnoreRules.NONE;
        }
    }

    private GitDirectory nestedRepository(Folder folder, DirectoryEntry entry) {
        try {
            return GitDirectory.at(entry.location());
        } catch (GitMetadataException e) {
            sink.problem(new ScanProblem(folder.text + entry.text(), ScanProblem.GIT_METADATA, e.getMessage()));
            return null;
        }
    }

    /// A folder that is a repository of its own, or that the index says should be one.
    private void considerRepository(
            Folder folder,
            DirectoryEntry entry,
            GitDirectory nested,
            boolean tracked,
            boolean ignored,
            int include,
            int exclude) {
        String path = folder.text + entry.text();
        String root = path.substring(0, path.length() - 1);
        boolean worktree = nested != null && mainGit != null && nested.isWorktreeOf(mainGit);
        if (nested == null && options.includeSubmodules()) {
            sink.problem(new ScanProblem(path, ScanProblem.SUBMODULE_MISSING, "Submodule " + root
                    + " is not checked out: run `git submodule update --init " + root + "`."));
        }
        if (nested == null || worktree || !options.includeSubmodules()) {
            considered++;
            sink.outOfScope(new ScopeEntry(path, false, ignored, GlobFilter.column(include),
                    GlobFilter.column(exclude), worktree ? ScopeKind.WORKTREE : ScopeKind.SUBMODULE, root, !tracked,
                    worktree ? ScopeReason.WORKTREE_OFF : ScopeReason.SUBMODULE_OFF,
                    worktree ? ScopeSource.WORKTREE : ScopeSource.SUBMODULE));
            return;
        }
        WorkTree tree = nestedTree(entry.location(), path, ScopeKind.SUBMODULE, root, nested, new byte[0],
                RepositoryListing.outerRules(nested, sink::problem));
        int globLength = composeGlobPath(folder, entry);
        DirectoryEntry[] entries = read(folder, entry, ignored, include, exclude);
        if (entries != null) {
            open.push(folder(tree, path, tree.gitPrefix(), globPrefix(globLength), tree.inherited(), false, false,
                    include, exclude, entry.location(), entries));
        }
    }

    /// A repository inside or beside the main one, with its own index and rules; one whose index is damaged is walked.
    private WorkTree nestedTree(
            Path root,
            String prefix,
            ScopeKind kind,
            String repoRoot,
            GitDirectory git,
            byte[] subfolder,
            WorkTree.IgnoreLevel outer) {
        try {
            return new WorkTree(root, prefix, kind, repoRoot, git, git.readIndex(), subfolder, outer);
        } catch (GitMetadataException e) {
            sink.problem(new ScanProblem(prefix, ScanProblem.GIT_METADATA,
                    e.getMessage() + " The folder is walked instead, by its .gitignore files alone."));
            return new WorkTree(root, prefix, kind, repoRoot, null, null, new byte[0], null);
        }
    }

    private void considerFile(Folder folder, DirectoryEntry entry) {
        WorkTree tree = folder.tree;
        int gitLength = composeGitPath(folder, entry);
        int globLength = composeGlobPath(folder, entry);
        int indexEntry = tree.isWalked() ? -1 : tree.index().find(gitPath, gitLength);
        boolean tracked = indexEntry >= 0;
        if (tracked && comparison != null && tree.git() == mainGit) {
            comparison.see(indexEntry, entry.attributes(), executable(entry));
        }
        boolean ignored =
                folder.ignored || WorkTree.IgnoreLevel.ignores(folder.ignore, gitPath, gitLength, false);
        int include = includes.decide(globPath, globLength, false, folder.include);
        int exclude = excludes.decide(globPath, globLength, false, folder.exclude);

        ScopeReason out = reasonAgainst(folder, entry, tracked, ignored, include, exclude);
        if (out != null) {
            outOfScope(folder, entry, tracked, ignored, include, exclude, out);
            return;
        }
        FileKind kind = pythonFiles.kindByName(entry.text());
        ScopeReason in = includes.selects(include) ? ScopeReason.INCLUDE_RULE : ScopeReason.EXTENSION;
        if (kind == null) {
            try {
                kind = pythonFiles.kindByFirstLine(entry);
            } catch (NoSuchFileException e) {
                return;
            } catch (IOException e) {
                String path = folder.text + entry.text();
                sink.problem(new ScanProblem(path, ScanProblem.UNREADABLE_FILE, path
                        + " may be a script, but cannot be read (" + IoReason.of(e)
                        + "): grant read permission, or exclude it with exclude_globs."));
                outOfScope(folder, entry, tracked, ignored, include, exclude, ScopeReason.UNREADABLE);
                return;
            }
            if (kind == null) {
                outOfScope(folder, entry, tracked, ignored, include, exclude, ScopeReason.NOT_PYTHON);
                return;
            }
            in = in == ScopeReason.INCLUDE_RULE ? in : ScopeReason.SHEBANG;
        }
        String path = folder.text + entry.text();
        if (changedPaths != null && !changedPaths.contains(path)) {
            outOfScope(folder, entry, tracked, ignored, include, exclude, ScopeReason.NOT_CHANGED);
            return;
        }
        considered++;
        if (++files > options.maxFiles()) {
            throw new ScanException("The repository has more than " + options.maxFiles()
                    + " Python files, the limit of max_files: raise it, or narrow the scope with include_globs and"
                    + " exclude_globs. Nothing was written.");
        }
        ScopeEntry scope = row(folder, entry, true, tracked, ignored, include, exclude, in);
        sink.file(new ListedFile(path, entry.location(), entry.attributes().size(),
                FileReader.mtimeNs(entry.attributes()), mode(tree, entry, indexEntry), kind, tracked,
                tracked ? tree.index().blobId(indexEntry) : null, scope));
    }

    /// The rule that keeps a file out of scope before its name is looked at, or null.
    private ScopeReason reasonAgainst(
            Folder folder, DirectoryEntry entry, boolean tracked, boolean ignored, int include, int exclude) {
        if (entry.isNamed(".git")) {
            return ScopeReason.EXCLUDE_DIR;
        }
        if (entry.refused() != null) {
            return entry.refused();
        }
        if (!entry.attributes().isRegularFile()) {
            return ScopeReason.NOT_REGULAR_FILE;
        }
        if (excludes.selects(exclude)) {
            return ScopeReason.EXCLUDE_RULE;
        }
        if (!tracked) {
            if (folder.trackedOnly) {
                return ScopeReason.EXCLUDE_DIR;
            }
            if (ignored && !options.includeIgnored()) {
                return ScopeReason.GIT_IGNORED;
            }
            if (!folder.tree.isWalked() && !options.includeUntracked()) {
                return ScopeReason.UNTRACKED_OFF;
            }
        }
        return includes.isEmpty() || includes.selects(include) ? null : ScopeReason.INCLUDE_RULE;
    }

    private void outOfScope(
            Folder folder,
            DirectoryEntry entry,
            boolean tracked,
            boolean ignored,
            int include,
            int exclude,
            ScopeReason reason) {
        considered++;
        sink.outOfScope(row(folder, entry, false, tracked, ignored, include, exclude, reason));
    }

    private static ScopeEntry row(
            Folder folder,
            DirectoryEntry entry,
            boolean included,
            boolean tracked,
            boolean ignored,
            int include,
            int exclude,
            ScopeReason reason) {
        WorkTree tree = folder.tree;
        ScopeSource source =
                switch (tree.kind()) {
                    case SUBMODULE -> ScopeSource.SUBMODULE;
                    case WORKTREE -> ScopeSource.WORKTREE;
                    case REPO -> tree.isWalked()
                            ? ScopeSource.WALK
                            : tracked
                                    ? ScopeSource.GIT_TRACKED
                                    : ignored ? ScopeSource.GIT_IGNORED : ScopeSource.GIT_UNTRACKED;
                };
        return new ScopeEntry(folder.text + entry.text(), included, ignored, GlobFilter.column(include),
                GlobFilter.column(exclude), tree.kind(), tree.repoRoot(), !tracked, reason, source);
    }

    /// Compares the tracked files below a folder that is not entered with the index, one by one.
    private void compareUnentered(int prefixLength) {
        if (comparison != null && open.peek().tree.git() == mainGit) {
            comparison.seeBelow(gitPath, prefixLength, mainGit.workTree());
        }
    }

    private static FileMode mode(WorkTree tree, DirectoryEntry entry, int indexEntry) {
        if (entry.link()) {
            return FileMode.SYMLINK;
        }
        Boolean executable = executable(entry);
        boolean set = executable != null ? executable : indexEntry >= 0 && tree.index().isExecutable(indexEntry);
        return set ? FileMode.EXECUTABLE : FileMode.REGULAR;
    }

    private static Boolean executable(DirectoryEntry entry) {
        return entry.attributes() instanceof PosixFileAttributes posix
                ? posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE)
                : null;
    }

    private static String nameOf(DirectoryEntry folder) {
        return folder.text().substring(0, folder.text().length() - 1);
    }

    private int composeGitPath(Folder folder, DirectoryEntry entry) {
        gitPath = withRoom(gitPath, folder.gitPath.length + entry.name().length + 1);
        return compose(gitPath, folder.gitPath, entry.name());
    }

    private int composeGlobPath(Folder folder, DirectoryEntry entry) {
        globPath = withRoom(globPath, folder.globPath.length + entry.name().length + 1);
        return compose(globPath, folder.globPath, entry.name());
    }

    private static byte[] withRoom(byte[] buffer, int length) {
        return buffer.length < length ? new byte[Math.max(length, buffer.length * 2)] : buffer;
    }

    private static int compose(byte[] target, byte[] prefix, byte[] name) {
        System.arraycopy(prefix, 0, target, 0, prefix.length);
        System.arraycopy(name, 0, target, prefix.length, name.length);
        return prefix.length + name.length;
    }

    private byte[] globPrefix(int globLength) {
        byte[] prefix = Arrays.copyOf(globPath, globLength + 1);
        prefix[globLength] = '/';
        return prefix;
    }
}
