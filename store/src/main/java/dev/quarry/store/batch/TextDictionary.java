package dev.quarry.store.batch;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Texts by number: different ones in the order in which they come, or simply all.
///
/// The UTF-8 of text i is [#bytes] from [#start] on, [#length] bytes long.
public final class TextDictionary {
    private static final int EMPTY = 0;

    private final ByteRuns texts = new ByteRuns();
    private int[] hashes = new int[64];
    /// Open addressing: number + 1, or 0 for a free place. The length is a power of two.
    private int[] slots = new int[128];

    /// The number of a text, which is added if it is not there yet.
    public int intern(String text) {
        texts.add(text);
        return internLast();
    }

    /// The number of a text, given as valid UTF-8, which is added if it is not there yet.
    public int intern(byte[] utf8, int offset, int length) {
        texts.add(utf8, offset, length);
        return internLast();
    }

    /// The number of a text, given as valid UTF-8, which is added if it is not there yet.
    public int intern(MemorySegment utf8, long offset, int length) {
        texts.add(utf8, offset, length);
        return internLast();
    }

    /// Adds a text whether it is there already or not; none may be interned until [#clear].
    ///
    /// @return its number
    public int append(byte[] utf8, int offset, int length) {
        texts.add(utf8, offset, length);
        return texts.size() - 1;
    }

    public int size() {
        return texts.size();
    }

    /// Bytes of all texts.
    public int byteCount() {
        return texts.byteCount();
    }

    /// The texts one behind the other; valid until the next is added.
    public byte[] bytes() {
        return texts.bytes();
    }

    public int start(int index) {
        return texts.start(index);
    }

    public int length(int index) {
        return texts.length(index);
    }

    /// Forgets all texts.
    public void clear() {
        if (texts.size() > 0) {
            texts.clear();
            Arrays.fill(slots, EMPTY);
        }
    }

    ByteRuns texts() {
        return texts;
    }

    /// Looks the last of the texts up; takes it back when it is there already.
    private int internLast() {
        int last = texts.size() - 1;
        byte[] bytes = texts.bytes();
        int start = texts.start(last);
        int length = texts.length(last);
        int hash = hash(bytes, start, length);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != EMPTY) {
            int known = slots[slot] - 1;
            int knownStart = texts.start(known);
            if (hashes[known] == hash && Arrays.equals(bytes, knownStart, knownStart + texts.length(known), bytes,
                    start, start + length)) {
                texts.dropLast();
                return known;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = last + 1;
        if (last == hashes.length) {
            hashes = Arrays.copyOf(hashes, last * 2);
        }
        hashes[last] = hash;
        if (texts.size() * 2 > slots.length) {
            grow();
        }
        return last;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < texts.size(); i++) {
            int slot = hashes[i] & mask;
            while (slots[slot] != EMPTY) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int hash(byte[] bytes, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        return spread(hash);
    }

    static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
