package dev.quarry.extract.scan;

/// A folder that is being listed: what holds for everything in it, and how far the listing got.
final class Folder {
    final WorkTree tree;
    /// Text before the names of its entries.
    final String text;
    /// Bytes before the names of its entries in git's working tree.
    final byte[] gitPath;
    /// Bytes before the names of its entries as globs see them.
    final byte[] globPath;
    final WorkTree.IgnoreLevel ignore;
    /// Whether git ignores the folder itself, and so everything in it.
    final boolean ignored;
    /// Whether it lies below an excluded name, so that only tracked files count.
    final boolean trackedOnly;
    final int include;
    final int exclude;
    private final DirectoryEntry[] entries;
    private int next;

    Folder(
            WorkTree tree,
            String text,
            byte[] gitPath,
            byte[] globPath,
            WorkTree.IgnoreLevel ignore,
            boolean ignored,
            boolean trackedOnly,
            int include,
            int exclude,
            DirectoryEntry[] entries) {
        this.tree = tree;
        this.text = text;
        this.gitPath = gitPath;
        this.globPath = globPath;
        this.ignore = ignore;
        this.ignored = ignored;
        this.trackedOnly = trackedOnly;
        this.include = include;
        this.exclude = exclude;
        this.entries = entries;
    }

    /// The next entry, or null at the end. Entries are let go as they are taken.
    DirectoryEntry next() {
        if (next == entries.length) {
            return null;
        }
        DirectoryEntry entry = entries[next];
        entries[next++] = null;
        return entry;
    }
}
