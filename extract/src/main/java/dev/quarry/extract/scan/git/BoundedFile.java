package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads small files whose author is not trusted.
public final class BoundedFile {
    private BoundedFile() {}

    /// The bytes of a regular file.
    ///
    /// @param options `NOFOLLOW_LINKS` to refuse symbolic links
    /// @return null when there is no such file, or a link where none may be
    /// @throws IOException if it cannot be read, is a pipe or device, or has more than `limit` bytes
    public static byte[] read(Path file, int limit, LinkOption... options) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, options);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (attributes.isSymbolicLink() || attributes.isDirectory()) {
            return null;
        }
        if (!attributes.isRegularFile()) {
            throw new IOException("it is no regular file");
        }
        if (attributes.size() > limit) {
            throw new IOException("it has " + attributes.size() + " bytes, more than the " + limit + " that are read");
        }
        try (InputStream in = Files.newInputStream(file, options)) {
            byte[] bytes = in.readNBytes((int) Math.min(limit + 1L, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw new IOException("it has more than the " + limit + " bytes that are read");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
