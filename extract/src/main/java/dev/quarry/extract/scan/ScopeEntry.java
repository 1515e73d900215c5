package dev.quarry.extract.scan;

/// One row of `scope_manifest_v1`: a path that was considered, and what became of it.
///
/// @param path the file, or the directory that was pruned as a whole and then ends in `/`; escaped as [PathText] says
/// @param included whether the path is in `repo_files_v1`
/// @param ignoredByGit whether an ignore rule matches, also for tracked files, which no rule can exclude
/// @param includeIndex 0-based index of the include rule that decided; null when none matches
/// @param excludeIndex 0-based index of the exclude rule that decided; null when none matches
/// @param scopeKind the working tree that holds the path
/// @param repoRoot root of that working tree relative to the repository root, `.` for itself
/// @param untracked whether the path is not in the git index
/// @param reason the rule that decided
/// @param source how the path was found
public record ScopeEntry(
        String path,
        boolean included,
        boolean ignoredByGit,
        Integer includeIndex,
        Integer excludeIndex,
        ScopeKind scopeKind,
        String repoRoot,
        boolean untracked,
        ScopeReason reason,
        ScopeSource source) {

    /// The row of a listed file that turned out to be unreadable when it was to be hashed.
    public ScopeEntry asUnreadable() {
        return new ScopeEntry(path, false, ignoredByGit, includeIndex, excludeIndex, scopeKind, repoRoot, untracked,
                ScopeReason.UNREADABLE, source);
    }
}
