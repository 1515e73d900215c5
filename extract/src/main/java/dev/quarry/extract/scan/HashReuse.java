package dev.quarry.extract.scan;

/// When a file's hash of the previous run still holds, judged by the directory entry alone.
public final class HashReuse {
    /// A file that changed this shortly before it was hashed may change again without a visible trace, because clocks and
    /// file systems are coarse: git calls such entries racy. FAT, the coarsest in use, counts in steps of 2 s.
    public static final long RACY_NS = 2_000_000_000L;

    private HashReuse() {}

    /// Whether the hash taken by the previous scan is the hash of the file now.
    ///
    /// @param previousSize size in bytes when it was hashed
    /// @param previousMtimeNs modification time when it was hashed, ns since 1970 UTC
    /// @param previousScanNs when the previous scan started, ns since 1970 UTC
    /// @param size size now
    /// @param mtimeNs modification time now
    public static boolean holds(
            long previousSize, long previousMtimeNs, long previousScanNs, long size, long mtimeNs) {
        return size == previousSize && mtimeNs == previousMtimeNs && mtimeNs < previousScanNs - RACY_NS;
    }
}
