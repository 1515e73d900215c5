package dev.quarry.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The files that a run wrote and has not committed: what goes when the run is given up.
final class WrittenFiles {
    private final Set<Path> files = new LinkedHashSet<>();

    /// Notes a file before it is written, and makes its folder.
    synchronized Path begin(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        files.add(file);
        return file;
    }

    /// The files belong to a commit now.
    synchronized void keep(List<Path> committed) {
        committed.forEach(files::remove);
    }

    /// Deletes what was not committed, and the folders that are empty then.
    ///
    /// @param store where to stop
    synchronized void deleteAll(Path store) throws IOException {
        IOException failure = null;
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
                deleteEmptyFolders(file.getParent(), store);
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        files.clear();
        if (failure != null) {
            throw failure;
        }
    }

    private static void deleteEmptyFolders(Path folder, Path store) throws IOException {
        try {
            for (Path empty = folder; !empty.equals(store); empty = empty.getParent()) {
                Files.deleteIfExists(empty);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Others' files lie here.
        }
    }
}
