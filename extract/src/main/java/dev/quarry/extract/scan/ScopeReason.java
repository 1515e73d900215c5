package dev.quarry.extract.scan;

/// `scope_manifest_v1.reason`: the rule that decided whether a path is in scope.
public enum ScopeReason {
    /// In scope: the name has a Python extension.
    EXTENSION("extension"),
    /// In scope: the first line is `#!` and names Python.
    SHEBANG("shebang"),
    /// In scope because an include rule says so, or out of scope because none does.
    INCLUDE_RULE("include_rule"),
    EXCLUDE_RULE("exclude_rule"),
    /// A directory named in `exclude_dirs`, git's own files or a store, or an untracked file below one.
    EXCLUDE_DIR("exclude_dir"),
    GIT_IGNORED("git_ignored"),
    UNTRACKED_OFF("untracked_off"),
    SUBMODULE_OFF("submodule_off"),
    WORKTREE_OFF("worktree_off"),
    /// A symbolic link that is not followed, dangles or leads back to where the walk already is.
    SYMLINK("symlink"),
    /// A symbolic link whose target is outside the root.
    OUTSIDE_ROOT("outside_root"),
    NOT_PYTHON("not_python"),
    UNREADABLE("unreadable"),
    /// The file does not differ between `diff_base_ref` and `diff_head_ref`, and `changed_only` is on.
    NOT_CHANGED("not_changed"),
    /// A pipe, socket or device.
    NOT_REGULAR_FILE("not_regular_file");

    private final String label;

    ScopeReason(String label) {
        this.label = label;
    }

    /// The value stored in tables.
    public String label() {
        return label;
    }
}
