package dev.quarry.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Counts the processor time of operations, which other load on the machine changes less than it changes the clock's.
/// It is the parsing thread's own: compiler and garbage collector threads are not in it.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Nanoseconds of all operations.
    public long processorTime;
    public long operations;
    /// Bytes of source in all operations.
    public long bytes;
    /// Files that were refused in all operations.
    public long refused;

    private long start;

    /// Begins an operation of this thread.
    public void begin() {
        start = THREADS.getCurrentThreadCpuTime();
    }

    /// Counts the operation that has begun.
    public void end(long sourceBytes, long refusedFiles) {
        add(THREADS.getCurrentThreadCpuTime() - start, sourceBytes, refusedFiles);
    }

    /// Counts an operation on so many bytes that took so many nanoseconds.
    public void add(long nanoseconds, long sourceBytes, long refusedFiles) {
        processorTime += nanoseconds;
        bytes += sourceBytes;
        operations++;
        refused += refusedFiles;
    }
}
