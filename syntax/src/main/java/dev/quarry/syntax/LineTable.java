package dev.quarry.syntax;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// Where the lines of a text begin.
final class LineTable {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final int[] starts;
    private final int count;

    private LineTable(int[] starts, int count) {
        this.starts = starts;
        this.count = count;
    }

    static LineTable of(byte[] text, int start) {
        int[] starts = new int[16 + (text.length - start) / 24];
        starts[0] = start;
        int count = 1;
        int i = start;
        while (i < text.length) {
            // Eight bytes at a time: subtracting 1 from each byte of word ^ pattern borrows into the high bit where
            // the byte was zero, that is, where it equalled the pattern. False alarms only cost the slow path.
            if (i + 8 <= text.length) {
                long word = (long) LONG.get(text, i);
                long feed = word ^ '\n' * ONES;
                long carriage = word ^ '\r' * ONES;
                if (((feed - ONES & ~feed | carriage - ONES & ~carriage) & HIGHS) == 0) {
                    i += 8;
                    continue;
                }
            }
            int stop = Math.min(text.length, i + 8);
            for (; i < stop; i++) {
                byte b = text[i];
                if (b == '\n' || b == '\r' && (i + 1 == text.length || text[i + 1] != '\n')) {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, count * 2);
                    }
                    starts[count++] = i + 1;
                }
            }
        }
        return new LineTable(starts, count);
    }

    int count() {
        return count;
    }

    int start(int line0) {
        if (line0 >= count) {
            throw new IndexOutOfBoundsException(line0);
        }
        return starts[line0];
    }

    int line0(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
