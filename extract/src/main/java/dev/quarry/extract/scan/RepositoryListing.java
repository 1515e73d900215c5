package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.CommitDiff;
import dev.quarry.extract.scan.git.ExcludeFiles;
import dev.quarry.extract.scan.git.GitDirectory;
import dev.quarry.extract.scan.git.GitIndex;
import dev.quarry.extract.scan.git.GitMetadataException;
import dev.quarry.extract.scan.git.IgnoreRules;
import dev.quarry.extract.scan.git.LinkedWorktree;
import dev.quarry.extract.scan.git.OriginUrl;
import dev.quarry.extract.scan.git.PathBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Lists the files of a repository that are in scope, and says of every other path why it is not.
///
/// The order of work: [#open] finds the repository and its id; [#list] then streams files and scope rows to a sink, one
/// directory at a time, so that memory follows the git index and the largest directory, not the tree. No file is read
/// but git's own, the ignore files, and the first bytes of files without a known extension.
public final class RepositoryListing {
    private final ScanOptions options;
    private final List<Path> neverScanned;
    private final WorkTree tree;
    private final boolean rootIgnored;
    private final RepositoryFacts facts;
    private final List<ScanProblem> problems;

    private RepositoryListing(
            ScanOptions options,
            List<Path> neverScanned,
            WorkTree tree,
            boolean rootIgnored,
            RepositoryFacts facts,
            List<ScanProblem> problems) {
        this.options = options;
        this.neverScanned = neverScanned;
        this.tree = tree;
        this.rootIgnored = rootIgnored;
        this.facts = facts;
        this.problems = problems;
    }

    /// @param root the folder that is extracted: itself a working tree, a folder inside one, or a folder without git
    /// @param neverScanned folders that are not entered wherever they are, such as the store that is written to
    /// @throws ScanException if the root is not a folder that can be read
    public static RepositoryListing open(Path root, ScanOptions options, List<Path> neverScanned) {
        Path folder = realFolder(root);
        List<ScanProblem> problems = new ArrayList<>();
        GitDirectory git = null;
        GitIndex index = null;
        try {
            git = GitDirectory.above(folder);
            index = git == null ? null : git.readIndex();
        } catch (GitMetadataException e) {
            problems.add(new ScanProblem(null, ScanProblem.GIT_METADATA,
                    e.getMessage() + " The folder is walked instead, by its .gitignore files alone."));
        }
        WorkTree tree = walkedTree(folder);
        boolean ignored = false;
        if (index != null) {
            byte[] prefix = prefix(git.workTree(), folder);
            IgnoredRoot outside = IgnoredRoot.of(git, folder, prefix, problems::add);
            ignored = outside.ignored();
            if (!outside.insideGitDirectory() && (!ignored || index.hasBelow(prefix, prefix.length))) {
                tree = new WorkTree(folder, "", ScopeKind.REPO, ".", git, index, prefix, outside.rules());
            } else {
                ignored = false;
            }
        }
        boolean listedByGit = !tree.isWalked();
        String repo = options.repo() != null ? options.repo() : derivedId(listedByGit ? git : null, folder);
        RepositoryFacts facts = new RepositoryFacts(
                repo, folder, listedByGit, listedByGit ? head(git, problems) : null, extensions(options));
        return new RepositoryListing(options, real(neverScanned), tree, ignored, facts, problems);
    }

    /// What is known before the files are listed.
    public RepositoryFacts facts() {
        return facts;
    }

    /// Streams the listing.
    ///
    /// @throws ScanException if the root cannot be listed, there are more files than `max_files`, or commits that
    ///     `changed_only` compares cannot be read
    public ListingSummary list(ListingSink sink) {
        problems.forEach(sink::problem);
        IndexComparison comparison = tree.isWalked() ? null : comparison();
        TreeListing listing = new TreeListing(options, neverScanned, changedPaths(), sink);
        try {
            listing.listRepository(tree, rootIgnored, comparison);
            if (!tree.isWalked()) {
                listWorktrees(listing, sink);
            }
        } catch (IOException e) {
            throw new ScanException(facts.root() + " cannot be listed (" + IoReason.of(e) + "): grant read permission.", e);
        }
        return new ListingSummary(
                listing.files(), listing.considered(), comparison == null ? null : comparison.isDirty());
    }

    private void listWorktrees(TreeListing listing, ListingSink sink) {
        try {
            for (LinkedWorktree worktree : LinkedWorktree.of(tree.git())) {
                String name = PathText.ofName(worktree.gitDir());
                listing.listWorktree(worktree, name, tree.gitPrefix());
            }
        } catch (GitMetadataException e) {
            sink.problem(new ScanProblem(null, ScanProblem.GIT_METADATA, e.getMessage()));
        }
    }

    /// Paths below the root that differ between the two commits; null when `changed_only` is off.
    private Set<String> changedPaths() {
        if (!options.changedOnly()) {
            return null;
        }
        if (tree.isWalked()) {
            throw new ScanException(facts.root() + " is not listed by git, so changed_only has no commits to compare:"
                    + " leave the option off.");
        }
        Set<String> changed = new HashSet<>();
        byte[] prefix = tree.gitPrefix();
        try {
            CommitDiff.changedPaths(tree.git(), options.diffBaseRef(), options.diffHeadRef(), path -> {
                if (path.length > prefix.length && Arrays.equals(path, 0, prefix.length, prefix, 0, prefix.length)) {
                    changed.add(PathText.escape(Arrays.copyOfRange(path, prefix.length, path.length)));
                }
            });
        } catch (GitMetadataException e) {
            throw new ScanException(e.getMessage(), e);
        }
        return changed;
    }

    private IndexComparison comparison() {
        long indexMtimeNs;
        try {
            indexMtimeNs = Files.getLastModifiedTime(tree.git().gitDir().resolve("index")).to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            indexMtimeNs = Long.MIN_VALUE; // No index: there is no entry that the time could be compared with.
        }
        return new IndexComparison(tree.index(), tree.gitPrefix(), indexMtimeNs, tree.git().trustsFileMode());
    }

    /// The rules that hold in a whole working tree: `info/exclude`, then the user's own.
    static WorkTree.IgnoreLevel outerRules(GitDirectory git, Consumer<ScanProblem> problems) {
        IgnoreRules global = IgnoreRules.NONE;
        IgnoreRules exclude = IgnoreRules.NONE;
        try {
            global = ExcludeFiles.global(git, System::getenv);
            exclude = ExcludeFiles.infoExclude(git);
        } catch (IOException e) {
            problems.accept(new ScanProblem(null, ScanProblem.IGNORE_FILE,
                    "Ignore rules outside of the working tree are not honoured: " + IoReason.of(e) + "."));
        }
        return new WorkTree.IgnoreLevel(0, exclude, new WorkTree.IgnoreLevel(0, global, null));
    }

    private static Path realFolder(Path root) {
        try {
            Path real = root.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
        } catch (NoSuchFileException e) {
            throw new ScanException("There is no folder " + PathText.of(root) + ": give the root of a repository.", e);
        } catch (IOException e) {
            throw new ScanException(PathText.of(root) + " cannot be opened: " + IoReason.of(e) + ".", e);
        }
        throw new ScanException(PathText.of(root) + " is not a folder: give the root of a repository.");
    }

    private static WorkTree walkedTree(Path folder) {
        return new WorkTree(folder, "", ScopeKind.REPO, ".", null, null, new byte[0], null);
    }

    /// The path of a folder in the working tree that holds it: empty, or ending in `/`.
    private static byte[] prefix(Path workTree, Path folder) {
        if (workTree.equals(folder)) {
            return new byte[0];
        }
        byte[] whole = PathBytes.of(folder);
        int start = workTree.getNameCount() == 0 ? 1 : PathBytes.of(workTree).length + 1;
        byte[] prefix = Arrays.copyOfRange(whole, start, whole.length + 1);
        prefix[prefix.length - 1] = '/';
        return prefix;
    }

    private static String derivedId(GitDirectory git, Path folder) {
        String origin = git == null ? null : OriginUrl.reduce(git.originUrl());
        if (origin != null) {
            return PathText.escape(origin.getBytes(StandardCharsets.UTF_8));
        }
        return folder.getFileName() == null ? "root" : PathText.ofName(folder);
    }

    private static String head(GitDirectory git, List<ScanProblem> problems) {
        try {
            return git.head();
        } catch (GitMetadataException e) {
            problems.add(new ScanProblem(null, ScanProblem.GIT_METADATA, e.getMessage()));
            return null;
        }
    }

    private static List<PythonExtension> extensions(ScanOptions options) {
        Set<String> extensions = new TreeSet<>(options.extensions());
        extensions.addAll(options.extraExtensions());
        List<PythonExtension> rows = new ArrayList<>();
        for (String extension : extensions) {
            boolean usual = ScanOptions.DEFAULT_EXTENSIONS.contains(extension);
            rows.add(new PythonExtension(extension, usual ? "default" : "option", "."));
        }
        return List.copyOf(rows);
    }

    private static List<Path> real(List<Path> folders) {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            try {
                real.add(folder.toRealPath());
            } catch (IOException e) {
                // It is not there yet, so nothing can be scanned in it; it may be there when the walk comes by.
                real.add(folder.toAbsolutePath().normalize());
            }
        }
        return real;
    }
}
