package dev.quarry.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/// Builds every message of the module: problem, place, remedy.
public final class StoreErrors {
    private StoreErrors() {}

    public static StoreException noStore(Path folder) {
        return new StoreException("there is no store here", folder.toString(),
                "run an extraction first, or name another folder", null);
    }

    public static StoreException newerFormat(Path place, long found, long known) {
        return new StoreException("a newer Quarry wrote this store (format " + found + ", this one knows " + known + ")",
                place.toString(), "update Quarry, or use another store", null);
    }

    public static StoreException locked(Path lock, String owner, Duration waited) {
        return new StoreException("another run writes to this store (" + owner + "); gave up after "
                + waited.toSeconds() + " s", lock.toString(), "wait for it to end, or stop it", null);
    }

    public static StoreException unreadable(Path file, Throwable cause) {
        return new StoreException("can't be read (" + reason(cause) + ")", file.toString(),
                "restore the file, or delete the store and extract again", cause);
    }

    public static StoreException leavesTable(Path table, String path) {
        return new StoreException("the table's log names a file outside of the table: " + path, table.toString(),
                "do not trust this store; delete it and extract again", null);
    }

    /// A link inside a store, or a link in the place of a store that no user named, would let whoever made it choose
    /// what is written to.
    public static StoreException isLink(Path place) {
        return new StoreException("is a symbolic link, which could lead a run to write elsewhere", place.toString(),
                "remove it, or name another folder for the store", null);
    }

    public static StoreException notRegular(Path place) {
        return new StoreException("is neither a file nor a folder", place.toString(),
                "remove it, or name another folder for the store", null);
    }

    public static StoreException notFolder(Path place) {
        return new StoreException("is a file, not a folder", place.toString(),
                "remove it, or name another folder for the store", null);
    }

    public static StoreException unsupportedTable(Path table, String what) {
        return new StoreException("the table needs something that Quarry does not support: " + what, table.toString(),
                "another program changed the table; delete the store and extract again", null);
    }

    public static StoreException conflict(Path table, long version) {
        return new StoreException("another program committed version " + version + " at the same time",
                table.toString(), "run again; only Quarry may write to its stores", null);
    }

    public static StoreException aborted(Path store) {
        return new StoreException("the run was stopped", store.toString(), "run again", null);
    }

    /// A file or folder can't be written; the remedy depends on the cause.
    public static StoreException cannotWrite(Path place, Throwable cause) {
        String reason = reason(cause);
        String lower = reason.toLowerCase(Locale.ROOT);
        String remedy;
        if (lower.contains("no space left") || lower.contains("disk full") || lower.contains("quota")) {
            remedy = "free some space, or put the store on another disk";
        } else if (root(cause) instanceof AccessDeniedException || root(cause) instanceof ReadOnlyFileSystemException
                || lower.contains("permission denied") || lower.contains("read-only")) {
            remedy = "make the folder writable, or put the store elsewhere";
        } else if (lower.contains("out of memory")) {
            remedy = "give the store more memory, or free some";
        } else {
            remedy = "run again; if it stays so, delete the store and extract again";
        }
        return new StoreException("can't be written (" + reason + ")", place.toString(), remedy, cause);
    }

    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /// The database wraps some errors in JSON, with the message for people as a field.
    private static String databaseReason(String message) {
        String field = "\"exception_message\":\"";
        int start = message.indexOf(field);
        int end = message.indexOf("\",\"errno", start);
        if (start >= 0 && end > start) {
            return message.substring(start + field.length(), end).replace("\\\"", "'");
        }
        return message.lines().findFirst().orElse("");
    }

    private static String reason(Throwable cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileSystemException failed when failed.getReason() != null ->
                failed.getReason() + ": " + failed.getFile();
            case FileSystemException failed -> failed.getClass().getSimpleName() + ": " + failed.getFile();
            case IOException failed -> failed.getMessage();
            case SQLException failed -> databaseReason(String.valueOf(failed.getMessage()));
            default -> String.valueOf(cause.getMessage());
        };
    }
}
