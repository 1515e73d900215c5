package dev.quarry.extract.scan;

/// `scope_manifest_v1.scope_kind`: which working tree a path was found in.
public enum ScopeKind {
    REPO("repo"),
    SUBMODULE("submodule"),
    WORKTREE("worktree");

    private final String label;

    ScopeKind(String label) {
        this.label = label;
    }

    /// The value stored in tables.
    public String label() {
        return label;
    }
}
