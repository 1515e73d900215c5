package dev.quarry.syntax.resolve;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// [NameFacts] as bytes, to keep them outside the heap for a while. Not a format for files that outlive a process.
public final class NameFactsFormat {
    private byte[] bytes = new byte[1 << 16];
    private int at;

    /// Writes facts.
    public byte[] write(NameFacts facts) {
        at = 0;
        writeTexts(facts.names);
        for (byte[] column : facts.byteColumns()) {
            writeNumber(column.length);
            reserve(column.length);
            System.arraycopy(column, 0, bytes, at, column.length);
            at += column.length;
        }
        for (int[] column : facts.intColumns()) {
            writeNumber(column.length);
            int previous = 0;
            for (int number : column) {
                int step = number - previous;
                writeNumber(step << 1 ^ step >> Integer.SIZE - 1);
                previous = number;
            }
        }
        writeNumber(facts.exported == null ? 0 : 1);
        if (facts.exported != null) {
            writeTexts(facts.exported);
        }
        writeNumber(facts.exportsMore ? 1 : 0);
        return Arrays.copyOf(bytes, at);
    }

    /// Reads what [#write] has written.
    public static NameFacts read(byte[] written) {
        return new NameFacts(new Reader(written));
    }

    private void writeTexts(String[] texts) {
        writeNumber(texts.length);
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            writeNumber(utf8.length);
            reserve(utf8.length);
            System.arraycopy(utf8, 0, bytes, at, utf8.length);
            at += utf8.length;
        }
    }

    private void writeNumber(int number) {
        reserve(5);
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
    }

    private void reserve(int length) {
        if (at + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + length, bytes.length * 2));
        }
    }

    /// Reads in the order of writing.
    static final class Reader {
        private final byte[] bytes;
        private int at;

        private Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        String[] texts() {
            String[] texts = new String[number()];
            for (int i = 0; i < texts.length; i++) {
                int length = number();
                texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
                at += length;
            }
            return texts;
        }

        byte[] bytes() {
            int length = number();
            at += length;
            return Arrays.copyOfRange(bytes, at - length, at);
        }

        int[] ints() {
            int[] column = new int[number()];
            int previous = 0;
            for (int i = 0; i < column.length; i++) {
                int step = number();
                previous += step >>> 1 ^ -(step & 1);
                column[i] = previous;
            }
            return column;
        }

        boolean flag() {
            return number() != 0;
        }

        private int number() {
            int number = 0;
            for (int shift = 0;; shift += 7) {
                byte next = bytes[at++];
                number |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }
    }
}
