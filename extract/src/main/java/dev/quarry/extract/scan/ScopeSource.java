package dev.quarry.extract.scan;

/// `scope_manifest_v1.source`: how a path came to be considered.
public enum ScopeSource {
    GIT_TRACKED("git_tracked"),
    GIT_UNTRACKED("git_untracked"),
    GIT_IGNORED("git_ignored"),
    SUBMODULE("submodule"),
    WORKTREE("worktree"),
    /// Found by walking a folder that has no git, or that git ignores as a whole.
    WALK("walk");

    private final String label;

    ScopeSource(String label) {
        this.label = label;
    }

    /// The value stored in tables.
    public String label() {
        return label;
    }
}
