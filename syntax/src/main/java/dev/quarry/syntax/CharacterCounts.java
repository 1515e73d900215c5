package dev.quarry.syntax;

import dev.quarry.syntax.LineTable.ColumnUnit;
import java.util.Arrays;

/// How many characters there are before an offset of a UTF-8 text, and the way back. Every 512th character's offset is
/// kept, so that no question takes more than a search and as many steps. A byte that isn't UTF-8 counts as a character.
final class CharacterCounts {
    private static final int INTERVAL = 512;

    private final byte[] text;
    private final int size;
    /// By sample, the offset of its character.
    private final int[] offsets;
    /// By sample, the characters before it that are two `char`s in UTF-16: those of four bytes.
    private final int[] pairs;

    private CharacterCounts(byte[] text, int size, int[] offsets, int[] pairs) {
        this.text = text;
        this.size = size;
        this.offsets = offsets;
        this.pairs = pairs;
    }

    static CharacterCounts of(byte[] text) {
        int[] offsets = new int[text.length / INTERVAL + 1];
        int[] pairs = new int[offsets.length];
        int size = 0;
        int pairCount = 0;
        int at = 0;
        for (int character = 0; character == 0 || at < text.length; character++) {
            if (character % INTERVAL == 0) {
                offsets[size] = at;
                pairs[size++] = pairCount;
            }
            if (at < text.length) {
                int length = length(text, at);
                pairCount += length == 4 ? 1 : 0;
                at += length;
            }
        }
        return new CharacterCounts(text, size, offsets, pairs);
    }

    /// Characters that end at an offset or before it.
    int before(int offset, ColumnUnit unit) {
        int found = Arrays.binarySearch(offsets, 0, size, offset);
        int sample = found >= 0 ? found : -found - 2;
        int count = countAt(sample, unit);
        int at = offsets[sample];
        while (at < offset) {
            int length = length(text, at);
            if (at + length > offset) {
                break;
            }
            count += units(length, unit);
            at += length;
        }
        return count;
    }

    /// The offset of the character with so many before it; that of the first half for the second half of a pair. The
    /// end of the text when there are fewer.
    int offset(int count, ColumnUnit unit) {
        int low = 0;
        int high = size;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (countAt(middle, unit) <= count) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int seen = countAt(low, unit);
        int at = offsets[low];
        while (at < text.length) {
            int length = length(text, at);
            seen += units(length, unit);
            if (seen > count) {
                break;
            }
            at += length;
        }
        return at;
    }

    private int countAt(int sample, ColumnUnit unit) {
        return sample * INTERVAL + (unit == ColumnUnit.UTF16 ? pairs[sample] : 0);
    }

    private static int units(int length, ColumnUnit unit) {
        return unit == ColumnUnit.UTF16 && length == 4 ? 2 : 1;
    }

    /// Bytes of the character at an offset.
    private static int length(byte[] text, int at) {
        return text[at] >= 0 ? 1 : Math.max(1, Utf8.sequenceLength(text, at, text.length));
    }
}
