package dev.quarry.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Option;

/// `--store DIR`, or the store that is found upwards from the working directory.
final class StoreOption {
    private static final String FOLDER_NAME = ".quarry";

    @Option(names = "--store", paramLabel = "DIR",
            description = "The store (default: the nearest .quarry folder, from here upwards).")
    private Path store;

    /// The folder of the store.
    ///
    /// @throws CommandFailure if there is none
    Path folder(Console console) {
        if (store != null) {
            Path folder = console.resolve(store);
            // The repository that was extracted is an obvious thing to name.
            Path inside = folder.resolve(FOLDER_NAME);
            if (Files.isDirectory(inside)) {
                return inside;
            }
            if (!Files.isDirectory(folder)) {
                throw CommandFailure.store("no store at " + folder + "; 'quarry extract REPO --out " + store
                        + "' makes one", null);
            }
            return folder;
        }
        for (Path folder = console.directory(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(FOLDER_NAME);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        throw CommandFailure.store("no .quarry folder in " + console.directory() + " or above it; go into an extracted"
                + " repository, name its store with --store, or make one with 'quarry extract REPO'", null);
    }
}
