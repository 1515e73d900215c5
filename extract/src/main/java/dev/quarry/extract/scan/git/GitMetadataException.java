package dev.quarry.extract.scan.git;

import java.io.IOException;

/// Git's own files are damaged, too large or of a form that is not read. The message names the file and what is wrong.
public final class GitMetadataException extends IOException {
    private static final long serialVersionUID = 1L;

    public GitMetadataException(String message) {
        super(message);
    }

    public GitMetadataException(String message, Throwable cause) {
        super(message, cause);
    }
}
