package dev.quarry.extract.scan.git;

import java.util.Arrays;
import java.util.HexFormat;

/// The git index: which paths are tracked, and what git last knew of their files. Entries are in the order of their
/// paths' bytes; unmerged paths have several.
///
/// Stat fields are looked up in the bytes of the index file where they lie; only names are copied.
public final class GitIndex {
    static final int MODE_TYPE = 0170000;
    private static final int MODE_GITLINK = 0160000;
    private static final int MODE_SYMLINK = 0120000;
    private static final int FLAG_ASSUME_VALID = 0x8000;
    private static final int FLAG_EXTENDED = 0x4000;
    private static final int FLAG_STAGE = 0x3000;
    private static final int EXTENDED_SKIP_WORKTREE = 0x4000;
    private static final int EXTENDED_INTENT_TO_ADD = 0x2000;

    private static final int OFFSET_MTIME = 8;
    private static final int OFFSET_MODE = 24;
    private static final int OFFSET_SIZE = 36;
    private static final int OFFSET_ID = 40;

    private final byte[] file;
    private final int idLength;
    private final byte[] names;
    private final int[] nameStarts;
    private final int[] entries;
    private final int count;
    private final String cachedTree;

    GitIndex(byte[] file, int idLength, byte[] names, int[] nameStarts, int[] entries, int count, String cachedTree) {
        this.file = file;
        this.idLength = idLength;
        this.names = names;
        this.nameStarts = nameStarts;
        this.entries = entries;
        this.count = count;
        this.cachedTree = cachedTree;
    }

    /// The index of a repository in which nothing was ever added.
    static GitIndex empty() {
        return new GitIndex(new byte[0], 20, new byte[0], new int[1], new int[0], 0, null);
    }

    /// Number of entries.
    public int count() {
        return count;
    }

    /// The first entry of a path, or a negative number when the path is not tracked.
    public int find(byte[] path, int length) {
        int at = lowerBound(path, length);
        return at < count && compare(at, path, length) == 0 ? at : -1;
    }

    /// The first entry whose path is not less than these bytes.
    public int lowerBound(byte[] path, int length) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, path, length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether any entry's path starts with these bytes; they end in `/`.
    public boolean hasBelow(byte[] directory, int length) {
        int at = lowerBound(directory, length);
        return at < count && startsWith(at, directory, length);
    }

    /// Whether an entry's path starts with these bytes.
    public boolean startsWith(int entry, byte[] prefix, int length) {
        int start = nameStarts[entry];
        return nameStarts[entry + 1] - start >= length
                && Arrays.equals(names, start, start + length, prefix, 0, length);
    }

    private int compare(int entry, byte[] path, int length) {
        return Arrays.compareUnsigned(names, nameStarts[entry], nameStarts[entry + 1], path, 0, length);
    }

    /// The bytes of an entry's path, relative to the working tree.
    public byte[] path(int entry) {
        return Arrays.copyOfRange(names, nameStarts[entry], nameStarts[entry + 1]);
    }

    /// The object id in lower-case hex; null for an unmerged path, which has several.
    public String blobId(int entry) {
        return stage(entry) == 0 ? HexFormat.of().formatHex(file, entries[entry] + OFFSET_ID,
                entries[entry] + OFFSET_ID + idLength) : null;
    }

    /// 0, or 1 to 3 for the sides of a merge that is not resolved.
    public int stage(int entry) {
        return (flags(entry) & FLAG_STAGE) >> 12;
    }

    public boolean isGitlink(int entry) {
        return (mode(entry) & MODE_TYPE) == MODE_GITLINK;
    }

    public boolean isSymlink(int entry) {
        return (mode(entry) & MODE_TYPE) == MODE_SYMLINK;
    }

    public boolean isExecutable(int entry) {
        return (mode(entry) & 0100) != 0;
    }

    /// Whether the user promised not to change the file, so that git does not look.
    public boolean isAssumedValid(int entry) {
        return (flags(entry) & FLAG_ASSUME_VALID) != 0;
    }

    /// Whether a sparse checkout leaves the file out.
    public boolean isSkipWorktree(int entry) {
        return (extendedFlags(entry) & EXTENDED_SKIP_WORKTREE) != 0;
    }

    /// Whether the path was announced (`git add -N`) without content.
    public boolean isIntentToAdd(int entry) {
        return (extendedFlags(entry) & EXTENDED_INTENT_TO_ADD) != 0;
    }

    /// The file's size when git last looked, modulo 2^32; 0 also when git does not trust what it knew.
    public int sizeLow(int entry) {
        return IndexReader.int32(file, entries[entry] + OFFSET_SIZE);
    }

    /// Seconds of the modification time when git last looked, modulo 2^32.
    public int mtimeSeconds(int entry) {
        return IndexReader.int32(file, entries[entry] + OFFSET_MTIME);
    }

    /// Nanoseconds of that time; 0 also where git was built without them.
    public int mtimeNanos(int entry) {
        return IndexReader.int32(file, entries[entry] + OFFSET_MTIME + 4);
    }

    /// The tree object that equals the index, hex; null when entries were staged since it was written.
    public String cachedTree() {
        return cachedTree;
    }

    private int mode(int entry) {
        return IndexReader.int32(file, entries[entry] + OFFSET_MODE);
    }

    private int flags(int entry) {
        return IndexReader.int16(file, entries[entry] + OFFSET_ID + idLength);
    }

    private int extendedFlags(int entry) {
        return (flags(entry) & FLAG_EXTENDED) == 0
                ? 0
                : IndexReader.int16(file, entries[entry] + OFFSET_ID + idLength + 2);
    }
}
