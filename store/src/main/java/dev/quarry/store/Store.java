package dev.quarry.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of Delta tables, one per dataset, that a run changes as a whole.
///
/// `<store>/<dataset>/` is a Delta table; `<store>/_quarry/` holds the lock, caches and temporary files. Opening a store
/// and reading its snapshot load neither Delta Kernel nor DuckDB while the cache is intact. Safe for use by several
/// threads.
public final class Store implements AutoCloseable {
    private static final String QUARRY_FOLDER = "_quarry";

    private final Path folder;
    private final StoreOptions options;
    private final StateCache cache;
    private final StateReader reader;
    private StoreState known;

    private Store(Path folder, StoreOptions options) {
        this.folder = folder.toAbsolutePath().normalize();
        this.options = options;
        this.cache = new StateCache(this.folder.resolve(QUARRY_FOLDER));
        this.reader = new StateReader(this.folder, cache);
    }

    /// Opens a store, or makes a new one where there is none.
    ///
    /// @throws StoreException if it can't be made, or a newer Quarry wrote it
    public static Store openOrCreate(Path folder, StoreOptions options) {
        Store store = new Store(folder, options);
        StoreContainment.check(store.folder, options.hideFromGit());
        try {
            Files.createDirectories(store.folder.resolve(QUARRY_FOLDER));
            Path ignore = store.folder.resolve(".gitignore");
            if (options.hideFromGit() && !Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
        } catch (IOException e) {
            throw StoreErrors.cannotWrite(store.folder, e);
        }
        store.snapshot();
        return store;
    }

    /// Opens a store that exists.
    ///
    /// @throws StoreException if there is none, or a newer Quarry wrote it
    public static Store open(Path folder, StoreOptions options) {
        Store store = new Store(folder, options);
        if (!Files.isDirectory(store.folder.resolve(StateReader.RUNS))
                && !Files.isDirectory(store.folder.resolve(QUARRY_FOLDER))) {
            throw StoreErrors.noStore(store.folder);
        }
        store.snapshot();
        return store;
    }

    /// The store's folder, absolute.
    public Path folder() {
        return folder;
    }

    public StoreOptions options() {
        return options;
    }

    /// All tables as of the newest complete run, looked up anew at each call.
    public synchronized Snapshot snapshot() {
        return state().snapshot(folder);
    }

    private synchronized StoreState state() {
        known = reader.read(known);
        return known;
    }

    /// Takes the write lock and prepares a run on top of the newest complete one.
    ///
    /// @throws StoreException if another run holds the lock for longer than the request waits
    public RunWriter beginRun(RunRequest request) {
        StoreLock lock = StoreLock.take(folder.resolve(QUARRY_FOLDER).resolve("lock"), request.runId(),
                request.lockTimeout(), request.waiting());
        try {
            return new StoreRun(this, request, lock, state());
        } catch (RuntimeException e) {
            try {
                lock.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    Path temporaryFolder() {
        return folder.resolve(QUARRY_FOLDER).resolve("tmp");
    }

    /// Keeps the state of a run that was committed.
    synchronized void completed(StoreState state) {
        known = state;
        try {
            cache.write(state);
        } catch (IOException e) {
            // The run is complete and the logs say all: the next reader rebuilds the cache from them.
        }
    }

    /// Frees what the store holds; runs must be closed before.
    @Override
    public void close() {
        synchronized (this) {
            known = null;
        }
    }
}
