package dev.quarry.extract.scan.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Resolves references of a repository to object ids: loose files first, then `packed-refs`, as git does.
final class References {
    private static final int MAX_REFERENCE_BYTES = 1 << 12;
    private static final int MAX_PACKED_BYTES = 1 << 26;
    /// Git's own limit for references that point to references.
    private static final int MAX_DEPTH = 5;
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern SAFE_NAME = Pattern.compile("refs/(?:[^/\\x00-\\x1f\\\\]+/)*[^/\\x00-\\x1f\\\\]+");

    private final GitDirectory git;

    References(GitDirectory git) {
        this.git = git;
    }

    /// The object id, hex; null when the reference does not exist or is malformed.
    String resolve(String name) throws GitMetadataException {
        String reference = name;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            String content = loose(reference);
            if (content == null) {
                content = packed(reference);
            }
            if (content == null) {
                return null;
            }
            if (OBJECT_ID.matcher(content).matches()) {
                return content;
            }
            reference = content.startsWith("ref: ") ? content.substring(5).strip() : "";
            if (!SAFE_NAME.matcher(reference).matches() || reference.contains("..")) {
                return null;
            }
        }
        return null;
    }

    private String loose(String reference) throws GitMetadataException {
        String content = content(git.gitDir().resolve(reference));
        return content != null ? content : content(git.commonDir().resolve(reference));
    }

    private static String content(Path file) throws GitMetadataException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            byte[] bytes = BoundedFile.read(file, MAX_REFERENCE_BYTES);
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new GitMetadataException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String packed(String reference) throws GitMetadataException {
        Path file = git.commonDir().resolve("packed-refs");
        byte[] bytes;
        try {
            bytes = BoundedFile.read(file, MAX_PACKED_BYTES);
        } catch (IOException e) {
            throw new GitMetadataException(file + " cannot be read: " + e.getMessage(), e);
        }
        if (bytes == null) {
            return null;
        }
        // One line per reference: id, blank, name.
        String text = "\n" + new String(bytes, StandardCharsets.UTF_8) + "\n";
        int end = text.indexOf(" " + reference + "\n");
        return end < 0 ? null : text.substring(text.lastIndexOf('\n', end) + 1, end);
    }
}
