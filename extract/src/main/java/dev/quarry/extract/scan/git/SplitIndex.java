package dev.quarry.extract.scan.git;

import java.util.Arrays;
import java.util.BitSet;

/// The `link` extension: an index that only holds what differs from a shared one (`git update-index --split-index`).
///
/// @param baseId name of the shared index, the bytes of a hash
/// @param deleted entries of the shared index that are gone
/// @param replaced entries of the shared index whose new state comes first in this one, in order and without a name
record SplitIndex(byte[] baseId, BitSet deleted, BitSet replaced) {

    /// Reads the extension's bytes; null when they are malformed.
    static SplitIndex read(byte[] file, int start, int end, int idLength) {
        if (end - start < idLength) {
            return null;
        }
        byte[] baseId = Arrays.copyOfRange(file, start, start + idLength);
        if (end - start == idLength) {
            return new SplitIndex(baseId, new BitSet(), new BitSet());
        }
        BitSet deleted = new BitSet();
        BitSet replaced = new BitSet();
        int at = readBits(file, start + idLength, end, deleted);
        at = at < 0 ? at : readBits(file, at, end, replaced);
        return at < 0 ? null : new SplitIndex(baseId, deleted, replaced);
    }

    boolean hasBase() {
        for (byte b : baseId) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    /// Reads a bitmap in EWAH form: a number of bits, a number of 64-bit words, the words, and a position that only
    /// writers need. A marker word says how many words of equal bits and how many literal words follow.
    ///
    /// @return the offset after the bitmap, negative when it is malformed
    private static int readBits(byte[] file, int start, int end, BitSet bits) {
        if (end - start < 12) {
            return -1;
        }
        int size = IndexReader.int32(file, start);
        int words = IndexReader.int32(file, start + 4);
        int at = start + 8;
        if (size < 0 || words < 0 || words > (end - at - 4) / 8) {
            return -1;
        }
        int wordsEnd = at + words * 8;
        long position = 0;
        while (at < wordsEnd) {
            long marker = int64(file, at);
            at += 8;
            long runBits = (marker >>> 1 & 0xffffffffL) * 64;
            long literals = marker >>> 33;
            if (position + runBits > size + 63L || literals > (wordsEnd - at) / 8) {
                return -1;
            }
            if ((marker & 1) != 0) {
                bits.set((int) position, (int) Math.min(position + runBits, size));
            }
            position += runBits;
            for (long i = 0; i < literals; i++, at += 8, position += 64) {
                long literal = int64(file, at);
                while (literal != 0) {
                    long bit = position + Long.numberOfTrailingZeros(literal);
                    if (bit >= size) {
                        return -1;
                    }
                    bits.set((int) bit);
                    literal &= literal - 1;
                }
            }
        }
        return wordsEnd + 4;
    }

    private static long int64(byte[] bytes, int offset) {
        return (long) IndexReader.int32(bytes, offset) << 32 | IndexReader.int32(bytes, offset + 4) & 0xffffffffL;
    }
}
