package dev.quarry.cli;

import dev.quarry.session.RuntimeProfile;
import dev.quarry.session.Session;
import dev.quarry.store.Snapshot;
import dev.quarry.store.Store;
import dev.quarry.store.StoreOptions;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

/// `--store DIR`, or the store that is found upwards from the working directory.
final class StoreOption {
    private static final String FOLDER_NAME = ".quarry";

    @Option(names = "--store", paramLabel = "DIR",
            description = "The store, or a repository with one (default: the nearest .quarry folder, from here upwards).")
    private Path store;

    /// A session over the newest run of the store.
    ///
    /// @throws CommandFailure if there is no store
    Session open(Console console) {
        Path folder = folder(console).orElseThrow(() -> CommandFailure.store("no " + FOLDER_NAME + " folder in "
                + console.directory() + " or above it; go into an extracted repository, name its store with --store,"
                + " or make one with 'quarry extract REPO'", null));
        // Sorts and joins that exceed the memory spill beside the tables, where there is room for them.
        Path besideTables = folder.resolve("_quarry");
        Path temporary = Files.isDirectory(besideTables, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(besideTables) ? besideTables : Path.of(System.getProperty("java.io.tmpdir"));
        return Session.open(snapshot(folder), RuntimeProfile.standard(), temporary);
    }

    /// The newest run of the store; an empty snapshot if no store was named and none is found.
    Snapshot snapshot(Console console) {
        return folder(console).map(StoreOption::snapshot).orElseGet(() -> new Snapshot(null, Map.of()));
    }

    private static Snapshot snapshot(Path folder) {
        try (Store opened = Store.open(folder, StoreOptions.defaults())) {
            return opened.snapshot();
        }
    }

    private Optional<Path> folder(Console console) {
        if (store != null) {
            Path folder = console.resolve(store);
            Path inside = folder.resolve(FOLDER_NAME);
            return Optional.of(Files.isDirectory(inside) ? checked(inside) : folder);
        }
        for (Path folder = console.directory(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(FOLDER_NAME);
            if (Files.isDirectory(candidate)) {
                return Optional.of(checked(candidate));
            }
        }
        return Optional.empty();
    }

    /// A folder that was found, not named: a repository must not choose what is read in its place.
    private static Path checked(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            throw CommandFailure.store(folder + ": is a symbolic link; name the store that it leads to with --store", null);
        }
        return folder;
    }
}
