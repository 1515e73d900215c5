package dev.quarry.syntax;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Looks at eight bytes of a text at a time, as one `long` whose lowest byte comes first.
///
/// Answers are `long`s with the high bit of a byte set where the byte is what was asked for; [#first] tells which
/// comes first. Testing each byte by itself would mean a branch at a place that no processor can predict: the end of
/// each word.
final class EightBytes {
    static final int LENGTH = Long.BYTES;
    /// The high bit of each byte: set in a text where it isn't ASCII.
    static final long HIGHS = 0x8080808080808080L;

    private static final long ONES = 0x0101010101010101L;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);

    private EightBytes() {}

    /// The bytes from `offset` on, all of which must lie in the array.
    static long at(byte[] text, int offset) {
        return (long) LONG.get(text, offset);
    }

    /// How many bytes from `start` on are ASCII and not null: a multiple of 32, so there may be more.
    static int plain(byte[] text, int start, int end) {
        int p = start;
        while (p + 4 * LENGTH <= end) {
            long a = at(text, p);
            long b = at(text, p + LENGTH);
            long c = at(text, p + 2 * LENGTH);
            long d = at(text, p + 3 * LENGTH);
            // Subtracting 1 sets the high bit of a null byte.
            if (((a | b | c | d | a - ONES | b - ONES | c - ONES | d - ONES) & HIGHS) != 0) {
                break;
            }
            p += 4 * LENGTH;
        }
        return p - start;
    }

    /// Puts eight bytes at `offset` and after it.
    static void put(byte[] text, int offset, long bytes) {
        LONG.set(text, offset, bytes);
    }

    /// The index of the first byte that an answer marks, 8 for an answer that marks none.
    static int first(long answer) {
        return Long.numberOfTrailingZeros(answer) >>> 3;
    }

    /// A byte eight times.
    static long eight(int asciiByte) {
        return asciiByte * ONES;
    }

    /// Where a byte equals that of a pattern made by [#eight]. Bytes after the first that does may be marked wrongly.
    static long equal(long bytes, long pattern) {
        long difference = bytes ^ pattern;
        // Subtracting 1 borrows into the high bit where a byte was zero, and into what follows.
        return difference - ONES & ~difference & HIGHS;
    }

    /// Where a byte is none of `A-Z a-z 0-9 _`, exactly.
    static long notInWord(long bytes) {
        long low = bytes & ~HIGHS;
        long lower = low | eight(0x20);
        // Adding carries into the high bit where the sum exceeds 127, that is, where the byte is large enough.
        long letter = lower + eight(0x80 - 'a') & ~(lower + eight(0x7f - 'z'));
        long digit = low + eight(0x80 - '0') & ~(low + eight(0x7f - '9'));
        long underscore = HIGHS - (low ^ eight('_'));
        return (~(letter | digit | underscore) | bytes) & HIGHS;
    }
}
