package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Reads git's index file, versions 2 to 4 (git's `index-format` specification).
///
/// Every length is checked against the bytes that are there before memory is taken, and the checksum is verified, so
/// that a damaged index is an error and never a wrong list.
final class IndexReader {
    /// About 3 million entries.
    private static final int MAX_INDEX_BYTES = 1 << 28;
    private static final int MAX_NAMES_BYTES = 1 << 28;
    /// No file system opens a longer path.
    private static final int MAX_PATH_BYTES = 1 << 16;
    private static final int STAT_BYTES = 40;

    private final Path source;
    private final byte[] file;
    private final int idLength;
    private final int end;
    private int at = 12;

    private byte[] names = new byte[1 << 12];
    private int namesLength;
    private int[] nameStarts;
    private int[] entries;
    private int count;
    private String cachedTree;
    private SplitIndex split;

    private IndexReader(Path source, byte[] file, int idLength) {
        this.source = source;
        this.file = file;
        this.idLength = idLength;
        this.end = file.length - idLength;
    }

    /// Reads an index; a missing file is an empty one.
    ///
    /// @param idLength bytes of an object id: 20 for SHA-1, 32 for SHA-256
    static GitIndex read(Path source, int idLength) throws GitMetadataException {
        byte[] file = bytes(source);
        if (file == null) {
            return GitIndex.empty();
        }
        IndexReader reader = new IndexReader(source, file, idLength);
        reader.read();
        if (reader.split == null || !reader.split.hasBase()) {
            return reader.index();
        }
        Path shared = source.resolveSibling("sharedindex." + HexFormat.of().formatHex(reader.split.baseId()));
        byte[] sharedFile = bytes(shared);
        if (sharedFile == null) {
            throw new GitMetadataException(shared + " is missing, which " + source + " builds on.");
        }
        IndexReader base = new IndexReader(shared, sharedFile, idLength);
        base.read();
        return reader.onTopOf(base);
    }

    private static byte[] bytes(Path source) throws GitMetadataException {
        try {
            return BoundedFile.read(source, MAX_INDEX_BYTES);
        } catch (IOException e) {
            throw new GitMetadataException(source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read() throws GitMetadataException {
        if (file.length < 12 + idLength || int32(file, 0) != 0x44495243) {
            throw damaged("it does not start like an index");
        }
        int version = int32(file, 4);
        if (version < 2 || version > 4) {
            throw damaged("its version is " + version + ", and 2 to 4 are known");
        }
        verifyChecksum();
        int declared = int32(file, 8);
        int smallest = STAT_BYTES + idLength + 3;
        if (declared < 0 || declared > (end - 12) / smallest) {
            throw damaged("it declares more entries than it has room for");
        }
        nameStarts = new int[declared + 1];
        entries = new int[declared];
        while (count < declared) {
            readEntry(version);
        }
        nameStarts[count] = namesLength;
        readExtensions();
        if (split == null && count > 0 && nameStarts[1] == 0) {
            throw damaged("a path has no bytes");
        }
    }

    private GitIndex index() {
        return new GitIndex(file, idLength, names, nameStarts, entries, count, cachedTree);
    }

    /// Merges this index, which holds what changed, with the shared one it builds on.
    private GitIndex onTopOf(IndexReader base) throws GitMetadataException {
        int replacements = split.replaced().cardinality();
        if (Math.max(split.deleted().length(), split.replaced().length()) > base.count || replacements > count
                || nameStarts[replacements] != 0 || replacements < count && nameStarts[replacements + 1] == 0
                || base.split != null || (long) file.length + base.file.length > MAX_INDEX_BYTES) {
            throw damaged("it does not fit the shared index");
        }
        byte[] files = Arrays.copyOf(base.file, base.file.length + file.length);
        System.arraycopy(file, 0, files, base.file.length, file.length);
        IndexReader merged = new IndexReader(source, files, idLength);
        merged.nameStarts = new int[base.count + count - replacements + 1];
        merged.entries = new int[base.count + count - replacements];
        int replacement = 0;
        int added = replacements;
        for (int i = 0; i < base.count; i++) {
            // Additions before, and instead of, this entry.
            int order = 1;
            while (added < count && (order = compare(added, base, i)) < 0) {
                merged.append(this, added, base.file.length + entries[added]);
                added++;
            }
            boolean replaced = split.replaced().get(i);
            int entry = replaced ? base.file.length + entries[replacement++] : base.entries[i];
            if (!split.deleted().get(i) && (added == count || order != 0)) {
                merged.append(base, i, entry);
            }
        }
        for (; added < count; added++) {
            merged.append(this, added, base.file.length + entries[added]);
        }
        merged.nameStarts[merged.count] = merged.namesLength;
        merged.cachedTree = cachedTree;
        return merged.index();
    }

    private int compare(int entry, IndexReader other, int otherEntry) {
        int order = Arrays.compareUnsigned(names, nameStarts[entry], nameStarts[entry + 1], other.names,
                other.nameStarts[otherEntry], other.nameStarts[otherEntry + 1]);
        return order != 0 ? order : stageAt(entries[entry]) - other.stageAt(other.entries[otherEntry]);
    }

    /// Adds an entry with the name that it has in another index.
    private void append(IndexReader other, int otherEntry, int entry) {
        int length = other.nameStarts[otherEntry + 1] - other.nameStarts[otherEntry];
        reserve(length);
        System.arraycopy(other.names, other.nameStarts[otherEntry], names, namesLength, length);
        nameStarts[count] = namesLength;
        entries[count++] = entry;
        namesLength += length;
    }

    private void verifyChecksum() throws GitMetadataException {
        boolean skipped = true;
        for (int i = end; i < file.length; i++) {
            skipped &= file[i] == 0;
        }
        if (skipped) {
            return; // index.skipHash
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(idLength == 20 ? "SHA-1" : "SHA-256");
            digest.update(file, 0, end);
            if (!Arrays.equals(digest.digest(), 0, idLength, file, end, file.length)) {
                throw damaged("its checksum does not match");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1 and SHA-256", e);
        }
    }

    private void readEntry(int version) throws GitMetadataException {
        int start = at;
        int flagsAt = start + STAT_BYTES + idLength;
        if (flagsAt + 4 > end) {
            throw damaged("it ends inside an entry");
        }
        at = flagsAt + ((int16(file, flagsAt) & 0x4000) != 0 ? 4 : 2);
        int kept = 0;
        if (version == 4) {
            int previous = count == 0 ? 0 : namesLength - nameStarts[count - 1];
            int removed = readOffset();
            if (removed < 0 || removed > previous) {
                throw damaged("a path removes more of the one before than it has");
            }
            kept = previous - removed;
        }
        int nameEnd = at;
        while (nameEnd < end && file[nameEnd] != 0) {
            nameEnd++;
        }
        int length = kept + nameEnd - at;
        if (nameEnd == end || length > MAX_PATH_BYTES || namesLength > MAX_NAMES_BYTES - length) {
            throw damaged("a path has no end or too many bytes");
        }
        reserve(length);
        int nameStart = namesLength;
        if (kept > 0) {
            System.arraycopy(names, nameStarts[count - 1], names, nameStart, kept);
        }
        System.arraycopy(file, at, names, nameStart + kept, nameEnd - at);
        namesLength += length;
        if (count > 0) {
            int order = Arrays.compareUnsigned(
                    names, nameStarts[count - 1], nameStart, names, nameStart, namesLength);
            // Without a name: the new state of an entry of the shared index, see SplitIndex.
            if (order > 0 || order == 0 && length > 0 && stageAt(entries[count - 1]) >= stageAt(start)) {
                throw damaged("its paths are out of order");
            }
        }
        nameStarts[count] = nameStart;
        entries[count++] = start;
        // Before version 4, one to eight NULs pad an entry to a multiple of eight bytes.
        at = version == 4 ? nameEnd + 1 : start + ((nameEnd - start + 8) & ~7);
        if (at > end) {
            throw damaged("it ends inside an entry");
        }
    }

    private int stageAt(int entry) {
        return int16(file, entry + STAT_BYTES + idLength) & 0x3000;
    }

    private void reserve(int length) {
        if (names.length - namesLength < length) {
            names = Arrays.copyOf(names, Math.max(names.length * 2, namesLength + length));
        }
    }

    /// The variable-length number of pack files: seven bits a byte, each continuation adding one.
    private int readOffset() throws GitMetadataException {
        int value = -1;
        byte b;
        do {
            if (at >= end || value >= MAX_PATH_BYTES) {
                throw damaged("a path's prefix length has no end");
            }
            b = file[at++];
            value = (value + 1) << 7 | b & 0x7f;
        } while (b < 0);
        return value;
    }

    private void readExtensions() throws GitMetadataException {
        while (end - at >= 8) {
            String name = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int length = int32(file, at + 4);
            int start = at + 8;
            if (length < 0 || length > end - start) {
                throw damaged("extension " + name + " is longer than the file");
            }
            if (name.equals("TREE")) {
                readCachedTree(start, start + length);
            } else if (name.equals("sdir")) {
                cachedTree = null;
            } else if (name.equals("link")) {
                split = SplitIndex.read(file, start, start + length, idLength);
                if (split == null) {
                    throw damaged("extension link is malformed");
                }
            } else if (file[at] >= 'a' && file[at] <= 'z') {
                // Upper-case extensions may be skipped; others change what the entries mean.
                throw new GitMetadataException(source + " has the extension '" + name + "', which is not known.");
            }
            at = start + length;
        }
    }

    private void readCachedTree(int start, int limit) {
        int i = start;
        while (i < limit && file[i] != 0) {
            i++;
        }
        int lineEnd = i;
        while (lineEnd < limit && file[lineEnd] != '\n') {
            lineEnd++;
        }
        // "-1" stands for a tree that no longer equals the index, and no id follows.
        boolean valid = i == start && i + 1 < limit && file[i + 1] != '-' && lineEnd + 1 + idLength <= limit;
        cachedTree = valid ? HexFormat.of().formatHex(file, lineEnd + 1, lineEnd + 1 + idLength) : null;
    }

    private GitMetadataException damaged(String what) {
        return new GitMetadataException(source + " is damaged: " + what + ".");
    }

    static int int32(byte[] bytes, int offset) {
        return bytes[offset] << 24 | (bytes[offset + 1] & 0xff) << 16 | int16(bytes, offset + 2);
    }

    static int int16(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
    }
}
