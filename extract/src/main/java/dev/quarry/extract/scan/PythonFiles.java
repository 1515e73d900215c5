package dev.quarry.extract.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells which files are Python: by their extension, else by their first line.
final class PythonFiles {
    private final List<String> extensions;
    private final boolean discoverShebang;
    private final byte[] head = new byte[Shebang.MAX_BYTES];

    PythonFiles(ScanOptions options) {
        extensions = new ArrayList<>(options.extensions());
        extensions.addAll(options.extraExtensions());
        discoverShebang = options.discoverShebang();
    }

    /// The kind that a file's name gives it, or null.
    FileKind kindByName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (lower.length() > extension.length() && lower.endsWith(extension)) {
                return switch (extension) {
                    case ".pyi" -> FileKind.PYI;
                    case ".pyw" -> FileKind.PYW;
                    case ".ipynb" -> FileKind.IPYNB;
                    default -> FileKind.PY;
                };
            }
        }
        return null;
    }

    /// The kind of a file whose name says nothing: a script, or null. Opens only files that may be one.
    FileKind kindByFirstLine(DirectoryEntry entry) throws IOException {
        if (!discoverShebang || entry.attributes().size() < 8 || !Shebang.isCandidate(entry.text())) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(head);
        try (SeekableByteChannel channel = entry.link()
                ? Files.newByteChannel(entry.location(), StandardOpenOption.READ)
                : Files.newByteChannel(entry.location(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // A channel may give less than was asked for.
            }
        }
        return Shebang.namesPython(head, buffer.position()) ? FileKind.SCRIPT : null;
    }
}
