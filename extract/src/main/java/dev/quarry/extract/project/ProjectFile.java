package dev.quarry.extract.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Reads a small file in a repository's root, which is as trustworthy as the repository.
public final class ProjectFile {
    private ProjectFile() {}

    /// The file's bytes.
    ///
    /// @param maxBytes more than that is refused
    /// @throws IOException with a message for people if it can't be read, is larger, or is no regular file: a link or
    ///     a pipe could lead outside the repository or never end
    public static byte[] read(Path file, int maxBytes) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is no regular file; make it one or remove it");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new IOException(file + " can't be read (" + e.getMessage() + "); check its permissions", e);
        }
        if (bytes.length > maxBytes) {
            throw new IOException(file + " is larger than " + maxBytes + " bytes; shorten it");
        }
        return bytes;
    }
}
