package dev.quarry.store.parquet.write;

/// DELTA_BINARY_PACKED: the differences of neighbours, less the smallest of each 128 of them, in as many bits as the
/// largest of each 32 needs.
final class DeltaEncoding {
    private static final int BLOCK = 128;
    private static final int MINIBLOCKS = 4;
    private static final int MINIBLOCK = BLOCK / MINIBLOCKS;

    private final int[] deltas = new int[BLOCK];
    private final long[] longDeltas = new long[BLOCK];
    private final int[] widths = new int[MINIBLOCKS];

    private static void header(int count, long first, ByteSink out) {
        out.writeVarint(BLOCK);
        out.writeVarint(MINIBLOCKS);
        out.writeVarint(count);
        out.writeZigzag(first);
    }

    /// Encodes the first `count` numbers. Differences wrap around in 32 bits.
    void encode(int[] values, int count, ByteSink out) {
        header(count, count == 0 ? 0 : values[0], out);
        for (int start = 1; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            int least = Integer.MAX_VALUE;
            int previous = values[start - 1];
            for (int i = 0; i < length; i++) {
                int value = values[start + i];
                int delta = value - previous;
                deltas[i] = delta;
                if (delta < least) {
                    least = delta;
                }
                previous = value;
            }
            out.writeZigzag(least);
            int miniblocks = (length + MINIBLOCK - 1) / MINIBLOCK;
            for (int i = length; i < miniblocks * MINIBLOCK; i++) {
                deltas[i] = least;
            }
            for (int block = 0; block < MINIBLOCKS; block++) {
                int all = 0;
                if (block < miniblocks) {
                    int end = (block + 1) * MINIBLOCK;
                    for (int i = block * MINIBLOCK; i < end; i++) {
                        int rest = deltas[i] - least;
                        deltas[i] = rest;
                        all |= rest;
                    }
                }
                widths[block] = BitPacking.width(all);
                out.write(widths[block]);
            }
            for (int block = 0; block < miniblocks; block++) {
                BitPacking.pack(deltas, block * MINIBLOCK, MINIBLOCK, widths[block], out);
            }
        }
    }

    /// Encodes the first `count` numbers. Differences wrap around in 64 bits.
    void encode(long[] values, int count, ByteSink out) {
        header(count, count == 0 ? 0 : values[0], out);
        for (int start = 1; start < count; start += BLOCK) {
            int length = Math.min(BLOCK, count - start);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < length; i++) {
                longDeltas[i] = values[start + i] - values[start + i - 1];
                least = Math.min(least, longDeltas[i]);
            }
            out.writeZigzag(least);
            int miniblocks = (length + MINIBLOCK - 1) / MINIBLOCK;
            for (int i = length; i < miniblocks * MINIBLOCK; i++) {
                longDeltas[i] = least;
            }
            for (int block = 0; block < MINIBLOCKS; block++) {
                long all = 0;
                if (block < miniblocks) {
                    for (int i = block * MINIBLOCK; i < (block + 1) * MINIBLOCK; i++) {
                        longDeltas[i] -= least;
                        all |= longDeltas[i];
                    }
                }
                widths[block] = Long.SIZE - Long.numberOfLeadingZeros(all);
                out.write(widths[block]);
            }
            for (int block = 0; block < miniblocks; block++) {
                BitPacking.pack(longDeltas, block * MINIBLOCK, MINIBLOCK, widths[block], out);
            }
        }
    }
}
