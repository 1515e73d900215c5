package dev.quarry.extract.scan;

import dev.quarry.extract.scan.git.IgnoreRules;
import java.util.List;

/// The rules of `include_globs` or `exclude_globs`. A path is decided by the last rule that matches it, else as the
/// folder that holds it was; the rule's index is recorded.
final class GlobFilter {
    /// The index of paths that no rule decides.
    static final int NO_MATCH = IgnoreRules.NO_MATCH;

    private final IgnoreRules rules;

    GlobFilter(String option, List<String> globs) {
        try {
            rules = IgnoreRules.of(globs);
        } catch (IllegalArgumentException e) {
            throw new ScanException(option + " holds '" + e.getMessage()
                    + "', which matches nothing: write it as a line of a .gitignore file.", e);
        }
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /// Index of the rule that decides a path.
    ///
    /// @param path bytes of the path relative to the repository root, without a final `/`
    /// @param inherited the index that decided the folder
    int decide(byte[] path, int length, boolean directory, int inherited) {
        int match = rules.lastMatch(path, 0, length, directory);
        return match == NO_MATCH ? inherited : match;
    }

    /// Whether the rule at an index selects, rather than taking back what others selected.
    boolean selects(int index) {
        return index != NO_MATCH && !rules.isNegated(index);
    }

    static Integer column(int index) {
        return index == NO_MATCH ? null : index;
    }
}
