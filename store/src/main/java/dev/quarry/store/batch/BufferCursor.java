package dev.quarry.store.batch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Writes arrays one behind the other into a buffer, each at a multiple of 64 bytes, as the Arrow format recommends.
final class BufferCursor {
    private static final long ALIGNMENT = 64;

    private final MemorySegment buffer;
    private long position;

    BufferCursor(MemorySegment buffer) {
        this.buffer = buffer;
    }

    static long padded(long bytes) {
        return (bytes + ALIGNMENT - 1) & -ALIGNMENT;
    }

    long ints(int[] values, int count) {
        MemorySegment.copy(values, 0, buffer, ValueLayout.JAVA_INT, position, count);
        return advance(count * 4L);
    }

    long longs(long[] values, int count) {
        MemorySegment.copy(values, 0, buffer, ValueLayout.JAVA_LONG, position, count);
        return advance(count * 8L);
    }

    long floats(float[] values, int count) {
        MemorySegment.copy(values, 0, buffer, ValueLayout.JAVA_FLOAT, position, count);
        return advance(count * 4L);
    }

    long doubles(double[] values, int count) {
        MemorySegment.copy(values, 0, buffer, ValueLayout.JAVA_DOUBLE, position, count);
        return advance(count * 8L);
    }

    long bytes(byte[] values, int count) {
        MemorySegment.copy(values, 0, buffer, ValueLayout.JAVA_BYTE, position, count);
        return advance(count);
    }

    /// One bit per value.
    long bits(long[] words, int count) {
        return bits(words, count, 0);
    }

    /// The complement: Arrow marks values that are there, builders mark nulls.
    long invertedBits(long[] words, int count) {
        return bits(words, count, -1L);
    }

    private long bits(long[] words, int count, long flip) {
        long bytes = (count + 7L) / 8;
        long wholeWords = bytes / 8;
        for (int i = 0; i < wholeWords; i++) {
            buffer.set(ValueLayout.JAVA_LONG_UNALIGNED, position + i * 8L, word(words, i) ^ flip);
        }
        for (long i = wholeWords * 8; i < bytes; i++) {
            byte bits = (byte) ((word(words, (int) wholeWords) ^ flip) >>> (i % 8 * 8));
            buffer.set(ValueLayout.JAVA_BYTE, position + i, bits);
        }
        return advance(bytes);
    }

    private static long word(long[] words, int index) {
        return index < words.length ? words[index] : 0;
    }

    private long advance(long bytes) {
        long start = position;
        position += padded(bytes);
        return start;
    }
}
