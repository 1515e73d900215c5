package dev.quarry.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Checks before a run that nothing in a store leads out of it. A store can come with a repository, and a link in it
/// would have a run truncate, overwrite or delete files of the user.
final class StoreContainment {
    private StoreContainment() {}

    /// Refuses links and special files inside a store.
    ///
    /// @param folder the store; need not exist
    /// @param unnamed whether the user did not name the folder, so that it must not be a link itself
    static void check(Path folder, boolean unnamed) {
        if (unnamed && Files.isSymbolicLink(folder)) {
            throw StoreErrors.isLink(folder);
        }
        if (Files.notExists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw StoreErrors.notFolder(folder);
        }
        try {
            Files.walkFileTree(folder.toRealPath(), new Visitor());
        } catch (IOException e) {
            throw StoreErrors.unreadable(folder, e);
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                throw StoreErrors.isLink(file);
            }
            if (!attributes.isRegularFile()) {
                throw StoreErrors.notRegular(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            // Another run, whose lock is not waited for yet, deletes its temporary files.
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            return e == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, e);
        }
    }
}
