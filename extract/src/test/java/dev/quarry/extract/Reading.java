package dev.quarry.extract;

import dev.quarry.session.RuntimeProfile;
import dev.quarry.session.Session;
import dev.quarry.store.Store;
import dev.quarry.store.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a store's newest run as a user's session would.
final class Reading implements AutoCloseable {
    private final Store store;
    private final Session session;

    Reading(Path folder) {
        store = Store.open(folder, StoreOptions.defaults());
        session = Session.open(store.snapshot(), RuntimeProfile.dev(), folder);
    }

    Session session() {
        return session;
    }

    /// The first column of a query.
    List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Rows rows = Rows.of(session, sql)) {
            while (rows.next()) {
                texts.add(rows.getString(0));
            }
        }
        return texts;
    }

    /// The only value of a query.
    long number(String sql) {
        return Rows.single(session, sql);
    }

    @Override
    public void close() {
        session.close();
        store.close();
    }
}
