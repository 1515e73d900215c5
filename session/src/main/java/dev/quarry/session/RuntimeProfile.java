package dev.quarry.session;

import dev.quarry.catalog.StableId;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/// How much of the machine a session may use.
///
/// @param name of the preset, or `custom`
/// @param threads threads that run a query
/// @param memoryBytes memory of the SQL engine, outside the Java heap; what exceeds it is spilled to disk
public record RuntimeProfile(String name, int threads, long memoryBytes) {
    private static final long MIB = 1L << 20;
    private static final long LEAST_MEMORY = 256 * MIB;

    public RuntimeProfile {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
        if (memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "memory must be at least " + LEAST_MEMORY / MIB + " MiB, not " + memoryBytes / MIB);
        }
    }

    /// Leaves most of the machine to others: 2 threads, 1 GiB.
    public static RuntimeProfile dev() {
        return new RuntimeProfile("dev", 2, 1024 * MIB);
    }

    /// All processors and a quarter of the machine's memory.
    public static RuntimeProfile standard() {
        return new RuntimeProfile("default", processors(), Math.max(LEAST_MEMORY, physicalMemory() / 4));
    }

    /// All processors and half of the machine's memory.
    public static RuntimeProfile prod() {
        return new RuntimeProfile("prod", processors(), Math.max(LEAST_MEMORY, physicalMemory() / 2));
    }

    /// The preset of that name (`dev`, `default`, `prod`).
    public static Optional<RuntimeProfile> named(String name) {
        return switch (name) {
            case "dev" -> Optional.of(dev());
            case "default" -> Optional.of(standard());
            case "prod" -> Optional.of(prod());
            default -> Optional.empty();
        };
    }

    public RuntimeProfile withThreads(int count) {
        return new RuntimeProfile(name, count, memoryBytes);
    }

    public RuntimeProfile withMemoryBytes(long bytes) {
        return new RuntimeProfile(name, threads, bytes);
    }

    /// MD5 over the profile's values: `profile_hash` of the run tables.
    public String hash() {
        return StableId.md5Hex("name=" + name + "\nthreads=" + threads + "\nmemory_bytes=" + memoryBytes);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long physicalMemory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
