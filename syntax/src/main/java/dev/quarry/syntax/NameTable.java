package dev.quarry.syntax;

/// The distinct identifiers of one file, numbered from 0 in order of first appearance.
public final class NameTable {
    public int size() {
        return 0;
    }

    /// The identifier, NFKC-normalised as CPython does.
    public String text(int name) {
        throw new IndexOutOfBoundsException(name);
    }
}
