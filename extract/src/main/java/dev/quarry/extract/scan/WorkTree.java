package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.GitDirectory;
import dev.quarry.extract.scan.git.GitIndex;
import dev.quarry.extract.scan.git.IgnoreRules;
import java.nio.file.Path;

/// One tree of files that is listed by one set of rules: the repository, a submodule, a linked worktree, or a folder
/// without git.
///
/// @param root the folder the listing of this tree starts in
/// @param prefix text before the paths of this tree: empty, or a path that ends in `/`
/// @param kind what it is to the repository
/// @param repoRoot its root relative to the repository root, `.` for itself
/// @param git where git keeps its files; null for a tree that is walked
/// @param index tracked paths; null for a tree that is walked
/// @param gitPrefix path of `root` in git's working tree: empty, or a path that ends in `/`
/// @param inherited ignore rules from outside of `root`, the deepest first
record WorkTree(
        Path root,
        String prefix,
        ScopeKind kind,
        String repoRoot,
        GitDirectory git,
        GitIndex index,
        byte[] gitPrefix,
        IgnoreLevel inherited) {

    boolean isWalked() {
        return git == null;
    }

    boolean foldsCase() {
        return git != null && git.foldsCase();
    }

    /// Ignore rules that hold from one folder down, and those that yield to them.
    ///
    /// @param base length of the folder's path in the working tree, with the final `/`: rules see paths from there
    /// @param rules the folder's rules
    /// @param outer rules that decide when none of these matches; null at the end
    record IgnoreLevel(int base, IgnoreRules rules, IgnoreLevel outer) {
        /// Whether a path, with all its parents not ignored, is.
        static boolean ignores(IgnoreLevel innermost, byte[] path, int length, boolean directory) {
            for (IgnoreLevel level = innermost; level != null; level = level.outer) {
                int match = level.rules.lastMatch(path, level.base, length, directory);
                if (match != IgnoreRules.NO_MATCH) {
                    return !level.rules.isNegated(match);
                }
            }
            return false;
        }
    }
}
