package dev.quarry.extract.scan;

/// What a listed file is, as `repo_files_v1.kind` says it.
public enum FileKind {
    PY("py"),
    PYI("pyi"),
    PYW("pyw"),
    /// Listed, hashed and line-indexed, never parsed.
    IPYNB("ipynb"),
    /// No known extension, and a first line `#!` that names Python.
    SCRIPT("script");

    private final String label;

    FileKind(String label) {
        this.label = label;
    }

    /// The constant that a table's value stands for.
    ///
    /// @throws IllegalArgumentException if there is none
    public static FileKind ofLabel(String label) {
        for (FileKind value : values()) {
            if (value.label.equals(label)) {
                return value;
            }
        }
        throw new IllegalArgumentException(label);
    }

    /// The value stored in tables.
    public String label() {
        return label;
    }

    /// Whether files of this kind have a row in the families (AST, CST, symtable).
    public boolean isParsed() {
        return this != IPYNB;
    }
}
