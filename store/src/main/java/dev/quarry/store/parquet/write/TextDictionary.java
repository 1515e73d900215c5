package dev.quarry.store.parquet.write;

import java.util.Arrays;

/// Byte strings by number: different ones in the order in which they come, or simply all.
final class TextDictionary {
    private byte[] bytes = new byte[1 << 10];
    /// `ends[i]` to `ends[i + 1]` are the bytes of string i.
    private int[] ends = new int[65];
    private int[] hashes = new int[64];
    /// Open addressing: number + 1, or 0 for a free place; a power of two.
    private int[] slots = new int[128];
    private int size;

    int size() {
        return size;
    }

    /// Bytes of all strings.
    int byteCount() {
        return ends[size];
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int index) {
        return ends[index];
    }

    int length(int index) {
        return ends[index + 1] - ends[index];
    }

    /// The place where [#append] and [#intern] expect a string of this length.
    int reserve(int length) {
        int start = ends[size];
        long needed = (long) start + length;
        if (needed > bytes.length) {
            if (needed > Integer.MAX_VALUE - 8) {
                throw new IllegalStateException("a row group holds at most 2 GiB of text per column");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
        }
        return start;
    }

    /// Adds the reserved string, whether it is there already or not; [#intern] must not be called until [#clear].
    int append(int length) {
        if (size + 1 == ends.length) {
            ends = Arrays.copyOf(ends, size * 2 + 1);
        }
        ends[size + 1] = ends[size] + length;
        return size++;
    }

    /// The number of the reserved string, which is added if it is not there yet.
    int intern(int length) {
        int start = ends[size];
        int hash = hash(start, length);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int known = slots[slot] - 1;
            if (hashes[known] == hash && Arrays.equals(bytes, ends[known], ends[known + 1], bytes, start, start + length)) {
                return known;
            }
            slot = slot + 1 & mask;
        }
        int added = append(length);
        slots[slot] = added + 1;
        if (added == hashes.length) {
            hashes = Arrays.copyOf(hashes, added * 2);
        }
        hashes[added] = hash;
        if (size * 2 > slots.length) {
            grow();
        }
        return added;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = hashes[i] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private int hash(int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(slots, 0);
            size = 0;
        }
    }
}
