package dev.quarry.store.batch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Byte strings one behind the other: the bytes and where each one starts.
final class ByteRuns {
    private byte[] bytes = new byte[256];
    /// `offsets[i]` to `offsets[i + 1]` are the bytes of string i.
    private int[] offsets = new int[64];
    private int size;

    void add(byte[] source, int from, int length) {
        int start = offsets[size];
        ensureBytes(start, length);
        System.arraycopy(source, from, bytes, start, length);
        end(start + length);
    }

    /// Adds a text in UTF-8; an unpaired surrogate becomes `?`, as in [String#getBytes].
    void add(String text) {
        int start = offsets[size];
        int length = text.length();
        ensureBytes(start, length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                add(encoded, 0, encoded.length);
                return;
            }
            bytes[start + i] = (byte) c;
        }
        end(start + length);
    }

    void add(MemorySegment source, long from, int length) {
        int start = offsets[size];
        ensureBytes(start, length);
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, from, bytes, start, length);
        end(start + length);
    }

    void addEmpty() {
        end(offsets[size]);
    }

    /// Takes the last string back.
    void dropLast() {
        size--;
    }

    int size() {
        return size;
    }

    int byteCount() {
        return offsets[size];
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int index) {
        return offsets[index];
    }

    int length(int index) {
        return offsets[index + 1] - offsets[index];
    }

    void clear() {
        size = 0;
    }

    long bufferBytes() {
        return BufferCursor.padded((size + 1) * 4L) + BufferCursor.padded(offsets[size]);
    }

    long writeOffsets(BufferCursor buffer) {
        return buffer.ints(offsets, size + 1);
    }

    long writeBytes(BufferCursor buffer) {
        return buffer.bytes(bytes, offsets[size]);
    }

    private void ensureBytes(int start, int length) {
        long needed = (long) start + length;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("a batch holds at most 2 GiB of text per column: build it earlier");
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
        }
    }

    private void end(int end) {
        size++;
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size] = end;
    }
}
