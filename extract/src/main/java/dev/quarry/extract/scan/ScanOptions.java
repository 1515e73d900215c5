package dev.quarry.extract.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What the scan lists and reads; every option has a safe default. Built by [#builder()], which checks the values.
///
/// @param repo id of the repository; null to derive it from the origin URL or the root's name
/// @param maxFileBytes larger files are listed and hashed, but their bytes are not held
/// @param includeGlobs gitignore syntax; when there are any, only files they match are in scope; the last match decides
/// @param excludeGlobs gitignore syntax, the last match decides; win over `includeGlobs`
/// @param extensions extensions that make a file Python, lower case, with their dot
/// @param extraExtensions further ones; such files count as `.py`
/// @param discoverShebang whether a file without known extension is Python when its first line names Python
/// @param excludeDirs names of directories that are not entered, at any depth, except for tracked files below them
/// @param includeUntracked whether files that are not in the git index are listed
/// @param includeIgnored whether files that git ignores are listed
/// @param includeSubmodules whether submodules and other repositories inside the root are listed
/// @param updateSubmodules whether submodules are fetched first; nothing is fetched in this version, so it must be false
/// @param includeWorktrees whether linked worktrees are listed, under `.worktrees/<name>/`
/// @param followSymlinks whether symbolic links to targets inside the root are followed
/// @param maxFiles number of files in scope above which the run fails
/// @param reuseHashes whether a file with unchanged size and time keeps its hash
/// @param diffBaseRef commit to compare from; null, or given together with `diffHeadRef`
/// @param diffHeadRef commit to compare to; null, or given together with `diffBaseRef`
/// @param changedOnly whether only files that differ between the two commits are in scope
/// @param recordBlame whether `repo_blame_v1` is filled
/// @param blameRef commit that is blamed; null for the checked-out one
/// @param emitBlobs whether `repo_file_blobs_v1` is filled
/// @param blobBytes whether it holds raw bytes
/// @param blobText whether it holds decoded text
/// @param lineText whether `file_line_index_v1` holds the lines' text
public record ScanOptions(
        String repo,
        int maxFileBytes,
        List<String> includeGlobs,
        List<String> excludeGlobs,
        List<String> extensions,
        List<String> extraExtensions,
        boolean discoverShebang,
        List<String> excludeDirs,
        boolean includeUntracked,
        boolean includeIgnored,
        boolean includeSubmodules,
        boolean updateSubmodules,
        boolean includeWorktrees,
        boolean followSymlinks,
        long maxFiles,
        boolean reuseHashes,
        String diffBaseRef,
        String diffHeadRef,
        boolean changedOnly,
        boolean recordBlame,
        String blameRef,
        boolean emitBlobs,
        boolean blobBytes,
        boolean blobText,
        boolean lineText) {

    public static final List<String> DEFAULT_EXTENSIONS = List.of(".py", ".pyi", ".pyw", ".ipynb");

    public static final List<String> DEFAULT_EXCLUDE_DIRS = List.of(".git", "__pycache__", ".venv", "venv",
            "node_modules", "dist", "build", ".mypy_cache", ".pytest_cache", ".ruff_cache");

    public ScanOptions {
        includeGlobs = List.copyOf(includeGlobs);
        excludeGlobs = List.copyOf(excludeGlobs);
        extensions = checkedExtensions(extensions);
        extraExtensions = checkedExtensions(extraExtensions);
        excludeDirs = List.copyOf(excludeDirs);
        if (maxFileBytes < 0) {
            throw new ScanException("max_file_bytes is " + maxFileBytes + ": give a number from 0 to 2147483647.");
        }
        if (maxFiles < 0) {
            throw new ScanException("max_files is " + maxFiles + ": give 0 or more.");
        }
        if ((diffBaseRef == null) != (diffHeadRef == null)) {
            throw new ScanException("diff_base_ref and diff_head_ref belong together: give both or neither.");
        }
        if (changedOnly && diffBaseRef == null) {
            throw new ScanException("changed_only compares two commits: give diff_base_ref and diff_head_ref.");
        }
        if (updateSubmodules) {
            throw new ScanException("update_submodules would fetch from the network, which this version never does:"
                    + " run `git submodule update --init` yourself and leave the option off.");
        }
        for (String name : excludeDirs) {
            if (name.isEmpty() || name.indexOf('/') >= 0) {
                throw new ScanException("exclude_dirs holds '" + name
                        + "': give names of directories without '/', and paths in exclude_globs.");
            }
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Every option at its default.
    public static ScanOptions defaults() {
        return builder().build();
    }

    private static List<String> checkedExtensions(List<String> extensions) {
        List<String> checked = new ArrayList<>();
        for (String extension : extensions) {
            String dotted = extension.startsWith(".") ? extension : "." + extension;
            if (dotted.length() < 2 || dotted.indexOf('/') >= 0) {
                throw new ScanException("'" + extension + "' is no file extension: give one like .py.");
            }
            checked.add(dotted.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(checked);
    }

    /// Collects options; what is not set keeps its default.
    public static final class Builder {
        private String repo;
        private int maxFileBytes = 50_000_000;
        private List<String> includeGlobs = List.of();
        private List<String> excludeGlobs = List.of();
        private List<String> extensions = DEFAULT_EXTENSIONS;
        private List<String> extraExtensions = List.of();
        private boolean discoverShebang = true;
        private List<String> excludeDirs = DEFAULT_EXCLUDE_DIRS;
        private boolean includeUntracked = true;
        private boolean includeIgnored;
        private boolean includeSubmodules;
        private boolean updateSubmodules;
        private boolean includeWorktrees;
        private boolean followSymlinks;
        private long maxFiles = 1_000_000;
        private boolean reuseHashes = true;
        private String diffBaseRef;
        private String diffHeadRef;
        private boolean changedOnly;
        private boolean recordBlame;
        private String blameRef;
        private boolean emitBlobs;
        private boolean blobBytes = true;
        private boolean blobText = true;
        private boolean lineText = true;

        private Builder() {}

        public Builder repo(String id) {
            repo = id;
            return this;
        }

        public Builder maxFileBytes(int bytes) {
            maxFileBytes = bytes;
            return this;
        }

        public Builder includeGlobs(List<String> globs) {
            includeGlobs = Objects.requireNonNull(globs);
            return this;
        }

        public Builder excludeGlobs(List<String> globs) {
            excludeGlobs = Objects.requireNonNull(globs);
            return this;
        }

        public Builder extensions(List<String> values) {
            extensions = Objects.requireNonNull(values);
            return this;
        }

        public Builder extraExtensions(List<String> values) {
            extraExtensions = Objects.requireNonNull(values);
            return this;
        }

        public Builder discoverShebang(boolean on) {
            discoverShebang = on;
            return this;
        }

        public Builder excludeDirs(List<String> names) {
            excludeDirs = Objects.requireNonNull(names);
            return this;
        }

        public Builder includeUntracked(boolean on) {
            includeUntracked = on;
            return this;
        }

        public Builder includeIgnored(boolean on) {
            includeIgnored = on;
            return this;
        }

        public Builder includeSubmodules(boolean on) {
            includeSubmodules = on;
            return this;
        }

        public Builder updateSubmodules(boolean on) {
            updateSubmodules = on;
            return this;
        }

        public Builder includeWorktrees(boolean on) {
            includeWorktrees = on;
            return this;
        }

        public Builder followSymlinks(boolean on) {
            followSymlinks = on;
            return this;
        }

        public Builder maxFiles(long files) {
            maxFiles = files;
            return this;
        }

        public Builder reuseHashes(boolean on) {
            reuseHashes = on;
            return this;
        }

        public Builder diffRefs(String base, String head) {
            diffBaseRef = base;
            diffHeadRef = head;
            return this;
        }

        public Builder changedOnly(boolean on) {
            changedOnly = on;
            return this;
        }

        public Builder recordBlame(boolean on) {
            recordBlame = on;
            return this;
        }

        public Builder blameRef(String ref) {
            blameRef = ref;
            return this;
        }

        public Builder emitBlobs(boolean on) {
            emitBlobs = on;
            return this;
        }

        public Builder blobBytes(boolean on) {
            blobBytes = on;
            return this;
        }

        public Builder blobText(boolean on) {
            blobText = on;
            return this;
        }

        public Builder lineText(boolean on) {
            lineText = on;
            return this;
        }

        /// @throws ScanException if an option is out of range or contradicts another
        public ScanOptions build() {
            return new ScanOptions(repo, maxFileBytes, includeGlobs, excludeGlobs, extensions, extraExtensions,
                    discoverShebang, excludeDirs, includeUntracked, includeIgnored, includeSubmodules,
                    updateSubmodules, includeWorktrees, followSymlinks, maxFiles, reuseHashes, diffBaseRef,
                    diffHeadRef, changedOnly, recordBlame, blameRef, emitBlobs, blobBytes, blobText, lineText);
        }
    }
}
