package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

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
        byte[] file;
        try {
            file = BoundedFile.read(source, MAX_INDEX_BYTES);
        } catch (IOException e) {
            throw new GitMetadataException(source + " cannot be read: " + e.getMessage(), e);
        }
        return file == null ? GitIndex.empty() : new IndexReader(source, file, idLength).read();
    }

    private GitIndex read() throws GitMetadataException {
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
        return new GitIndex(file, idLength, names, nameStarts, entries, count, cachedTree);
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
        if (nameEnd == end || length == 0 || length > MAX_PATH_BYTES || namesLength > MAX_NAMES_BYTES - length) {
            throw damaged("a path has no end, no bytes or too many");
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
            if (order > 0 || order == 0 && stageAt(entries[count - 1]) >= stageAt(start)) {
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
            } else if (file[at] >= 'a' && file[at] <= 'z') {
                // Upper-case extensions may be skipped; this one changes what the entries mean.
                throw new GitMetadataException(source + " has the extension '" + name + "', which is not read"
                        + (name.equals("link") ? ": run `git update-index --no-split-index`." : "."));
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
        return (int) INT32.get(bytes, offset);
    }

    static int int16(byte[] bytes, int offset) {
        return (short) INT16.get(bytes, offset) & 0xffff;
    }
}
