package dev.quarry.extract.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/// Says in words why a file or folder could not be read; the JDK's messages are often just the path.
final class IoReason {
    private IoReason() {}

    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "it is not there";
            case FileSystemLoopException loop -> "it is a symbolic link that leads to itself";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
        };
    }
}
