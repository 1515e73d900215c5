package dev.quarry.store;

import java.nio.file.Path;

/// A folder of Delta tables, one per dataset, that a run changes as a whole.
///
/// `<store>/<dataset>/` is a Delta table; `<store>/_quarry/` holds the lock, caches and temporary files.
public final class Store implements AutoCloseable {
    private final Path folder;
    private final StoreOptions options;

    private Store(Path folder, StoreOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /// Opens a store, or makes a new one where there is none.
    public static Store openOrCreate(Path folder, StoreOptions options) {
        return new Store(folder, options);
    }

    /// Opens a store that exists.
    ///
    /// @throws StoreException if there is none or a newer Quarry wrote it
    public static Store open(Path folder, StoreOptions options) {
        return new Store(folder, options);
    }

    public Path folder() {
        return folder;
    }

    public StoreOptions options() {
        return options;
    }

    /// All tables as of the newest complete run.
    public Snapshot snapshot() {
        throw new UnsupportedOperationException("lands with the Delta log");
    }

    /// Takes the write lock and prepares a run on top of the newest complete one.
    public RunWriter beginRun(RunRequest request) {
        throw new UnsupportedOperationException("lands with the writer");
    }

    /// Frees what the store holds; runs must be closed before.
    @Override
    public void close() {}
}
