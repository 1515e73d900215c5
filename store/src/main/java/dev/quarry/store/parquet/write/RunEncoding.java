package dev.quarry.store.parquet.write;

/// RLE: runs of equal numbers as a count and a number, everything else bit-packed in groups of 8.
final class RunEncoding {
    private static final int GROUP = 8;

    private RunEncoding() {}

    /// Encodes the first `count` numbers of at most `width` bits. The array needs room for 7 more, which are overwritten.
    static void encode(int[] values, int count, int width, ByteSink out) {
        int at = 0;
        while (at < count) {
            int run = run(values, at, count);
            if (run >= GROUP) {
                constant(values[at], run, width, out);
                at += run;
            } else {
                int start = at;
                do {
                    at += GROUP;
                } while (at < count && run(values, at, Math.min(count, at + GROUP)) < GROUP);
                for (int i = count; i < at; i++) {
                    values[i] = 0;
                }
                out.writeVarint((long) (at - start) / GROUP << 1 | 1);
                BitPacking.pack(values, start, at - start, width, out);
            }
        }
    }

    /// Encodes the same number `count` times.
    static void constant(int value, int count, int width, ByteSink out) {
        out.writeVarint((long) count << 1);
        for (int bits = 0; bits < width; bits += 8) {
            out.write(value >>> bits);
        }
    }

    private static int run(int[] values, int from, int to) {
        int value = values[from];
        int at = from + 1;
        while (at < to && values[at] == value) {
            at++;
        }
        return at - from;
    }
}
