package dev.quarry.syntax.ast;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing byte array that is written at its end and reused from file to file.
public final class ByteSink {
    private byte[] bytes = new byte[4096];
    private int size;

    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /// Drops what lies after `newSize`.
    void truncate(int newSize) {
        size = newSize;
    }

    public void put(int value) {
        if (size == bytes.length) {
            reserve(1);
        }
        bytes[size++] = (byte) value;
    }

    void put(byte[] from, int start, int end) {
        int length = end - start;
        reserve(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    public void put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        put(encoded, 0, encoded.length);
    }

    /// Writes a code point in UTF-8; surrogates get the three bytes that the scheme gives any code point of that size.
    void putCodePoint(int codePoint) {
        if (codePoint < 0x80) {
            put(codePoint);
        } else if (codePoint < 0x800) {
            put(0xC0 | codePoint >> 6);
            put(0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            put(0xE0 | codePoint >> 12);
            put(0x80 | codePoint >> 6 & 0x3F);
            put(0x80 | codePoint & 0x3F);
        } else {
            put(0xF0 | codePoint >> 18);
            put(0x80 | codePoint >> 12 & 0x3F);
            put(0x80 | codePoint >> 6 & 0x3F);
            put(0x80 | codePoint & 0x3F);
        }
    }

    void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
