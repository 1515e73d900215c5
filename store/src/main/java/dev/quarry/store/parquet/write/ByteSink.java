package dev.quarry.store.parquet.write;

import java.io.OutputStream;
import java.util.Arrays;

/// Bytes one behind the other in an array that grows.
final class ByteSink extends OutputStream {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// Forgets all but the first `count` bytes.
    void truncate(int count) {
        size = count;
    }

    /// Makes room for more bytes, which the caller puts into [#bytes] from [#size] on and then declares with [#advance].
    void ensure(int more) {
        long needed = (long) size + more;
        if (needed > bytes.length) {
            if (needed > LARGEST) {
                throw new IllegalStateException("a page of a Parquet file holds at most 2 GiB");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(needed, bytes.length * 2L)));
        }
    }

    void advance(int count) {
        size += count;
    }

    @Override
    public void write(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    void writeAll(ByteSink other) {
        write(other.bytes, 0, other.size);
    }

    /// 32 bits, the least significant byte first.
    void writeInt(int value) {
        ensure(4);
        setInt(size, value);
        size += 4;
    }

    /// Overwrites 32 bits.
    void setInt(int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
        bytes[at + 2] = (byte) (value >>> 16);
        bytes[at + 3] = (byte) (value >>> 24);
    }

    /// ULEB128.
    void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        write((int) rest);
    }

    /// ULEB128 of the number with its sign in the lowest bit.
    void writeZigzag(long value) {
        writeVarint(value << 1 ^ value >> 63);
    }
}
