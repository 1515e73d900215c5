package dev.quarry.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The Python files below files and folders, one after the other: folders in the order given, their entries by name.
///
/// A file that is named counts whatever its name is; in folders `.py`, `.pyw` and `.pyi`. Links to folders are not
/// followed. Only the listings of open folders are held.
public final class SourceFiles implements Iterator<Path> {
    private final Deque<Iterator<Path>> open = new ArrayDeque<>();
    private final Predicate<Path> entersFolder;
    private Path next;

    private SourceFiles(List<Path> roots, Predicate<Path> entersFolder) {
        this.entersFolder = entersFolder;
        open.push(roots.iterator());
    }

    /// All files below the roots.
    public static SourceFiles below(List<Path> roots) {
        return new SourceFiles(roots, folder -> true);
    }

    /// The files of a standard library, its tests included, without installed packages.
    public static SourceFiles ofLibrary(Path library) {
        return new SourceFiles(List.of(library), folder -> !folder.endsWith("site-packages"));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !open.isEmpty()) {
            Iterator<Path> entries = open.peek();
            if (!entries.hasNext()) {
                open.pop();
                continue;
            }
            visit(entries.next(), open.size() == 1);
        }
        return next != null;
    }

    @Override
    public Path next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Path file = next;
        next = null;
        return file;
    }

    private void visit(Path path, boolean named) {
        if (named ? Files.isDirectory(path) : Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            if (named || entersFolder.test(path)) {
                open.push(entries(path).iterator());
            }
        } else if (named || isPython(path) && Files.isRegularFile(path)) {
            next = path;
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static boolean isPython(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".py") || name.endsWith(".pyi") || name.endsWith(".pyw");
    }
}
