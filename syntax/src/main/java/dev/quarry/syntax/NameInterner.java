package dev.quarry.syntax;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// Numbers the identifiers of a file while it is lexed, and tells keywords from names, without making strings.
///
/// An open-addressing table over the bytes. ASCII words of up to eight bytes, which most names and all keywords are,
/// are compared as one `long`; longer ones by hash and bytes. Reused from file to file.
final class NameInterner {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final int INITIAL_SLOTS = 2048;
    /// In alphabetical order, as the constants of TokenKind from KW_FALSE are.
    private static final String[] KEYWORDS = {"False", "None", "True", "and", "as", "assert", "async", "await", "break",
        "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
        "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
        "yield"};

    /// Keeps names that collide on purpose from being prepared; numbering doesn't depend on it.
    private final long seed = ThreadLocalRandom.current().nextLong();
    private long[] keys;
    /// 0 for a free slot, name + 1, or ~kind for a keyword.
    private int[] values;
    private int mask;
    private int occupied;

    private byte[] pool = new byte[4096];
    private int[] ends = new int[512];
    private int size;
    /// Names that are written like a keyword but come from NFKC normalisation, which doesn't make a keyword.
    private final int[] namesLikeKeywords = new int[KEYWORDS.length];

    NameInterner() {
        clear();
    }

    void clear() {
        size = 0;
        if (keys == null || keys.length > 4 * INITIAL_SLOTS) {
            keys = new long[INITIAL_SLOTS];
            values = new int[INITIAL_SLOTS];
            mask = INITIAL_SLOTS - 1;
        } else {
            Arrays.fill(values, 0);
        }
        occupied = 0;
        Arrays.fill(namesLikeKeywords, 0);
        for (int i = 0; i < KEYWORDS.length; i++) {
            long key = 0;
            for (int j = KEYWORDS[i].length() - 1; j >= 0; j--) {
                key = key << 8 | KEYWORDS[i].charAt(j);
            }
            int slot = freeSlot(key);
            keys[slot] = key;
            values[slot] = ~(TokenKind.KW_FALSE + i);
            occupied++;
        }
    }

    NameTable freeze() {
        return new NameTable(Arrays.copyOf(pool, size == 0 ? 0 : ends[size - 1]), Arrays.copyOf(ends, size));
    }

    /// The number of an ASCII identifier of one byte or more, or the complement of a keyword's kind.
    int intern(byte[] text, int start, int end) {
        int length = end - start;
        if (length > 8) {
            return internBytes(text, start, end);
        }
        long key;
        if (start + 8 <= text.length) {
            key = (long) LONG.get(text, start) & -1L >>> 64 - 8 * length;
        } else {
            key = 0;
            for (int i = end - 1; i >= start; i--) {
                key = key << 8 | text[i];
            }
        }
        int slot = (int) mix(key) & mask;
        while (values[slot] != 0) {
            if (keys[slot] == key) {
                int value = values[slot];
                return value < 0 ? value : value - 1;
            }
            slot = slot + 1 & mask;
        }
        return add(text, start, end, key, slot);
    }

    /// The number of an identifier that is no keyword, however it is written.
    int internName(byte[] text, int start, int end) {
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            ascii &= text[i] >= 0;
        }
        if (!ascii) {
            return internBytes(text, start, end);
        }
        int name = intern(text, start, end);
        if (name >= 0) {
            return name;
        }
        int keyword = ~name - TokenKind.KW_FALSE;
        if (namesLikeKeywords[keyword] == 0) {
            namesLikeKeywords[keyword] = append(text, start, end) + 1;
        }
        return namesLikeKeywords[keyword] - 1;
    }

    private int internBytes(byte[] text, int start, int end) {
        long hash = end - start;
        int i = start;
        for (; i + 8 <= end; i += 8) {
            hash = mix(hash ^ (long) LONG.get(text, i));
        }
        for (; i < end; i++) {
            hash = mix(hash ^ text[i]);
        }
        // Short ASCII words have no sign bit, so the two kinds of keys never meet.
        long key = hash | Long.MIN_VALUE;
        int slot = (int) mix(key) & mask;
        while (values[slot] != 0) {
            if (keys[slot] == key) {
                int name = values[slot] - 1;
                int from = name == 0 ? 0 : ends[name - 1];
                if (Arrays.equals(pool, from, ends[name], text, start, end)) {
                    return name;
                }
            }
            slot = slot + 1 & mask;
        }
        return add(text, start, end, key, slot);
    }

    private int add(byte[] text, int start, int end, long key, int slot) {
        int name = append(text, start, end);
        keys[slot] = key;
        values[slot] = name + 1;
        if (++occupied * 2 > mask) {
            grow();
        }
        return name;
    }

    private int append(byte[] text, int start, int end) {
        int from = size == 0 ? 0 : ends[size - 1];
        int to = from + (end - start);
        if (to > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(to, pool.length * 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(text, start, pool, from, end - start);
        ends[size] = to;
        return size++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int slot = freeSlot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private int freeSlot(long key) {
        int slot = (int) mix(key) & mask;
        while (values[slot] != 0) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /// Two multiplications, so that every bit of the key and the seed reaches the low bits that choose the slot.
    private long mix(long key) {
        long h = (key ^ seed) * 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 32;
    }
}
