package dev.quarry.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// Numbers the identifiers of a file while it is lexed, and tells keywords from names, without making strings.
///
/// An open-addressing table over the bytes. ASCII words of up to eight bytes, which most names and all keywords are,
/// are compared as one `long`; longer ones by hash and bytes. Reused from file to file.
///
/// What a word means is a `long`: the token's kind and, for a NAME, its number; see [#kind] and [#name].
final class NameInterner {
    private static final int LEAST_SLOT_BITS = 8;
    private static final int MOST_INITIAL_SLOT_BITS = 14;
    /// Bytes of source per slot at first: a little less than a name's share, most of the time.
    private static final int BYTES_PER_SLOT_BITS = 5;
    private static final int KIND_BITS = 8;
    /// In alphabetical order, as the constants of TokenKind from KW_FALSE are.
    private static final String[] KEYWORDS = {"False", "None", "True", "and", "as", "assert", "async", "await", "break",
        "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
        "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with",
        "yield"};

    /// A product with an odd number nobody knows has high bits that choose slots evenly, whatever the names: a file
    /// can't be written so that they collide. Numbering doesn't depend on it.
    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;
    /// Tables with the keywords alone, by the number of bits that number the slots.
    private final long[][] keywords = new long[MOST_INITIAL_SLOT_BITS + 1][];
    /// Slot by slot: a key, 0 for a free slot; then what the word means.
    private long[] table;
    /// What is left of a product after it is the number of a slot.
    private int shift;
    private int occupied;

    private byte[] pool = new byte[4096];
    /// Name `i` is `pool` from `starts[i]` to `starts[i + 1]`.
    private int[] starts = new int[512];
    private int size;
    /// Names that are written like a keyword but come from NFKC normalisation, which doesn't make a keyword.
    private final int[] namesLikeKeywords = new int[KEYWORDS.length];

    NameInterner() {
        table = new long[0];
        clear(0);
    }

    /// The kind of a word's token.
    static int kind(long meaning) {
        return (int) meaning & (1 << KIND_BITS) - 1;
    }

    /// The number of a NAME, 0 for a keyword.
    static int name(long meaning) {
        return (int) (meaning >>> KIND_BITS);
    }

    /// Forgets all names.
    ///
    /// @param bytes the length of the next file: a table of the right size at once saves growing it
    void clear(int bytes) {
        size = 0;
        occupied = KEYWORDS.length;
        Arrays.fill(namesLikeKeywords, 0);
        int slotBits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(bytes >>> BYTES_PER_SLOT_BITS),
                LEAST_SLOT_BITS, MOST_INITIAL_SLOT_BITS);
        shift = Long.SIZE - slotBits;
        if (keywords[slotBits] == null) {
            table = new long[2 << slotBits];
            addKeywords();
            keywords[slotBits] = table;
        }
        if (table.length == 2 << slotBits && table != keywords[slotBits]) {
            System.arraycopy(keywords[slotBits], 0, table, 0, table.length);
        } else {
            table = keywords[slotBits].clone();
        }
    }

    private void addKeywords() {
        for (int i = 0; i < KEYWORDS.length; i++) {
            byte[] word = KEYWORDS[i].getBytes(StandardCharsets.US_ASCII);
            long key = key(word, 0, word.length);
            put(free(key), key, TokenKind.KW_FALSE + i);
        }
    }

    NameTable freeze() {
        return new NameTable(Arrays.copyOf(pool, starts[size]), Arrays.copyOfRange(starts, 1, size + 1));
    }

    /// The meaning of an ASCII word of one byte or more.
    long intern(byte[] text, int start, int end) {
        return end - start > EightBytes.LENGTH
                ? longWord(text, start, end) : shortWord(key(text, start, end), text, start, end);
    }

    /// The number of an identifier that is no keyword, however it is written.
    int internName(byte[] text, int start, int end) {
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            ascii &= text[i] >= 0;
        }
        if (!ascii) {
            return name(longWord(text, start, end));
        }
        long meaning = intern(text, start, end);
        if (kind(meaning) == TokenKind.NAME) {
            return name(meaning);
        }
        int keyword = kind(meaning) - TokenKind.KW_FALSE;
        if (namesLikeKeywords[keyword] == 0) {
            namesLikeKeywords[keyword] = append(text, start, end) + 1;
        }
        return namesLikeKeywords[keyword] - 1;
    }

    /// The meaning of an ASCII word of one to eight bytes, 0 when it is new.
    ///
    /// @param key its bytes, the first one lowest, and zeros
    long find(long key) {
        final long[] words = table;
        int slot = slot(key);
        while (true) {
            long found = words[slot];
            if (found == key) {
                return words[slot + 1];
            }
            if (found == 0) {
                return 0;
            }
            slot = slot + 2 & words.length - 1;
        }
    }

    /// The meaning of an ASCII word of one to eight bytes.
    ///
    /// @param key its bytes, the first one lowest, and zeros
    long shortWord(long key, byte[] text, int start, int end) {
        int slot = slot(key);
        while (true) {
            long found = table[slot];
            if (found == key) {
                return table[slot + 1];
            }
            if (found == 0) {
                return add(key, slot, text, start, end);
            }
            slot = next(slot);
        }
    }

    /// The meaning of a word of more than eight bytes or with some beyond ASCII.
    private long longWord(byte[] text, int start, int end) {
        long key = hash(text, start, end);
        int slot = slot(key);
        while (true) {
            long found = table[slot];
            if (found == key) {
                long meaning = table[slot + 1];
                if (isName(name(meaning), text, start, end)) {
                    return meaning;
                }
            } else if (found == 0) {
                return add(key, slot, text, start, end);
            }
            slot = next(slot);
        }
    }

    private boolean isName(int name, byte[] text, int start, int end) {
        final byte[] names = pool;
        int from = starts[name];
        int length = starts[name + 1] - from;
        if (length != end - start) {
            return false;
        }
        int last = length - EightBytes.LENGTH;
        if (last < 0) {
            return Arrays.equals(names, from, from + length, text, start, end);
        }
        for (int i = 0; i < last; i += EightBytes.LENGTH) {
            if (EightBytes.at(names, from + i) != EightBytes.at(text, start + i)) {
                return false;
            }
        }
        return EightBytes.at(names, from + last) == EightBytes.at(text, start + last);
    }

    /// Up to eight bytes as one number, the first one lowest.
    private static long key(byte[] text, int start, int end) {
        long key = 0;
        for (int i = end - 1; i >= start; i--) {
            key = key << 8 | text[i] & 0xff;
        }
        return key;
    }

    /// A hash with the sign bit, which no short ASCII word has: the two kinds of keys never meet.
    private long hash(byte[] text, int start, int end) {
        long last;
        long hash = end - start;
        if (end - start < EightBytes.LENGTH) {
            last = key(text, start, end);
        } else {
            // The last eight bytes may be hashed twice in part.
            for (int i = start; i < end - EightBytes.LENGTH; i += EightBytes.LENGTH) {
                hash = (hash ^ EightBytes.at(text, i)) * multiplier;
                hash ^= hash >>> 32;
            }
            last = EightBytes.at(text, end - EightBytes.LENGTH);
        }
        hash = (hash ^ last) * multiplier;
        return hash ^ hash >>> 32 | Long.MIN_VALUE;
    }

    private int slot(long key) {
        return (int) (key * multiplier >>> shift) << 1;
    }

    private int next(int slot) {
        return slot + 2 & table.length - 1;
    }

    private int free(long key) {
        int slot = slot(key);
        while (table[slot] != 0) {
            slot = next(slot);
        }
        return slot;
    }

    private void put(int slot, long key, long meaning) {
        table[slot] = key;
        table[slot + 1] = meaning;
    }

    private long add(long key, int slot, byte[] text, int start, int end) {
        long meaning = (long) append(text, start, end) << KIND_BITS | TokenKind.NAME;
        put(slot, key, meaning);
        if (++occupied * 4 > table.length) {
            grow();
        }
        return meaning;
    }

    private int append(byte[] text, int start, int end) {
        int from = starts[size];
        int to = from + (end - start);
        if (to + EightBytes.LENGTH > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(to + EightBytes.LENGTH, pool.length * 2));
        }
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        // Names are short: copying them this way is faster than a call that copies bytes.
        for (int i = 0; i < end - start; i += EightBytes.LENGTH) {
            if (start + i + EightBytes.LENGTH <= text.length) {
                EightBytes.put(pool, from + i, EightBytes.at(text, start + i));
            } else {
                System.arraycopy(text, start + i, pool, from + i, end - start - i);
            }
        }
        starts[size + 1] = to;
        return size++;
    }

    private void grow() {
        final long[] old = table;
        table = new long[old.length * 2];
        shift--;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                put(free(old[i]), old[i], old[i + 1]);
            }
        }
    }
}
