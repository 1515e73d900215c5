package dev.quarry.extract.scan;

import dev.quarry.syntax.PythonEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Reads listed files: hash, number of lines, encoding and, if asked, the bytes.
///
/// One object serves one worker: it owns its buffer and its digest. Memory is bounded: a file over `max_file_bytes` is
/// streamed through the buffer and never held. A file that changes while it is read is read once more; if it changes
/// again, that is a problem and not a row, because no hash would be true of it.
public final class FileReader {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final Set<OpenOption> OPEN_FILE = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> OPEN_LINK = Set.of(StandardOpenOption.READ);
    private static final LinkOption[] STAT_FILE = {LinkOption.NOFOLLOW_LINKS};
    private static final LinkOption[] STAT_LINK = {};

    private final int maxFileBytes;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final LineCount lines = new LineCount();
    private final MessageDigest sha256;

    /// @param maxFileBytes size above which a file's bytes are not held
    public FileReader(int maxFileBytes) {
        this.maxFileBytes = maxFileBytes;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Reads a file from its first byte to its last.
    ///
    /// @param keepBytes whether the result holds the bytes, if they are at most `max_file_bytes`
    public FileReading read(ListedFile file, boolean keepBytes) {
        return read(file.path(), file.location(), file.mode(), keepBytes);
    }

    /// Reads a file from its first byte to its last.
    ///
    /// @param path its name in messages
    /// @param location where it is
    /// @param mode kind of directory entry when it was listed
    /// @param keepBytes whether the result holds the bytes, if they are at most `max_file_bytes`
    public FileReading read(String path, Path location, FileMode mode, boolean keepBytes) {
        try {
            for (int attempt = 0; attempt < 2; attempt++) {
                FileReading.Complete reading = readOnce(location, mode == FileMode.SYMLINK, keepBytes);
                if (reading != null) {
                    return reading;
                }
            }
            return failed(path, ScanProblem.FILE_CHANGED,
                    "changed twice while it was read: run again when nothing writes to it");
        } catch (NoSuchFileException e) {
            return failed(path, ScanProblem.FILE_VANISHED, "was deleted after it was listed: run again");
        } catch (AccessDeniedException e) {
            return failed(path, ScanProblem.UNREADABLE_FILE,
                    "may not be read: grant read permission, or exclude it with exclude_globs");
        } catch (IOException e) {
            return failed(path, ScanProblem.UNREADABLE_FILE, "cannot be read: " + IoReason.of(e));
        }
    }

    /// Reads the file, or returns null when it changed meanwhile.
    private FileReading.Complete readOnce(Path location, boolean link, boolean keepBytes) throws IOException {
        BasicFileAttributes before = attributes(location, link);
        if (!before.isRegularFile()) {
            // Opening a pipe that took the file's place would wait for a writer for ever.
            throw new IOException("it is no regular file any more");
        }
        long size = before.size();
        sha256.reset();
        lines.reset();
        byte[] bytes = null;
        String encoding;
        long total;
        try (SeekableByteChannel channel = Files.newByteChannel(location, link ? OPEN_LINK : OPEN_FILE)) {
            if (keepBytes && size <= maxFileBytes) {
                bytes = new byte[(int) size];
                total = fill(channel, bytes);
                sha256.update(bytes);
                lines.add(bytes, bytes.length);
                encoding = PythonEncoding.detect(bytes, bytes.length).name();
                if (channel.read(ByteBuffer.wrap(chunk)) >= 0) {
                    return null;
                }
            } else {
                int length = fill(channel, chunk);
                encoding = PythonEncoding.detect(chunk, length).name();
                total = 0;
                while (length > 0) {
                    sha256.update(chunk, 0, length);
                    lines.add(chunk, length);
                    total += length;
                    length = fill(channel, chunk);
                }
            }
        }
        BasicFileAttributes after = attributes(location, link);
        long mtimeNs = mtimeNs(after);
        if (total != size || after.size() != size || mtimeNs != mtimeNs(before)) {
            return null;
        }
        String hash = HexFormat.of().formatHex(sha256.digest());
        return new FileReading.Complete(new FileFacts(hash, size, mtimeNs, lines.lines(), encoding), bytes);
    }

    private static int fill(SeekableByteChannel channel, byte[] target) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A channel may give less than was asked for.
        }
        return buffer.position();
    }

    private static BasicFileAttributes attributes(Path location, boolean link) throws IOException {
        return Files.readAttributes(location, BasicFileAttributes.class, link ? STAT_LINK : STAT_FILE);
    }

    /// Nanoseconds since 1970 UTC; saturates in the year 2262.
    static long mtimeNs(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    private static FileReading failed(String path, String errorType, String what) {
        return new FileReading.Failed(new ScanProblem(path, errorType, path + " " + what + "."));
    }
}
