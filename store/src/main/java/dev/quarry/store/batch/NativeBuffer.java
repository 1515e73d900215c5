package dev.quarry.store.batch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;

/// Memory outside the heap that is used again for later batches: fresh memory costs page faults and zeroing, which at
/// some hundred megabytes per second is a tenth of a batch's whole cost.
final class NativeBuffer {
    private static final long SMALLEST = 1 << 12;
    private static final long LARGEST_KEPT = 1 << 26;
    private static final long MOST_IDLE_BYTES = 1 << 26;
    private static final int SIZES = 48;

    /// Idle buffers by the logarithm of their size.
    private static final ArrayDeque<?>[] IDLE = new ArrayDeque<?>[SIZES];
    private static long idleBytes;

    private final Arena arena;
    private final MemorySegment segment;

    private NativeBuffer(long size) {
        arena = Arena.ofShared();
        segment = arena.allocate(size, 64);
    }

    /// A buffer of at least this many bytes; its content is whatever it was.
    static NativeBuffer take(long bytes) {
        long size = Math.max(SMALLEST, bytes <= 1 ? 1 : Long.highestOneBit(bytes - 1) << 1);
        synchronized (IDLE) {
            NativeBuffer idle = idle(size).pollLast();
            if (idle != null) {
                idleBytes -= size;
                return idle;
            }
        }
        return new NativeBuffer(size);
    }

    MemorySegment segment() {
        return segment;
    }

    void giveBack() {
        long size = segment.byteSize();
        if (size <= LARGEST_KEPT) {
            synchronized (IDLE) {
                if (idleBytes + size <= MOST_IDLE_BYTES) {
                    idle(size).addLast(this);
                    idleBytes += size;
                    return;
                }
            }
        }
        arena.close();
    }

    @SuppressWarnings("unchecked")
    private static ArrayDeque<NativeBuffer> idle(long size) {
        int index = Long.numberOfTrailingZeros(size);
        if (IDLE[index] == null) {
            IDLE[index] = new ArrayDeque<>();
        }
        return (ArrayDeque<NativeBuffer>) IDLE[index];
    }
}
