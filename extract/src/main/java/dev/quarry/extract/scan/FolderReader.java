package dev.quarry.extract.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads one folder: its names in order, each looked up once.
final class FolderReader {
    private final Path root;
    private final boolean followSymlinks;
    private final List<Path> neverScanned;
    private final Class<? extends BasicFileAttributes> attributesType;

    /// @param root real path that followed links must not leave
    FolderReader(Path root, boolean followSymlinks, List<Path> neverScanned) {
        this.root = root;
        this.followSymlinks = followSymlinks;
        this.neverScanned = neverScanned;
        boolean posix = Files.getFileAttributeView(root, PosixFileAttributeView.class) != null;
        this.attributesType = posix ? PosixFileAttributes.class : BasicFileAttributes.class;
    }

    /// The entries of a folder, in the order of their text. What vanishes meanwhile is left out.
    DirectoryEntry[] read(Path folder) throws IOException {
        List<DirectoryEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path name : names) {
                DirectoryEntry entry = look(name);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        DirectoryEntry[] sorted = entries.toArray(DirectoryEntry[]::new);
        Arrays.sort(sorted);
        return sorted;
    }

    private DirectoryEntry look(Path location) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(location, attributesType, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (!attributes.isSymbolicLink()) {
            return DirectoryEntry.of(location, attributes, false, null);
        }
        if (!followSymlinks) {
            return DirectoryEntry.of(location, attributes, false, ScopeReason.SYMLINK);
        }
        try {
            Path target = location.toRealPath();
            ScopeReason refused = refusal(target);
            return refused != null
                    ? DirectoryEntry.of(location, attributes, false, refused)
                    : DirectoryEntry.of(location, Files.readAttributes(target, attributesType), true, null);
        } catch (IOException e) {
            // It dangles, leads in a circle or through a folder that may not be entered.
            return DirectoryEntry.of(location, attributes, false, ScopeReason.SYMLINK);
        }
    }

    private ScopeReason refusal(Path target) {
        if (!target.startsWith(root)) {
            return ScopeReason.OUTSIDE_ROOT;
        }
        for (Path name : root.relativize(target)) {
            if (isReserved(name.toString())) {
                return ScopeReason.EXCLUDE_DIR;
            }
        }
        for (Path folder : neverScanned) {
            if (target.startsWith(folder)) {
                return ScopeReason.EXCLUDE_DIR;
            }
        }
        return null;
    }

    /// Whether a folder is never entered: git's own files, a store, or what the caller named.
    boolean isNeverScanned(DirectoryEntry entry) {
        return entry.isNamed(".git") || entry.isNamed(".quarry") || neverScanned.contains(entry.location());
    }

    private static boolean isReserved(String name) {
        return name.equals(".git") || name.equals(".quarry");
    }
}
