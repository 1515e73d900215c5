package dev.quarry.extract;

import dev.quarry.catalog.Catalog;
import dev.quarry.catalog.Dataset;
import dev.quarry.catalog.View;
import dev.quarry.session.Session;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Copies of a store's tables in a session, which stand in for them and can be changed and restored. The store itself
/// stays as it is.
final class ScratchTables {
    private static final Pattern CHANGED = Pattern.compile("^(?:UPDATE|INSERT INTO|DELETE FROM) (\\w+)");

    private final Session session;
    private final Set<String> changed = new LinkedHashSet<>();

    ScratchTables(Session session) {
        this.session = session;
        for (Dataset dataset : Catalog.standard().datasets()) {
            session.execute("CREATE TABLE staging.good_" + dataset.name() + " AS FROM " + dataset.name());
            show(dataset.name(), "good_");
        }
    }

    /// Changes a dataset by an UPDATE, INSERT INTO or DELETE FROM that names it, or a view by a query that names its
    /// good
    /// state `before`: `name: SELECT …`.
    void change(String statement) {
        int colon = statement.indexOf(": SELECT ");
        if (colon > 0) {
            replaceView(statement.substring(0, colon), statement.substring(colon + 2));
            return;
        }
        Matcher table = CHANGED.matcher(statement);
        if (!table.find()) {
            throw new IllegalArgumentException("changes no table: " + statement);
        }
        String name = table.group(1);
        if (changed.add(name)) {
            session.execute("CREATE OR REPLACE TABLE staging.bad_" + name + " AS FROM staging.good_" + name);
            show(name, "bad_");
        }
        session.execute(statement.substring(0, table.start(1)) + "staging.bad_" + name
                + statement.substring(table.end(1)));
    }

    private void replaceView(String name, String query) {
        changed.add(name);
        session.execute("CREATE OR REPLACE VIEW " + name + " AS WITH before AS (" + view(name).query() + ") " + query);
    }

    /// Takes all changes back.
    void restore() {
        for (String name : changed) {
            if (Catalog.standard().dataset(name).isPresent()) {
                show(name, "good_");
            } else {
                session.execute("CREATE OR REPLACE VIEW " + name + " AS " + view(name).query());
            }
        }
        changed.clear();
    }

    private static View view(String name) {
        return Catalog.standard().view(name).orElseThrow();
    }

    private void show(String dataset, String prefix) {
        session.execute("CREATE OR REPLACE VIEW " + dataset + " AS FROM staging." + prefix + dataset);
    }
}
