package dev.quarry.store.parquet.write;

/// Packs numbers into as many bits as they need, from the least significant bit of the first byte on.
final class BitPacking {
    private BitPacking() {}

    /// How many bits the number takes without its leading zeros.
    static int width(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value);
    }

    /// Packs `count` numbers, a multiple of 8, of at most `width` bits each.
    static void pack(int[] values, int from, int count, int width, ByteSink out) {
        if (width == 0) {
            return;
        }
        int length = count / 8 * width;
        out.ensure(length + 4);
        byte[] bytes = out.bytes();
        int at = out.size();
        long buffer = 0;
        int bits = 0;
        int to = from + count;
        for (int i = from; i < to; i++) {
            buffer |= (values[i] & 0xFFFF_FFFFL) << bits;
            bits += width;
            if (bits >= 32) {
                int low = (int) buffer;
                bytes[at] = (byte) low;
                bytes[at + 1] = (byte) (low >>> 8);
                bytes[at + 2] = (byte) (low >>> 16);
                bytes[at + 3] = (byte) (low >>> 24);
                at += 4;
                buffer >>>= 32;
                bits -= 32;
            }
        }
        while (bits > 0) {
            bytes[at++] = (byte) buffer;
            buffer >>>= 8;
            bits -= 8;
        }
        out.advance(length);
    }

    /// Packs `count` numbers, a multiple of 8, of at most `width` bits each.
    static void pack(long[] values, int from, int count, int width, ByteSink out) {
        long buffer = 0;
        int bits = 0;
        for (int i = from; i < from + count; i++) {
            long rest = values[i];
            int left = width;
            while (left > 0) {
                int taken = Math.min(left, 8 - bits);
                buffer |= (rest & (1L << taken) - 1) << bits;
                rest >>>= taken;
                left -= taken;
                bits += taken;
                if (bits == 8) {
                    out.write((int) buffer);
                    buffer = 0;
                    bits = 0;
                }
            }
        }
    }
}
