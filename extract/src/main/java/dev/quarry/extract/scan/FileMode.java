package dev.quarry.extract.scan;

/// `repo_files_v1.mode`: what kind of directory entry a listed file is.
public enum FileMode {
    REGULAR("regular"),
    EXECUTABLE("executable"),
    /// A symbolic link that was followed: the content is the target's.
    SYMLINK("symlink");

    private final String label;

    FileMode(String label) {
        this.label = label;
    }

    /// The constant that a table's value stands for.
    ///
    /// @throws IllegalArgumentException if there is none
    public static FileMode ofLabel(String label) {
        for (FileMode value : values()) {
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
}
