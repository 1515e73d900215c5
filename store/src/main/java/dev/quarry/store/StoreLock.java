package dev.quarry.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/// The right to write to a store: one run at a time, over all processes.
///
/// The operating system's file lock decides, and frees itself when its process dies; the file's text only names the
/// owner for others.
final class StoreLock implements AutoCloseable {
    private static final long POLL_MILLIS = 50;
    /// Far behind the text, so that the text stays readable where locks are mandatory.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final String SINCE = " since ";

    private final FileChannel channel;
    private final FileLock lock;

    private StoreLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock.
    ///
    /// @param runId names the owner for others
    /// @param waiting gets a message when the wait begins
    /// @throws StoreException if the time is over
    static StoreLock take(Path file, String runId, Duration timeout, Consumer<String> waiting) {
        long start = System.nanoTime();
        boolean announced = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            while (true) {
                FileLock lock = tryLock(channel);
                if (lock != null) {
                    channel.truncate(0);
                    String owner = "run " + runId + " of process " + ProcessHandle.current().pid() + SINCE
                            + System.currentTimeMillis();
                    channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
                    return new StoreLock(channel, lock);
                }
                String owner = owner(file);
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                if (waited.compareTo(timeout) >= 0) {
                    channel.close();
                    throw StoreErrors.locked(file, owner, waited);
                }
                if (!announced) {
                    announced = true;
                    waiting.accept("waiting for another run to leave the store: " + owner);
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw StoreErrors.cannotWrite(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closeQuietly(channel, e);
            throw StoreErrors.aborted(file);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // Another run of this process has it.
            return null;
        }
    }

    private static String owner(Path file) throws IOException {
        String owner = Files.readString(file).strip();
        int since = owner.lastIndexOf(SINCE);
        if (since < 0) {
            return "owner unknown";
        }
        try {
            long started = Long.parseLong(owner, since + SINCE.length(), owner.length(), 10);
            return owner.substring(0, since) + ", " + (System.currentTimeMillis() - started) / 1000 + " s old";
        } catch (NumberFormatException e) {
            return "owner unknown";
        }
    }

    private static void closeQuietly(FileChannel channel, Exception cause) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.truncate(0);
            lock.release();
            channel.close();
        }
    }
}
